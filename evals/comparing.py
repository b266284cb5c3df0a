"""Two runs side by side: only what both judged counts, and it is compared story by story."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Literal

import numpy as np

from evals.measuring import Sample, paired, sampling
from evals.score import Metric, Score
from evals.scoring import SUITES
from evals.statistics import RESAMPLES
from evals.trial import Recorded, Result, Simulated, SuiteName
from interviewer.recorded import Labels
from interviewer.rubric import RATINGS, VERDICTS, CriterionId, Strict, Verdict

Direction = Literal["better", "worse"]


class Difference(Strict):
    """A measure in both runs, on the trials that both have."""

    suite: SuiteName
    name: str
    before: float | None
    after: float | None
    change: float | None
    """None when it could not be measured in one of them."""
    low: float | None
    high: float | None
    """95 % interval of the change, paired and clustered by story; None for measures that stories cannot be drawn for."""
    better: Literal["higher", "lower"]

    @property
    def significant(self) -> Direction | None:
        """Which way the whole interval lies, if it lies on one side of zero."""
        if self.low is None or self.high is None or self.low <= 0 <= self.high:
            return None
        return "better" if (self.low > 0) == (self.better == "higher") else "worse"


class Flip(Strict):
    """A trial with another verdict."""

    trial: str
    before: Verdict
    after: Verdict
    labelled: Verdict | None
    """What a reader says of the same interview, where one did."""

    @property
    def towards_label(self) -> Direction | None:
        """Whether the later verdict is nearer to the reader's; None without a reader, or when both are as far away."""
        if self.labelled is None:
            return None
        gold, before, after = (VERDICTS.index(v) for v in (self.labelled, self.before, self.after))
        nearer = abs(gold - before) - abs(gold - after)
        return "better" if nearer > 0 else "worse" if nearer < 0 else None


class Moved(Strict):
    """How often a criterion got another rating, over the whole interview."""

    criterion: CriterionId
    raised: int
    lowered: int
    same: int


class Comparison(Strict):
    """What differs between two runs."""

    compared: int
    """Trials that both runs have scored."""
    differences: tuple[Difference, ...]
    flips: tuple[Flip, ...]
    moved: tuple[Moved, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    """Trials that only one of them has scored; they are in no difference."""
    other_task: tuple[str, ...]
    """Trials of one name whose words differ; not compared."""


def compare(before: Iterable[Result], after: Iterable[Result], resamples: int = RESAMPLES) -> Comparison:
    """Everything that differs. A trial that one run could not score counts as missing there."""
    one, other = ({r.trial.id: r for r in results if r.assessment} for results in (before, after))
    common = [id for id in one if id in other]
    alike = [id for id in common if _asked(one[id]) == _asked(other[id])]
    pairs = [(one[id], other[id]) for id in alike]
    return Comparison(
        compared=len(pairs),
        differences=tuple(_differences(pairs, resamples)),
        flips=tuple(_flips(pairs)),
        moved=tuple(_moved(pairs)),
        only_before=tuple(id for id in one if id not in other),
        only_after=tuple(id for id in other if id not in one),
        other_task=tuple(id for id in common if _asked(one[id]) != _asked(other[id])),
    )


def _asked(result: Result) -> object:
    """What the trial puts to the judge; not the labels and the scenario, which may have been mended in between."""
    match result.trial.task:
        case Recorded(record=record, reordered=reordered):
            answers = [(f.question, f.answer) for f in record.follow_ups]
            return record.principle, record.level, record.answer, answers, reordered
        case Simulated() as task:
            return task


def _differences(pairs: Sequence[tuple[Result, Result]], resamples: int) -> Iterator[Difference]:
    for suite in SUITES:
        own = [pair for pair in pairs if pair[0].trial.suite == suite]
        if own:
            (one, samples), (other, other_samples) = (_sampled(suite, [pair[n] for pair in own]) for n in (0, 1))
            for metric in one.metrics:
                if (again := other.metric(metric.name)) and metric.name in samples and metric.name in other_samples:
                    yield _resampled(suite, metric, samples[metric.name], other_samples[metric.name], resamples)
                elif again:
                    yield _difference(suite, metric, metric.value, again.value)


def _sampled(suite: SuiteName, results: Sequence[Result]) -> tuple[Score, dict[str, Sample]]:
    with sampling() as samples:
        return SUITES[suite].score(results), samples


def _resampled(suite: SuiteName, metric: Metric, one: Sample, other: Sample, resamples: int) -> Difference:
    found = _difference(suite, metric, _defined(one.value()), _defined(other.value()))
    if found.change is None or len({*one.stories, *other.stories}) < 2:
        return found
    changes = paired(one, other, resamples)
    low, high = np.percentile(changes, [2.5, 97.5]) if len(changes) else (None, None)
    return found.model_copy(update={"low": low, "high": high})


def _difference(suite: SuiteName, metric: Metric, before: float | None, after: float | None) -> Difference:
    known = before is not None and after is not None
    make = partial(Difference, suite=suite, name=metric.name, better=metric.better, low=None, high=None)
    return make(before=before, after=after, change=after - before if known else None)  # type: ignore[operator]


def _defined(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _flips(pairs: Iterable[tuple[Result, Result]]) -> Iterator[Flip]:
    for one, other in pairs:
        if one.assessment and other.assessment and one.assessment.verdict != other.assessment.verdict:
            labels = _labels(one)
            yield Flip(
                trial=one.trial.id,
                before=one.assessment.verdict,
                after=other.assessment.verdict,
                labelled=labels.verdict if labels else None,
            )


def _labels(result: Result) -> Labels | None:
    """What a reader says of what was judged; the labels are for the record's own level."""
    task = result.trial.task
    return task.record.labels if isinstance(task, Recorded) and result.trial.suite != "levels" else None


def _moved(pairs: Iterable[tuple[Result, Result]]) -> Iterator[Moved]:
    steps: dict[CriterionId, Counter[int]] = {}
    for one, other in pairs:
        before, after = (_ratings(result) for result in (one, other))
        for criterion in before | after:
            change = after.get(criterion, 0) - before.get(criterion, 0)
            steps.setdefault(criterion, Counter())[(change > 0) - (change < 0)] += 1
    for criterion, counts in steps.items():
        yield Moved(criterion=criterion, raised=counts[1], lowered=counts[-1], same=counts[0])


def _ratings(result: Result) -> dict[CriterionId, int]:
    """Places on the scale; a criterion that was not rated is not met."""
    return {f.criterion: RATINGS.index(f.rating) for f in result.assessment.findings} if result.assessment else {}
