"""The adapter for OpenAI and every compatible server: chat completions, one deadline for a whole call, at most one second try."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel
from tenacity import RetryCallState, Retrying, retry_if_exception

from interviewer.models import strict_json
from interviewer.models.deadline import Connecting, Deadline, Turn, within
from interviewer.models.door import LONGEST_WAIT, Door
from interviewer.models.errors import Malformed, ModelError, NoKey, RateLimited, ServerTrouble, TimedOut, WrongKey
from interviewer.models.thinking import without_thinking
from interviewer.models.usage import Tally

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

    from interviewer.models.dialect import Dialect, WireMessage
    from interviewer.models.exchange import Ask, Exchange
    from interviewer.models.faults import Service

S = TypeVar("S", bound=BaseModel)

OPENAI = "https://api.openai.com/v1"
TURN_SECONDS = 60.0
CONNECT_SECONDS = 5.0
FIRST_SIGN_SECONDS = 20.0
COUNT_SECONDS = 1.0
"""How long a reply that is all there is kept for the sake of what it used."""
TRIES = 2
_ROLES = {"system": "system", "human": "user", "ai": "assistant"}


def first_sign(timeout: float) -> float:
    """Seconds to wait for the first sign of a reply; who raised the deadline has a slow server and waits as long as that."""
    return timeout if timeout > TURN_SECONDS else min(FIRST_SIGN_SECONDS, timeout)


class _Reply(NamedTuple):
    text: str
    finish: str


class ChatCompletions:
    """A `Model` behind the chat-completions protocol; may be shared between threads.

    A call has `timeout` seconds in all, or what is left of them to its turn (see `deadline.Turn`). An error that may pass is
    tried once more, as long as nothing of a reply has come. What each request used is noted (see `usage.metered`).
    """

    def __init__(
        self,
        *,
        model: str,
        api_key: str | None,
        base_url: str | None = None,
        timeout: float = TURN_SECONDS,
        connect: float = CONNECT_SECONDS,
        pause: float = 0.5,
        door: Door | None = None,
    ) -> None:
        """`connect`: seconds in which a connection must stand. `pause`: seconds before a second try, where the service asks for
        none. `door`: the one it shares with others.

        Raises NoKey, or WrongKey if it can be none.
        """
        key = (api_key or "").strip()
        if not key and not base_url:
            raise NoKey
        if not (key.isascii() and key.isprintable()):
            raise WrongKey
        self._model = model
        self._key = key or "none"
        self._base_url = base_url or None
        self._timeout = timeout
        self._connect = connect
        self._pause = pause
        self._door = door or Door()

    @property
    def name(self) -> str:
        return self._model

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        """The reply's text, piece by piece. Raises ModelError."""
        asked = _wire(messages)
        deadline = Turn.due(self._timeout)
        first, rest = self._tries(deadline)(self._begun, lambda dialect: dialect.streaming(asked), deadline)
        with closing(rest):
            yield first
            yield from rest

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        """The reply as a value of `schema`. Raises ModelError.

        The first such call also finds out whether the service keeps to a schema that it accepts: a reply that breaks it in a way
        no service that keeps to it could have, is asked for anew in the next less binding form, which is then spoken for good.
        """
        from interviewer.models.exchange import check_finish

        asked = _wire(messages)
        deadline = Turn.due(self._timeout)
        spoken: list[Dialect] = []

        def ask(dialect: "Dialect") -> dict[str, object]:
            spoken.append(dialect)
            return dialect.structured(asked, schema)

        while True:
            reply = self._tries(deadline)(self._replied, ask, deadline)
            check_finish(reply.finish)
            try:
                return strict_json.read(reply.text, schema)
            except Malformed:
                looser = spoken[-1].looser() if strict_json.is_unbound(reply.text, schema) else None
                if looser is None:
                    raise
            self._exchange.learn(spoken[-1], looser)

    @cached_property
    def _service(self) -> "Service":
        from interviewer.models.faults import Service

        return Service(self._model, self._base_url or OPENAI)

    @cached_property
    def _exchange(self) -> "Exchange":
        # Imported here, because the openai package takes most of a second to load.
        from interviewer.models.exchange import Exchange

        return Exchange(self._service, self._key, own_server=self._base_url is not None, connect=self._connect)

    def _begun(self, ask: "Ask", deadline: Deadline) -> tuple[str, Generator[str, None, None]]:
        """The first piece of text and the rest: once there is text, nothing is tried again."""
        pieces = self._spoken(ask, deadline)
        first = next(pieces, None)
        if first is None:
            raise Malformed("The reply is empty.")
        return first, pieces

    def _spoken(self, ask: "Ask", deadline: Deadline) -> Generator[str, None, None]:
        from interviewer.models.exchange import check_finish

        tally = Tally(self._model)
        with closing(self._pieces(ask, deadline, first_sign(self._timeout), tally)) as arriving:
            yield from without_thinking(arriving)
        check_finish(tally.finish or "stop")

    def _replied(self, ask: "Ask", deadline: Deadline) -> _Reply:
        tally = Tally(self._model)
        with closing(self._pieces(ask, deadline, self._timeout, tally)) as arriving:
            text, finish = "".join(arriving), tally.finish or "stop"
        if finish == "stop" and not text.strip():
            raise Malformed("The reply is empty.")
        return _Reply(text, finish)

    def _pieces(self, ask: "Ask", deadline: Deadline, first: float, tally: Tally) -> Generator[str, None, None]:
        """One request's reply as it comes, the first piece within `first` seconds."""
        exchange, connecting, own = self._exchange, Connecting(self._service.where, self._connect), copy(deadline)
        with self._door.entered(deadline):
            arriving = within(own, first, lambda line: exchange.pieces(ask, deadline, line, tally), connecting)
            try:
                with closing(arriving):
                    yield from _until_counted(arriving, own, tally)
            except (RateLimited, ServerTrouble) as error:
                if (rest := self._rest(error)) is not None:
                    self._door.rest(rest)
                raise
            finally:
                tally.note()

    def _tries(self, deadline: Deadline) -> Retrying:
        return Retrying(
            retry=retry_if_exception(_worth_another_try),
            wait=self._wait,
            stop=lambda state: state.attempt_number >= TRIES or state.upcoming_sleep >= deadline.left(),
            reraise=True,
        )

    def _wait(self, state: RetryCallState) -> float:
        """Seconds; none where everybody waits at the door."""
        error = state.outcome and state.outcome.exception()
        return 0.0 if error and self._rest(error) is not None else self._pause

    def _rest(self, error: BaseException) -> float | None:
        """Seconds for which a service asked everybody to stay away; None when it did not."""
        if isinstance(error, RateLimited) and error.retry_after is None:
            return self._pause
        return error.retry_after if isinstance(error, RateLimited | ServerTrouble) else None


def _until_counted(arriving: Iterator[str], deadline: Deadline, tally: Tally) -> Iterator[str]:
    """Everything that arrives; what comes after the end of the reply, its count, for a short time only."""
    try:
        for piece in arriving:
            yield piece
            if tally.finish:
                deadline.end_within(COUNT_SECONDS)
    except TimedOut:
        if not tally.finish:
            raise


def _worth_another_try(error: BaseException) -> bool:
    if isinstance(error, RateLimited | ServerTrouble) and (error.retry_after or 0) > LONGEST_WAIT:
        return False
    return isinstance(error, ModelError) and error.passing


def _wire(messages: "Sequence[BaseMessage]") -> "list[WireMessage]":
    return [{"role": _ROLES[message.type], "content": str(message.text)} for message in messages]
