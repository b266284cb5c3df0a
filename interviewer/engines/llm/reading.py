"""A model's replies read into the domain, checked, and cut back to what may be said."""

import re
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from interviewer.assessment import Advice, Feedback
from interviewer.brief import Brief
from interviewer.engines.llm.wire import FeedbackReply, ReviewReply
from interviewer.evidence import check
from interviewer.models.errors import Malformed
from interviewer.review import Disqualification, Finding, Quote, RaisedFlag, Review
from interviewer.rubric import FLAGS, CriterionId, FlagId
from interviewer.text import clean, locate, words
from interviewer.transcript import Transcript
from interviewer.truth import Given, invented, sentences, without_invented

T = TypeVar("T")

LONGEST_ASIDE = 40
"""Words up to which a turn can be something else than an answer."""
_ELISION = re.compile(r"\s*(?:…|\.{3})\s*")
_PLACE = re.compile(r"\w+\.\w+")
_QUOTED = re.compile(r"“([^”]{4,})”|\"([^\"]{4,})\"")


class Read(NamedTuple, Generic[T]):
    """A reply as a value of the domain, with what is unsupported taken out, and a sentence for each fault found in it."""

    value: T
    faults: tuple[str, ...]


def review(reply: ReviewReply, brief: Brief, transcript: Transcript) -> Read[Review]:
    """The reply as a checked review. Raises Malformed when it does not rate each criterion exactly once, or invents a flag.

    A long turn is an answer whatever the reply calls it: what a candidate told must not get lost by a slip of the model.
    """
    if reply.last_turn != "answer" and len(words(transcript.turns[-1].text)) <= LONGEST_ASIDE:
        return Read(Review(kind=reply.last_turn), ())
    expected = [c.id for c in brief.rubric.criteria]
    rated = {f.criterion: f for f in reply.criteria}
    if sorted(f.criterion for f in reply.criteria) != sorted(expected):
        raise Malformed(f"criteria must rate each of {', '.join(expected)} exactly once", reply.model_dump_json())
    if {f.id for f in reply.red_flags} - set(FLAGS):
        raise Malformed(f"red_flags may only have these ids: {', '.join(FLAGS)}", reply.model_dump_json())
    said = sources(brief, transcript)
    quotes = {f.criterion: _quotes(f.quotes, transcript) for f in reply.criteria}
    unquoted = [
        f"{f.criterion} is rated {f.rating} without a quote"
        for f in reply.criteria
        if f.rating != "no" and not quotes[f.criterion]
    ]
    observed = Review(
        findings=tuple(
            Finding(
                criterion=id,
                rating=rated[id].rating if quotes[id] else "no",
                quotes=quotes[id],
                grounding=_places(rated[id].grounding),
                comment=without_invented(clean(rated[id].comment), said),
            )
            for id in expected
        ),
        flags=tuple(
            RaisedFlag(flag=flag, quotes=_quotes(f.quotes, transcript), comment=without_invented(clean(f.comment), said))
            for f in reply.red_flags
            for flag in FLAGS
            if f.id == flag
        ),
        disqualifications=tuple(
            Disqualification(id=d.id, quotes=found, comment=without_invented(clean(d.comment), said))
            for d in reply.disqualifications
            if (found := _quotes(d.quotes, transcript))
        ),
    )
    checked, faults = check(observed, transcript, brief)
    return Read(checked.model_copy(update={"unsupported": checked.unsupported + len(unquoted)}), (*unquoted, *faults))


def feedback(
    reply: FeedbackReply, brief: Brief, transcript: Transcript, points: Sequence[CriterionId | FlagId]
) -> Read[Feedback]:
    """The reply as feedback without invented facts. Raises Malformed when it does not speak to each point once."""
    advice = {a.point: a.text for a in reply.improvements}
    if set(advice) != set(points) or len(reply.improvements) != len(points):
        raise Malformed(f"improvements must have exactly these points: {', '.join(points) or 'none'}", reply.model_dump_json())
    said = sources(brief, transcript)
    texts = [reply.summary, reply.bar_raiser_thinks, *reply.strengths, *advice.values()]
    made_up = dict.fromkeys(x for text in texts for x in invented(text, said))
    misquotes = dict.fromkeys(q for text in texts for q in misquoted(text, transcript))
    faults = [f"“{x}” is nowhere in what the candidate said" for x in made_up]
    faults += [f"“{q}” is in quotation marks but not the candidate's wording" for q in misquotes]

    def true(text: str) -> str:
        kept = " ".join(s for s in sentences(clean(text)) if not invented(s, said) and not any(q in s for q in misquotes))
        return "" if any(q in kept for q in misquotes) else kept

    value = Feedback(
        summary=true(reply.summary),
        bar_raiser_thinks=true(reply.bar_raiser_thinks),
        strengths=tuple(kept for s in reply.strengths if (kept := true(s))),
        improvements=tuple(Advice(about=p, text=kept) for p in points if (kept := true(advice[p]))),
    )
    return Read(value, tuple(faults))


def _quotes(quotes: Sequence[str], transcript: Transcript) -> tuple[Quote, ...]:
    """Each with the first answer that says it; where none does, with the latest, for the check to refuse."""
    told = tuple(text for quote in quotes if (text := clean(quote)))
    found = ((text, next((t.number for t in transcript.answers if locate(text, t.text)), None)) for text in told)
    return tuple(Quote(turn=turn or transcript.turns[-1].number, text=text) for text, turn in found)


def sources(brief: Brief, transcript: Transcript) -> Given:
    """What a figure or a name may come from."""
    return Given([*(t.text for t in transcript.turns), *(t.question for t in transcript.turns), brief.pack.title])


def _places(grounding: Sequence[str]) -> tuple[str, ...]:
    """The places named, however they were bracketed or strung together; what names none is kept, to be sent back."""
    return tuple(dict.fromkeys(place for g in grounding if g.strip() for place in _PLACE.findall(g) or [g]))


def misquoted(text: str, transcript: Transcript) -> Iterator[str]:
    """The quotations in `text` that no turn holds; an ellipsis may stand for words left out."""
    for match in _QUOTED.finditer(text):
        quote = match.group(1) or match.group(2)
        pieces = [p for p in _ELISION.split(quote) if p]
        if "[" not in quote and not any(all(locate(p, t.text) for p in pieces) for t in transcript.turns):
            yield quote
