"""Measures that can be taken again: of another sample of the same stories, for comparing two runs.

A suite makes its measures with `measured`. Whoever compares runs scores both inside `sampling` and gets, besides the scores, what
each measure was taken of, so that it can be taken of resampled stories of both runs at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from evals.score import Metric
from evals.statistics import RESAMPLES, SEED, estimate


class OfStory(Protocol):
    """Something a measure is taken of."""

    @property
    def story(self) -> str:
        """Items of one story are not independent."""


T = TypeVar("T", bound=OfStory)


class Sample(NamedTuple):
    """What a measure was taken of."""

    stories: Mapping[str, Sequence[Any]]
    """The items of each story."""
    measure: Callable[[Sequence[Any]], float]

    def value(self) -> float:
        """As measured; nan where it is not defined."""
        return self.of(tuple(self.stories))

    def of(self, stories: Sequence[str]) -> float:
        """The measure of the items of `stories`, each as often as it is named; nan where there is nothing to measure."""
        items = [item for story in stories for item in self.stories.get(story, ())]
        return self.measure(items) if items else float("nan")


_samples: ContextVar[dict[str, Sample] | None] = ContextVar("samples", default=None)


def measured(
    name: str, items: Sequence[T], measure: Callable[[Sequence[T]], float], better: Literal["higher", "lower"] = "higher"
) -> Metric:
    """`measure` of `items` with its interval over whole stories."""
    kept = _samples.get()
    if kept is not None:
        stories: dict[str, list[T]] = defaultdict(list)
        for item in items:
            stories[item.story].append(item)
        kept[name] = Sample(stories, measure)
        return Metric(name=name, value=None, n=len(items), better=better)
    value, low, high = estimate(items, lambda item: item.story, measure)
    return Metric(name=name, value=value, low=low, high=high, n=len(items), better=better)


@contextmanager
def sampling() -> Iterator[dict[str, Sample]]:
    """Collects the samples of every `measured` inside by name, and leaves values and intervals out."""
    found: dict[str, Sample] = {}
    token = _samples.set(found)
    try:
        yield found
    finally:
        _samples.reset(token)


def paired(one: Sample, other: Sample, resamples: int = RESAMPLES) -> npt.NDArray[np.float64]:
    """`other` minus `one`, each time on the same stories drawn with replacement; without resamples where one is undefined."""
    stories = sorted({*one.stories, *other.stories})
    draws = np.random.default_rng(SEED).integers(len(stories), size=(resamples, len(stories)))
    differences = [other.of(drawn) - one.of(drawn) for drawn in ([stories[n] for n in draw] for draw in draws)]
    return np.array([d for d in differences if not np.isnan(d)], dtype=np.float64)
