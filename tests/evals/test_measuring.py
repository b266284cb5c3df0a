"""Measures that can be taken again."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measuring import Sample, measured, paired, sampling
from evals.statistics import mean


class Item(NamedTuple):
    story: str
    value: float


def average(items: Sequence[Item]) -> float:
    return mean([item.value for item in items])


def sample(**stories: list[float]) -> Sample:
    with sampling() as found:
        measured("m", [Item(s, v) for s, values in stories.items() for v in values], average)
    return found["m"]


def test_a_measure_has_its_interval_outside_and_its_sample_inside() -> None:
    items = [Item("a", 0.0), Item("a", 1.0), Item("b", 1.0)]
    outside = measured("m", items, average, "lower")
    assert outside.value == pytest.approx(2 / 3)
    assert outside.low is not None
    with sampling() as found:
        inside = measured("m", items, average, "lower")
    assert (inside.value, inside.n, inside.better) == (None, 3, "lower")
    assert found["m"].value() == pytest.approx(2 / 3)
    assert measured("m", items, average).value is not None, "nothing is left behind"


def test_stories_are_drawn_whole_and_as_often_as_named() -> None:
    taken = sample(a=[0.0, 0.0, 0.0], b=[1.0])
    assert taken.of(["a", "b", "b"]) == pytest.approx(2 / 5)


def test_an_improvement_of_every_story_is_the_same_in_every_draw() -> None:
    differences = paired(sample(a=[0.0], b=[0.5]), sample(a=[0.25], b=[0.75]), resamples=50)
    assert differences == pytest.approx([0.25] * 50)


def test_draws_in_which_one_has_nothing_are_left_out() -> None:
    differences = paired(sample(a=[0.0], b=[1.0]), sample(b=[1.0]), resamples=200)
    assert 0 < len(differences) < 200


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.floats(0, 1), min_size=1, max_size=3), min_size=1))
def test_a_run_differs_in_nothing_from_itself(stories: dict[str, list[float]]) -> None:
    assert set(paired(sample(**stories), sample(**stories), resamples=10)) == {0.0}
