"""Evidence shown where it was said: a turn cut at the borders of what the judgements quote."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from interviewer.review import Disqualification, Finding, Quote, RaisedFlag
from interviewer.rubric import CriterionId, FlagId, Identifier
from interviewer.text import span
from interviewer.transcript import Turn

About = CriterionId | FlagId | Identifier
"""A criterion, a red flag or a disqualifier."""


class Mark(NamedTuple):
    """Words that a judgement rests on."""

    about: About
    quote: Quote


class Segment(NamedTuple):
    """A stretch of a turn over which the same judgements rest."""

    text: str
    about: tuple[About, ...]
    """What rests on it; empty for words that nothing quotes."""
    ends: tuple[About, ...]
    """What was quoted up to its end."""


def marks(
    findings: Iterable[Finding], flags: Iterable[RaisedFlag] = (), disqualifications: Iterable[Disqualification] = ()
) -> tuple[Mark, ...]:
    """Every quote of the judgements, with what it is quoted for."""
    return (
        *(Mark(f.criterion, q) for f in findings if f.rating != "no" for q in f.quotes),
        *(Mark(f.flag, q) for f in flags for q in f.quotes),
        *(Mark(d.id, q) for d in disqualifications for q in d.quotes),
    )


def segments(turn: Turn, found: Iterable[Mark]) -> tuple[Segment, ...]:
    """The text of `turn`, whole and in order, cut where a quote begins or ends.

    Quotes may overlap. One that does not occur, or belongs to another turn, marks nothing.
    """
    spans = list(dict.fromkeys(_spans(turn, found)))
    borders = sorted({0, len(turn.text), *(at for start, end, _ in spans for at in (start, end))})
    return tuple(
        Segment(
            text=turn.text[start:end],
            about=_once(about for a, b, about in spans if a <= start and end <= b),
            ends=_once(about for _, b, about in spans if b == end),
        )
        for start, end in pairwise(borders)
    )


def _spans(turn: Turn, found: Iterable[Mark]) -> Iterator[tuple[int, int, About]]:
    for about, quote in found:
        if quote.turn == turn.number and (place := span(quote.text, turn.text)):
            yield *place, about


def _once(about: Iterable[About]) -> tuple[About, ...]:
    return tuple(dict.fromkeys(about))
