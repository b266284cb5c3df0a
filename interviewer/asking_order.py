"""How good a question about each criterion would be now: what good interviewers asked next, as a weighted sum.

The weights in ``asking_order.json`` were fitted on the follow-ups that readers of recorded interviews found worth asking
(``evals/training/next_questions.py``). They say what the order of gaps by weight does not: that a thin story is asked for the
candidate's own part first and a full one for what was learned, and that a story that may not be real is asked for its facts.
"""

import json
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

from interviewer.brief import Brief
from interviewer.review import Review
from interviewer.rubric import LEVELS, NO_CASE, CriterionId, FlagId, Strict
from interviewer.verdict import pulls

WEIGHTS = Path(__file__).with_name("asking_order.json")


class Worth(Strict):
    """What makes a question about one criterion a good one."""

    always: float
    open: float
    """Times how unlikely it is that the criterion is met."""
    full: float
    """Times the share of the criteria, as weighed here, that is likely met."""
    level: float
    """At a level above the middle one; below it the opposite."""
    unreal: float
    """Times how likely it is that no real or fitting story was told."""

    def of(self, likely: float, full: float, level: int, unreal: float) -> float:
        """The chance that a good interviewer would ask, 0 to 1."""
        score = self.always + self.open * (1 - likely) + self.full * full + self.level * level + self.unreal * unreal
        return 1 / (1 + exp(-score))


@cache
def weights() -> Mapping[CriterionId, Worth]:
    """Those that come with the program."""
    return {c: Worth.model_validate(held) for c, held in json.loads(WEIGHTS.read_text(encoding="utf-8")).items()}


def worth_asking(brief: Brief, review: Review) -> dict[CriterionId, float]:
    """For each criterion that something is known of; empty for a review that only rates.

    As good interviewers ask on the whole, moved as the principle's pack moves what counts.
    """
    if not review.likely:
        return {}
    full, level, unreal = fullness(brief.weights, review.likely), LEVELS.index(brief.level) - 1, unreality(review.doubts)
    moved = pulls(brief)
    return {c: moved[c] * w.of(review.likely[c], full, level, unreal) for c, w in weights().items() if c in review.likely}


def fullness(weights: Mapping[CriterionId, float], likely: Mapping[CriterionId, float]) -> float:
    """How much of what counts here is likely met, 0 to 1."""
    total = sum(weights[c] for c in likely)
    return sum(weights[c] * chance for c, chance in likely.items()) / total if total else 0.0


def unreality(doubts: Mapping[FlagId, float]) -> float:
    """How likely it is that no real or fitting story was told."""
    return max(doubts.get(flag, 0.0) for flag in NO_CASE)
