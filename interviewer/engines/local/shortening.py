"""The part of a quote that shows what it is quoted for."""

import re
from collections.abc import Mapping

from interviewer.engines.local.lexicon import Pattern, any_of, cues, numbers, people, standing
from interviewer.engines.local.quoting import short_quote
from interviewer.review import Quote
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import folded

MOST_WORDS = 16
_OWN_ACT = re.compile(r"^i \w+")
_INITIATIVE = (standing.UNASKED, standing.CALLED, standing.DECIDED, standing.NOTICED)
_TELLING: Mapping[CriterionId | FlagId, Pattern] = {
    "stakes": cues.TROUBLE,
    "ownership": re.compile(f"{'|'.join(p.pattern for p in _INITIATIVE)}|{_OWN_ACT.pattern}"),
    "learning": cues.LESSON,
    "metric": any_of(r"\S*\d\S*", numbers.CLAIMED.pattern),
    "vague_result": numbers.CLAIMED,
    "impact": people.BENEFICIARY,
    "lasting_effect": cues.LASTING_THING,
    "we_voice": any_of("we", "our", "the team"),
    "assigned": any_of(r"(?:asked|told|assigned|gave|given)"),
}
"""What the quoted part of a sentence should show, where it is not an act of the candidate's own."""


def telling_of(about: CriterionId | FlagId) -> Pattern:
    return _TELLING.get(about, _OWN_ACT)


def tells(about: CriterionId | FlagId, said: str) -> bool:
    """Whether the words `said` show by themselves what they are quoted for; told for a lesson alone, which others read as one."""
    return about != "learning" or bool(cues.LESSON.search(folded(said)))


def shortened(about: CriterionId | FlagId, quote: Quote) -> str:
    """`quote` in at most about `MOST_WORDS` words."""
    return short_quote(quote.text, most=MOST_WORDS, prefer=telling_of(about))
