"""Measures that are a share or a mean: what counts is worked out once, because intervals are taken over and over."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeVar

from evals.measuring import OfStory, measured
from evals.score import Metric

T = TypeVar("T", bound=OfStory)


class Part(NamedTuple):
    """So much out of so many, in one story."""

    story: str
    part: float
    whole: float = 1.0


def share(name: str, items: Iterable[T], value: Callable[[T], float], better: Literal["higher", "lower"] = "higher") -> Metric:
    """The mean of `value` over `items`."""
    return ratio(name, [Part(item.story, float(value(item))) for item in items], better)


def ratio(name: str, parts: Sequence[Part], better: Literal["higher", "lower"] = "higher") -> Metric:
    """All parts over all wholes."""
    return measured(name, parts, _over_all, better)


def _over_all(parts: Sequence[Part]) -> float:
    whole = sum(p.whole for p in parts)
    return sum(p.part for p in parts) / whole if whole else float("nan")
