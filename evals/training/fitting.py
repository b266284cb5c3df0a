"""The two fits of weighted sums: a logistic regression whose weights have a sign, and an ordered one."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

from interviewer.engines.local.chances import Inputs, Sum


def _chance(x: np.ndarray) -> np.ndarray:
    chance: np.ndarray = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return chance


def fit_sum(given: Sequence[Inputs], truth: Sequence[bool], weight: Sequence[float], ridge: float) -> Sum:
    """A logistic regression none of whose weights is negative."""
    names = list(given[0])
    x = np.array([[inputs[name] for name in names] for inputs in given])
    y, share = np.array(truth, float), np.array(weight)

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ b[:-1] + b[-1]
        value = float((share * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * ridge * (b[:-1] ** 2).sum())
        off = share * (_chance(z) - y)
        return value, np.append(x.T @ off + ridge * b[:-1], off.sum())

    bounds = [(0, None)] * len(names) + [(None, None)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Sum({name: float(w) for name, w in zip(names, found, strict=False)}, float(found[-1]))


Order = tuple[np.ndarray, np.ndarray]
"""Weights, none negative, and the score from which each verdict but the lowest begins."""


def fit_order(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float, prior: float) -> Order:
    """A cumulative logit whose weights are pulled to `prior`, so that few records settle only what they can."""
    steps = 3
    count, width = x.shape

    def unpacked(flat: np.ndarray) -> Order:
        return flat[:width], np.concatenate([[flat[width]], flat[width] + np.cumsum(np.exp(flat[width + 1 :]))])

    def loss(flat: np.ndarray) -> float:
        b, starts = unpacked(flat)
        below = np.hstack([np.zeros((count, 1)), _chance(starts[None] - (x @ b)[:, None]), np.ones((count, 1))])
        share = np.clip(below[np.arange(count), y + 1] - below[np.arange(count), y], 1e-9, 1)
        return float(-(weight * np.log(share)).sum() + ridge * count * ((b - prior) ** 2).sum())

    start = np.concatenate([np.full(width, prior), np.zeros(steps)])
    start[width] = float(np.median(x @ start[:width])) - 2
    bounds = [(0, None)] * width + [(None, None)] * steps
    return unpacked(minimize(loss, start, method="L-BFGS-B", bounds=bounds, options={"maxiter": 300}).x)


def placed(x: np.ndarray, order: Order) -> np.ndarray:
    """The place of the verdict for each row."""
    score: np.ndarray = x @ order[0]
    places: np.ndarray = (score[:, None] >= order[1][None]).sum(1)
    return places
