"""Is a higher level never easier? The same interview judged at all three."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from evals.dataset import Dataset, story
from evals.score import Metric, Remark, Score
from evals.shares import share
from evals.trial import Recorded, Result, Trial
from interviewer.library import Library
from interviewer.rubric import LEVEL_NAMES, LEVELS, VERDICT_NAMES, VERDICTS, Level


class Ladder(NamedTuple):
    """An interview's verdicts at all levels, as places on the scale."""

    base: str
    story: str
    verdicts: dict[Level, int]

    def drop(self, lower: Level, higher: Level) -> int:
        """By how many verdicts it is judged harder at the higher level."""
        return self.verdicts[lower] - self.verdicts[higher]


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every record at every level; once, whatever `repeats`."""
    for record in dataset.records:
        for level in LEVELS:
            yield Trial(
                id=f"levels/{level}/{record.id}",
                suite="levels",
                story=story(record),
                kind=level,
                base=None if level == LEVELS[0] else f"levels/{LEVELS[0]}/{record.id}",
                task=Recorded(record=record.model_copy(update={"level": level})),
            )


def score(results: Sequence[Result]) -> Score:
    ladders = _ladders(results)
    return Score(
        suite="levels",
        metrics=(
            share("violations", ladders, lambda x: bool(_easier(x)), "lower"),
            *(metric for pair in combinations(LEVELS, 2) for metric in _shifts(ladders, *pair)),
            *(_judged(ladders, level, place) for level in LEVELS for place in range(len(VERDICTS))),
        ),
        remarks=tuple(_remarks(ladders)),
        unscored=sum(r.assessment is None for r in results),
    )


def _shifts(ladders: Sequence[Ladder], lower: Level, higher: Level) -> Iterator[Metric]:
    """The share of interviews that are judged the same, one verdict harder, and more, from one level to another."""
    pair = f"{lower}_to_{higher}"
    yield share(f"{pair}_same", ladders, lambda x: x.drop(lower, higher) == 0)
    yield share(f"{pair}_one_down", ladders, lambda x: x.drop(lower, higher) == 1)
    yield share(f"{pair}_more_down", ladders, lambda x: x.drop(lower, higher) > 1)


def _judged(ladders: Sequence[Ladder], level: Level, place: int) -> Metric:
    return share(f"{level}_{VERDICTS[place]}", ladders, lambda x: x.verdicts[level] == place)


def _ladders(results: Sequence[Result]) -> list[Ladder]:
    """The interviews that were scored at every level."""
    found: dict[str, Ladder] = {}
    for result in results:
        if (given := result.assessment) and isinstance(result.trial.task, Recorded):
            id = result.trial.task.record.id
            found.setdefault(id, Ladder(id, result.trial.story, {})).verdicts[given.level] = VERDICTS.index(given.verdict)
    return [ladder for ladder in found.values() if len(ladder.verdicts) == len(LEVELS)]


def _easier(ladder: Ladder) -> list[tuple[Level, Level]]:
    return [(lower, higher) for lower, higher in combinations(LEVELS, 2) if ladder.drop(lower, higher) < 0]


def _remarks(ladders: Sequence[Ladder]) -> Iterator[Remark]:
    for ladder in ladders:
        for lower, higher in _easier(ladder):
            given = [VERDICT_NAMES[VERDICTS[ladder.verdicts[level]]] for level in (lower, higher)]
            yield Remark(
                trial=f"levels/{higher}/{ladder.base}",
                what=f"Easier as {LEVEL_NAMES[higher]} ({given[1]}) than as {LEVEL_NAMES[lower]} ({given[0]}).",
            )
