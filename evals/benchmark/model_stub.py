"""A model in a process of its own, behind chat completions, that takes the time it is told to and keeps account of it.

``python -m evals.benchmark.model_stub`` prints its port; `Stub` starts it so. It judges nothing: every review finds nothing told,
every follow-up and every advice is the same sentence. How long it took for each request is told at ``/times``, because a busy
machine makes a model late too, and that is not the product's fault.
"""

import asyncio
import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from itertools import takewhile
from types import TracebackType
from typing import Any, Literal, Self
from urllib.request import urlopen

from interviewer.rubric import BASE_CRITERIA

QUESTION = (
    "Thank you, that helps me to follow the story. Looking back at all that you have just told me, what was the one step that "
    "you took yourself, and how did you find out that it had worked?"
)
ADVICE = "Say what you did yourself before you say what the others did, and end with what came of it."
Kind = Literal["review", "follow-up", "feedback"]


@dataclass(frozen=True)
class Pace:
    """Seconds."""

    review: float = 0.8
    first_token: float = 0.3
    token: float = 1 / 40
    feedback: float = 3.0


INSTANT = Pace(0, 0, 0, 0)


@dataclass(frozen=True)
class Request:
    """One request as it was served; seconds since it was read."""

    kind: Kind
    first: float
    """Until the first piece of its reply was sent; for a reply that is not streamed, the whole."""
    whole: float
    tokens: int
    """Of the reply, as this stub cuts it."""


class Stub:
    """The stub while the `with` block lasts."""

    def __init__(self, pace: Pace = INSTANT) -> None:
        paces = [str(getattr(pace, f.name)) for f in fields(pace)]
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", __name__, *paces], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        self._address = f"http://127.0.0.1:{int(self._process.stdout.readline())}"

    @property
    def base_url(self) -> str:
        return f"{self._address}/v1"

    def take_times(self) -> list[Request]:
        """The requests since this was last asked."""
        with urlopen(f"{self._address}/times") as reply:  # noqa: S310
            return [Request(**served) for served in json.load(reply)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()


def reply(body: dict[str, Any]) -> tuple[Kind, str]:
    """What is asked for, and the reply to it."""
    if "response_format" not in body:
        return "follow-up", QUESTION
    kind: Kind = "feedback" if "bar_raiser_thinks" in json.dumps(body["response_format"]) else "review"
    return kind, written(kind, _points(body["messages"]))


def written(kind: Kind, points: Sequence[str]) -> str:
    """A review in which nothing is met, or feedback that speaks to `points`."""
    if kind == "review":
        unmet = [{"criterion": c, "quotes": [], "comment": "Not told.", "rating": "no", "grounding": []} for c in BASE_CRITERIA]
        return json.dumps({"last_turn": "answer", "criteria": unmet, "red_flags": [], "disqualifications": []})
    improvements = [{"point": point, "text": ADVICE} for point in points]
    prose = {"summary": ADVICE, "bar_raiser_thinks": ADVICE, "strengths": [ADVICE]}
    return json.dumps({**prose, "improvements": improvements})


def _points(messages: list[dict[str, str]]) -> list[str]:
    """What the feedback is to speak to: the ids at the head of the lines that the last message ends with."""
    lines = takewhile(lambda line: line.startswith("- "), reversed(messages[-1]["content"].strip().splitlines()))
    return [line.split()[1] for line in lines][::-1]


class _Service:
    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._served: list[Request] = []

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, request after request, until the other side has enough."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: (\d+)", head)
                body = await reader.readexactly(int(length[1])) if length else b"{}"
                if head.startswith(b"GET"):
                    served, self._served = self._served, []
                    writer.write(_whole(json.dumps([asdict(request) for request in served])))
                else:
                    await self._answer(json.loads(body), writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(self, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        began = time.monotonic()
        kind, text = reply(body)
        tokens = re.findall(r"\s*\S{1,6}", text)
        if body.get("stream"):
            first = await self._stream(tokens, writer, began)
        else:
            await asyncio.sleep(self._pace.review if kind == "review" else self._pace.feedback)
            writer.write(_whole(json.dumps({"id": "c", "object": "chat.completion", "choices": [_choice("message", text)]})))
            first = time.monotonic() - began
        self._served.append(Request(kind, first, time.monotonic() - began, len(tokens)))

    async def _stream(self, tokens: list[str], writer: asyncio.StreamWriter, began: float) -> float:
        """Sends each token when it is due; returns the seconds until the first."""
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n")
        first = 0.0
        for number, token in enumerate(tokens):
            due = began + self._pace.first_token + number * self._pace.token
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            first = first or time.monotonic() - began
            writer.write(_event(_choice("delta", token, None)))
            await writer.drain()
        writer.write(_event(_choice("delta", "", "stop")) + _chunk(b"data: [DONE]\n\n") + b"0\r\n\r\n")
        return first


def _choice(name: str, text: str, finish: str | None = "stop") -> dict[str, Any]:
    return {"index": 0, name: {"role": "assistant", "content": text}, "finish_reason": finish}


def _event(choice: dict[str, Any]) -> bytes:
    told = {"id": "c", "object": "chat.completion.chunk", "choices": [choice]}
    return _chunk(f"data: {json.dumps(told)}\n\n".encode())


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _whole(body: str) -> bytes:
    data = body.encode()
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (len(data), data)


async def _serve(pace: Pace) -> None:
    server = await asyncio.start_server(_Service(pace).talk, "127.0.0.1", 0, limit=2**24)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(Pace(*map(float, sys.argv[1:]))))
