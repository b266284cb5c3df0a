"""From a transcript to a verified review."""

from interviewer.brief import Brief
from interviewer.engines.local import flags, judging, learned, replies, wording
from interviewer.engines.local.chances import WORTH
from interviewer.engines.local.comments import about_criterion
from interviewer.engines.local.flags import Seen
from interviewer.engines.local.found import Found
from interviewer.engines.local.language import is_readable
from interviewer.engines.local.learned import Judged, Shown, quoted
from interviewer.engines.local.parroting import manner
from interviewer.engines.local.passages import CRITERIA
from interviewer.engines.local.story import Story
from interviewer.engines.local.wary import without_address, worse
from interviewer.evidence import check
from interviewer.review import Disqualification, Finding, RaisedFlag, Review
from interviewer.rubric import FLAGS, Criterion, CriterionId, FlagId, Part
from interviewer.transcript import Transcript


def observe(brief: Brief, transcript: Transcript) -> Review:
    """Every criterion and red flag judged on the readable answers; what the last turn is, besides."""
    last = transcript.turns[-1] if transcript.turns else None
    unreadable = last is not None and last.kind == "answer" and not is_readable(last.text)
    kind = "unreadable" if unreadable else last.kind if last else "answer"
    readable = _readable(transcript)
    if not readable.answers:
        return Review(kind=kind)
    review = _read(brief, readable)
    if plain := without_address(readable, manner(brief.rubric)):
        review = worse(review, _read(brief, plain))
    return check(review.model_copy(update={"kind": kind}), transcript, brief).review


def _read(brief: Brief, readable: Transcript) -> Review:
    story = Story(readable, manner(brief.rubric))
    found, seen = _detected(brief, story)
    shown = learned.judged(brief.rubric, brief.pack.name, readable, found, seen)
    return Review(
        findings=tuple(_finding(brief, c, _shown(shown, c, found[c.id])) for c in brief.rubric.criteria),
        flags=tuple(RaisedFlag(flag=f, quotes=quotes, comment=wording.HEARD[f]) for f, quotes in shown.flags.items()),
        doubts=dict(shown.doubts),
        likely=dict(shown.likely),
        disqualifications=tuple(_disqualifications(brief, story)),
    )


def _shown(shown: Judged, criterion: Criterion, found: Found) -> Shown:
    """What was learned about it; what the detector found for a criterion that a pack adds."""
    return shown.criteria.get(criterion.id) or Shown(found.rating, quoted(found.evidence))


def _detected(brief: Brief, story: Story) -> tuple[dict[CriterionId, Found], dict[FlagId, Seen]]:
    found = {c.id: _judge(story, c) for c in brief.rubric.criteria}
    return found, {flag: detect(story, found) for flag, detect in flags.DETECTORS.items()}


def detected(brief: Brief, transcript: Transcript) -> list[float]:
    """What the detectors see in readable answers: a rating for each base criterion, 0 to 1, and 0 or 1 for each red flag."""
    found, seen = _detected(brief, Story(_readable(transcript), manner(brief.rubric)))
    return [*(WORTH[found[c].rating] for c in CRITERIA), *(float(seen[f] is not None) for f in FLAGS)]


def _readable(transcript: Transcript) -> Transcript:
    return Transcript(turns=tuple(t for t in transcript.turns if t.kind != "answer" or is_readable(t.text)))


def _judge(story: Story, criterion: Criterion) -> Found:
    detector = judging.DETECTORS.get(criterion.id)
    found = detector(story) if detector else judging.by_cues(story, criterion.cues)
    return replies.answered(story, criterion.id, found)


def _finding(brief: Brief, criterion: Criterion, shown: Shown) -> Finding:
    return Finding(
        criterion=criterion.id,
        rating=shown.rating,
        quotes=shown.quotes,
        grounding=_grounding(brief, criterion.part, met=shown.rating == "yes"),
        comment=about_criterion(criterion, shown.rating),
    )


def _grounding(brief: Brief, part: Part, met: bool) -> tuple[str, ...]:
    """The place of the scenario that the rating was held against: the part's strong telling, or its common mistake."""
    reference = f"{part}.{'strong' if met else 'mistake'}"
    return (reference,) if reference in brief.references else ()


def _disqualifications(brief: Brief, story: Story) -> list[Disqualification]:
    """The pack's disqualifiers one of whose cues was said."""
    hits = ((d, judging.by_cues(story, d.cues)) for d in brief.pack.disqualifiers)
    return [Disqualification(id=d.id, quotes=quoted(found.evidence), comment=d.when) for d, found in hits if found.evidence]
