"""What a report holds, in reading order, whatever it is written as."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.review import Finding, Quote
from interviewer.rubric import LEVEL_NAMES, PARTS, VERDICT_NAMES, CriterionId, Rating
from interviewer.skeleton import skeleton
from interviewer.transcript import Turn
from interviewer.weighing import way_up

RATING_NAMES: dict[Rating, str] = {"yes": "Met", "partly": "Partly met", "no": "Not met"}
Kind = Literal["title", "heading", "subheading", "text", "point", "quote", "small"]


class Block(NamedTuple):
    """A paragraph; `text` is plain text, whatever it looks like."""

    kind: Kind
    text: str


def blocks(brief: Brief, interview: Interview, assessment: Assessment) -> Iterator[Block]:
    """The whole report."""
    yield Block("title", VERDICT_NAMES[assessment.verdict])
    yield Block("small", f"{brief.pack.title}, {LEVEL_NAMES[brief.level]}")
    yield Block("text", assessment.reason)
    yield from _next_time(brief, assessment)
    yield from _open(brief, assessment)
    yield from _ratings(brief, assessment)
    yield Block("heading", "A skeleton to tell it again")
    for part in skeleton(brief, interview.transcript, assessment.findings, assessment.flags):
        yield Block("subheading", part.part.capitalize())
        yield from (Block("point" if line.turn is None else "quote", line.text) for line in part.lines)
    yield Block("heading", "What was said")
    for turn in interview.transcript.turns:
        yield from _turn(turn)
    yield Block("small", _made(assessment))


def _next_time(brief: Brief, assessment: Assessment) -> Iterator[Block]:
    way = way_up(brief, assessment.review)
    if way:
        yield Block("heading", f"What would have made it {VERDICT_NAMES[way.verdict]}")
        for change in way.changes:
            moved = f"{RATING_NAMES[change.needs].lower()} instead of {RATING_NAMES[change.now].lower()}"
            yield Block("point", f"{brief.criterion(change.criterion).name}: {moved}")
        for flag in way.without:
            yield Block("point", f"Without the red flag {brief.rubric.flag(flag).name.lower()}")
    feedback = assessment.feedback
    names = {c.id: c.name for c in brief.rubric.criteria} | {f.id: f.name for f in brief.rubric.flags}
    if feedback.improvements:
        yield Block("heading", "Next time")
        yield from (Block("point", f"{names.get(a.about, a.about)}. {a.text}") for a in feedback.improvements)
    yield Block("heading", "What the bar raiser thinks")
    yield Block("text", feedback.bar_raiser_thinks)
    yield Block("text", feedback.summary)
    if feedback.strengths:
        yield Block("heading", "What worked")
        yield from (Block("point", strength) for strength in feedback.strengths)


def _open(brief: Brief, assessment: Assessment) -> Iterator[Block]:
    for title, criteria in (("Asked, and not said", assessment.not_said), ("Never asked", assessment.never_asked)):
        if criteria:
            yield Block("heading", title)
            yield from (Block("point", brief.criterion(c).name) for c in criteria)


def _ratings(brief: Brief, assessment: Assessment) -> Iterator[Block]:
    if assessment.contradictions:
        yield Block("heading", "Contradictions")
    for contradiction in assessment.contradictions:
        yield Block("point", contradiction.comment)
        yield from _quotes((contradiction.first, contradiction.second))
    if assessment.flags or assessment.disqualifications:
        yield Block("heading", "Red flags")
    for broken in assessment.disqualifications:
        yield Block("point", f"Against {brief.pack.title}. {broken.comment}")
        yield from _quotes(broken.quotes)
    for flag in assessment.flags:
        yield Block("point", f"{brief.rubric.flag(flag.flag).name}. {flag.comment}")
        yield from _quotes(flag.quotes)
    yield Block("heading", "Point by point")
    for part in PARTS:
        rated = [(c.id, found) for c in brief.rubric.criteria if c.part == part and (found := assessment.finding(c.id))]
        if rated:
            yield Block("subheading", part.capitalize())
        for criterion, finding in rated:
            yield from _finding(brief, criterion, finding)


def _finding(brief: Brief, criterion: CriterionId, finding: Finding) -> Iterator[Block]:
    expected = finding.rating != "no" or brief.weights[criterion] > 0
    rating = RATING_NAMES[finding.rating] if expected else "Not expected at this level"
    yield Block("point", f"{brief.criterion(criterion).name}: {rating}. {finding.comment}")
    yield from _quotes(finding.quotes)


def _quotes(quotes: Iterable[Quote]) -> Iterator[Block]:
    return (Block("quote", f"{quote.text} (turn {quote.turn})") for quote in quotes)


def _turn(turn: Turn) -> Iterator[Block]:
    yield Block("subheading", f"Turn {turn.number}: {turn.question}")
    yield Block("text", turn.text)


def _made(assessment: Assessment) -> str:
    made = assessment.provenance
    by = f"model {made.model}" if made.engine == "llm" else "the offline engine"
    sources = [f"{s.name} version {s.version} ({s.hash})" for s in (made.principle, made.scenario, *made.prompts) if s]
    return f"Assessed by {by}, program version {made.package}, with {', '.join(sources)}."
