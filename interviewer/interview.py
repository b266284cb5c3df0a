"""An interview's state: an append-only sequence of events, and what follows from it.

Nothing is ever changed or removed, so whatever was saved can be resumed from, and two writers can never both append the same
event (its position is part of its identity in the store).
"""

from functools import cached_property
from typing import Annotated, Literal
from uuid import uuid4

from pydantic import Field

from interviewer.assessment import Assessment, EngineName
from interviewer.review import Review
from interviewer.rubric import CriterionId, Identifier, Level, Strict
from interviewer.transcript import Transcript, Turn, TurnKind

EndReason = Literal["candidate", "nothing_left", "probe_limit", "conduct"]


class Setup(Strict):
    """What was chosen at the start."""

    principle: Identifier
    scenario: Identifier | None
    level: Level
    engine: EngineName
    probe_limit: int = Field(default=4, ge=0, le=20)
    """The most follow-ups that are asked."""


class Asked(Strict):
    """The interviewer asked something that is to be answered: the main question or a follow-up."""

    type: Literal["asked"] = "asked"
    text: str
    """As the candidate reads it, with whatever led over to it."""
    question: str
    """The question alone, for repeating it."""
    plainer: str
    probe: Identifier | None = None
    """None for a main question."""
    targets: tuple[CriterionId, ...] = ()
    because: CriterionId | None = None
    """The gap a follow-up is aimed at: why this probe."""


class Replied(Strict):
    """The interviewer said something that leaves the question as it is."""

    type: Literal["replied"] = "replied"
    text: str


class Said(Strict):
    """The candidate's turn, cleaned but otherwise as given."""

    type: Literal["said"] = "said"
    text: str
    kind: TurnKind
    """What it is as far as code can tell."""


class Observed(Strict):
    """An engine's review after the candidate's turn `turn`."""

    type: Literal["observed"] = "observed"
    turn: int
    review: Review


class Switched(Strict):
    """The interview goes on with another engine."""

    type: Literal["switched"] = "switched"
    engine: EngineName


class Ended(Strict):
    """No further turn will be taken."""

    type: Literal["ended"] = "ended"
    why: EndReason
    text: str
    """The interviewer's closing line."""


class Assessed(Strict):
    type: Literal["assessed"] = "assessed"
    assessment: Assessment


Event = Annotated[Asked | Replied | Said | Observed | Switched | Ended | Assessed, Field(discriminator="type")]


class Interview(Strict):
    """One interview up to now."""

    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    """32 hex digits; knowing it is what gives access, so it is never guessable."""
    setup: Setup
    events: tuple[Event, ...] = ()

    @classmethod
    def new(cls, setup: Setup) -> "Interview":
        return cls(id=uuid4().hex, setup=setup)

    def after(self, *events: Event) -> "Interview":
        """The interview with `events` appended."""
        return Interview(id=self.id, setup=self.setup, events=(*self.events, *events))

    @property
    def engine(self) -> EngineName:
        """The engine in charge now."""
        return next((e.engine for e in reversed(self.events) if isinstance(e, Switched)), self.setup.engine)

    @property
    def question(self) -> Asked:
        """The question that stands."""
        return next(e for e in reversed(self.events) if isinstance(e, Asked))

    @property
    def main_questions(self) -> tuple[str, ...]:
        return tuple(e.question for e in self.events if isinstance(e, Asked) and e.probe is None)

    @property
    def probes_asked(self) -> int:
        """Follow-ups about the story told now: a new story or another main question starts afresh."""
        asked = [e for e in self.events if isinstance(e, Asked)]
        return next((n for n, e in enumerate(reversed(asked)) if e.probe is None), len(asked))

    @property
    def ended(self) -> Ended | None:
        return next((e for e in self.events if isinstance(e, Ended)), None)

    @property
    def assessment(self) -> Assessment | None:
        return next((e.assessment for e in reversed(self.events) if isinstance(e, Assessed)), None)

    @property
    def awaits_reply(self) -> bool:
        """Whether the candidate's last turn has not been responded to yet: after a crash, a refresh or a failed model call."""
        spoken = [e for e in self.events if isinstance(e, Asked | Replied | Said | Ended)]
        return bool(spoken) and isinstance(spoken[-1], Said)

    def review_of(self, turn: int) -> Review | None:
        """What was observed after the candidate's turn `turn`."""
        return next((e.review for e in reversed(self.events) if isinstance(e, Observed) and e.turn == turn), None)

    @property
    def latest_review(self) -> Review:
        """The review of the latest turn that counted as an answer; an empty one before the first."""
        answers = [t.number for t in self.transcript.answers]
        reviews = (self.review_of(number) for number in reversed(answers))
        return next((r for r in reviews if r and r.findings), Review())

    @cached_property
    def transcript(self) -> Transcript:
        """The candidate's turns, each with the question it responded to."""
        turns: list[Turn] = []
        question: Asked | None = None
        taken_up = False
        for event in self.events:
            if isinstance(event, Asked):
                question, taken_up = event, False
            elif isinstance(event, Said) and question:
                taken_up = True
                number = len(turns) + 1
                review = self.review_of(number)
                kind = review.kind if review else event.kind
                turns.append(
                    Turn(
                        number=number,
                        question=question.text,
                        probe=question.probe,
                        targets=question.targets,
                        text=event.text,
                        kind=kind,
                    )
                )
        waiting = question.targets if question and self.ended and not taken_up else ()
        return Transcript(turns=tuple(turns), left_open=next(iter(waiting), None))
