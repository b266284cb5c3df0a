"""An answer as sentences, each with the criteria and red flags that the labels rest on it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from interviewer.recorded import Record
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import words

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\s*\n+\s*")
LONGEST = 50
"""Words after which a sentence is one without punctuation: nothing can be taken out of it by sentences."""
LABEL = re.compile(r"^(?:situation|task|actions?|results?|reflection|learnings?)\s*[:\-–]\s*", re.IGNORECASE | re.MULTILINE)
_NUMERAL = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|millions?|half|halved|a third|a quarter|doubled)"
)
FIGURE = re.compile(rf"\d|\b{_NUMERAL}\b", re.IGNORECASE)
"""A figure in digits or words; "one" is said too often for other things."""


class Told(NamedTuple):
    """One sentence."""

    text: str
    gap: str
    """What stands between it and the next one."""
    carries: frozenset[CriterionId | FlagId]
    """What the labels rest on it."""

    def saying(self, text: str) -> "Told":
        return self._replace(text=text)


def told(record: Record) -> tuple[Told, ...]:
    """The sentences of the first answer, in order; joined they are the answer."""
    spans = _evidence(record)
    found = []
    for start, end, following in _borders(record.answer):
        carried = frozenset(about for about, a, b in spans if a < end and b > start)
        found.append(Told(record.answer[start:end], record.answer[end:following], carried))
    return tuple(found)


def join(sentences: Iterable[Told]) -> str:
    return "".join(s.text + (s.gap or " ") for s in sentences).strip()


def separable(sentences: Iterable[Told], *about: CriterionId | FlagId) -> bool:
    """Whether there is evidence of one of `about`, in sentences of its own."""
    carrying = [s for s in sentences if s.carries & set(about)]
    return bool(carrying) and all(len(words(s.text)) <= LONGEST for s in carrying)


def last(sentences: tuple[Told, ...], *about: CriterionId | FlagId) -> int:
    """The place of the last sentence that carries one of `about`; -1 when none does."""
    return max((n for n, s in enumerate(sentences) if s.carries & set(about)), default=-1)


def label_of(sentence: str) -> str:
    """The STAR label a sentence begins with, or nothing."""
    found = LABEL.match(sentence)
    return found.group() if found else ""


def _borders(text: str) -> Iterable[tuple[int, int, int]]:
    """Start, end and start of the next sentence, for each sentence."""
    start = 0
    for border in _END.finditer(text):
        if text[start : border.start()].strip():
            # Closing quotes that the border took along belong to the sentence.
            end = border.start() + len(border.group()) - len(border.group().lstrip("\"'”’)"))
            yield start, end, border.end()
        start = border.end()
    if text[start:].strip():
        yield start, len(text), len(text)


def _evidence(record: Record) -> list[tuple[CriterionId | FlagId, int, int]]:
    evidence = record.labels.evidence if record.labels else {}
    places = ((about, span, record.answer.find(span)) for about, spans in evidence.items() for span in spans)
    return [(about, start, start + len(span)) for about, span, start in places if start >= 0]
