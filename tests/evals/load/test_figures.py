import pytest

from evals.load.figures import Figures, percentile, times
from evals.load.steps import Taken
from evals.load.watching import slope

GOOD = Figures(
    engine="local", users=3, minutes=1, pace=1, processes=1, interviews=3, turns=9, sessions=4, faults={}, leaks=0,
    differences=(), times=times([Taken("turn", 1.0, whole=1.6, model=1.2)]), cpu_per_turn=90, cores=0.1, megabytes=200,
    slope=0.5, threads=9, other_cores=0.2, generator_cores=0.1, generator_lag=3,
)  # fmt: skip


def test_the_apps_own_time_is_what_the_model_did_not_take() -> None:
    assert GOOD.turn_p95 == pytest.approx(400)
    assert not GOOD.crossed


@pytest.mark.parametrize(
    "worse",
    [
        {"faults": {"turn: Lost": 1}},
        {"leaks": 1},
        {"differences": ("Interview 1 is not kept.",)},
        {"turns": 0},
        {"times": times([Taken("turn", 1.0, whole=1.6, model=1.0)])},
    ],
)
def test_each_bound_can_be_crossed(worse: dict[str, object]) -> None:
    assert len(GOOD.model_copy(update=worse).crossed) == 1


@pytest.mark.parametrize(("percent", "value"), [(50, 2), (95, 4), (75, 3), (1, 1)])
def test_a_percentile_is_a_value_that_was_measured(percent: float, value: float) -> None:
    assert percentile([4, 1, 3, 2], percent) == value


def test_growth_is_fitted_through_all_points() -> None:
    assert slope([(0, 10), (1, 13), (2, 14)]) == pytest.approx(2)
    assert slope([(5, 1), (5, 2)]) is None
