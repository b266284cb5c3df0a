"""An interview in a few lines: what lists, trends and the story bank need of it, derived from its events alone."""

from datetime import datetime
from typing import Literal

from interviewer.assessment import Assessment, EngineName
from interviewer.interview import Interview
from interviewer.rubric import PRINCIPLES, CriterionId, Identifier, Level, Rating, Strict, Verdict
from interviewer.text import folded

FORM = 1
"""Counted up whenever an overview holds something else than before, so that kept ones are derived again."""
Standing = Rating | Literal["unasked"]
"""How a criterion came out; `unasked` when it is missing and no follow-up gave the chance to say it."""


class Overview(Strict):
    """One line of the list of interviews."""

    id: str
    created_at: datetime
    """UTC."""
    principle: Identifier
    scenario: Identifier | None
    level: Level
    engine: EngineName
    """The one that assessed it, or is in charge now."""
    question: str
    """The main question that was answered last."""
    answers: tuple[str, ...]
    """The candidate's words about the story finally told."""
    ended: bool
    verdict: Verdict | None
    """None until it is assessed."""
    standings: dict[CriterionId, Standing]
    """The criteria expected at the level, and any others that were met; empty until it is assessed."""

    @property
    def searched(self) -> str:
        """Everything the candidate may remember it by, folded for comparing."""
        title = PRINCIPLES.get(self.principle, self.principle.replace("_", " "))
        return folded("\n".join((title, self.question, *self.answers)))


def overview(interview: Interview, created_at: datetime) -> Overview:
    """The overview of `interview`, which was begun at `created_at` (UTC)."""
    setup, assessment = interview.setup, interview.assessment
    return Overview(
        id=interview.id,
        created_at=created_at,
        principle=setup.principle,
        scenario=setup.scenario,
        level=setup.level,
        engine=assessment.provenance.engine if assessment else interview.engine,
        question=next(reversed(interview.main_questions), ""),
        answers=tuple(turn.text for turn in interview.transcript.answers),
        ended=interview.ended is not None,
        verdict=assessment.verdict if assessment else None,
        standings=standings(assessment) if assessment else {},
    )


def standings(assessment: Assessment) -> dict[CriterionId, Standing]:
    """How each criterion came out, in the order of the rubric; none that was neither expected nor met."""
    came_out: dict[CriterionId, Standing] = {}
    for finding in assessment.findings:
        if finding.rating == "no" and finding.criterion in assessment.never_asked:
            came_out[finding.criterion] = "unasked"
        elif finding.rating != "no" or finding.criterion in assessment.not_said:
            came_out[finding.criterion] = finding.rating
    return came_out
