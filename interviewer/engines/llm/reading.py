"""A model's replies read into the domain, checked, and cut back to what may be said."""

import re
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from interviewer.assessment import Advice, Feedback
from interviewer.brief import Brief
from interviewer.engines.llm.wire import FeedbackReply, QuoteReply, ReviewReply
from interviewer.evidence import check
from interviewer.models.errors import Malformed
from interviewer.review import Disqualification, Finding, Quote, RaisedFlag, Review
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import clean, locate
from interviewer.transcript import Transcript
from interviewer.truth import invented, without_invented

T = TypeVar("T")

LONGEST_LINE = 60
"""Words after which a follow-up is cut off and the bank's own wording asked instead."""
_REQUEST = re.compile(r"\b(?:tell|walk|take|talk|describe|explain|show|help) (?:me|us|through|how|what)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]{4,})”|\"([^\"]{4,})\"")


class Read(NamedTuple, Generic[T]):
    """A reply as a value of the domain, with what is unsupported taken out, and a sentence for each fault found in it."""

    value: T
    faults: tuple[str, ...]


def review(reply: ReviewReply, brief: Brief, transcript: Transcript) -> Read[Review]:
    """The reply as a checked review. Raises Malformed when it does not rate each criterion exactly once."""
    if reply.last_turn != "answer":
        return Read(Review(kind=reply.last_turn), ())
    expected = [c.id for c in brief.rubric.criteria]
    rated = {f.criterion: f for f in reply.criteria}
    if sorted(f.criterion for f in reply.criteria) != sorted(expected):
        raise Malformed(f"criteria must rate each of {', '.join(expected)} exactly once", reply.model_dump_json())
    unquoted = [f"{f.criterion} is rated {f.rating} without a quote" for f in reply.criteria if f.rating != "no" and not f.quotes]
    observed = Review(
        findings=tuple(
            Finding(
                criterion=id,
                rating=rated[id].rating if rated[id].quotes else "no",
                quotes=_quotes(rated[id].quotes),
                grounding=tuple(g.strip("[] ") for g in rated[id].grounding),
                comment=clean(rated[id].comment),
            )
            for id in expected
        ),
        flags=tuple(RaisedFlag(flag=f.flag, quotes=_quotes(f.quotes), comment=clean(f.comment)) for f in reply.red_flags),
        disqualifications=tuple(
            Disqualification(id=d.id, quotes=_quotes(d.quotes), comment=clean(d.comment))
            for d in reply.disqualifications
            if d.quotes
        ),
    )
    checked, faults = check(observed, transcript, brief)
    return Read(checked.model_copy(update={"unsupported": checked.unsupported + len(unquoted)}), (*unquoted, *faults))


def feedback(reply: FeedbackReply, transcript: Transcript, points: Sequence[CriterionId | FlagId]) -> Read[Feedback]:
    """The reply as feedback without invented facts. Raises Malformed when it does not speak to each point once."""
    advice = {a.point: a.text for a in reply.improvements}
    if set(advice) != set(points) or len(reply.improvements) != len(points):
        raise Malformed(f"improvements must have exactly these points: {', '.join(points) or 'none'}", reply.model_dump_json())
    said = tuple(t.text for t in transcript.turns) + tuple(t.question for t in transcript.turns)
    texts = [reply.summary, reply.bar_raiser_thinks, *reply.strengths, *advice.values()]
    made_up = dict.fromkeys(x for text in texts for x in invented(text, said))
    misquoted = dict.fromkeys(q for text in texts for q in _misquoted(text, transcript))
    faults = [f"“{x}” is nowhere in what the candidate said" for x in made_up]
    faults += [f"“{q}” is in quotation marks but not the candidate's wording" for q in misquoted]

    def true(text: str) -> str:
        kept = without_invented(clean(text), said)
        return "" if any(q in kept for q in misquoted) else kept

    value = Feedback(
        summary=true(reply.summary),
        bar_raiser_thinks=true(reply.bar_raiser_thinks),
        strengths=tuple(kept for s in reply.strengths if (kept := true(s))),
        improvements=tuple(Advice(about=p, text=kept) for p in points if (kept := true(advice[p]))),
    )
    return Read(value, tuple(faults))


def one_question(pieces: Iterator[str], fallback: str) -> Iterator[str]:
    """The pieces up to and with the first question mark outside quotation marks.

    Where there is none within `LONGEST_LINE` words, and no request either ("Tell me ..."), `fallback` is asked in addition.
    """
    said = ""
    for piece in pieces:
        end = _question_end(said + piece)
        taken = piece if end is None else piece[: end - len(said)]
        said += taken
        yield taken
        if end is not None:
            return
        if len(said.split()) > LONGEST_LINE:
            break
    if len(said.split()) > LONGEST_LINE or not _REQUEST.search(said):
        yield (" " if said.strip() else "") + fallback


def _question_end(text: str) -> int | None:
    quoted = False
    for place, character in enumerate(text):
        if character in '“”"':
            quoted = character == "“" or (character == '"' and not quoted)
        elif character == "?" and not quoted:
            return place + 1
    return None


def brief_reply(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces until twice `LONGEST_LINE` words."""
    count = 0
    for piece in pieces:
        yield piece
        count += len(piece.split())
        if count > 2 * LONGEST_LINE:
            return


def _quotes(quotes: Sequence[QuoteReply]) -> tuple[Quote, ...]:
    return tuple(Quote(turn=max(1, q.turn), text=clean(q.text)) for q in quotes if clean(q.text))


def _misquoted(text: str, transcript: Transcript) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        quote = match.group(1) or match.group(2)
        if "[" not in quote and not any(locate(quote, t.text) for t in transcript.turns):
            yield quote
