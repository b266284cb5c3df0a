"""The suites by name, and the scores of a run's results."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import NamedTuple

from evals.dataset import Dataset
from evals.score import Score
from evals.suites import (
    abstention,
    agreement,
    closed_loop,
    consistency,
    fairness,
    grounding,
    injection,
    levels,
    manners,
    metamorphic,
    probes,
)
from evals.trial import Result, SuiteName, Trial
from interviewer.library import Library


class Suite(NamedTuple):
    """A question about the judge."""

    trials: Callable[[Dataset, Library, int], Iterator[Trial]]
    score: Callable[[Sequence[Result]], Score]
    question: str
    """The same in words."""


def _of(module: ModuleType) -> Suite:
    return Suite(module.trials, module.score, " ".join((module.__doc__ or "").partition("\n\n")[0].split()))


SUITES: Mapping[SuiteName, Suite] = {
    "agreement": _of(agreement),
    "metamorphic": _of(metamorphic),
    "levels": _of(levels),
    "consistency": _of(consistency),
    "grounding": _of(grounding),
    "abstention": _of(abstention),
    "fairness": _of(fairness),
    "injection": _of(injection),
    "probes": _of(probes),
    "closed_loop": _of(closed_loop),
    "manners": _of(manners),
}


def scores(results: Iterable[Result]) -> tuple[Score, ...]:
    """A score for each suite that has results, in the order of the suites."""
    by_suite: dict[SuiteName, list[Result]] = {}
    for result in results:
        by_suite.setdefault(result.trial.suite, []).append(result)
    return tuple(suite.score(by_suite[name]) for name, suite in SUITES.items() if name in by_suite)
