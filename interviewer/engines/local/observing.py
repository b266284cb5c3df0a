"""From a transcript to a verified review."""

from interviewer.brief import Brief
from interviewer.engines.local import flags, judging, replies, wording
from interviewer.engines.local.comments import about_criterion
from interviewer.engines.local.found import Found
from interviewer.engines.local.language import is_readable
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story
from interviewer.evidence import check
from interviewer.review import Disqualification, Finding, Quote, RaisedFlag, Review
from interviewer.rubric import Criterion, FlagId, Part
from interviewer.transcript import Transcript

MOST_QUOTES = 3


def observe(brief: Brief, transcript: Transcript) -> Review:
    """Every criterion and red flag judged on the readable answers; what the last turn is, besides."""
    last = transcript.turns[-1] if transcript.turns else None
    unreadable = last is not None and last.kind == "answer" and not is_readable(last.text)
    kind = "unreadable" if unreadable else last.kind if last else "answer"
    readable = _readable(transcript)
    if not readable.answers:
        return Review(kind=kind)
    story = Story(readable)
    found = {c.id: _judge(story, c) for c in brief.rubric.criteria}
    review = Review(
        kind=kind,
        findings=tuple(_finding(brief, c, found[c.id]) for c in brief.rubric.criteria),
        flags=tuple(_flag(flag, seen) for flag, detect in flags.DETECTORS.items() if (seen := detect(story, found)) is not None),
        disqualifications=tuple(_disqualifications(brief, story)),
    )
    return check(review, transcript, brief).review


def _readable(transcript: Transcript) -> Transcript:
    return Transcript(turns=tuple(t for t in transcript.turns if t.kind != "answer" or is_readable(t.text)))


def _judge(story: Story, criterion: Criterion) -> Found:
    detector = judging.DETECTORS.get(criterion.id)
    found = detector(story) if detector else judging.by_cues(story, criterion.cues)
    return replies.answered(story, criterion.id, found)


def _quotes(evidence: tuple[Sentence, ...]) -> tuple[Quote, ...]:
    return tuple(Quote(turn=s.turn, text=s.text) for s in evidence[:MOST_QUOTES])


def _finding(brief: Brief, criterion: Criterion, found: Found) -> Finding:
    return Finding(
        criterion=criterion.id,
        rating=found.rating,
        quotes=_quotes(found.evidence),
        grounding=_grounding(brief, criterion.part, met=found.rating == "yes"),
        comment=about_criterion(criterion, found),
    )


def _grounding(brief: Brief, part: Part, met: bool) -> tuple[str, ...]:
    """The place of the scenario that the rating was held against: the part's strong telling, or its common mistake."""
    reference = f"{part}.{'strong' if met else 'mistake'}"
    return (reference,) if reference in brief.references else ()


def _flag(flag: FlagId, seen: tuple[Sentence, ...]) -> RaisedFlag:
    return RaisedFlag(flag=flag, quotes=_quotes(seen), comment=wording.HEARD[flag])


def _disqualifications(brief: Brief, story: Story) -> list[Disqualification]:
    """The pack's disqualifiers one of whose cues was said."""
    hits = ((d, judging.by_cues(story, d.cues)) for d in brief.pack.disqualifiers)
    return [Disqualification(id=d.id, quotes=_quotes(found.evidence), comment=d.when) for d, found in hits if found.evidence]
