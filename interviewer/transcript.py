"""What was said: the candidate's turns, each with the question it responded to."""

from typing import Literal

from pydantic import Field

from interviewer.rubric import CriterionId, Identifier, Strict

TurnKind = Literal[
    "answer", "repeat", "think", "clarify", "skip", "another_story", "stop", "off_topic", "abuse", "instruction", "unreadable",
    "too_long", "distress", "outcome", "asked_before",
]  # fmt: skip
"""What a candidate's turn is. Only an answer moves the interview on.

`distress` says that it has become too much, `outcome` asks how one is doing or is judged, `asked_before` that the question was
put already. `off_topic` is small talk and anything else beside the question, `instruction` speaks to the interviewer as a machine
or asks for a verdict, `unreadable` holds no words that can be followed, `too_long` more than can be taken in.
"""


class Turn(Strict):
    """One turn of the candidate."""

    number: int = Field(ge=1)
    """From 1, over all turns of the candidate."""
    question: str
    """The question it responds to, as the candidate read it."""
    probe: Identifier | None = None
    """The follow-up that question came from; None for the main question, and for recorded questions from no bank."""
    targets: tuple[CriterionId, ...] = ()
    """The criteria the question asked about."""
    text: str
    kind: TurnKind = "answer"


class Transcript(Strict):
    """A whole conversation as an assessor reads it."""

    turns: tuple[Turn, ...] = ()
    left_open: CriterionId | None = None
    """What the last follow-up was about, when the interview ended before it got a turn."""

    @property
    def current(self) -> tuple[Turn, ...]:
        """The turns about the story finally told: asking to use another story sets the earlier one aside."""
        restart = max((t.number for t in self.turns if t.kind == "another_story"), default=0)
        return tuple(t for t in self.turns if t.number > restart)

    @property
    def answers(self) -> tuple[Turn, ...]:
        """The turns that count."""
        return tuple(t for t in self.current if t.kind == "answer")

    @property
    def responded(self) -> tuple[Turn, ...]:
        """The turns that closed a question, by answering, by passing it or by pointing to what was said before."""
        return tuple(t for t in self.current if t.kind in ("answer", "skip", "asked_before"))

    @property
    def asked(self) -> frozenset[CriterionId]:
        """The criteria a follow-up was mainly about, answered or not."""
        asked = {c for t in self.current for c in t.targets[:1]}
        return frozenset(asked | {self.left_open} if self.left_open else asked)

    def turn(self, number: int) -> Turn | None:
        return next((t for t in self.turns if t.number == number), None)
