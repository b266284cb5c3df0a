"""What a coached interview shows, and a realistic one keeps to itself: how far the story is told, and a hint for the question.

Both come from the latest review and the rubric alone. Nothing here is the engine's prose, and none of it changes it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.review import Review
from interviewer.rubric import PARTS, Criterion, CriterionId, Part, Rating

MOST_HINTS = 3
"""More would not be kept in mind while telling a story."""


class Standing(NamedTuple):
    """How far one part of the story is told."""

    part: Part
    ratings: Mapping[CriterionId, Rating]
    """Of the criteria expected at this level; `no` where nothing was said yet."""

    @property
    def met(self) -> int:
        return sum(rating == "yes" for rating in self.ratings.values())


def standings(brief: Brief, review: Review) -> tuple[Standing, ...]:
    """Each part of which something is expected at this level."""
    found = (Standing(part, _ratings(brief, review, part)) for part in PARTS)
    return tuple(standing for standing in found if standing.ratings)


def hints(brief: Brief, interview: Interview) -> tuple[Criterion, ...]:
    """The criteria that the question that stands is about, the first to think of first: their advice is the hint.

    For a follow-up it is the gap it is aimed at; for a main question, what weighs most here, in the order it is told in.
    """
    aimed_at = interview.question.because
    if aimed_at:
        return (brief.criterion(aimed_at),)
    heaviest = sorted(brief.rubric.criteria, key=lambda c: -brief.weights[c.id])[:MOST_HINTS]
    return tuple(sorted((c for c in heaviest if brief.weights[c.id]), key=lambda c: PARTS.index(c.part)))


def _ratings(brief: Brief, review: Review, part: Part) -> dict[CriterionId, Rating]:
    given = review.ratings
    return {c.id: given.get(c.id, "no") for c in brief.rubric.criteria if c.part == part and brief.weights[c.id]}
