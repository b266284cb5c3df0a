"""What has to hold: one file, read by people and by CI."""

import datetime
from pathlib import Path
from typing import NamedTuple

from pydantic import model_validator

from evals.score import Metric, Score
from evals.trial import SuiteName
from interviewer.assessment import EngineName
from interviewer.files import parse_yaml, read_text
from interviewer.rubric import Strict

FILE = Path(__file__).parent / "thresholds.yaml"


class Known(Strict):
    """A fault that is known and not mended yet: the bound is missed, and must not be missed by more."""

    value: float
    """As measured, rounded to the bad side."""
    since: datetime.date

    def __str__(self) -> str:
        return f"known since {self.since:%-d %B %Y} at {self.value:g}"


class Threshold(Strict):
    """A bound for one measure; exactly one of `at_least` and `at_most`."""

    at_least: float | None = None
    at_most: float | None = None
    goal: float | None = None
    """Where it should get to; reported, never enforced."""
    known: Known | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> "Threshold":
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give at_least or at_most")
        if self.known and self.holds(self.known.value):
            raise ValueError("known is for a bound that does not hold; with this value it does")
        return self

    def holds(self, value: float) -> bool:
        return value >= self.at_least if self.at_least is not None else value <= (self.at_most or 0.0)

    def no_worse_than_known(self, value: float) -> bool:
        """Whether the bound is known to be missed by as much."""
        if self.known is None:
            return False
        return value >= self.known.value if self.at_least is not None else value <= self.known.value

    def __str__(self) -> str:
        return f"at least {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"


class Thresholds(Strict):
    """By engine, suite and measure."""

    local: dict[SuiteName, dict[str, Threshold]]
    llm: dict[SuiteName, dict[str, Threshold]]

    def of(self, engine: EngineName, suite: SuiteName) -> dict[str, Threshold]:
        return (self.local if engine == "local" else self.llm).get(suite, {})


class Crossed(NamedTuple):
    """A threshold that does not hold."""

    suite: SuiteName
    metric: Metric
    value: float
    threshold: Threshold

    @property
    def known(self) -> bool:
        """Whether it was missed by as much before: not passed, but no news either."""
        return self.threshold.no_worse_than_known(self.value)

    def __str__(self) -> str:
        known = self.threshold.known
        said = f"{self.suite}: {self.metric.name} is {self.value:.3f}, it has to be {self.threshold}"
        return f"{said} ({known})" if known else said


def read(file: Path = FILE) -> Thresholds:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Thresholds, file)


def crossed(scores: tuple[Score, ...], engine: EngineName, thresholds: Thresholds) -> list[Crossed]:
    """The measures of `scores` that do not hold, known or not; what could not be measured holds."""
    return [
        Crossed(score.suite, metric, metric.value, bound)
        for score in scores
        for name, bound in thresholds.of(engine, score.suite).items()
        if (metric := score.metric(name)) and metric.value is not None and not bound.holds(metric.value)
    ]


def mended(scores: tuple[Score, ...], engine: EngineName, thresholds: Thresholds) -> list[str]:
    """The bounds that hold and are still noted as known to be missed, as ``suite: measure``."""
    return [
        f"{score.suite}: {name}"
        for score in scores
        for name, bound in thresholds.of(engine, score.suite).items()
        if bound.known and (metric := score.metric(name)) and metric.value is not None and bound.holds(metric.value)
    ]
