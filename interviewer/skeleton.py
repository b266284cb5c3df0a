"""The story told again in the best order: the candidate's own sentences, and a visible blank wherever a fact is missing.

Nothing in it is made up: what is not a quotation is a blank or the name of a part. Whether something was asked of the candidate
or begun by them is never touched either; an assignment stays in the story as it was said.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from interviewer.brief import Brief
from interviewer.review import Finding, Quote, RaisedFlag
from interviewer.rubric import PARTS, Criterion, CriterionId, FlagId, Part, Strict
from interviewer.text import folded, span
from interviewer.transcript import Transcript

_BLANKS: Mapping[CriterionId, str] = {
    "stakes": "[what was wrong, whom did it hurt, and what did it cost them?]",
    "ownership": "[how did it get to you, and what did you decide yourself?]",
    "role": "[which part was yours, and which was other people's?]",
    "first_person": "[what did you yourself do first, then, and last?]",
    "depth": "[what did you look at, and what did it show you?]",
    "trade_off": "[what did you decide against, and why?]",
    "follow_through": "[what did you do once it was done, until others relied on it?]",
    "metric": "[how many or how much before?] [how many or how much after?] [how was it measured?]",
    "impact": "[who was better off, and what was it worth to them?]",
    "lasting_effect": "[what is still in use today, and who uses it?]",
    "learning": "[what in this story would you do differently?]",
    "systemic_insight": "[why could it happen at all where you worked?]",
}
_ASSIGNED = "[you were asked to do it, so say that: what did you decide beyond what you were asked?]"
_PLACES: Mapping[FlagId, Part] = {"assigned": "task", "handed_off": "action"}
"""Where what a red flag quotes belongs in the story: it happened, so it is told."""
_PULL: Mapping[CriterionId, float] = {"role": 0.5}
"""How much a criterion draws a sentence into its part; what shows one's own role is nearly always told for something else."""
_FIRST_CHOICE: tuple[Part, ...] = ("reflection", "result", "task", "action", "situation")
"""Which part gets a sentence that serves several equally well: the one that has fewest sentences of its own, as a rule."""
_IN_ORDER_OF_TELLING: frozenset[Part] = frozenset({"situation", "task", "action"})


class Line(Strict):
    """A sentence of the candidate's, or a blank for them to fill."""

    text: str
    """Verbatim, or in square brackets."""
    turn: int | None
    """Where it was said; None for a blank."""


class PartLines(Strict):
    part: Part
    lines: tuple[Line, ...]


class _Placed(NamedTuple):
    part: Part
    quote: Quote


def skeleton(
    brief: Brief, transcript: Transcript, findings: Iterable[Finding], flags: Iterable[RaisedFlag] = ()
) -> tuple[PartLines, ...]:
    """The parts with what was said for each and what is missing in it; parts that hold neither are left out."""
    rated = {f.criterion: f for f in findings}
    raised = tuple(flags)
    homes = _homes(brief, rated)
    placed = _without_doubles(
        [p._replace(part=homes.get(_key(p.quote), p.part)) for p in (*_evidence(brief, rated), *_told(raised))]
    )
    lines = {part: [*_said(part, placed, transcript), *_missing(brief, part, rated, raised)] for part in PARTS}
    return tuple(PartLines(part=part, lines=tuple(told)) for part, told in lines.items() if told)


def as_text(parts: Iterable[PartLines]) -> str:
    """The skeleton as plain text, a paragraph for each part."""
    return "\n\n".join(
        "\n".join([part.part.upper(), *(line.text if line.turn is None else f"“{line.text}”" for line in part.lines)])
        for part in parts
    )


def _evidence(brief: Brief, rated: Mapping[CriterionId, Finding]) -> list[_Placed]:
    """The quotes of what is met, then of what is hinted at, each in the part of its criterion."""
    found = [(c, rated[c.id]) for c in brief.rubric.criteria if c.id in rated]
    return [_Placed(c.part, q) for rating in ("yes", "partly") for c, f in found if f.rating == rating for q in f.quotes]


def _homes(brief: Brief, rated: Mapping[CriterionId, Finding]) -> dict[tuple[int, str], Part]:
    """The part that each quoted sentence serves most."""
    pull: dict[tuple[int, str], dict[Part, float]] = defaultdict(lambda: dict.fromkeys(PARTS, 0.0))
    for criterion in brief.rubric.criteria:
        finding = rated.get(criterion.id)
        for quote in finding.quotes if finding and finding.rating != "no" else ():
            pull[_key(quote)][criterion.part] += _PULL.get(criterion.id, 1.0)
    return {key: max(_FIRST_CHOICE, key=drawn.__getitem__) for key, drawn in pull.items()}


def _key(quote: Quote) -> tuple[int, str]:
    return quote.turn, folded(quote.text)


def _told(flags: Iterable[RaisedFlag]) -> list[_Placed]:
    return [_Placed(_PLACES[f.flag], q) for f in flags if f.flag in _PLACES for q in f.quotes]


def _without_doubles(placed: list[_Placed]) -> list[_Placed]:
    """Each thing said once: the first place it got, in the longest wording."""
    kept: list[_Placed] = []
    for item in placed:
        twin = next((n for n, other in enumerate(kept) if _holds(other, item) or _holds(item, other)), None)
        if twin is None:
            kept.append(item)
        elif not _holds(kept[twin], item):
            kept[twin] = kept[twin]._replace(quote=item.quote)
    return list(dict.fromkeys(kept))


def _holds(a: _Placed, b: _Placed) -> bool:
    return a.quote.turn == b.quote.turn and folded(b.quote.text) in folded(a.quote.text)


def _said(part: Part, placed: list[_Placed], transcript: Transcript) -> list[Line]:
    quotes = [item.quote for item in placed if item.part == part]
    if part in _IN_ORDER_OF_TELLING:
        quotes.sort(key=lambda q: (q.turn, _place(q, transcript)))
    return [Line(text=q.text, turn=q.turn) for q in quotes]


def _place(quote: Quote, transcript: Transcript) -> int:
    turn = transcript.turn(quote.turn)
    found = span(quote.text, turn.text) if turn else None
    return found[0] if found else 0


def _missing(brief: Brief, part: Part, rated: Mapping[CriterionId, Finding], flags: tuple[RaisedFlag, ...]) -> list[Line]:
    """A blank for each criterion of the part that is expected at this level and not met."""
    open_ = [c for c in brief.rubric.criteria if c.part == part and brief.weights[c.id] and not _met(rated.get(c.id))]
    assigned = any(f.flag == "assigned" for f in flags)
    return [Line(text=_ASSIGNED if assigned and c.id == "ownership" else _blank(c), turn=None) for c in open_]


def _met(finding: Finding | None) -> bool:
    return finding is not None and finding.rating == "yes"


def _blank(criterion: Criterion) -> str:
    return _BLANKS.get(criterion.id) or f"[{criterion.question}]"
