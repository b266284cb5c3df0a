"""Small drawings that stretch to whatever room they get; colours come from the page's style sheet."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from evals.score import Metric
from evals.thresholds import Threshold


class Axis(NamedTuple):
    """From where to where a bar can reach."""

    low: float = 0.0
    high: float = 1.0

    def at(self, value: float) -> float:
        """The place of `value`, 0 to 100; beyond the ends it is at the end."""
        return round(100 * (min(max(value, self.low), self.high) - self.low) / (self.high - self.low), 2)


UNIT = Axis()


def axis(metrics: Iterable[Metric]) -> Axis:
    """One axis for all of `metrics`: zero to one, further down where a value or an interval goes below zero."""
    lowest = min((v for m in metrics for v in (m.value, m.low) if v is not None), default=0.0)
    return Axis(low=min(0.0, lowest))


def fits(metric: Metric) -> bool:
    """Whether the measure is a share or an agreement, for which a bar from zero to one says something."""
    return metric.value is not None and 0 <= metric.value <= 1 and (metric.high or 0) <= 1 and (metric.low or 0) >= 0


def bar(metric: Metric, along: Axis = UNIT, bound: Threshold | None = None) -> Markup:
    """The value as a bar, its interval as a whisker, bound and goal as a solid and a dashed mark; empty without a value."""
    if metric.value is None:
        return Markup("")
    start, end = sorted((along.at(0), along.at(metric.value)))
    parts = [Markup('<rect class="bar" x="{}" y="3" width="{}" height="6"/>').format(start, round(end - start, 2))]
    if metric.low is not None and metric.high is not None:
        left, right = along.at(metric.low), along.at(metric.high)
        parts.append(Markup('<path class="whisker" d="M{0} 6H{1}M{0} 4V8M{1} 4V8"/>').format(left, right))
    for kind, value in (("bound", _edge(bound) if bound else None), ("goal", bound.goal if bound else None)):
        if value is not None:
            parts.append(Markup('<path class="{}" d="M{} 0V12"/>').format(kind, along.at(value)))
    drawn = Markup("").join(parts)
    return Markup('<svg class="strip" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">{}</svg>').format(drawn)


def _edge(bound: Threshold) -> float | None:
    return bound.at_least if bound.at_least is not None else bound.at_most
