"""The adapter for OpenAI and every compatible server: chat completions, one deadline for a whole call, at most one second try."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel
from tenacity import RetryCallState, Retrying, retry_if_exception

from interviewer.models import strict_json
from interviewer.models.deadline import Deadline, within
from interviewer.models.errors import Malformed, ModelError, NoKey, RateLimited, WrongKey
from interviewer.models.thinking import without_thinking

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

    from interviewer.models.dialect import WireMessage
    from interviewer.models.exchange import Exchange, Reply

S = TypeVar("S", bound=BaseModel)

OPENAI = "https://api.openai.com/v1"
TURN_SECONDS = 60.0
FIRST_SIGN_SECONDS = 20.0
TRIES = 2
LONGEST_WAIT = 20.0
"""Seconds; a service that asks for more than this is told on to the user instead of being waited for."""
_ROLES = {"system": "system", "human": "user", "ai": "assistant"}


def first_sign(timeout: float) -> float:
    """Seconds to wait for the first sign of a reply; who raised the deadline has a slow server and waits as long as that."""
    return timeout if timeout > TURN_SECONDS else min(FIRST_SIGN_SECONDS, timeout)


class ChatCompletions:
    """A `Model` behind the chat-completions protocol; may be shared between threads.

    A call has `timeout` seconds in all. An error that may pass is tried once more, as long as nothing of a reply has come.
    """

    def __init__(
        self, *, model: str, api_key: str | None, base_url: str | None = None, timeout: float = TURN_SECONDS, pause: float = 0.5
    ) -> None:
        """`pause`: seconds before a second try, where the service asks for none. Raises NoKey, or WrongKey if it can be none."""
        key = (api_key or "").strip()
        if not key and not base_url:
            raise NoKey
        if not (key.isascii() and key.isprintable()):
            raise WrongKey
        self._model = model
        self._key = key or "none"
        self._base_url = base_url or None
        self._timeout = timeout
        self._pause = pause

    @property
    def name(self) -> str:
        return self._model

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        """The reply's text, piece by piece. Raises ModelError."""
        exchange, asked = self._exchange, _wire(messages)
        deadline = Deadline(self._timeout)
        first, rest = self._tries(deadline)(self._begun, exchange, asked, deadline)
        with closing(rest):
            yield first
            yield from rest

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        """The reply as a value of `schema`. Raises ModelError."""
        from interviewer.models.exchange import check_finish

        exchange, asked = self._exchange, _wire(messages)
        deadline = Deadline(self._timeout)
        reply = self._tries(deadline)(self._replied, exchange, asked, schema, deadline)
        check_finish(reply.finish or "stop")
        return strict_json.read(reply.text, schema)

    @cached_property
    def _exchange(self) -> "Exchange":
        # Imported here, because the openai package takes most of a second to load.
        from interviewer.models.exchange import Exchange
        from interviewer.models.faults import Service

        return Exchange(Service(self._model, self._base_url or OPENAI), self._key, own_server=self._base_url is not None)

    def _begun(
        self, exchange: "Exchange", asked: "list[WireMessage]", deadline: Deadline
    ) -> tuple[str, Generator[str, None, None]]:
        """The first piece of text and the rest: once there is text, nothing is tried again."""
        pieces = self._pieces(exchange, asked, deadline)
        first = next(pieces, None)
        if first is None:
            raise Malformed("The reply is empty.")
        return first, pieces

    def _pieces(self, exchange: "Exchange", asked: "list[WireMessage]", deadline: Deadline) -> Generator[str, None, None]:
        arriving = within(
            deadline,
            first_sign(self._timeout),
            lambda line: exchange.pieces(lambda dialect: dialect.streaming(asked), deadline, line),
        )
        with closing(arriving):
            yield from without_thinking(arriving)

    def _replied(self, exchange: "Exchange", asked: "list[WireMessage]", schema: type[BaseModel], deadline: Deadline) -> "Reply":
        arriving = within(
            deadline,
            self._timeout,
            lambda line: exchange.reply(lambda dialect: dialect.structured(asked, schema), deadline, line),
        )
        with closing(arriving):
            return next(arriving)

    def _tries(self, deadline: Deadline) -> Retrying:
        return Retrying(
            retry=retry_if_exception(_worth_another_try),
            wait=self._wait,
            stop=lambda state: state.attempt_number >= TRIES or state.upcoming_sleep >= deadline.left(),
            reraise=True,
        )

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome and state.outcome.exception()
        asked = error.retry_after if isinstance(error, RateLimited) else None
        return self._pause if asked is None else asked


def _worth_another_try(error: BaseException) -> bool:
    if isinstance(error, RateLimited) and (error.retry_after or 0) > LONGEST_WAIT:
        return False
    return isinstance(error, ModelError) and error.passing


def _wire(messages: "Sequence[BaseMessage]") -> "list[WireMessage]":
    return [{"role": _ROLES[message.type], "content": str(message.text)} for message in messages]
