"""What a passage cannot show, whatever it is about, because of how it is put."""

import re
from collections.abc import Sequence

from interviewer.engines.local.lexicon import accusing
from interviewer.engines.local.passages import Passage
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import folded

_NUMERAL = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundreds?|thousands?|millions?|dozens?|half|halves|halved|halving|thirds?|quarters?|fifths?|tenths?|"
    r"doubled|tripled|twice|zero|"
    r"nought|nil|once|percent|per cent|single|second|one)"
)
_FIGURE = re.compile(rf"\d|(?<![\w'])(?:{_NUMERAL})(?![\w'])")
_CHECKABLE = re.compile(
    r"(?<![\w'])(?:none|nobody|no one|no-one|not (?:one|a|any|once)|nothing|naebody|never|no|all|every|"
    r"everyone|everybody|each|whole|"
    r"both|stopped|gone|disappeared|vanished|last|only|same|instead|from|until|till|passed|won|renewed|signed|kept)(?![\w'])"
)
"""A before and after that somebody could check, told without a figure."""
_BETTER_ONLY = re.compile(
    r"(?:a lot|much|far|so much|considerably|noticeably|significantly|clearly|way) (?:better|faster|easier|quicker|smoother|"
    r"cheaper|less|more|fewer)"
)
_WOULD = re.compile(
    r"(?<![\w'])(?:i|you|one|we)(?:'d(?! (?:\w+ed|been|had|seen|gone|already|just|never|told|built|made|done|said|thought|got|"
    r"given|put|taken|left|lost|found|heard|known|come|run|sent|spent|brought|bought|kept|met|paid|read|set|shown|written|"
    r"noticed)(?![\w']))| would(?! (?:have|not have)))(?![\w'])"
)
_DID = re.compile(
    r"(?<![\w'])i(?:'ve| have| had)? (?:(?:also|then|just|only|first|even|always|never|\w+ly) )?"
    r"(?!would|could|should|might|will|can|may|am|was|do|think|believe|mean|guess|suppose|know|feel|"
    r"always)[a-z]+(?:ed|t|d|k|w|g|n|m|de)(?![\w'])"
)
_WE = re.compile(r"(?<![\w'])(?:we|we'd|we've|our|us|team|together)(?![\w'])")
_SELF = re.compile(r"(?<![\w'])(?:i|i'd|i've|i'm|my|me|mine|myself|meself|ah|ma)(?![\w'])")
_UNDONE = re.compile(
    r"(?<![\w'])(?:none of (?:this|that|it)|(?:never|not|n't)(?: \w+){0,2} (?:put in place|introduced|"
    r"implemented|rolled out|launched|"
    r"adopted|taken up|used|installed|carried out|finished|completed)|before any(?:body|one) (?:\w+ )?(?:used|saw|tried)|"
    r"(?:was|were|got|been) (?:\w+ )?(?:dropped|shelved|scrapped|abandoned|cancelled|binned|stopped again|given up)|"
    r"came to nothing|nothing (?:\w+ )?came of it|still the way|as (?:it|they) (?:was|were) before|"
    r"back to (?:how|what|where|the old))"
    r"(?![\w'])"
)
RESULTS: tuple[CriterionId, ...] = ("follow_through", "metric", "impact", "lasting_effect")
DEEDS: tuple[CriterionId, ...] = (
    "ownership",
    "role",
    "first_person",
    "depth",
    "follow_through",
    "metric",
    "impact",
    "lasting_effect",
)
LASTING: tuple[CriterionId, ...] = ("follow_through", "impact", "lasting_effect")
AT_THE_END = 3
"""Passages before the end of a turn from which a word that nothing came of it stands."""
OWN: tuple[CriterionId, ...] = ("role", "first_person")


def measured(plain: str) -> bool:
    """Whether there is a figure, or a before and after that somebody could check."""
    return bool(_FIGURE.search(plain)) or (bool(_CHECKABLE.search(plain)) and not _BETTER_ONLY.search(plain))


def imagined(plain: str) -> bool:
    """Whether it only says what would be done."""
    return bool(_WOULD.search(plain)) and not _DID.search(plain)


def of_a_team(plain: str) -> bool:
    """Whether a team acts and nobody else."""
    return bool(_WE.search(plain)) and not _SELF.search(plain)


def undone(plain: str) -> bool:
    """Whether it says that nothing came of it."""
    return bool(_UNDONE.search(plain))


def not_met(text: str) -> frozenset[CriterionId]:
    """The criteria that this passage cannot meet; it may still hint at them."""
    plain = folded(text)
    unmeasured: tuple[CriterionId, ...] = () if measured(plain) else ("metric",)
    return frozenset((*unmeasured, *(OWN if of_a_team(plain) else ())))


def not_shown(text: str) -> frozenset[CriterionId]:
    """The criteria that this passage is no evidence for at all."""
    plain = folded(text)
    return frozenset((*(DEEDS if imagined(plain) else ()), *(RESULTS if undone(plain) else ())))


def given(plain: str) -> bool:
    """Whether somebody who gives work, or the giving of it, is spoken of."""
    return bool(accusing.GIVEN.search(plain))


def faulted(text: str) -> bool:
    """Whether somebody beside the speaker and the team is spoken of, and something amiss."""
    plain = accusing.ASIDE.sub(" - ", folded(text))
    return bool(accusing.AMISS.search(plain)) and bool(accusing.OTHERS.search(plain) or accusing.NAME.search(text))


def not_raised(text: str) -> frozenset[FlagId]:
    """The red flags that this passage is no evidence for: nobody gives the work in it, or nobody is faulted."""
    unfit: list[FlagId] = [] if given(folded(text)) else ["assigned"]
    return frozenset(unfit if faulted(text) else [*unfit, "blame"])


def taken_back(found: Sequence[Passage]) -> frozenset[CriterionId]:
    """The criteria that can be met in part at most because the end says that nothing came of it."""
    return frozenset(LASTING if any(undone(folded(p.text)) and p.of - p.number <= AT_THE_END for p in found) else ())
