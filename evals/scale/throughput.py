"""How near a run with a model comes to what the service allows, and whether its memory grows with the number of answers."""

import asyncio
import json
import os
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from evals import running
from evals.benchmark.model_stub import Pace, Stub
from evals.trial import Recorded, Result, Trial, Unscored
from interviewer.recorded import Record
from interviewer.settings import Settings

SECONDS = 1.0
"""The stub takes for each reply."""
LOOKS = 20
"""How often memory is looked at in a run."""
_WARM = 0.25
"""The part of a run after which its memory is compared: pools and caches are full by then."""


class Throughput(NamedTuple):
    """What came of it."""

    answers: int
    failed: int
    calls: int
    """Requests to the stub, repairs included."""
    at_once: int
    seconds: float
    cpu: float
    """Seconds of this process."""
    bytes_each: float
    """Memory by which an answer more made the process larger, by least squares over the last three quarters of the run."""
    largest: int
    """Bytes, at most."""

    idle: float
    """Seconds that a client which does nothing with the replies takes for the same calls, as many at once and one after another
    for each answer, on this machine just afterwards."""

    steady: float
    """Answers a second without the first and the last tenth, when not all lines are in use yet or any more."""

    @property
    def steady_share(self) -> float:
        """Of the calls that fit into the lines in that time, while all are in use."""
        return self.steady * self.calls / self.answers * SECONDS / self.at_once

    @property
    def share(self) -> float:
        """Of the throughput that the stub allows."""
        return self.idle / self.seconds


def measure(records: Sequence[Record], answers: int, at_once: int, settings: Settings, folder: Path) -> Throughput:
    """A run of `answers` answers, made of `records` over and over; what it writes goes to `folder`."""
    sizes: list[tuple[int, int]] = []
    ends: list[float] = []
    failed = 0
    with Stub(Pace(review=SECONDS, feedback=SECONDS)) as stub, (folder / "results.jsonl").open("w", encoding="utf-8") as file:
        served = settings.model_copy(update={"openai_base_url": stub.base_url, "openai_api_key": "none", "model": "stub"})
        _warm_up(records, served, folder)
        stub.take_times()
        began, used = time.perf_counter(), time.process_time()
        for number, result in enumerate(running.run(_trials(records, answers), "llm", served, folder / "replies", at_once), 1):
            ends.append(time.perf_counter())
            failed += isinstance(result.outcome, Unscored)
            file.write(result.model_dump_json() + "\n")
            if number % (answers // LOOKS or 1) == 0:
                sizes.append((number, resident()))
        seconds, cpu = time.perf_counter() - began, time.process_time() - used
        calls = len(stub.take_times())
        idle = asyncio.run(_idle(stub.base_url, spread(calls, answers), at_once))
    largest = max(size for _, size in sizes)
    edge = answers // 10
    steady = (answers - 2 * edge) / (ends[answers - edge - 1] - ends[edge - 1])
    each = slope([s for s in sizes if s[0] > _WARM * answers])
    return Throughput(answers, failed, calls, at_once, seconds, cpu, each, largest, idle, steady)


def resident() -> int:
    """Bytes of memory this process has; the most it ever had, where the system tells no more."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _trials(records: Sequence[Record], answers: int) -> Iterator[Trial]:
    for number in range(answers):
        record = records[number % len(records)]
        told = record.model_copy(update={"answer": f"{record.answer} That is case {number}.", "follow_ups": ()})
        yield Trial(id=f"scale/{number}", suite="agreement", story=str(number), task=Recorded(record=told))


def spread(calls: int, answers: int) -> list[int]:
    """How many calls each answer took, those that took one more than others among them evenly."""
    return [calls * (n + 1) // answers - calls * n // answers for n in range(answers)]


async def _idle(base_url: str, answers: Sequence[int], at_once: int) -> float:
    """Seconds in which `at_once` lines take turns with the answers, and wait for as many replies for each as it took calls."""
    asked = json.dumps({"messages": [{"role": "user", "content": "-"}], "response_format": {}}).encode()
    request = b"POST /v1/chat/completions HTTP/1.1\r\ncontent-length: %d\r\n\r\n%b" % (len(asked), asked)

    waiting = iter(answers)

    async def line() -> None:
        host = urlsplit(base_url)
        reader, writer = await asyncio.open_connection(host.hostname, host.port)
        for calls in waiting:
            for _ in range(calls):
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                await reader.readexactly(int(head.rpartition(b"content-length:")[2].split()[0]))
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(line() for _ in range(at_once)))
    return time.perf_counter() - began


def _warm_up(records: Sequence[Record], settings: Settings, folder: Path) -> None:
    """What is imported and compiled once is none of an answer's cost."""
    _: list[Result] = list(running.run(_trials(records, 1), "llm", settings, folder / "warm", 1))


def slope(points: Sequence[tuple[int, int]]) -> float:
    count = len(points)
    if count < 2:
        return 0.0
    x, y = sum(p[0] for p in points) / count, sum(p[1] for p in points) / count
    return sum((p[0] - x) * (p[1] - y) for p in points) / sum((p[0] - x) ** 2 for p in points)
