"""One exchange with a chat-completions service over the openai SDK; whatever goes wrong leaves here under its own name."""

import json
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from typing import Any, NamedTuple

import openai
from openai.resources.chat import Completions
from pydantic import BaseModel

from interviewer.models.deadline import Deadline, Line
from interviewer.models.dialect import Dialect
from interviewer.models.errors import (
    ContextOverflow,
    Filtered,
    Malformed,
    Refused,
    ServerTrouble,
    Truncated,
    Unreachable,
)
from interviewer.models.faults import SEAM, Service, named, objection, of_body

CONNECT_SECONDS = 5.0
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a character, which some servers split between two events; nothing can store or show one."""

Ask = Callable[[Dialect], dict[str, Any]]
"""Makes the request in the dialect that the service turns out to speak."""


class Reply(NamedTuple):
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


class Exchange:
    """Asks one service for one model, and remembers which dialect the service speaks."""

    def __init__(self, service: Service, api_key: str, own_server: bool) -> None:
        self._service = service
        self._api_key = api_key
        self._dialect = Dialect.of(service.model, own_server)

    @cached_property
    def _completions(self) -> Completions:
        return openai.OpenAI(api_key=self._api_key, base_url=self._service.base_url, max_retries=0).chat.completions

    def pieces(self, ask: Ask, deadline: Deadline, line: Line) -> Iterator[str]:
        """The reply's text as it comes, and an empty piece for each sign of life without text. Raises ModelError."""
        started = False
        try:
            with self._naming(deadline), ExitStack() as held:
                for piece in self._arriving(self._asked(ask, deadline, line, held)):
                    started = started or bool(piece)
                    yield piece
        except Unreachable:
            if started:
                raise Truncated from None
            raise

    def reply(self, ask: Ask, deadline: Deadline, line: Line) -> Iterator[Reply]:
        """The reply, once. Raises ModelError, but leaves it to the caller to see whether the reply is all there."""
        with self._naming(deadline), ExitStack() as held:
            yield self._completion(self._asked(ask, deadline, line, held))

    @contextmanager
    def _naming(self, deadline: Deadline) -> Generator[None, None, None]:
        """The seam: inside it errors are the SDK's, outside they are ours."""
        try:
            yield
        except SEAM as error:
            raise named(error, self._service, deadline.seconds) from None

    def _asked(self, ask: Ask, deadline: Deadline, line: Line, held: ExitStack) -> openai.APIResponse[Any]:
        """The response, its head read and its body not; asks anew in a poorer dialect while the service turns requests down."""
        while True:
            try:
                response: openai.APIResponse[Any] = held.enter_context(self._created(ask(self._dialect), deadline.left()))
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                self._dialect = self._poorer(error)
            else:
                network = response.http_response.extensions.get("network_stream")
                held.enter_context(line.over(network and network.get_extra_info("socket")))
                return response

    def _created(self, request: dict[str, Any], seconds: float) -> Any:
        timeout = openai.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        return self._completions.with_streaming_response.create(model=self._service.model, timeout=timeout, **request)

    def _poorer(self, error: openai.APIStatusError) -> Dialect:
        """The next dialect to try; raises `error` when it is not about the request's form."""
        about_content = isinstance(of_body(error.body, self._service, error.status_code), ContextOverflow | Filtered)
        poorer = None if about_content else self._dialect.without(objection(error))
        if poorer is None:
            raise error
        return poorer

    def _arriving(self, response: openai.APIResponse[Any]) -> Iterator[str]:
        kind = response.headers.get("content-type", "")
        if "json" in kind or "html" in kind:
            whole = self._completion(response)
            yield whole.text
            return check_finish(whole.finish or "stop")
        for chunk in response.parse():
            if not chunk.choices:
                continue
            choice = chunk.choices[0]
            if choice.delta and choice.delta.refusal:
                raise Refused
            yield _HALVES.sub("\N{REPLACEMENT CHARACTER}", (choice.delta and choice.delta.content) or "")
            if choice.finish_reason:
                return check_finish(choice.finish_reason)
        raise Truncated

    def _completion(self, response: openai.APIResponse[Any]) -> Reply:
        body = response.read()
        if not body.lstrip().startswith(b"{"):
            raise Unreachable(self._service.where)
        said = json.loads(body)
        if said.get("error"):
            raise of_body(said["error"], self._service)
        choice = _Completion.model_validate(said).choices[0]
        if choice.message.refusal:
            raise Refused
        return Reply(choice.message.content or "", choice.finish_reason)


def check_finish(reason: str) -> None:
    """Raises Truncated, Filtered, ServerTrouble or Malformed when a reply ended before everything was said."""
    match reason:
        case "length" | "max_tokens":
            raise Truncated
        case "content_filter":
            raise Filtered
        case "error":
            raise ServerTrouble
        case "tool_calls" | "function_call":
            raise Malformed("The reply calls a tool instead of answering.")
