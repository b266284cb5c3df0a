"""How an answer was told, apart from what it says: pace, pauses, fillers, "I" against "we", time spent on each part.

These are notes for practice. No verdict, rating or follow-up depends on them: accent, speed and fluency say nothing about what
somebody did.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from interviewer.interview import Spoken
from interviewer.review import Review
from interviewer.rubric import PARTS, CriterionId, Part
from interviewer.text import locate, words
from interviewer.transcript import Turn
from interviewer.truth import sentences

SPEAKING_PACE = 140
"""Words a minute, about what people speak; turns the length of a written answer into the time it would take to say."""
FEWEST_WORDS = 20
"""Below it a pace says nothing."""
SAME_SPEECH = 0.5
"""Share of the words heard that must be in what was sent for it to count as spoken."""
MOSTLY_TYPED = 3
"""How many times longer than what was heard the text is that was not spoken any more."""

_FILLERS = {
    "um": r"u+m+|e+rm+",
    "uh": r"u+h+|er+|e+h+|a+h+",
    "hmm": r"h+m+|m{2,}",
    "you know": r"you know(?=,)|(?<=, )you know",
    "I mean": r"i mean(?=,)",
    "like": r"(?<=, )like(?=,)",
    "basically": r"basically",
    "kind of": r"kind of|kinda",
    "sort of": r"sort of|sorta",
    "so yeah": r"so,? yeah",
}
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)
_TEAM = re.compile(r"\b(?:we|us|our|ours|ourselves)\b", re.IGNORECASE)


class PartTime(NamedTuple):
    """About how long a part took."""

    part: Part
    seconds: float
    target: int


class Delivery(NamedTuple):
    """How one answer was told."""

    turn: int
    words: int
    seconds: float
    """Measured when it was spoken, else what it would take to say it."""
    spoken: bool
    pace: int | None
    """Words a minute; None for a written answer and for a very short one."""
    longest_pause: float | None
    """Seconds; None when nobody measured it."""
    fillers: tuple[tuple[str, int], ...]
    """Each one said, with how often, the most frequent first."""
    first_person: int
    """How often it says I, me, my."""
    team: int
    """How often it says we, us, our."""


def delivery(turn: Turn, spoken: Spoken | None) -> Delivery:
    """The notes on one answer; `spoken` when it was dictated."""
    said = len(words(turn.text))
    seconds = spoken.seconds if spoken else said * 60 / SPEAKING_PACE
    return Delivery(
        turn=turn.number,
        words=said,
        seconds=seconds,
        spoken=spoken is not None,
        pace=round(said * 60 / seconds) if spoken and seconds and said >= FEWEST_WORDS else None,
        longest_pause=spoken.longest_pause if spoken else None,
        fillers=fillers(turn.text),
        first_person=len(_FIRST_PERSON.findall(turn.text)),
        team=len(_TEAM.findall(turn.text)),
    )


def fillers(text: str) -> tuple[tuple[str, int], ...]:
    """The fillers in `text` with how often each occurs, the most frequent first."""
    found = ((name, len(re.findall(rf"(?<!\w)(?:{said})(?!\w)", text, re.IGNORECASE))) for name, said in _FILLERS.items())
    return tuple(sorted(((name, times) for name, times in found if times), key=lambda f: -f[1]))


def times(turn: Turn, seconds: float, review: Review, parts: dict[CriterionId, Part], targets: dict[Part, int]) -> list[PartTime]:
    """About how the `seconds` of an answer spread over the parts; empty when nothing in it could be placed.

    A sentence belongs to the part it is quoted for, one that is quoted for none to the part of the sentence before it; time is
    shared out by words.
    """
    shares = dict.fromkeys(PARTS, 0)
    told: Part = PARTS[0]
    placed = False
    for sentence in sentences(turn.text):
        part = _part_of(sentence, turn.number, review, parts)
        placed = placed or part is not None
        told = part or told
        shares[told] += len(words(sentence))
    all_words = sum(shares.values())
    if not placed or not all_words:
        return []
    return [PartTime(part, seconds * shares[part] / all_words, targets[part]) for part in PARTS if part in targets]


def same_speech(heard: str, sent: str) -> bool:
    """Whether `sent` is what was `heard`, perhaps corrected, and not something else typed instead."""
    spoken, written = ([w.casefold() for w in words(text)] for text in (heard, sent))
    known = sum(word in written for word in spoken)
    return bool(spoken) and known >= SAME_SPEECH * len(spoken) and len(written) < MOSTLY_TYPED * len(spoken)


def longest_pause(spans: Iterable[tuple[float, float]]) -> float | None:
    """The longest silence between words, in seconds, from when each began and ended; None for fewer than two words."""
    ordered = sorted(spans)
    gaps = [max(0.0, begins - ended) for (_, ended), (begins, _) in pairwise(ordered)]
    return max(gaps, default=None)


def _part_of(sentence: str, turn: int, review: Review, parts: dict[CriterionId, Part]) -> Part | None:
    """The part of the first criterion that a quotation in `sentence` was found for."""
    for finding in review.findings:
        for quote in finding.quotes:
            if quote.turn == turn and (locate(quote.text, sentence) or locate(sentence, quote.text)):
                return parts.get(finding.criterion)
    return None
