"""Does the judge say the same twice, and with the rubric in another order?

Flips are counted over pairs of runs; how far ratings scatter is their standard deviation over the runs of one interview, in
rating steps. The offline engine reads by rules: for it any difference is a fault.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from evals.dataset import Dataset, story
from evals.measuring import measured
from evals.score import Metric, Remark, Score
from evals.shares import Part, ratio
from evals.statistics import mean
from evals.trial import Recorded, Result, Trial
from interviewer.assessment import Assessment
from interviewer.library import Library
from interviewer.rubric import RATINGS, VERDICT_NAMES, VERDICTS, Verdict

FEWEST = 2
"""Runs of each interview; there is nothing to compare with fewer."""
_HIRE = VERDICTS.index("hire")


class Runs(NamedTuple):
    """What came of the runs of one interview."""

    id: str
    story: str
    repeated: tuple[Assessment, ...]
    reordered: tuple[Assessment, ...]

    @property
    def pairs(self) -> list[tuple[Assessment, Assessment]]:
        return list(combinations(self.repeated, 2))

    @property
    def across(self) -> list[tuple[Assessment, Assessment]]:
        """Each run with the rubric as it is beside each with it reordered."""
        return [(a, b) for a in self.repeated for b in self.reordered]


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every record at least twice, and once with the rubric's criteria in the opposite order."""
    for record in dataset.records:
        for repeat in range(max(repeats, FEWEST)):
            yield Trial(
                id=f"consistency/{record.id}#{repeat}",
                suite="consistency",
                story=story(record),
                kind="repeated",
                repeat=repeat,
                task=Recorded(record=record),
            )
        yield Trial(
            id=f"consistency/{record.id}/reordered",
            suite="consistency",
            story=story(record),
            kind="reordered",
            base=f"consistency/{record.id}#0",
            task=Recorded(record=record, reordered=True),
        )


def score(results: Sequence[Result]) -> Score:
    runs = _runs(results)
    repeated, reordered = [r for r in runs if r.pairs], [r for r in runs if r.across]
    return Score(
        suite="consistency",
        metrics=(
            _over("verdict_flips", repeated, lambda r: map(_apart, r.pairs)),
            _over("hire_flips", repeated, lambda r: map(_over_the_line, r.pairs)),
            _over("rating_sd", repeated, lambda r: [_scatter(r.repeated)]),
            _over("reordered_verdict_flips", reordered, lambda r: map(_apart, r.across)),
            _over("reordered_hire_flips", reordered, lambda r: map(_over_the_line, r.across)),
            measured("reordered_shift", reordered, lambda some: abs(mean([_shift(p) for r in some for p in r.across])), "lower"),
            _over("reordered_moved", reordered, lambda r: map(_moved, r.across)),
        ),
        remarks=tuple(_remarks(runs)),
        unscored=sum(r.assessment is None for r in results),
    )


def _over(name: str, some: Sequence[Runs], values: Callable[[Runs], Iterable[float]]) -> Metric:
    """The mean of all `values` of all interviews."""
    found = [(run.story, list(values(run))) for run in some]
    return ratio(name, [Part(story, sum(own), len(own)) for story, own in found], "lower")


def _runs(results: Sequence[Result]) -> list[Runs]:
    given: dict[str, tuple[str, list[Assessment], list[Assessment]]] = {}
    for result in results:
        if (assessment := result.assessment) and isinstance(result.trial.task, Recorded):
            task = result.trial.task
            _, repeated, reordered = given.setdefault(task.record.id, (result.trial.story, [], []))
            (reordered if task.reordered else repeated).append(assessment)
    return [Runs(id, story, tuple(a), tuple(b)) for id, (story, a, b) in given.items()]


def _apart(pair: tuple[Assessment, Assessment]) -> bool:
    return pair[0].verdict != pair[1].verdict


def _over_the_line(pair: tuple[Assessment, Assessment]) -> bool:
    return _hired(pair[0].verdict) != _hired(pair[1].verdict)


def _hired(verdict: Verdict) -> bool:
    return VERDICTS.index(verdict) >= _HIRE


def _ratings(given: Assessment) -> dict[str, int]:
    return {f.criterion: RATINGS.index(f.rating) for f in given.findings}


def _scatter(runs: Sequence[Assessment]) -> float:
    """Mean standard deviation of the criteria's ratings; an interview in which nothing was rated is rated no throughout."""
    ratings = [_ratings(run) for run in runs]
    criteria = {c for run in ratings for c in run}
    return mean([float(np.std([run.get(c, 0) for run in ratings], ddof=1)) for c in sorted(criteria)]) if criteria else 0.0


def _steps(pair: tuple[Assessment, Assessment]) -> list[int]:
    before, after = map(_ratings, pair)
    return [after.get(c, 0) - before.get(c, 0) for c in sorted({*before, *after})] or [0]


def _shift(pair: tuple[Assessment, Assessment]) -> float:
    """By how many rating steps a criterion rises on average."""
    return mean(_steps(pair))


def _moved(pair: tuple[Assessment, Assessment]) -> float:
    return mean([abs(step) for step in _steps(pair)])


def _remarks(runs: Sequence[Runs]) -> Iterator[Remark]:
    for run in runs:
        verdicts = dict.fromkeys(VERDICT_NAMES[a.verdict] for a in run.repeated)
        if len(verdicts) > 1:
            yield Remark(trial=f"consistency/{run.id}#0", what=f"The same interview was judged {', '.join(verdicts)}.", weight=2)
        moved = [c for c, step in zip(_criteria(run), _steps(run.across[0]), strict=True) if step] if run.across else []
        if moved or any(map(_apart, run.across)):
            what = f"In another order the judgement differs: {', '.join(moved) or 'the verdict'}."
            yield Remark(trial=f"consistency/{run.id}/reordered", what=what)


def _criteria(run: Runs) -> list[str]:
    before, after = run.across[0]
    return sorted({*_ratings(before), *_ratings(after)}) or ["nothing"]
