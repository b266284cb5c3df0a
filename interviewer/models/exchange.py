"""One exchange with a chat-completions service over the openai SDK; everything that goes wrong leaves here by its name."""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple, cast

import httpx2
import openai
from openai import Stream
from openai.types.chat import ChatCompletionChunk
from pydantic import BaseModel, TypeAdapter

from interviewer.models import faults
from interviewer.models.deadline import Deadline, Line
from interviewer.models.dialect import Dialect
from interviewer.models.errors import ContextOverflow, Filtered, Malformed, ModelError, Refused, ServerTrouble, Truncated, Unreachable

CONNECT_SECONDS = 5.0
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
"""Halves of a character that some servers split between two events; nothing could store or show them."""


class Whole(NamedTuple):
    """A reply that came in one piece."""

    text: str
    finish: str | None


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]


_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


class Exchange:
    """Asks one service for one model, and remembers which dialect it speaks."""

    def __init__(self, service: faults.Service, api_key: str, dialect: Dialect) -> None:
        self._service = service
        self._api_key = api_key
        self._dialect = dialect
        self._client: openai.OpenAI | None = None

    def pieces(self, ask: Callable[[Dialect], dict[str, Any]], deadline: Deadline, line: Line) -> Iterator[str]:
        """The reply's text as it comes, with an empty piece for a sign of life without text. Raises ModelError."""
        started = False
        with self._naming(deadline, lambda: started), self._asked(ask, deadline, line) as response:
            for piece in self._arriving(response):
                started = started or bool(piece)
                yield piece

    def whole(self, ask: Callable[[Dialect], dict[str, Any]], deadline: Deadline, line: Line) -> Iterator[Whole]:
        """The reply, once. Raises ModelError."""
        with self._naming(deadline), self._asked(ask, deadline, line) as response:
            yield self._completion(response)

    @contextmanager
    def _naming(self, deadline: Deadline, started: Callable[[], bool] = lambda: False) -> Generator[None, None, None]:
        """The seam. A line that goes dead in the middle of a text is a text that broke off."""
        try:
            yield
        except faults.SEAM as error:
            failure = faults.named(error, self._service, deadline.seconds)
            raise (Truncated() if started() and isinstance(failure, Unreachable) else failure) from None

    @contextmanager
    def _asked(
        self, ask: Callable[[Dialect], dict[str, Any]], deadline: Deadline, line: Line
    ) -> Generator[openai.APIResponse[Any], None, None]:
        """The response, headers read; asks again in a poorer dialect when the service turns the request down."""
        while True:
            manager = self._create(ask(self._dialect), deadline)
            try:
                response = manager.__enter__()
                break
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                poorer = self._dialect.without(faults.objection(error))
                if poorer is None or isinstance(faults.named(error, self._service, deadline.seconds), ContextOverflow | Filtered):
                    raise
                self._dialect = poorer
        with line.over(_socket(response.http_response)):
            try:
                yield response
            finally:
                response.close()
