import pytest
from pydantic import ValidationError

from evals.benchmark import figures, parts
from evals.benchmark.figures import Bound, Figure, State


@pytest.mark.parametrize(
    ("value", "state"), [(1.0, "holds"), (1.1, "holds"), (1.15, "within noise"), (1.2, "missed"), (None, "not measured")]
)
def test_a_figure_is_held_against_what_it_may_be_at_most(value: float | None, state: State) -> None:
    assert Figure("x", value).state(Bound(what="x", at_most=1.1, noise=0.05)) == state


@pytest.mark.parametrize(("value", "state"), [(2.0, "holds"), (1.75, "within noise"), (1.6, "missed")])
def test_a_figure_is_held_against_what_it_has_to_be_at_least(value: float, state: State) -> None:
    assert Figure("x", value).state(Bound(what="x", at_least=1.8, noise=0.05)) == state


def test_what_is_counted_knows_no_noise() -> None:
    bounds = figures.read()
    calls = [bound for name, bound in bounds.items() if name.startswith("counts calls")]
    assert calls
    assert all(not bound.noise for bound in calls)


def test_a_bound_says_one_thing() -> None:
    with pytest.raises(ValidationError):
        Bound(what="x", at_least=1, at_most=2)
    with pytest.raises(ValidationError):
        Bound(what="x")


def test_the_middle_of_several_measurements_counts_or_the_best() -> None:
    assert Figure.of("x", [3, 1, 2]) == Figure("x", 2, 1, 3, 3)
    assert Figure.of("x", [3, 1, 2], best=True).value == 1
    assert Figure.of("x", [], "no browser") == Figure("x", None, n=0, note="no browser")


def test_the_gate_is_made_of_parts() -> None:
    assert set(parts.GATE) < set(parts.PARTS)
