"""All calls of a process go through one door: so many at once, nobody while the service rests, and nobody waits past its time."""

import threading
from contextlib import ExitStack, suppress
from time import monotonic

import pytest

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.deadline import Deadline
from interviewer.models.door import LONGEST_REST, Door
from interviewer.models.errors import Busy, QuotaExhausted, RateLimited, ServerTrouble
from tests.models.conftest import ASKED
from tests.models.stub import Answer, Seen, Step, Stub, delta, events, failure, text

SHORT = 0.05


def through(door: Door, stub: Stub, timeout: float = 30) -> ChatCompletions:
    return ChatCompletions(model="small", api_key=None, base_url=stub.base_url, timeout=timeout, pause=0, door=door)


class Counting:
    """A service that notes how many it talks to at once, and lets none go before `most` are there."""

    def __init__(self, most: int) -> None:
        self.together = threading.Barrier(most)
        self.highest = 0
        self._now = 0
        self._lock = threading.Lock()

    def __call__(self, seen: Seen) -> Answer:
        with self._lock:
            self._now += 1
            self.highest = max(self.highest, self._now)
        self.together.wait(20)
        with self._lock:
            self._now -= 1
        reply = text("Why?")
        assert not isinstance(reply, Answer)
        return reply(seen)


def test_no_more_calls_are_in_flight_than_allowed(stub: Stub) -> None:
    counting = Counting(3)
    stub.default = counting
    door = Door(3)
    asking = [threading.Thread(target=lambda: list(through(door, stub).stream(ASKED))) for _ in range(12)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(30)
    assert len(stub.requests) == 12
    assert counting.highest == 3


def test_who_waits_in_vain_is_told_so_and_asks_nothing(stub: Stub) -> None:
    door = Door(1)
    with door.entered(Deadline(30)), pytest.raises(Busy, match="waiting"):
        list(through(door, stub, timeout=SHORT).stream(ASKED))
    assert stub.requests == []


def test_a_call_that_ended_badly_or_was_broken_off_leaves_its_place(stub: Stub) -> None:
    door = Door(1)
    stub.replies(failure(401), events(delta("What"), Step.STALL), text("Why?"))
    with pytest.raises(Exception, match="key"):
        list(through(door, stub).stream(ASKED))
    assert next(iter(through(door, stub).stream(ASKED))) == "What"
    assert list(through(door, stub, timeout=5).stream(ASKED)) == ["Why?"]


def test_all_places_are_taken_again_after_a_rest() -> None:
    for _ in range(20):
        door, together = Door(2), threading.Barrier(2)

        def enter(door: Door = door, together: threading.Barrier = together) -> None:
            with door.entered(Deadline(20)):
                together.wait(5)

        door.rest(0)
        waiting = [threading.Thread(target=enter) for _ in range(2)]
        with door.entered(Deadline(20)):
            for thread in waiting:
                thread.start()
        for thread in waiting:
            thread.join()
        assert not together.broken


def test_while_one_is_asked_to_wait_nobody_else_asks(stub: Stub) -> None:
    door = Door()
    stub.replies(failure(429, retry_after="300"), text("Why?"))
    for _ in range(3):
        with pytest.raises(RateLimited, match="Try again in about 5 minutes"):
            list(through(door, stub).stream(ASKED))
    assert len(stub.requests) == 1


def test_a_service_in_trouble_may_ask_for_a_rest_too(stub: Stub) -> None:
    door = Door()
    stub.replies(failure(503, retry_after="300"), text("Why?"))
    with pytest.raises(ServerTrouble, match="Try again in about 5 minutes"):
        list(through(door, stub).stream(ASKED))
    with pytest.raises(RateLimited, match="Try again in about 5 minutes"):
        list(through(door, stub).stream(ASKED))
    assert len(stub.requests) == 1


def test_after_the_rest_it_goes_on_by_itself(stub: Stub) -> None:
    door = Door()
    stub.replies(failure(429, retry_after=str(SHORT)), text("Why?"))
    begun = monotonic()
    assert list(through(door, stub).stream(ASKED)) == ["Why?"]
    assert monotonic() - begun >= SHORT
    assert len(stub.requests) == 2


def test_another_call_waits_for_the_rest_that_one_was_asked_for(stub: Stub) -> None:
    door = Door()
    door.rest(SHORT)
    begun = monotonic()
    assert list(through(door, stub).stream(ASKED)) == ["Thank", " you.", " What", " happened", " then?"]
    assert monotonic() - begun >= SHORT


def test_a_rest_that_is_longer_than_the_turn_is_not_waited_for() -> None:
    door = Door()
    door.rest(1)
    with pytest.raises(RateLimited) as caught, door.entered(Deadline(0.5)):
        pass
    assert caught.value.retry_after == pytest.approx(1, abs=0.5)


def test_a_rest_has_an_end_whatever_was_asked_for() -> None:
    door = Door()
    door.rest(86_400)
    with pytest.raises(RateLimited) as caught, door.entered(Deadline(60)):
        pass
    assert caught.value.retry_after is not None
    assert caught.value.retry_after <= LONGEST_REST


def test_a_shorter_rest_does_not_end_a_longer_one() -> None:
    door = Door()
    door.rest(100)
    door.rest(0)
    with pytest.raises(RateLimited), door.entered(Deadline(60)):
        pass


def test_an_account_without_credit_keeps_nobody_out(stub: Stub) -> None:
    door = Door()
    stub.replies(failure(429, "insufficient_quota", retry_after="300"), text("Why?"))
    with pytest.raises(QuotaExhausted):
        list(through(door, stub).stream(ASKED))
    assert list(through(door, stub).stream(ASKED)) == ["Why?"]


def test_places_come_free_in_any_order() -> None:
    door = Door(2)
    with ExitStack() as inside:
        for _ in range(2):
            inside.enter_context(door.entered(Deadline(1)))
        with pytest.raises(Busy), door.entered(Deadline(0)):
            pass
    with door.entered(Deadline(0)), door.entered(Deadline(0)):
        pass


def let_in(door: Door) -> int:
    """How many get in at once; they leave as if it had gone badly, which changes nothing."""
    number = 0
    with suppress(Busy), ExitStack() as inside:
        while True:
            inside.enter_context(door.entered(Deadline(0)))
            number += 1
    return number


@pytest.mark.parametrize(("at_once", "after"), [(8, 4), (3, 1), (1, 1)])
def test_after_a_rest_half_as_many_are_let_in(at_once: int, after: int) -> None:
    door = Door(at_once)
    door.rest(0)
    assert let_in(door) == after


def test_each_call_that_goes_well_makes_room_for_one_more() -> None:
    door = Door(8)
    door.rest(0)
    for _ in range(10):
        with door.entered(Deadline(0)):
            pass
    assert let_in(door) == 8


def test_those_who_are_turned_down_together_halve_it_once() -> None:
    door = Door(8)
    for _ in range(5):
        door.rest(SHORT)
    with door.entered(Deadline(30)):  # Waits for the end of the rest.
        pass
    assert let_in(door) == 5
