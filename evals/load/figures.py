"""What came of a load: the figures, and which bounds they cross."""

from collections.abc import Sequence
from math import ceil
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from evals.load.steps import Step, Taken
from evals.load.watching import Sample

MOST_OWN_MILLISECONDS = 500
"""Bound on the 95th percentile of what the app itself takes of a turn."""
MOST_LAG_MILLISECONDS = 50
"""How late the generator may be itself (95th percentile) before its figures say more about it than about the app."""
Engine = Literal["local", "stub"]


class Asked(NamedTuple):
    """What load is wanted."""

    engine: Engine
    users: int
    minutes: float
    """After everybody has come."""
    pace: float
    """What think times are multiplied by; 0 is nobody thinking at all."""
    seed: int = 0
    processes: int = 1
    """Of the page, behind one database; each person stays with one of them."""


class Now(NamedTuple):
    """How it stands."""

    elapsed: float
    open: int
    interviews: int
    turns: int
    p95: float
    """Milliseconds of the app's own time, of the turns so far."""
    faults: int
    leaks: int
    sample: Sample | None


class Times(BaseModel):
    """Milliseconds that the app itself took for a step."""

    model_config = ConfigDict(frozen=True)

    count: int
    p50: float
    p95: float
    worst: float


class Figures(BaseModel):
    """The figures of one run. Times and processor time are of the minutes after everybody had come."""

    model_config = ConfigDict(frozen=True)

    engine: Engine
    users: int
    minutes: float
    pace: float
    processes: int
    interviews: int
    """Held from the page's opening to the assessment."""
    turns: int
    """In the time measured, as `times`."""
    sessions: int
    """Pages opened."""
    faults: dict[str, int]
    """What went wrong, and how often."""
    leaks: int
    """Interviews whose words were shown to somebody else, told to the model together with another's, or kept in another one."""
    differences: tuple[str, ...]
    """Interviews that are not kept as they were held."""
    times: dict[Step, Times]
    cpu_per_turn: float
    """Milliseconds of the server's processor time, with all that is done between turns."""
    cores: float
    """How many the server kept busy."""
    megabytes: float
    """The server's memory at its largest."""
    slope: float | None
    """Megabytes for every 100 interviews, after the first third of them."""
    threads: int
    other_cores: float
    """How many something else on this machine kept busy meanwhile; it makes the app late, too."""
    generator_cores: float
    generator_lag: float
    """Milliseconds, 95th percentile."""

    @property
    def turn_p95(self) -> float:
        return self.times["turn"].p95 if "turn" in self.times else 0.0

    @property
    def crossed(self) -> tuple[str, ...]:
        """The bounds that do not hold, as sentences."""
        told = []
        if self.faults:
            told.append(f"{sum(self.faults.values())} errors; there have to be none")
        if self.leaks:
            told.append(f"{self.leaks} interviews leaked into another; none may")
        if self.differences:
            told.append(f"{len(self.differences)} interviews are not kept as they were held")
        if not self.turns:
            told.append("no turn was taken in the time measured")
        if self.turn_p95 > MOST_OWN_MILLISECONDS:
            told.append(f"the app's own time is {self.turn_p95:.0f} ms at p95; it has to be at most {MOST_OWN_MILLISECONDS} ms")
        return tuple(told)

    @property
    def generator_is_late(self) -> bool:
        return self.generator_lag > MOST_LAG_MILLISECONDS


def times(taken: Sequence[Taken]) -> dict[Step, Times]:
    """By step; steps that never happened are left out."""
    steps: tuple[Step, ...] = ("open", "start", "turn", "assessment")
    return {step: _times([t.own * 1000 for t in taken if t.step == step]) for step in steps if any(t.step == step for t in taken)}


def _times(milliseconds: Sequence[float]) -> Times:
    return Times(
        count=len(milliseconds), p50=percentile(milliseconds, 50), p95=percentile(milliseconds, 95), worst=max(milliseconds)
    )


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many per cent are not above; 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)] if ordered else 0.0
