"""A loop as it is held, offline, on SQLite and on PostgreSQL."""

import pytest

from interviewer.database import LOCAL, Database
from interviewer.engines.local import LocalEngine
from interviewer.history import History
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.loop import Loop
from interviewer.loops import Loops, NoSuchLoop
from interviewer.sitting import Sitting, following, scored
from interviewer.store import Store
from tests.test_stories import BUSES, MAILBOX


class Room:
    """A loop of four, and everything to hold it with."""

    def __init__(self, database: Database, library: Library) -> None:
        self.store, self.loops, self.history = Store(database, LOCAL), Loops(database, LOCAL), History(database, LOCAL)
        engine = LocalEngine(library)
        self.interviewer = Interviewer(library, self.store, lambda _: engine)
        self.sitting = Sitting(self.store, self.interviewer, lambda _: engine)
        role = next(role for role in library.roles if len(role.interviewers) == 4)
        self.loop = Loop.new(role, "sde2", "local")
        self.loops.create(self.loop)

    def hold(self, number: int, answer: str = MAILBOX) -> None:
        """The interview at `number`, ended after one answer."""
        interview = self.sitting.begin(self.loop, self.loop.seats[number])
        interview = self.interviewer.hear(interview, answer)
        list(self.interviewer.respond(interview))
        self.interviewer.end(self.store.load(interview.id))


@pytest.fixture
def room(database: Database, library: Library) -> Room:
    return Room(database, library)


def test_a_loop_is_loaded_as_it_was_created_and_listed(room: Room) -> None:
    assert room.loops.load(room.loop.id) == room.loop
    assert [begun.loop for begun in room.loops.latest(5)] == [room.loop]
    assert not room.loops.create(room.loop)


def test_somebody_elses_loop_is_not_there(room: Room, database: Database) -> None:
    other = Loops(database, "somebody else")
    with pytest.raises(NoSuchLoop):
        other.load(room.loop.id)
    assert other.latest() == ()
    other.delete(room.loop.id)
    other.delete_all()
    assert other.create(room.loop)
    assert room.loops.load(room.loop.id) == room.loop


@pytest.mark.parametrize("id", ["", "0" * 32, "../x", "a" * 10_000])
def test_an_unknown_loop_says_so(room: Room, id: str) -> None:
    with pytest.raises(NoSuchLoop):
        room.loops.load(id)


def test_the_interviews_come_in_their_order_and_an_interrupted_one_is_gone_on_with(room: Room) -> None:
    first = following(room.sitting.places(room.loop))
    assert first
    assert (first.seat, first.interview) == (room.loop.seats[0], None)
    room.hold(0)
    begun = room.sitting.begin(room.loop, room.loop.seats[1])
    current = following(room.sitting.places(room.loop))
    assert current
    assert current.interview == begun
    for number in (1, 2, 3):
        room.hold(number)
    assert following(room.sitting.places(room.loop)) is None


def test_beginning_in_two_windows_gives_one_interview(room: Room) -> None:
    first = room.sitting.begin(room.loop, room.loop.seats[0])
    room.interviewer.hear(first, MAILBOX)
    again = room.sitting.begin(room.loop, room.loop.seats[0])
    assert [turn.text for turn in again.transcript.turns] == [MAILBOX]


def test_an_interview_is_asked_on_its_interviewers_principle(room: Room, library: Library) -> None:
    seat = room.loop.seats[0]
    begun = room.sitting.begin(room.loop, seat)
    assert begun.id == seat.interview
    assert begun.setup.principle == seat.principle
    assert begun.question.question in library.brief(seat.principle, "sde2", seat.scenario).questions


def test_each_is_scored_for_both_principles_on_its_own_answers_alone(room: Room) -> None:
    for number, story in enumerate((MAILBOX, BUSES, MAILBOX, BUSES)):
        room.hold(number, story)
    list(room.sitting.score(room.sitting.places(room.loop)))
    for place, story in zip(room.sitting.places(room.loop), (MAILBOX, BUSES, MAILBOX, BUSES), strict=True):
        held = room.sitting.held(place)
        assert held
        assert held.second
        assert (held.assessment.principle, held.second.principle) == (place.seat.principle, place.seat.second)
        quotes = [q.text for a in (held.assessment, held.second) for f in a.findings for q in f.quotes]
        assert quotes
        assert all(quote in story for quote in quotes)


def test_scoring_again_changes_nothing_and_goes_on_where_it_stopped(room: Room) -> None:
    for number in range(4):
        room.hold(number)
    scoring = room.sitting.score(room.sitting.places(room.loop))
    next(scoring), next(scoring)
    assert [scored(place) for place in room.sitting.places(room.loop)] == [True, False, False, False]
    list(room.sitting.score(room.sitting.places(room.loop)))
    before = room.sitting.places(room.loop)
    assert all(map(scored, before))
    assert list(room.sitting.score(before)) == []
    assert room.sitting.places(room.loop) == before


def test_a_deleted_interview_can_be_held_again_and_nothing_of_it_is_left(room: Room) -> None:
    for number in range(4):
        room.hold(number)
    list(room.sitting.score(room.sitting.places(room.loop)))
    room.history.delete(room.loop.seats[2].interview)
    current = following(room.sitting.places(room.loop))
    assert current
    assert current.seat == room.loop.seats[2]
    assert room.sitting.held(current) is None


def test_a_loop_that_is_over_has_interviews_without_any_verdict_until_the_debrief(room: Room) -> None:
    for number in range(4):
        room.hold(number)
    assert all(place.interview and place.interview.assessment is None for place in room.sitting.places(room.loop))
