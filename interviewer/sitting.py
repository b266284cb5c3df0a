"""A loop while it is held: which interview comes next, and the scoring of each, blind to the others."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from interviewer.assessing import assess
from interviewer.assessment import EngineName
from interviewer.debrief import Held
from interviewer.engines import Engine
from interviewer.interview import Interview, ReadAgain
from interviewer.interviewer import Interviewer
from interviewer.loop import Loop, Seat
from interviewer.store import NoSuchInterview, Stale, Store


class Place(NamedTuple):
    """A seat, and its interview if it was begun."""

    seat: Seat
    interview: Interview | None

    @property
    def over(self) -> bool:
        return self.interview is not None and self.interview.ended is not None


class Sitting:
    """Holds no state of any loop. Methods may raise StoreError."""

    def __init__(self, store: Store, interviewer: Interviewer, engine: Callable[[EngineName], Engine]) -> None:
        self._store, self._interviewer, self._engine = store, interviewer, engine

    def places(self, loop: Loop) -> tuple[Place, ...]:
        """How far the loop has come. A deleted interview is one that was not begun."""
        return tuple(Place(seat, self._find(seat)) for seat in loop.seats)

    def begin(self, loop: Loop, seat: Seat) -> Interview:
        """The interview of `seat`, begun now unless another window was first."""
        try:
            return self._interviewer.begin(loop.setup(seat), seat.interview)
        except Stale:
            return self._store.load(seat.interview)

    def close(self, loop: Loop, places: Sequence[Place]) -> None:
        """Ends the loop here: what is not over yet ends without another word, so that the debrief is about what was held."""
        for place in places:
            if not place.over:
                self._interviewer.end(place.interview or self.begin(loop, place.seat))

    def score(self, places: Sequence[Place]) -> Iterator[Place]:
        """Has every interview assessed and read for its second principle, each on its own answers alone.

        Yields each place before it is scored. Raises ModelError when a model fails; what was scored by then is kept.
        """
        for place in places:
            interview = place.interview
            if interview and not scored(place):
                yield place
                self._read_again(place.seat, self._interviewer.assess(interview))

    def held(self, place: Place) -> Held | None:
        """What the debrief takes from an interview; None when it is not scored. Raises LookupError when its content is gone."""
        interview = place.interview
        if interview is None or interview.assessment is None:
            return None
        setup = interview.setup
        brief = self._interviewer.library.brief(setup.principle, setup.level, setup.scenario)
        second = interview.reading(place.seat.second)
        return Held(place.seat.interviewer, brief, interview.transcript, interview.assessment, second)

    def _find(self, seat: Seat) -> Interview | None:
        try:
            return self._store.load(seat.interview)
        except NoSuchInterview:
            return None

    def _read_again(self, seat: Seat, interview: Interview) -> None:
        if interview.reading(seat.second):
            return
        brief = self._interviewer.library.brief(seat.second, interview.setup.level)
        with self._interviewer.account(interview):
            reading = assess(self._engine(interview.engine), brief, interview.transcript)
        self._store.append(interview, ReadAgain(assessment=reading))


def scored(place: Place) -> bool:
    """Whether nothing is left to do for the debrief."""
    interview = place.interview
    return interview is not None and interview.assessment is not None and interview.reading(place.seat.second) is not None


def following(places: Sequence[Place]) -> Place | None:
    """The interview to be held next, or gone on with; None when all are over."""
    return next((place for place in places if not place.over), None)
