"""One thing to be assessed, and what came of it: what a run writes, line by line, and all that scoring reads."""

from typing import Annotated, Literal

from pydantic import Field

from evals.candidates import Candidate
from interviewer.assessment import Assessment
from interviewer.interview import Interview
from interviewer.recorded import Labels, Record
from interviewer.rubric import CriterionId, Identifier, Level, Strict

SuiteName = Literal[
    "agreement", "probes", "grounding", "metamorphic", "consistency", "fairness", "injection", "levels", "abstention", "manners",
    "closed_loop",
]  # fmt: skip


class Recorded(Strict):
    """A recorded interview to be assessed."""

    type: Literal["recorded"] = "recorded"
    record: Record
    reordered: bool = False
    """Whether the rubric's criteria are put to the judge in another order."""
    rubric: dict[str, str] = Field(default_factory=dict)
    """Where a suite checks what the judge refers to: the places of the scenario's rubric it may point at, with their text."""


class Simulated(Strict):
    """An interview to be conducted with a simulated candidate, then assessed."""

    type: Literal["simulated"] = "simulated"
    candidate: Candidate
    principle: Identifier
    scenario: Identifier | None = None
    level: Level = "sde2"
    labels: Labels | None = None
    """What a careful reader says about the opening, where one does."""
    weights: dict[CriterionId, float] = Field(default_factory=dict)
    """Where a suite asks whether the right thing was asked: how much each criterion counts here."""
    bank: dict[Identifier, str] = Field(default_factory=dict)
    """Likewise the follow-ups on offer, redirects included, with their question."""


class Trial(Strict):
    """What a suite wants to know about."""

    id: str
    """Unique within a run, for example ``metamorphic/drop_number/dev-ownership-1a``."""
    suite: SuiteName
    story: str
    """Trials of one story are not independent; intervals are clustered by it."""
    kind: str = ""
    """The edit, payload, group or persona, as the suite names it."""
    base: str | None = None
    """The trial it is compared with."""
    repeat: int = 0
    """Of several runs of the same, which; part of the key under which replies are kept."""
    task: Annotated[Recorded | Simulated, Field(discriminator="type")]


class Judged(Strict):
    type: Literal["judged"] = "judged"
    assessment: Assessment


class Conducted(Strict):
    type: Literal["conducted"] = "conducted"
    interview: Interview
    """With its assessment."""


class Unscored(Strict):
    """No parse, no grade: counted apart, never an average's zero."""

    type: Literal["unscored"] = "unscored"
    error: str


Outcome = Annotated[Judged | Conducted | Unscored, Field(discriminator="type")]


class Result(Strict):
    """A trial and what came of it: one line of ``results.jsonl``."""

    trial: Trial
    outcome: Outcome
    seconds: float
    """Time the product took."""

    @property
    def story(self) -> str:
        return self.trial.story

    @property
    def assessment(self) -> Assessment | None:
        """The assessment, None when unscored."""
        match self.outcome:
            case Judged(assessment=assessment):
                return assessment
            case Conducted(interview=interview):
                return interview.assessment
            case _:
                return None
