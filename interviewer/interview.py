"""An interview's state: an append-only sequence of events, and what follows from it.

Nothing is ever changed or removed, so whatever was saved can be resumed from, and two writers can never both append the same
event (its position is part of its identity in the store).
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from interviewer.assessment import Assessment, EngineName
from interviewer.dispute import Dispute
from interviewer.ids import Id, new_id
from interviewer.review import Review
from interviewer.rubric import CriterionId, Identifier, Level, Part, Strict, Verdict
from interviewer.transcript import Transcript, Turn, TurnKind

EndReason = Literal["candidate", "nothing_left", "probe_limit", "conduct", "unheard"]
Style = Literal["realistic", "coached"]
"""Whether the interviewer keeps what it thinks to itself, as in a real interview, or shows where the answers stand."""


class Setup(Strict):
    """What was chosen at the start."""

    principle: Identifier
    scenario: Identifier | None
    level: Level
    engine: EngineName
    probe_limit: int = Field(default=4, ge=0, le=20)
    """The most follow-ups that are asked."""
    style: Style = "realistic"
    again: str | None = None
    """The id of the interview whose question is answered again."""


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


class Spoken(Strict):
    """How a dictated answer took its time; the recording itself is kept nowhere."""

    seconds: float = Field(ge=0)
    longest_pause: float | None = Field(default=None, ge=0)
    """Seconds between two words; None where nobody measured it."""


class Said(Strict):
    """The candidate's turn, cleaned but otherwise as given."""

    type: Literal["said"] = "said"
    text: str
    kind: TurnKind
    """What it is as far as code can tell."""
    spoken: Spoken | None = None
    """None when it was typed."""


class TakenBack(Strict):
    """The candidate took back the turn `turn`: it and what followed from it no longer count, and its question stands again."""

    type: Literal["taken_back"] = "taken_back"
    turn: int = Field(ge=1)


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


class SelfRated(Strict):
    """What the candidate thought of their answers before seeing the verdict; empty when they passed."""

    type: Literal["self_rated"] = "self_rated"
    verdict: Verdict | None = None
    strong: tuple[Part, ...] = ()
    weak: tuple[Part, ...] = ()


class Assessed(Strict):
    type: Literal["assessed"] = "assessed"
    assessment: Assessment


class Disputed(Strict):
    """A finding was judged again because the candidate disputed it; where it changed, a new assessment follows."""

    type: Literal["disputed"] = "disputed"
    dispute: Dispute


class ReadAgain(Strict):
    """The answers were also read for another principle, as an interviewer of a loop does; the assessment stays as it is."""

    type: Literal["read_again"] = "read_again"
    assessment: Assessment


Event = Annotated[
    Asked | Replied | Said | TakenBack | Observed | Switched | Ended | SelfRated | Assessed | Disputed | ReadAgain,
    Field(discriminator="type"),
]


class Interview(Strict):
    """One interview up to now."""

    id: Id
    """32 hex digits; knowing it is what gives access, so it is never guessable."""
    setup: Setup
    events: tuple[Event, ...] = ()

    @classmethod
    def new(cls, setup: Setup) -> "Interview":
        return cls(id=new_id(), setup=setup)

    def after(self, *events: Event) -> "Interview":
        """The interview with `events` appended."""
        return Interview(id=self.id, setup=self.setup, events=(*self.events, *events))

    @cached_property
    def in_force(self) -> tuple[Event, ...]:
        """The events without what was taken back."""
        kept: list[Event] = []
        for event in self.events:
            if isinstance(event, TakenBack):
                turns = [n for n, e in enumerate(kept) if isinstance(e, Said)]
                for place in turns[event.turn - 1 : event.turn]:
                    del kept[place:]
            else:
                kept.append(event)
        return tuple(kept)

    @property
    def engine(self) -> EngineName:
        """The engine in charge now."""
        return next((e.engine for e in reversed(self.events) if isinstance(e, Switched)), self.setup.engine)

    @property
    def question(self) -> Asked:
        """The question that stands."""
        return next(e for e in reversed(self.in_force) if isinstance(e, Asked))

    @property
    def main_questions(self) -> tuple[str, ...]:
        return tuple(e.question for e in self.in_force if isinstance(e, Asked) and e.probe is None)

    @property
    def probes_asked(self) -> int:
        """Follow-ups about the story told now: a new story or another main question starts afresh."""
        asked = [e for e in self.in_force if isinstance(e, Asked)]
        return next((n for n, e in enumerate(reversed(asked)) if e.probe is None), len(asked))

    @property
    def ended(self) -> Ended | None:
        return next((e for e in self.events if isinstance(e, Ended)), None)

    @property
    def assessment(self) -> Assessment | None:
        return next((e.assessment for e in reversed(self.events) if isinstance(e, Assessed)), None)

    @property
    def self_rated(self) -> SelfRated | None:
        return next((e for e in self.events if isinstance(e, SelfRated)), None)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        return tuple(e.dispute for e in self.events if isinstance(e, Disputed))

    def reading(self, principle: Identifier) -> Assessment | None:
        """The latest reading for a principle other than the one that was asked about."""
        readings = (e.assessment for e in reversed(self.events) if isinstance(e, ReadAgain))
        return next((a for a in readings if a.principle == principle), None)

    @property
    def awaits_reply(self) -> bool:
        """Whether the candidate's last turn has not been responded to yet: after a crash, a refresh or a failed model call."""
        spoken = [e for e in self.in_force if isinstance(e, Asked | Replied | Said | Ended)]
        return bool(spoken) and isinstance(spoken[-1], Said)

    def review_of(self, turn: int) -> Review | None:
        """What was observed after the candidate's turn `turn`."""
        return next((e.review for e in reversed(self.in_force) if isinstance(e, Observed) and e.turn == turn), None)

    @property
    def last_answer(self) -> Turn | None:
        """The last turn that closed a question, by answering or by passing it; it can be taken back."""
        return next((t for t in reversed(self.transcript.turns) if t.kind in ("answer", "skip", "asked_before")), None)

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
        for event in self.in_force:
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
