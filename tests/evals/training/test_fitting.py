"""The fits find what is there, and keep to the signs they promise."""

import numpy as np

from evals.training.fitting import fit_order, fit_sum, placed

RNG = np.random.default_rng(0)


def test_a_weighted_sum_never_counts_evidence_against_itself() -> None:
    given = [{"for": float(n % 2), "against": float(1 - n % 2)} for n in range(40)]
    found = fit_sum(given, [n % 2 == 1 for n in range(40)], [1.0] * 40, ridge=0.1)
    assert found.weights["for"] > 1
    assert found.weights["against"] == 0, "no weight is negative, whatever the data say"
    assert found.chance({"for": 1.0, "against": 0.0}) > 0.9 > 0.1 > found.chance({"for": 0.0, "against": 1.0})


def test_verdicts_are_placed_by_a_sum_that_rises_with_each_part() -> None:
    x = RNG.uniform(0, 2, size=(200, 3))
    truth = np.digitize(x @ np.array([2.0, 1.0, 0.0]), [2.0, 3.0, 4.0])
    order = fit_order(x, truth, np.ones(200), ridge=0.001, prior=1.0)
    assert (order[0] >= 0).all()
    assert (np.diff(order[1]) > 0).all(), "a better verdict begins higher"
    assert (placed(x, order) == truth).mean() > 0.85
    assert (placed(x + np.array([0.5, 0, 0]), order) >= placed(x, order)).all()
