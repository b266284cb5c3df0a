"""What processes cost while they run: processor time and memory, from Linux's /proc."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_PAGE_MEGABYTES = os.sysconf("SC_PAGE_SIZE") / 2**20
_TICKS = os.sysconf("SC_CLK_TCK")


class Sample(NamedTuple):
    at: float
    """Seconds, on the monotonic clock."""
    cpu: float
    """Seconds of processor time since the processes began, of all their threads."""
    machine: float
    """The same of everything that runs on this machine, since it began."""
    megabytes: float
    """Of their memory that are in use (resident)."""
    threads: int
    interviews: int
    """Finished until then."""
    open: int
    """Pages open."""


def sample(pids: Sequence[int], interviews: int, open: int) -> Sample:
    """Of the processes `pids` together."""
    used = [_used(pid) for pid in pids]
    cpu, megabytes = sum(u.cpu for u in used), sum(u.megabytes for u in used)
    return Sample(time.monotonic(), cpu, _machine(), megabytes, sum(u.threads for u in used), interviews, open)


class _Used(NamedTuple):
    cpu: float
    megabytes: float
    threads: int


def _used(pid: int) -> _Used:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    # After the command's name: utime and stime are fields 14 and 15 of proc(5), num_threads is 20, rss is 24.
    return _Used((int(fields[11]) + int(fields[12])) / _TICKS, int(fields[21]) * _PAGE_MEGABYTES, int(fields[17]))


def _machine() -> float:
    times = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    # user, nice, system, idle, iowait, irq, softirq, steal.
    return (sum(times) - times[3] - times[4]) / _TICKS


def slope(points: Sequence[tuple[float, float]]) -> float | None:
    """By how much the second coordinate grows with each unit of the first (least squares); None where the first never changes."""
    if len(points) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else None
