"""The assessment: what was found, the verdict code drew from it, and what to do better, in the order of worth."""

from typing import Literal

from pydantic import Field

from interviewer.brief import Brief, Probe
from interviewer.probing import NextProbe, gaps
from interviewer.review import Contradiction, Disqualification, Finding, RaisedFlag, Review
from interviewer.rubric import (
    ECHOES,
    FLAG_CRITERIA,
    FLAGS,
    NO_CASE,
    CriterionId,
    FlagId,
    Identifier,
    Level,
    Rating,
    Strict,
    Verdict,
)
from interviewer.transcript import Transcript
from interviewer.verdict import THIN, Decision, decide

EngineName = Literal["local", "llm"]


class Advice(Strict):
    """One thing to do better next time."""

    about: CriterionId | FlagId
    text: str


class Feedback(Strict):
    """What an engine writes about a review: prose, no judgement of its own."""

    summary: str
    bar_raiser_thinks: str
    """What the bar raiser would say about the answers when the candidate has left the room."""
    strengths: tuple[str, ...] = ()
    improvements: tuple[Advice, ...] = ()
    """The most valuable first."""


class Source(Strict):
    """A content file something was produced with."""

    name: str
    version: int
    hash: str


class Provenance(Strict):
    """What exactly produced an assessment."""

    engine: EngineName
    model: str | None
    """The model's id; None for the offline engine."""
    prompts: tuple[Source, ...]
    rubric: Source
    principle: Source
    scenario: Source | None
    package: str
    """Version of this package."""
    disputed: tuple[CriterionId | FlagId, ...] = ()
    """The findings that were changed because the candidate disputed them."""


class FirstAnswer(Strict):
    """How the first answer stood on its own, before any follow-up."""

    criteria: dict[CriterionId, Rating]
    flags: dict[FlagId, bool]
    next_probe: Probe | None
    """What would be asked next; None when nothing is worth asking."""


class Assessment(Strict):
    """The whole result of an interview at one level."""

    principle: Identifier
    level: Level
    decision: Decision
    reason: str
    """The decision in one sentence."""
    first_answer: FirstAnswer
    findings: tuple[Finding, ...]
    flags: tuple[RaisedFlag, ...]
    doubts: dict[FlagId, float] = Field(default_factory=dict)
    """As in the review."""
    disqualifications: tuple[Disqualification, ...]
    not_said: tuple[CriterionId, ...]
    """Asked about, and still not met."""
    never_asked: tuple[CriterionId, ...]
    """Not met, but no follow-up gave the chance; not the candidate's fault."""
    feedback: Feedback
    contradictions: tuple[Contradiction, ...] = ()
    """Found by the offline engine's rules; a model names them in its comments. They leave the verdict alone."""
    unsupported: int
    """Claims of the engine dropped because their evidence could not be verified."""
    provenance: Provenance

    @property
    def verdict(self) -> Verdict:
        return self.decision.verdict

    @property
    def review(self) -> Review:
        """What the verdict rests on."""
        return Review(
            findings=self.findings,
            flags=self.flags,
            doubts=self.doubts,
            disqualifications=self.disqualifications,
            unsupported=self.unsupported,
        )

    def finding(self, criterion: CriterionId) -> Finding | None:
        return next((f for f in self.findings if f.criterion == criterion), None)

    def rating(self, criterion: CriterionId) -> Rating:
        """Its rating; `no` where nothing was rated."""
        found = self.finding(criterion)
        return found.rating if found else "no"


def first_answer(brief: Brief, review: Review, following: NextProbe | None) -> FirstAnswer:
    """The first answer's standing from the review made of it alone."""
    ratings: dict[CriterionId, Rating] = {c.id: review.ratings.get(c.id, "no") for c in brief.rubric.criteria}
    return FirstAnswer(
        criteria=ratings, flags={f: f in review.flag_ids for f in FLAGS}, next_probe=following.probe if following else None
    )


def worth_improving(brief: Brief, review: Review, at_most: int = 3) -> tuple[CriterionId | FlagId, ...]:
    """The criteria and red flags whose mending would move the verdict most, the best first.

    What the verdict's reason names comes first, in its order, then the heaviest gaps. Without a real, fitting case there is only
    one thing to say.
    """
    decision = decide(brief, review)
    named = [r.about for r in decision.held_down_by if r.basis != "disqualified" and r.about]
    if decision.coverage < THIN and (no_case := [f for f in NO_CASE if f in named]):
        return tuple(no_case[:1])
    flags = [about for about in named if about in FLAGS and about not in ECHOES]
    # A red flag has more to say than the criterion it is about, and takes its place.
    told = [next((f for f in flags if about in FLAG_CRITERIA.get(f, ())), about) for about in named if about not in ECHOES]
    return _without_doubles([*told, *(g.criterion for g in gaps(brief, review))])[:at_most]


def _without_doubles(points: list[CriterionId | FlagId]) -> tuple[CriterionId | FlagId, ...]:
    """`points` without what a former one already speaks to: a red flag and the criterion it is about are one thing to mend."""
    kept: list[CriterionId | FlagId] = []
    for point in dict.fromkeys(points):
        told = {c for flag in kept for c in FLAG_CRITERIA.get(flag, ())}
        if point not in told and not set(FLAG_CRITERIA.get(point, ())) & set(kept):
            kept.append(point)
    return tuple(kept)


def asked_and_not(
    brief: Brief, transcript: Transcript, review: Review
) -> tuple[tuple[CriterionId, ...], tuple[CriterionId, ...]]:
    """The expected criteria that are not met: (asked about, never asked about)."""
    open_ = (
        [g.criterion for g in gaps(brief, review)] if review.findings else [c for c, weight in brief.weights.items() if weight]
    )
    return tuple(c for c in open_ if c in transcript.asked), tuple(c for c in open_ if c not in transcript.asked)
