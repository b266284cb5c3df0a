"""What the judge makes of an example: what `learned.judged` makes of an interview, but by weights that are handed to it."""

from typing import NamedTuple

import numpy as np

from evals.training.examples import Example
from evals.training.next_questions import Seen
from interviewer.engines.local.chances import WORTH, Inputs, Sum, doubt, firm, for_criterion, for_flag, pointed, rating
from interviewer.engines.local.encoder import Array
from interviewer.engines.local.form import taken_back
from interviewer.engines.local.passages import CRITERIA
from interviewer.rubric import FLAGS, RATINGS, CriterionId


class Reading(NamedTuple):
    """What the first step makes of an example."""

    chances: Array
    elsewhere: tuple[float, float]
    """How much it is a story for another principle: the first answer, the whole."""


def inputs(e: Example, read: Reading, whole: bool) -> tuple[list[Inputs], list[Inputs]]:
    chances = read.chances if whole else read.chances[e.first]
    detected = e.detected[whole]
    return (
        [for_criterion(chances, c, detected[j]) for j, c in enumerate(CRITERIA)],
        [for_flag(chances, f, detected[len(CRITERIA) + j], read.elsewhere[whole]) for j, f in enumerate(FLAGS)],
    )


class Judged(NamedTuple):
    """What the judge makes of an example."""

    ratings: np.ndarray
    """0, 0.5 or 1."""
    doubts: np.ndarray
    """The chances of the red flags."""


def judged(e: Example, read: Reading, sums: dict[str, dict[str, Sum]], whole: bool) -> Judged:
    """As `learned.judged` does it. What a follow-up was mainly about is rated by the rules."""
    criteria, flags = inputs(e, read, whole)
    ratings = np.array([_rating(sums, c, given) for c, given in zip(CRITERIA, criteria, strict=True)])
    if whole and e.has_replies:
        before = judged(e, read, sums, False).ratings
        ratings = np.where(e.asked, np.where(before == 1, before, e.detected[True][: len(CRITERIA)]), ratings)
    for held in filter(None, (firm(sums["flags"][f], flags[j], f) for j, f in enumerate(FLAGS))):
        ratings[CRITERIA.index(held.about)] = min(WORTH[held.most], ratings[CRITERIA.index(held.about)])
    for c in taken_back(e.found if whole else [p for p in e.found if not p.reply]):
        ratings[CRITERIA.index(c)] = min(0.5, ratings[CRITERIA.index(c)])
    metric = RATINGS[int(2 * ratings[CRITERIA.index("metric")])]
    doubts = np.array([doubt(sums["flags"][f], flags[j], f, metric) for j, f in enumerate(FLAGS)])
    return Judged(ratings, doubts)


def unpointed(e: Example, read: Reading) -> np.ndarray:
    """Which red flags nothing in the first answer points at."""
    return np.array([not pointed(f, given) for f, given in zip(FLAGS, inputs(e, read, False)[1], strict=True)])


def _rating(sums: dict[str, dict[str, Sum]], criterion: CriterionId, given: Inputs) -> float:
    met, hinted = sums["met"][criterion].chance(given), sums["hinted"][criterion].chance(given)
    return WORTH[rating(met, hinted, given)]


def policy_row(e: Example, found: Judged) -> np.ndarray:
    """What the verdict is a weighted sum of: more of each is better."""
    return np.concatenate([2 * found.ratings * e.moved, 2 * (1 - found.doubts), [0.5 * (2 - e.level)]])


def seen(e: Example, read: Reading, sums: dict[str, dict[str, Sum]], first: Judged) -> Seen:
    """What the choice of the next question knows of the first answer."""
    likely = [sums["met"][c].chance(given) for c, given in zip(CRITERIA, inputs(e, read, False)[0], strict=True)]
    return Seen(np.array(likely), first.ratings, first.doubts)
