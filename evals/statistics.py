"""Agreement and intervals, clustered by story. What a library computes too is tested against it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from scipy import stats

RESAMPLES = 1000
SEED = 20261123
T = TypeVar("T")


class Estimate(NamedTuple):
    """A figure with its 95 % interval; the bounds are None when there are too few stories to resample."""

    value: float | None
    low: float | None
    high: float | None


def estimate(items: Sequence[T], story: Callable[[T], str], measure: Callable[[Sequence[T]], float]) -> Estimate:
    """`measure` of `items` with the percentile bootstrap interval over whole stories.

    Items of one story are drawn together, because they are not independent. A resample in which `measure` is not defined (nan)
    is left out.
    """
    if not items:
        return Estimate(None, None, None)
    value = measure(items)
    stories: dict[str, list[T]] = {}
    for item in items:
        stories.setdefault(story(item), []).append(item)
    groups = list(stories.values())
    if len(groups) < 2 or np.isnan(value):
        return Estimate(None if np.isnan(value) else value, None, None)
    draws = np.random.default_rng(SEED).integers(len(groups), size=(RESAMPLES, len(groups)))
    values = np.array([measure([item for g in draw for item in groups[g]]) for draw in draws])
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return Estimate(float(value), float(low), float(high))


def mean(values: Sequence[float]) -> float:
    """Not a number when there are none."""
    return sum(values) / len(values) if len(values) else float("nan")


def nanmean(values: Sequence[float]) -> float:
    """The mean of those that are defined."""
    return mean([v for v in values if not np.isnan(v)])


def qwk(gold: Sequence[int], given: Sequence[int], steps: int = 4) -> float:
    """Cohen's kappa with quadratic weights on a scale of so many steps; nan when it is not defined.

    The same figure as scikit-learn's, which checks its arguments for longer than it counts: this runs in every resample.
    """
    table = np.zeros((steps, steps))
    np.add.at(table, (np.asarray(gold, dtype=int), np.asarray(given, dtype=int)), 1)
    apart = (np.arange(steps)[:, None] - np.arange(steps)) ** 2
    by_chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    expected = (apart * by_chance).sum()
    return float(1 - (apart * table).sum() / expected) if expected else float("nan")


def f1(gold: Sequence[bool], given: Sequence[bool]) -> float:
    """F1 of the positive class, 2 tp / (2 tp + fp + fn); nan when it occurs neither in `gold` nor in `given`.

    For the same reason not scikit-learn's.
    """
    both = sum(a and b for a, b in zip(gold, given, strict=True))
    either = sum(gold) + sum(given)
    return 2 * both / either if either else float("nan")


class Equivalence(NamedTuple):
    """Two one-sided tests (TOST) of paired differences against a margin."""

    mean: float
    low: float
    high: float
    """90 % interval of the mean: inside the margin exactly when both tests reject at 5 %."""
    shown: bool


def equivalent(differences: Sequence[float], margin: float) -> Equivalence:
    """Whether the mean of `differences` is shown to be within `margin` of zero, not only not shown to be different."""
    values = np.asarray(differences, dtype=float)
    centre = float(values.mean())
    if len(values) < 2 or np.ptp(values) == 0:
        return Equivalence(centre, centre, centre, len(values) > 1 and abs(centre) < margin)
    low, high = stats.t.interval(0.90, len(values) - 1, loc=centre, scale=stats.sem(values))
    return Equivalence(centre, float(low), float(high), bool(-margin < low and high < margin))
