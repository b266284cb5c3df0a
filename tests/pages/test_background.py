from collections.abc import Iterator
from threading import Event

import pytest

from interviewer.models.errors import ModelError, ServerTrouble, Unreachable
from interviewer.pages.background import finished, listen
from interviewer.store import Stale, StoreError

SOON = 0.01


def test_every_piece_arrives_in_order() -> None:
    pieces = [str(n) for n in range(200)]
    assert [piece for piece in listen(iter(pieces), every=SOON) if piece] == pieces


def test_whoever_listens_gets_a_word_in_while_nothing_is_said() -> None:
    go_on = Event()

    def speaking() -> Iterator[str]:
        go_on.wait()
        yield "at last"

    heard = listen(speaking(), every=SOON)
    assert next(heard) == ""
    go_on.set()
    assert [piece for piece in heard if piece] == ["at last"]


@pytest.mark.parametrize("error", [ServerTrouble(503), Stale()])
def test_what_goes_wrong_is_raised_where_it_is_heard(error: ModelError | StoreError) -> None:
    def speaking() -> Iterator[str]:
        yield "so far"
        raise error

    heard = (piece for piece in listen(speaking(), every=SOON) if piece)
    assert next(heard) == "so far"
    with pytest.raises(type(error)):
        next(heard)


def test_it_is_said_to_the_end_when_nobody_listens_any_more() -> None:
    left, finished = Event(), Event()

    def speaking() -> Iterator[str]:
        yield "first"
        left.wait()
        yield "last"
        finished.set()

    heard = listen(speaking(), every=SOON)
    next(heard)
    heard.close()  # type: ignore[attr-defined]
    left.set()
    assert finished.wait(timeout=10)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_our_own_is_no_endless_silence() -> None:
    def speaking() -> Iterator[str]:
        yield "first"
        raise ZeroDivisionError

    with pytest.raises(RuntimeError, match="without a word"):
        list(listen(speaking(), every=SOON))


def test_work_that_takes_long_beats_until_it_is_done() -> None:
    beats = Event()

    def work() -> str:
        assert beats.wait(10)
        return "done"

    assert finished(work, 0.01, beats.set) == "done"


def test_what_work_raises_is_raised() -> None:
    def work() -> str:
        raise Unreachable("there")

    with pytest.raises(Unreachable):
        finished(work, 10, lambda: None)


def test_who_leaves_at_a_beat_does_not_wait_for_the_work() -> None:
    class Left(Exception):
        pass

    release = Event()

    def leave() -> None:
        raise Left

    with pytest.raises(Left):
        finished(lambda: release.wait(30), 0.01, leave)
    release.set()
