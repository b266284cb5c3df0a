"""From a transcript to an assessment, with any engine."""

from interviewer import __version__
from interviewer.assessment import (
    Assessment,
    Feedback,
    FirstAnswer,
    Provenance,
    Source,
    asked_and_not,
    first_answer,
    worth_improving,
)
from interviewer.brief import Brief
from interviewer.contradictions import contradictions
from interviewer.dispute import Dispute, applied
from interviewer.engines import Engine
from interviewer.explaining import explain
from interviewer.probing import next_probe
from interviewer.review import Review
from interviewer.transcript import Transcript
from interviewer.verdict import decide

UNWRITTEN = Feedback(summary="", bar_raiser_thinks="")


def assess(
    engine: Engine, brief: Brief, transcript: Transcript, first: Review | None = None, last: Review | None = None
) -> Assessment:
    """The assessment of everything said. `first` and `last` are reviews already made of the first answer and of the whole.

    Raises ModelError when the engine's model fails; nothing half-judged is ever returned.
    """
    return written(engine, brief, transcript, judged(engine, brief, transcript, first, last))


def judged(
    engine: Engine, brief: Brief, transcript: Transcript, first: Review | None = None, last: Review | None = None
) -> Assessment:
    """The same without its prose: whoever waits for that can see the verdict and what it rests on. Raises ModelError."""
    opening = (
        Transcript(turns=tuple(t for t in transcript.turns if t.number <= transcript.answers[0].number))
        if transcript.answers
        else transcript
    )
    first = first or engine.review(brief, opening)
    if last is None:
        last = _told(engine, brief, transcript, opening, first)
    start = first_answer(brief, first, next_probe(brief, opening, first))
    return _drawn_up(brief, transcript, last, start, engine, provenance(engine, brief))


def _told(engine: Engine, brief: Brief, transcript: Transcript, opening: Transcript, first: Review) -> Review:
    """The review of everything; of what was told before, where the last turn turns out to be none of it ("How did I do?").

    `first` is that of the `opening`.
    """
    if transcript == opening:
        return first
    review = engine.review(brief, transcript)
    if review.kind == "answer" or review.findings or len(transcript.answers) < 2:
        return review
    return _told(engine, brief, transcript.model_copy(update={"turns": transcript.turns[:-1]}), opening, first)


def written(engine: Engine, brief: Brief, transcript: Transcript, assessment: Assessment) -> Assessment:
    """`assessment` with its prose. Raises ModelError."""
    review = assessment.review
    feedback = engine.feedback(brief, transcript, review, assessment.decision, worth_improving(brief, review))
    return assessment.model_copy(update={"feedback": feedback})


def reassess(engine: Engine, brief: Brief, transcript: Transcript, assessment: Assessment, dispute: Dispute) -> Assessment:
    """The assessment with the outcome of a dispute in it. Raises ModelError."""
    review = applied(assessment.review, dispute)
    disputed = tuple(dict.fromkeys((*assessment.provenance.disputed, dispute.about)))
    made = assessment.provenance.model_copy(update={"disputed": disputed})
    return written(engine, brief, transcript, _drawn_up(brief, transcript, review, assessment.first_answer, engine, made))


def _drawn_up(
    brief: Brief, transcript: Transcript, last: Review, start: FirstAnswer, engine: Engine, made: Provenance
) -> Assessment:
    decision = decide(brief, last)
    not_said, never_asked = asked_and_not(brief, transcript, last)
    return Assessment(
        principle=brief.pack.name,
        level=brief.level,
        decision=decision,
        reason=explain(decision, brief),
        first_answer=start,
        findings=last.findings,
        flags=last.flags,
        doubts=last.doubts,
        disqualifications=last.disqualifications,
        not_said=not_said,
        never_asked=never_asked,
        feedback=UNWRITTEN,
        contradictions=contradictions(transcript) if engine.name == "local" else (),
        unsupported=last.unsupported,
        provenance=made,
    )


def provenance(engine: Engine, brief: Brief) -> Provenance:
    """What exactly an assessment by `engine` on `brief` is made with."""
    pack, scenario = brief.pack, brief.scenario
    return Provenance(
        engine=engine.name,
        model=engine.model,
        prompts=engine.prompts,
        rubric=Source(name="rubric", version=brief.rubric.version, hash=brief.rubric.hash),
        principle=Source(name=pack.name, version=pack.version, hash=pack.hash),
        scenario=Source(name=scenario.id, version=scenario.version, hash=scenario.hash) if scenario else None,
        package=__version__,
    )
