"""A call ends in time whatever the service does, and is tried twice at most."""

from collections.abc import Iterator
from queue import SimpleQueue
from threading import Event

import pytest
from pydantic import BaseModel

from interviewer.models.chat_completions import ChatCompletions, first_sign
from interviewer.models.deadline import Deadline, Line, Turn, _Arrivals, _deliver, _End, within
from interviewer.models.errors import RateLimited, ServerTrouble, TimedOut, Truncated
from tests.models.conftest import ASKED, adapter
from tests.models.stub import Answer, Drip, Framing, Step, Stub, delta, end, events, failure, text, value

SHORT = 0.5


class Score(BaseModel):
    score: int


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """One call without haste, so that no deadline here passes while the SDK is still loading."""
    with Stub() as stub:
        list(adapter(stub).stream(ASKED))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer((Step.STALL,)), id="a stall after the head"),
        pytest.param(events(Step.STALL), id="a stall before any text"),
        pytest.param(events(delta("What"), Step.STALL), id="a stall midway"),
        pytest.param(events(Drip(b": ping\n\n")), id="pings for ever"),
        pytest.param(events(delta("What"), Drip(b": ping\n\n")), id="pings after some text"),
        pytest.param(events(Drip(delta(" and"))), id="text for ever"),
        pytest.param(Answer((Drip(b" "),), framing=Framing.CLOSE), id="a dripping body"),
    ],
)
def test_a_stream_ends_with_its_deadline(stub: Stub, answer: Answer) -> None:
    stub.replies(answer)
    with pytest.raises(TimedOut):
        list(adapter(stub, timeout=SHORT).stream(ASKED))
    assert len(stub.requests) <= 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Answer((Step.STALL,)), id="a stall"),
        pytest.param(Answer((b'{"choices": [', Drip(b" "))), id="a dripping body"),
    ],
)
def test_a_value_is_waited_for_until_the_deadline(stub: Stub, answer: Answer) -> None:
    stub.replies(answer)
    with pytest.raises(TimedOut):
        adapter(stub, timeout=SHORT).structured(ASKED, Score)
    assert len(stub.requests) <= 1


def test_text_before_a_stall_is_passed_on_as_it_comes(stub: Stub) -> None:
    stub.replies(events(delta("What"), Step.STALL))
    assert next(iter(adapter(stub).stream(ASKED))) == "What"


@pytest.mark.parametrize("answer", [events(delta("What"), Drip(b": ping\n\n")), events(Drip(delta(" and")))])
def test_whoever_stops_listening_hangs_up(stub: Stub, answer: Answer) -> None:
    stub.replies(answer)
    for _ in adapter(stub).stream(ASKED):
        break
    assert stub.hung_up.wait(10)


def test_a_deadline_that_passes_hangs_up(stub: Stub) -> None:
    stub.replies(Answer((b'{"choices": [', Drip(b" "))))
    with pytest.raises(TimedOut):
        adapter(stub, timeout=2).structured(ASKED, Score)
    assert stub.hung_up.wait(10)


def test_a_call_that_was_broken_off_does_not_harm_the_next(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta("What"), Step.STALL), text("Why?"))
    next(iter(model.stream(ASKED)))
    assert "".join(model.stream(ASKED)) == "Why?"


@pytest.mark.parametrize(("timeout", "seconds"), [(0.5, 0.5), (20, 20), (60, 20), (61, 61), (600, 600)])
def test_the_first_sign_is_waited_for_no_longer_than_sensible(timeout: float, seconds: float) -> None:
    assert first_sign(timeout) == seconds


def test_a_silent_start_is_given_up_before_the_deadline() -> None:
    over = Event()

    def silent(line: Line) -> Iterator[str]:
        over.wait()
        yield "too late"

    with pytest.raises(TimedOut):
        list(within(Deadline(3600), 0.05, silent))
    over.set()


def test_what_passes_is_tried_again(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(failure(503), text("Why?"))
    assert "".join(model.stream(ASKED)) == "Why?"
    stub.replies(failure(429, retry_after="0"), value({"score": 3}))
    assert model.structured(ASKED, Score).score == 3


def test_two_tries_are_all(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(failure(503), failure(500), text("Why?"))
    with pytest.raises(ServerTrouble, match="500"):
        list(model.stream(ASKED))
    assert len(stub.requests) == 2


def test_nothing_is_tried_again_once_there_is_text(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta("What"), Step.CUT), text("Why?"))
    with pytest.raises(Truncated):
        list(model.stream(ASKED))
    assert len(stub.requests) == 1


@pytest.mark.parametrize("seconds", ["1", "20", "21"])
def test_a_wait_that_does_not_fit_is_not_begun(stub: Stub, seconds: str) -> None:
    stub.replies(failure(429, retry_after=seconds))
    with pytest.raises(RateLimited):
        list(adapter(stub, timeout=0.9).stream(ASKED))
    assert len(stub.requests) == 1


def test_a_wait_that_is_over_is_no_wait(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(failure(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), text("Why?"))
    assert "".join(model.stream(ASKED)) == "Why?"


def test_a_fault_in_the_code_is_handed_over_like_any_end() -> None:
    def broken(line: Line) -> Iterator[str]:
        yield str(1 // 0)

    arrivals: _Arrivals[str] = SimpleQueue()
    with pytest.raises(ZeroDivisionError):
        _deliver(broken, Line(), arrivals)
    end = arrivals.get_nowait()
    assert isinstance(end, _End)
    assert isinstance(end.failure, ZeroDivisionError)


def test_an_ended_stream_leaves_nothing_waiting(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta("Why?"), end(), Step.STALL))
    assert list(model.stream(ASKED)) == ["Why?"]


def test_the_calls_of_one_turn_share_its_deadline(stub: Stub) -> None:
    stub.replies(value({"score": 3}), events(Step.STALL), value({"score": 3}))
    model, turn = adapter(stub, timeout=5), Turn()
    with turn:
        model.structured(ASKED, Score)
        assert turn.deadline
        turn.deadline.end_within(SHORT)
        with pytest.raises(TimedOut):
            list(model.stream(ASKED))
    assert model.structured(ASKED, Score).score == 3


def test_only_what_is_done_within_a_turns_steps_belongs_to_it() -> None:
    turn, seen = Turn(), []

    def steps() -> Iterator[int]:
        for number in range(2):
            seen.append(Turn.due(60))
            yield number

    between = [Turn.due(60) for _ in turn.each(steps())]
    assert seen == [turn.deadline] * 2
    assert turn.deadline not in between


def test_a_service_that_streams_unasked_is_understood(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta('{"score"'), delta(": 3}"), end()))
    assert model.structured(ASKED, Score).score == 3
