"""A model that fails in the middle of an interview costs the candidate nothing that was said, and never the way on."""

from collections.abc import Iterator

import pytest

from interviewer.interview import Interview, Said
from interviewer.models.errors import ModelError
from tests.faults.conftest import KEY, Opening, Room
from tests.faults.faults import FAULTS, Fault
from tests.faults.service import ASKED_FOR, Delivery, Place
from tests.pages.driving import STORY

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")

Trial = tuple[Fault, Place, Delivery]


def trials() -> Iterator[Trial]:
    for fault in FAULTS:
        for place in fault.outcomes:
            for delivery in fault.deliveries or (ASKED_FOR[place],):
                yield fault, place, delivery


def name(trial: Trial) -> str:
    return " - ".join((trial[0].name, *trial[1:]))


@pytest.fixture(params=trials(), ids=name)
def trial(request: pytest.FixtureRequest) -> Trial:
    found: Trial = request.param
    return found


def test_a_fault_loses_nothing_and_leaves_every_way_on(opened: Opening, trial: Trial) -> None:
    fault, place, delivery = trial
    expected = fault.outcomes[place]
    room = opened(30)
    interview = room.up_to(place)
    if fault.timeout < 30:
        room = opened(fault.timeout)
    room.playing.asked()
    room.playing.fall_ill(place, fault.illness, delivery)
    error = room.go_on(interview)
    asked = room.playing.asked()
    assert type(error) is (expected.error or type(None))
    assert asked.count(place) == expected.requests
    kept = room.load(interview)
    assert answers(kept) == [STORY]
    if error is None:
        assert went_on(kept)
        return
    assert_true(error)
    assert not went_on(kept)
    room.playing.recover()
    if fault.rests or fault.timeout < 30:
        room.restart()
    for way in (tried_again, offline, finished_and_assessed_later):
        way(room, room.copy(kept), place)


def answers(interview: Interview) -> list[str]:
    return [event.text for event in interview.events if isinstance(event, Said)]


def went_on(interview: Interview) -> bool:
    return bool(interview.assessment) if interview.ended else not interview.awaits_reply


def assert_true(error: ModelError) -> None:
    """One or two plain sentences with a way on, and nothing in them that belongs to somebody."""
    said = str(error)
    assert said.endswith("or go on offline.")
    assert "\n" not in said
    assert len(said) < 160
    assert not [secret for secret in (KEY, *STORY.split(". "), "No.", "Traceback", "{", "<") if secret in said]


def tried_again(room: Room, interview: Interview, place: Place) -> None:
    """Goes on where it was, and asks nothing of the model that it had answered."""
    assert room.go_on(interview) is None
    assert went_on(room.load(interview))
    assert room.playing.asked() == (["review", "probe"] if place == "review" else [place])


def offline(room: Room, interview: Interview, place: Place) -> None:
    """Goes on without the model."""
    switched = room.interviewer.switch(interview, "local")
    assert room.go_on(switched) is None
    assert went_on(room.load(switched))
    assert room.playing.asked() == []


def finished_and_assessed_later(room: Room, interview: Interview, place: Place) -> None:
    """Is ended as it is; another day the program is started again and the assessment made."""
    room.interviewer.end(interview)
    room.restart()
    assert room.go_on(room.load(interview)) is None
    assert went_on(room.load(interview))
    assert room.playing.asked() == (["review", "feedback"] if place == "review" else ["feedback"])
