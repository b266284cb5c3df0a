"""The part of the trials that every change is judged by, and what was measured on it when that was last looked at.

The baseline is small enough to be kept beside the code: of each measure that has a bound its value, and its values on stories
drawn with replacement, the same draws each time. So a later run is compared with it pair by pair, as two whole runs are.
"""

import datetime
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from evals import dataset
from evals.comparing import Difference
from evals.measuring import Sample, sampling
from evals.score import Metric
from evals.scoring import SUITES
from evals.statistics import SEED
from evals.thresholds import Thresholds
from evals.trial import Result, SuiteName, Trial
from interviewer.files import parse_yaml, read_text
from interviewer.library import Library
from interviewer.rubric import Strict

FILE = Path(__file__).parent / "gate.yaml"
BASELINE = Path(__file__).parent / "baseline.json"
DRAWS = 200
DIGITS = 4
"""Figures are rounded to so many, before and after: what differs by less differs by the machine."""


class Part(Strict):
    """Which trials."""

    dataset: Path
    """Beside the file."""
    stories: dict[SuiteName, int]


class Kept(Strict):
    """One measure."""

    value: float | None
    better: Literal["higher", "lower"]
    draws: tuple[float | None, ...]
    """Its value on each draw of stories; empty for a measure that stories cannot be drawn for."""


class KeptSuite(Strict):
    trials: str
    """A hash of their names; draws of the stories of others cannot be compared."""
    measures: dict[str, Kept]


class Baseline(Strict):
    """What was measured, and when."""

    made: datetime.date
    suites: dict[SuiteName, KeptSuite]

    def written(self) -> str:
        """As JSON with a line for each field, so that a change of it can be read."""
        return re.sub(r"\[[^\]]*\]", lambda draws: " ".join(draws[0].split()), self.model_dump_json(indent=1)) + "\n"


def read(file: Path = FILE) -> Part:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Part, file)


def read_baseline(file: Path = BASELINE) -> Baseline:
    """Raises ContentError when there is none, or one of another form."""
    return parse_yaml(read_text(file), Baseline, file)


def trials(part: Part, library: Library) -> list[Trial]:
    """The trials of the stories that are drawn, every suite's in turn. Raises ContentError when the dataset cannot be read."""
    data = dataset.read([FILE.parent / part.dataset])
    return [t for suite, number in part.stories.items() for t in _drawn(list(SUITES[suite].trials(data, library, 1)), number)]


def _drawn(some: Sequence[Trial], number: int) -> Iterator[Trial]:
    names = sorted({t.story for t in some}, key=lambda name: hashlib.sha256(name.encode()).digest())[:number]
    return (t for t in some if t.story in names)


def baseline(results: Sequence[Result], bounds: Thresholds, made: datetime.date) -> Baseline:
    """What `results` of the offline engine come to, by every measure that has a bound."""
    suites = {suite: [r for r in results if r.trial.suite == suite] for suite in SUITES}
    return Baseline(made=made, suites={s: _kept(s, own, set(bounds.of("local", s))) for s, own in suites.items() if own})


def _kept(suite: SuiteName, results: Sequence[Result], bounded: set[str]) -> KeptSuite:
    with sampling() as samples:
        score = SUITES[suite].score(results)
    stories = sorted({r.story for r in results})
    draws = np.random.default_rng(SEED).integers(len(stories), size=(DRAWS, len(stories)))
    drawn = [[stories[n] for n in draw] for draw in draws]
    return KeptSuite(
        trials=hashlib.sha256("\n".join(sorted(r.trial.id for r in results)).encode()).hexdigest()[:12],
        measures={m.name: _measure(m, samples.get(m.name), drawn) for m in score.metrics if m.name in bounded},
    )


def _measure(metric: Metric, sample: Sample | None, drawn: Sequence[Sequence[str]]) -> Kept:
    value, draws = (metric.value, []) if sample is None else (sample.value(), [sample.of(stories) for stories in drawn])
    return Kept(value=_rounded(value), better=metric.better, draws=tuple(map(_rounded, draws)))


def _rounded(value: float | None) -> float | None:
    return None if value is None or np.isnan(value) else round(float(value), DIGITS)


def other_trials(before: Baseline, after: Baseline) -> list[SuiteName]:
    """The suites whose trials are not those of the baseline, so that nothing can be said of them."""
    return [suite for suite, kept in after.suites.items() if not (b := before.suites.get(suite)) or b.trials != kept.trials]


def differences(before: Baseline, after: Baseline) -> Iterator[Difference]:
    """Every measure's change, with its interval, in the suites that judged the same trials."""
    other = other_trials(before, after)
    for suite, kept in after.suites.items():
        for name, measure in kept.measures.items():
            if suite not in other and name in before.suites[suite].measures:
                yield _difference(suite, name, before.suites[suite].measures[name], measure)


def _difference(suite: SuiteName, name: str, before: Kept, after: Kept) -> Difference:
    changes = [b - a for a, b in zip(before.draws, after.draws, strict=False) if a is not None and b is not None]
    low, high = (round(float(p), DIGITS) for p in np.percentile(changes, [2.5, 97.5])) if changes else (None, None)
    return Difference(
        suite=suite,
        name=name,
        before=before.value,
        after=after.value,
        change=None if before.value is None or after.value is None else round(after.value - before.value, DIGITS),
        low=low,
        high=high,
        better=after.better,
    )
