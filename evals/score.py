"""What a suite found: measures with their intervals, and what is worth looking at."""

from typing import Literal

from evals.trial import SuiteName
from interviewer.rubric import Strict


class Metric(Strict):
    """One measure of a run."""

    name: str
    """For example ``verdict_qwk``; thresholds and comparisons refer to it."""
    value: float | None
    """None when there was nothing to measure."""
    low: float | None = None
    high: float | None = None
    """Bounds of the interval, clustered by story."""
    confidence: float = 0.95
    """Of the interval; 0.9 where it belongs to an equivalence test."""
    n: int
    """Items it rests on."""
    better: Literal["higher", "lower"] = "higher"


class Remark(Strict):
    """An item worth looking at: a disagreement, a violation."""

    trial: str
    what: str
    """A sentence."""
    weight: float = 1.0
    """The heaviest come first."""


class Score(Strict):
    """A suite's result."""

    suite: SuiteName
    metrics: tuple[Metric, ...]
    remarks: tuple[Remark, ...] = ()
    confusion: tuple[tuple[int, ...], ...] | None = None
    """Labelled verdicts by rows, given ones by columns, in the order of the scale."""
    unscored: int = 0

    def metric(self, name: str) -> Metric | None:
        return next((m for m in self.metrics if m.name == name), None)
