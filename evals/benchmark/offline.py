"""The offline engine: answers of 200 words a second, what two processes do together, the first use, and memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

COUNT = 30
"""Answers a process has to assess."""


class Work(NamedTuple):
    """What one process took; seconds of processor time unless said otherwise."""

    content: float
    first_use: float
    each: list[float]
    wall: float
    megabytes: float

    @property
    def rate(self) -> float:
        """Answers per second of processor time."""
        return len(self.each) / sum(self.each)

    @property
    def wall_rate(self) -> float:
        return len(self.each) / self.wall


class Round(NamedTuple):
    alone: Work
    together: tuple[Work, Work]

    @property
    def scaling(self) -> float:
        """How much more two processes get done than one where each has a core to itself: counted in processor time."""
        return sum(work.rate for work in self.together) / self.alone.rate

    @property
    def wall_scaling(self) -> float:
        """The same by the clock; says something only on a machine that does nothing else."""
        return sum(work.wall_rate for work in self.together) / self.alone.wall_rate


def rounds(count: int) -> Iterator[Round]:
    """One process, then two at once, `count` times."""
    for _ in range(count):
        alone = _finished(_started(0))
        one, other = _started(0), _started(COUNT)
        yield Round(alone, (_finished(one), _finished(other)))


def _started(first: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "evals.benchmark.offline_worker", str(COUNT), str(first)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _finished(process: "subprocess.Popen[str]") -> Work:
    said, _ = process.communicate()
    return Work(**json.loads(said))
