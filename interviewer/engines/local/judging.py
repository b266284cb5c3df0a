"""One detector per criterion."""

from collections.abc import Callable, Iterable, Mapping

from interviewer.engines.local import criteria, reflecting
from interviewer.engines.local.found import NOTHING, Found, once
from interviewer.engines.local.story import Story
from interviewer.rubric import CriterionId

Detector = Callable[[Story], Found]


def by_cues(story: Story, phrases: Iterable[str]) -> Found:
    """For criteria a pack adds: one of its cues is partly, two different ones are yes."""
    hits = {phrase: s for phrase in phrases for s in reversed(story.sentences) if phrase.casefold() in s.plain}
    return Found("yes" if len(hits) >= 2 else "partly", once(hits.values())) if hits else NOTHING


DETECTORS: Mapping[CriterionId, Detector] = {
    "stakes": criteria.stakes,
    "ownership": criteria.ownership,
    "role": criteria.role,
    "first_person": criteria.first_person,
    "depth": criteria.depth,
    "trade_off": criteria.trade_off,
    "follow_through": criteria.follow_through,
    "metric": criteria.metric,
    "impact": criteria.impact,
    "lasting_effect": reflecting.lasting_effect,
    "learning": reflecting.learning,
    "systemic_insight": reflecting.systemic_insight,
}
