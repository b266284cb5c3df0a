"""Agreement and intervals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from evals.statistics import Estimate, equivalent, estimate, f1, mean, nanmean, qwk

booleans = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60)


@given(booleans)
def test_f1_is_the_librarys(pairs: list[tuple[bool, bool]]) -> None:
    gold, given_ = [a for a, _ in pairs], [b for _, b in pairs]
    if not any(gold) and not any(given_):
        assert math.isnan(f1(gold, given_))
    else:
        assert f1(gold, given_) == pytest.approx(f1_score(gold, given_))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=60))
def test_kappa_is_the_librarys(pairs: list[tuple[int, int]]) -> None:
    gold, given_ = [a for a, _ in pairs], [b for _, b in pairs]
    if len({*gold, *given_}) == 1:
        assert math.isnan(qwk(gold, given_))
    else:
        assert qwk(gold, given_) == pytest.approx(cohen_kappa_score(gold, given_, weights="quadratic", labels=[0, 1, 2, 3]))


def test_agreement_weighs_a_far_miss_more_than_a_near_one() -> None:
    gold = [0, 1, 2, 3]
    assert qwk(gold, gold) == 1.0
    assert qwk(gold, [1, 1, 2, 3]) > qwk(gold, [3, 1, 2, 3])
    assert qwk(gold, [3, 2, 1, 0]) == pytest.approx(-1.0)


def test_what_is_not_defined_is_left_out_of_a_mean() -> None:
    assert nanmean([1.0, float("nan"), 3.0]) == 2.0
    assert math.isnan(nanmean([float("nan")]))


def of_story(item: tuple[str, float]) -> str:
    return item[0]


def average(items: "list[tuple[str, float]] | tuple[tuple[str, float], ...]") -> float:
    return mean([value for _, value in items])


def test_one_story_told_ten_times_is_no_more_certain_than_once() -> None:
    told_once = [(str(story), float(story % 2)) for story in range(12)]
    told_often = [item for item in told_once for _ in range(10)]
    once, often = (estimate(items, of_story, average) for items in (told_once, told_often))  # type: ignore[arg-type]
    assert once == often


def test_the_interval_holds_the_value_and_shrinks_with_more_stories() -> None:
    few, many = (
        estimate([(str(n), float(n % 3 == 0)) for n in range(stories)], of_story, average)  # type: ignore[arg-type]
        for stories in (12, 300)
    )
    for found in (few, many):
        assert found.value is not None
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.value <= found.high
    assert many.high - many.low < few.high - few.low  # type: ignore[operator]


def test_nothing_measured_has_no_value_and_one_story_no_interval() -> None:
    assert estimate([], of_story, average) == Estimate(None, None, None)  # type: ignore[arg-type]
    assert estimate([("a", 1.0)], of_story, average) == Estimate(1.0, None, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("differences", "shown"),
    [([0.0] * 20, True), ([0.01, -0.01] * 20, True), ([0.5, -0.5] * 3, False), ([0.2] * 20, False), ([0.0], False)],
)
def test_equivalence_has_to_be_shown(differences: list[float], shown: bool) -> None:
    assert equivalent(differences, 0.1).shown is shown
