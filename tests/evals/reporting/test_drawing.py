"""Bars."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.reporting.drawing import Axis, axis, bar, fits
from evals.score import Metric
from evals.thresholds import Threshold


def metric(value: float | None, low: float | None = None, high: float | None = None) -> Metric:
    return Metric(name="m", value=value, low=low, high=high, n=1)


def test_a_bar_has_a_whisker_a_bound_and_a_goal() -> None:
    drawn = bar(metric(0.5, 0.4, 0.6), bound=Threshold(at_least=0.7, goal=0.9))
    assert 'class="bar" x="0.0" y="3" width="50.0"' in drawn
    assert "M40.0 6H60.0" in drawn
    assert 'class="bound" d="M70.0' in drawn
    assert 'class="goal" d="M90.0' in drawn
    assert "whisker" not in bar(metric(0.5))
    assert bar(metric(None)) == ""


def test_below_zero_a_bar_goes_to_the_left_of_zero() -> None:
    along = axis([metric(-0.25, -1.0, 0.5)])
    assert along == Axis(-1.0, 1.0)
    assert 'x="37.5" y="3" width="12.5"' in bar(metric(-0.25), along)


@pytest.mark.parametrize(("value", "drawn"), [(0.0, True), (1.0, True), (None, False), (-0.1, False), (3.0, False)])
def test_only_shares_are_drawn_from_zero_to_one(value: float | None, drawn: bool) -> None:
    assert fits(metric(value)) == drawn


@given(st.floats(allow_nan=False), st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_nothing_is_drawn_outside(value: float, low: float, high: float) -> None:
    places = [float(x) for x in re.findall(r'(?:M|H|x="|width=")(-?[\d.]+)', bar(metric(value, low, high), Axis(-1, 1)))]
    assert all(0 <= place <= 100 for place in places)
