"""A model behind the chat-completions protocol that takes its time as a real one does, and says back the secret word it was told.

It runs in the load generator's own process, so that what it took for each interview can be taken off to the millisecond.
"""

import asyncio
import json
import re
import time
from collections import defaultdict
from types import TracebackType
from typing import Any, Self

from evals.benchmark.model_stub import ADVICE, Pace, reply
from evals.load import marks

_TOKEN = re.compile(r"\s*\S{1,6}")


class Model:
    """The service while the `async with` block lasts."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._taken: defaultdict[str, float] = defaultdict(float)
        self.mixed = 0
        """Requests in which more than one interview's words stood."""
        self.calls = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=2**24)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.close()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"

    def take_seconds(self, mark: str) -> float:
        """How long the requests about `mark` took together, since this was last asked."""
        return self._taken.pop(mark, 0.0)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, request after request, until the other side has enough."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = re.search(rb"(?i)content-length: (\d+)", head)
                await self._answer(await reader.readexactly(int(length[1]) if length else 0), writer)
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            writer.close()

    async def _answer(self, body: bytes, writer: asyncio.StreamWriter) -> None:
        began = time.monotonic()
        self.calls += 1
        told = marks.foreign(body, "")
        self.mixed += len(told) != 1
        mark = min(told, default="")
        asked = json.loads(body)
        kind, text = reply(asked)
        text = _with(mark, text)
        if asked.get("stream"):
            await self._stream(text, writer, began)
        else:
            await asyncio.sleep(self._pace.review if kind == "review" else self._pace.feedback)
            writer.write(_whole({"choices": [_choice("message", text, "stop")], "usage": _usage(body, text)}))
        self._taken[mark] += time.monotonic() - began
        await writer.drain()

    async def _stream(self, text: str, writer: asyncio.StreamWriter, began: float) -> None:
        """Sends each token when it is due."""
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n")
        tokens: list[str] = _TOKEN.findall(text)
        for number, token in enumerate(tokens):
            due = began + self._pace.first_token + number * self._pace.token
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            writer.write(_event({"choices": [_choice("delta", token, None)]}))
        writer.write(_event({"choices": [_choice("delta", "", "stop")]}))
        writer.write(_event({"choices": [], "usage": _usage(b"", text)}) + _chunk(b"data: [DONE]\n\n") + b"0\r\n\r\n")


def _with(mark: str, text: str) -> str:
    """`text` as if whoever wrote it had read what was said: the word in the follow-up, in the feedback, and as evidence."""
    if text.startswith("{"):
        written = json.loads(text.replace(ADVICE, f"{ADVICE} You called it {mark}."))
        for finding in written.get("criteria", [])[:1]:
            finding.update(quotes=[f"Among ourselves we called it {mark}"], rating="partly", comment=f"You name {mark}.")
        return json.dumps(written)
    return f"You called it {mark}. {text}"


def _choice(name: str, text: str, finish: str | None) -> dict[str, Any]:
    return {"index": 0, name: {"role": "assistant", "content": text}, "finish_reason": finish}


def _usage(body: bytes, text: str) -> dict[str, int]:
    return {"prompt_tokens": len(body) // 4, "completion_tokens": len(text) // 4, "total_tokens": (len(body) + len(text)) // 4}


def _event(told: dict[str, Any]) -> bytes:
    return _chunk(f"data: {json.dumps({'id': 'c', 'object': 'chat.completion.chunk', **told})}\n\n".encode())


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _whole(told: dict[str, Any]) -> bytes:
    data = json.dumps({"id": "c", "object": "chat.completion", **told}).encode()
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (len(data), data)
