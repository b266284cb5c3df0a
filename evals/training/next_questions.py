"""What makes a question about each criterion a good one next: fitted on the follow-ups that readers found worth asking.

One small logistic regression for each criterion on what `asking_order.Worth` knows. From an answer in which nothing was worth
asking nothing is learned.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from evals.training.examples import Example
from interviewer.asking_order import Worth, fullness, unreality
from interviewer.engines.local.passages import CRITERIA
from interviewer.probing import GAP, REDIRECTED_FROM, WORTH_ASKING
from interviewer.rubric import FLAGS, RATINGS, CriterionId

LOOSE = 3.0
"""How loosely the weights are held."""


class Seen(NamedTuple):
    """What is known of a first answer."""

    likely: np.ndarray
    """How likely each criterion is met."""
    ratings: np.ndarray
    doubts: np.ndarray


def fit_order(examples: Sequence[Example], seen: Mapping[int, Seen]) -> dict[CriterionId, Worth]:
    """On those of `seen` that a reader found something worth asking in."""
    ids = [n for n in seen if examples[n].wanted.any()]
    rows = [_known(examples[n], seen[n]) for n in ids]
    out: dict[CriterionId, Worth] = {}
    for j, criterion in enumerate(CRITERIA):
        x = np.array([[1 - seen[n].likely[j], *known] for n, known in zip(ids, rows, strict=True)])
        model = LogisticRegression(C=LOOSE, max_iter=300).fit(x, [examples[n].wanted[j] for n in ids])
        of = [round(float(w), 3) for w in (*model.intercept_, *model.coef_[0])]
        out[criterion] = Worth(always=of[0], open=of[1], full=of[2], level=of[3], unreal=of[4])
    return out


def hit(e: Example, seen: Seen, order: Mapping[CriterionId, Worth]) -> bool:
    """Whether the question asked next is one of those worth asking, as `probing.next_probe` chooses it."""
    full, level, unreal = _known(e, seen)
    if unreal >= REDIRECTED_FROM:
        return bool(e.wanted[CRITERIA.index("stakes")])
    gaps = np.array([GAP[RATINGS[int(2 * r)]] for r in seen.ratings]) * e.weights
    good = e.moved * [order[c].of(seen.likely[j], full, level, unreal) for j, c in enumerate(CRITERIA)]
    worth = np.where(gaps >= WORTH_ASKING, good, 0.0)
    return bool(e.wanted[int(worth.argmax())]) if worth.any() else not e.wanted.any()


def _known(e: Example, seen: Seen) -> tuple[float, int, float]:
    """How full the story is, the level, and how unlikely it is to be real."""
    full = fullness(dict(zip(CRITERIA, e.weights, strict=True)), dict(zip(CRITERIA, seen.likely, strict=True)))
    return full, e.level - 1, unreality(dict(zip(FLAGS, seen.doubts, strict=True)))
