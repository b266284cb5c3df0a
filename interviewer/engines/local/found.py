"""What a detector hands back."""

from collections.abc import Iterable
from typing import NamedTuple

from interviewer.engines.local.lexicon import cues
from interviewer.engines.local.sentences import Sentence
from interviewer.rubric import Rating


class Found(NamedTuple):
    """A rating and the sentences it rests on, the most telling first."""

    rating: Rating
    evidence: tuple[Sentence, ...] = ()


NOTHING = Found("no")


def rated(yes: Iterable[Sentence], partly: Iterable[Sentence]) -> Found:
    """Yes on any `yes` sentence, else partly on any `partly` one."""
    if strong := tuple(yes):
        return Found("yes", strong)
    weak = tuple(partly)
    return Found("partly", weak) if weak else NOTHING


def latest_first(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """In reverse, because results are told towards the end; a lesson after them is no result."""
    told = sorted(found, key=lambda s: (bool(cues.STRONG_LESSON.search(s.plain)), -s.order))
    return tuple(told)


def once(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(dict.fromkeys(found))
