"""One exchange with a chat-completions service over the openai SDK; whatever goes wrong leaves here under its own name."""

import json
import re
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from threading import Lock
from typing import Any

import httpx2
import openai
from openai.types.chat import ChatCompletionChunk
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
from interviewer.models.usage import Tally

LONGEST_BODY = 4_000_000
"""Bytes."""
LONGEST_TEXT = 200_000
"""Characters; far more than any reply that was asked for."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a character, which some servers split between two events; nothing can store or show one."""

Ask = Callable[[Dialect], dict[str, Any]]
"""Makes the request in the dialect that the service turns out to speak."""


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]


class Exchange:
    """Asks one service for one model, and remembers which dialect the service speaks; may be shared between threads."""

    def __init__(self, service: Service, api_key: str, own_server: bool, connect: float) -> None:
        """`connect`: seconds in which a connection must stand."""
        self._service = service
        self._api_key = api_key
        self._connect = connect
        self._dialect = Dialect.of(service.model, own_server)
        self._learning = Lock()

    @cached_property
    def _client(self) -> openai.OpenAI:
        # Not redirected: what is said goes to the service that was chosen, and only there.
        http = openai.DefaultHttpxClient(event_hooks={"request": [_watch]}, follow_redirects=False)
        return openai.OpenAI(api_key=self._api_key, base_url=self._service.base_url, max_retries=0, http_client=http)

    def learn(self, spoken: Dialect, poorer: Dialect) -> None:
        """Speaks `poorer` from now on, after `spoken` was not understood; another thread may have been first."""
        with self._learning:
            if self._dialect == spoken:
                self._dialect = poorer

    def pieces(self, ask: Ask, deadline: Deadline, line: Line, tally: Tally) -> Iterator[str]:
        """The reply's text as it comes, and an empty piece for each sign of life without text.

        Raises ModelError, but leaves it to the caller to see by `tally.finish` whether the reply is all there.
        """
        try:
            with self._naming(deadline), ExitStack() as held:
                for piece in self._arriving(self._asked(ask, deadline, line, held, tally), tally):
                    tally.say(piece)
                    if tally.length > LONGEST_TEXT:
                        raise Malformed("The reply is too long.")
                    yield piece
        except (Unreachable, Malformed, ServerTrouble, Truncated) as error:
            if tally.finish and tally.length <= LONGEST_TEXT:
                return  # Only the count was still to come.
            if tally.length and isinstance(error, Unreachable):
                raise Truncated from None
            raise

    @contextmanager
    def _naming(self, deadline: Deadline) -> Generator[None, None, None]:
        """The seam: inside it errors are the SDK's, outside they are ours."""
        try:
            yield
        except SEAM as error:
            raise named(error, self._service, deadline.seconds) from None

    def _asked(self, ask: Ask, deadline: Deadline, line: Line, held: ExitStack, tally: Tally) -> openai.APIResponse[Any]:
        """The response, its head read and its body not; asks anew in a poorer dialect while the service turns requests down."""
        while True:
            spoken = self._dialect
            request = ask(spoken)
            tally.ask(request["messages"])
            try:
                with line.opening():
                    response: openai.APIResponse[Any] = held.enter_context(self._created(request, deadline.left()))
            except (openai.BadRequestError, openai.UnprocessableEntityError, openai.InternalServerError) as error:
                self.learn(spoken, self._poorer(spoken, error))
            else:
                network = response.http_response.extensions.get("network_stream")
                held.enter_context(line.over(network and network.get_extra_info("socket")))
                return response

    def _created(self, request: dict[str, Any], seconds: float) -> Any:
        timeout = openai.Timeout(seconds, connect=min(self._connect, seconds))
        completions = self._client.chat.completions.with_streaming_response
        return completions.create(model=self._service.model, timeout=timeout, **request)

    def _poorer(self, spoken: Dialect, error: openai.APIStatusError) -> Dialect:
        """The next dialect to try; raises `error` when it is not about the request's form."""
        about_content = isinstance(of_body(error.body, self._service, error.status_code), ContextOverflow | Filtered)
        # A page of a proxy may say anything.
        told = error.status_code < 500 or isinstance(error.body, Mapping)
        poorer = spoken.without(objection(error)) if told and not about_content else None
        if poorer is None:
            raise error
        return poorer

    def _arriving(self, response: openai.APIResponse[Any], tally: Tally) -> Iterator[str]:
        kind = response.headers.get("content-type", "")
        if "json" in kind or "html" in kind:
            yield self._completion(response, tally)
            return
        for chunk in openai.Stream(cast_to=ChatCompletionChunk, response=response.http_response, client=self._client):
            tally.tell(chunk.usage)
            if chunk.choices:
                yield self._piece(chunk, tally)
            if tally.finish and tally.is_told:
                return
        if not tally.finish:
            raise Truncated

    def _piece(self, chunk: ChatCompletionChunk, tally: Tally) -> str:
        choice = chunk.choices[0]
        if choice.delta and choice.delta.refusal:
            raise Refused
        if choice.finish_reason:
            tally.finish = choice.finish_reason
        return _HALVES.sub("\N{REPLACEMENT CHARACTER}", (choice.delta and choice.delta.content) or "")

    def _completion(self, response: openai.APIResponse[Any], tally: Tally) -> str:
        """The text of a reply that came in one piece."""
        body = _body(response)
        match body.lstrip()[:1]:
            case b"" | b"<":  # Somebody else answers in its place.
                raise Unreachable(self._service.where)
            case b"{":
                said = json.loads(body)
            case _:
                raise Malformed("The reply is not a chat completion.")
        tally.tell(said.get("usage"))
        if said.get("error"):
            raise of_body(said["error"], self._service)
        choice = _Completion.model_validate(said).choices[0]
        if choice.message.refusal:
            raise Refused
        tally.finish = choice.finish_reason or "stop"
        return _HALVES.sub("\N{REPLACEMENT CHARACTER}", choice.message.content or "")


def _body(response: openai.APIResponse[Any]) -> bytes:
    """The whole body. Raises Malformed when it has no end in sight."""
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > LONGEST_BODY:
            raise Malformed("The reply is too long.")
    return bytes(body)


def _watch(request: httpx2.Request) -> None:
    """Lets whoever waits for this request know how far the connection is."""
    if line := Line.here.get():
        request.extensions["trace"] = line.watch


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
