"""A chat-completions service on loopback that says what it is told to, and fails in every way a real one has been seen to.

::

    with Stub() as stub:
        stub.replies(failure(503), text("Hello"))
        ...  # ask the service at stub.base_url
        assert len(stub.requests) == 2

Replies are used up in order; then `stub.default` answers, for good. It sends each reply streamed or whole, as the request asks.
Nothing in it sleeps: what stalls or drips does so until the `with` block ends.
"""

import json
import socket
import struct
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


class Step(Enum):
    """What a service does besides sending bytes."""

    STALL = auto()
    """Say nothing more, and keep the line open."""
    CUT = auto()
    """Close the line, whatever was announced."""
    RESET = auto()
    """Drop the line the hard way."""
    DEAF = auto()
    """Say nothing at all, not even a head, and keep the line open."""
    HANG_UP = auto()
    """Close the line without a head."""


_WORDLESS = (Step.RESET, Step.DEAF, Step.HANG_UP)


@dataclass(frozen=True)
class Drip:
    """The same bytes again and again, without end."""

    bytes: bytes


Part = bytes | Step | Drip


class Framing(Enum):
    """How the other side knows that the body has ended."""

    LENGTH = auto()
    CHUNKED = auto()
    CLOSE = auto()


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    """By lower-case name."""
    body: dict[str, Any]

    @property
    def streamed(self) -> bool:
        return bool(self.body.get("stream"))

    @property
    def messages(self) -> list[dict[str, str]]:
        return list(self.body["messages"])


@dataclass(frozen=True)
class Answer:
    """A response, byte for byte."""

    parts: tuple[Part, ...]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "application/json"})
    framing: Framing = Framing.LENGTH


Reply = Answer | Callable[[Seen], Answer]


Used = dict[str, object]


def usage(input: int, output: int, cached: int | None = None) -> Used:
    """What a reply used, as the protocol has it."""
    details = {} if cached is None else {"prompt_tokens_details": {"cached_tokens": cached}}
    return {"prompt_tokens": input, "completion_tokens": output, "total_tokens": input + output, **details}


def text(content: str | None, finish: str | None = "stop", usage: Used | None = None, **message: object) -> Reply:
    """A normal reply, streamed word by word where that is asked for; `message` adds fields to it.

    What it used is told in a stream only if that was asked for, as real services do.
    """

    def answer(seen: Seen) -> Answer:
        if not seen.streamed:
            return whole(content, finish, usage, **message)
        words = (content or "").split(" ")
        counted = [event({"choices": [], "usage": usage})] if usage and seen.body.get("stream_options") else []
        return events(*(delta(w if i == 0 else f" {w}") for i, w in enumerate(words)), end(finish, *counted))

    return answer


def value(content: object, usage: Used | None = None) -> Reply:
    """A reply that is JSON."""
    return text(json.dumps(content), usage=usage)


def whole(content: object, finish: str | None = "stop", usage: Used | None = None, **message: object) -> Answer:
    """A reply in one piece."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content, **message}, "finish_reason": finish}
    counted = {"usage": usage} if usage else {}
    return raw(json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice], **counted}))


def raw(body: str, status: int = 200, kind: str = "application/json", **headers: str) -> Answer:
    """Any body."""
    return Answer((body.encode(),), status, {"content-type": kind} | {k.replace("_", "-"): v for k, v in headers.items()})


def failure(status: int, code: str | None = None, message: str = "No.", param: str | None = None, **headers: str) -> Answer:
    """An error page as the protocol has it."""
    error = {"message": message, "type": "error", "param": param, "code": code}
    return raw(json.dumps({"error": error}), status, **headers)


def event(data: object) -> bytes:
    """One event of a stream."""
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def chunk(delta: dict[str, object], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return event({"id": "c1", "object": "chat.completion.chunk", "choices": [choice]})


def delta(content: str) -> bytes:
    """The event that carries some text."""
    return chunk({"content": content})


def end(finish: str | None = "stop", *counted: bytes) -> bytes:
    """The events that end a stream, with that of what it used if there is one."""
    return (chunk({}, finish) if finish else b"") + b"".join(counted) + b"data: [DONE]\n\n"


def events(*parts: Part, framing: Framing = Framing.CHUNKED) -> Answer:
    """A stream of these parts."""
    return Answer(parts, headers={"content-type": "text/event-stream"}, framing=framing)


class _Gone(Exception):
    """The line is to be closed at once."""


class Stub:
    """The service; start it with `with`."""

    def __init__(self) -> None:
        self.requests: list[Seen] = []
        self.default: Reply = text("Thank you. What happened then?")
        self.hung_up = threading.Event()
        """Set when somebody closed the line while they were still being told something."""
        self.released = threading.Event()
        """Set at the end, for whatever still stalls."""
        self._replies: deque[Reply] = deque()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.stub = self

    @property
    def base_url(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/v1"

    def replies(self, *replies: Reply) -> None:
        """What to answer next, in this order; takes the place of what was set before."""
        self._replies = deque(replies)

    def answer(self, seen: Seen) -> Answer:
        self.requests.append(seen)
        reply = self._replies.popleft() if self._replies else self.default
        return reply if isinstance(reply, Answer) else reply(seen)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), name="stub", daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    stub: Stub

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # Callers here hang up whenever they like.
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        stub = self.server.stub
        answer = stub.answer(Seen(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        try:
            self._send(answer)
        except _Gone:
            self.close_connection = True
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
            stub.hung_up.set()

    def _send(self, answer: Answer) -> None:
        if not (answer.parts and answer.parts[0] in _WORDLESS):
            self._send_head(answer)
        for part in answer.parts:
            self._send_part(part, answer.framing)
        if answer.framing is Framing.CHUNKED:
            self.wfile.write(b"0\r\n\r\n")

    def _send_head(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, content in answer.headers.items():
            self.send_header(name, content)
        match answer.framing:
            case Framing.LENGTH:
                surplus = 0 if all(isinstance(p, bytes) for p in answer.parts) else 1000
                self.send_header("content-length", str(sum(len(p) for p in answer.parts if isinstance(p, bytes)) + surplus))
            case Framing.CHUNKED:
                self.send_header("transfer-encoding", "chunked")
            case Framing.CLOSE:
                self.send_header("connection", "close")
        self.end_headers()

    def _send_part(self, part: Part, framing: Framing) -> None:
        released = self.server.stub.released
        match part:
            case Step.STALL | Step.DEAF:
                released.wait()
                raise _Gone
            case Step.CUT | Step.HANG_UP:
                raise _Gone
            case Step.RESET:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                raise _Gone
            case Drip(drop):
                while not released.wait(0.02):
                    self._write(drop, framing)
                raise _Gone
            case bytes(sent):
                self._write(sent, framing)

    def _write(self, sent: bytes, framing: Framing) -> None:
        if framing is Framing.CHUNKED:
            sent = b"%x\r\n%b\r\n" % (len(sent), sent)
        self.wfile.write(sent)

    def log_message(self, format: str, *args: object) -> None:
        """Stays silent: what passes here may be somebody's words."""
