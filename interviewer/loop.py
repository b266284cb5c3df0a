"""A full loop: several interviewers, each with a question and a second principle to listen for, and one debrief.

A loop is fixed when it begins, the ids of its interviews included, so it holds no state of its own: how far it has come is seen
from which of those interviews there are.
"""

from typing import Annotated

from pydantic import Field

from interviewer.assessment import EngineName
from interviewer.ids import Id, new_id
from interviewer.interview import Setup
from interviewer.roles import Role
from interviewer.rubric import Identifier, Level, Strict, Text

PROBE_LIMIT = 3
"""Follow-ups in each interview of a loop: five interviews must fit into an evening."""


class Seat(Strict):
    """One interviewer's part in a loop."""

    interviewer: Text
    """As the candidate reads it, for example "Hiring manager"."""
    interview: Id
    """The interview that is, or will be, held."""
    principle: Identifier
    """The one that is asked about."""
    second: Identifier
    """The one the same story is read for a second time."""
    scenario: Identifier | None = None


class Loop(Strict):
    """What was chosen at the start of a loop."""

    id: Id
    """Knowing it is what gives access."""
    role: Identifier
    title: Text
    level: Level
    engine: EngineName
    probe_limit: int = Field(default=PROBE_LIMIT, ge=0, le=20)
    seats: Annotated[tuple[Seat, ...], Field(min_length=1, max_length=8)]

    @classmethod
    def new(cls, role: Role, level: Level, engine: EngineName) -> "Loop":
        seats = tuple(
            Seat(interviewer=i.title, interview=new_id(), principle=i.asks, second=i.also, scenario=i.scenario)
            for i in role.interviewers
        )
        return cls(id=new_id(), role=role.id, title=role.title, level=level, engine=engine, seats=seats)

    def setup(self, seat: Seat) -> Setup:
        """What the interview of `seat` is begun with."""
        return Setup(
            principle=seat.principle, scenario=seat.scenario, level=self.level, engine=self.engine, probe_limit=self.probe_limit
        )
