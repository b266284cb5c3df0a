"""One detector per criterion, and what its finding is worth in the turns it rests on."""

import re
from collections.abc import Callable, Iterable, Mapping

from interviewer.engines.local import criteria, reflecting
from interviewer.engines.local.found import NOTHING, Found, once
from interviewer.engines.local.lexicon import numbers
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story
from interviewer.engines.local.substance import checkable
from interviewer.rubric import CriterionId

Detector = Callable[[Story], Found]
_DISMISSED = re.compile(
    r"(?:honestly,? |well,? |hm+,? |no,? |to be honest,? )*(?:not (?:much|really|that|at all|very)|nothing\b|none\b|"
    r"no[,.]|i (?:didn't|don't|"
    r"did not|do not) (?:really )?(?:need|see|think|know|have|remember)|there (?:wasn't|was no|weren't|were no)\b)"
)
_GENERAL: tuple[CriterionId, ...] = ("ownership", "systemic_insight")
"""What may be said without a fact: that nobody asked, and how things were arranged for everybody."""


def by_cues(story: Story, phrases: Iterable[str]) -> Found:
    """For criteria a pack adds: one of its cues is partly, two different ones are yes."""
    hits = {phrase: s for phrase in phrases for s in reversed(story.sentences) if phrase.casefold() in s.plain}
    return Found("yes" if len(hits) >= 2 else "partly", once(hits.values())) if hits else NOTHING


def weighed(story: Story, criterion: CriterionId, found: Found) -> Found:
    """`found`, read in the light of how much the turns behind it tell.

    What a turn of assertions says is at most a hint, and a reply full of facts closes half of what its question was about.
    """
    if found.rating == "yes":
        held = criterion in _GENERAL or any(_has_weight(story, criterion, s) for s in found.evidence)
        found = found if held else found._replace(rating="partly")
    reply = [s for s in story.asked(criterion) if s.targets[0] == criterion and story.substance(s) == "told"]
    if criterion == "metric" or found.rating == "yes" or not reply or _denies(reply):
        return found
    return Found(
        "partly" if found.rating == "no" else "yes", once([*(s for s in reply if checkable(s)), *found.evidence, *reply])
    )


def _has_weight(story: Story, criterion: CriterionId, sentence: Sentence) -> bool:
    """Whether a yes may rest on it: neither an assertion among assertions, nor part of a reply that says there was none."""
    if criterion in sentence.targets[:1] and _DISMISSED.match(next(s for s in story.sentences if s.turn == sentence.turn).plain):
        return False
    return story.substance(sentence) != "asserted" or checkable(sentence)


def _denies(reply: list[Sentence]) -> bool:
    """Whether the reply begins by saying no, or tells of an assignment."""
    first = reply[0].plain
    return bool(_DISMISSED.match(first) or numbers.UNMEASURED.search(first)) or any(criteria.is_assignment(s) for s in reply)


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
