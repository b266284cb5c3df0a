import random
from pathlib import Path

import pytest

from evals.benchmark.interviews import setup
from evals.load import kept, marks, sayings
from evals.load.candidate import Visit
from evals.load.steps import Taken
from interviewer.database import LOCAL, Database
from interviewer.interview import Ended, Interview, Said
from interviewer.library import Library
from interviewer.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Database(f"sqlite:///{tmp_path / 'interviews.db'}"), LOCAL)


def nothing(step: Taken) -> None:
    """Steps are of no interest here."""


@pytest.fixture
def visit(library: Library) -> Visit:
    chance = random.Random(0)
    held = Visit(sayings.role(marks.new(chance), chance), "", lambda: 0.0, lambda mark: 0.0, nothing)
    lines = held.role.lines()
    held.said = [next(lines) for _ in range(3)]
    held.id = Interview.new(setup(library, "local")).id
    return held


def keep(store: Store, library: Library, visit: Visit, *said: str) -> None:
    interview = Interview(id=visit.id, setup=setup(library, "local"))
    store.create(interview.after(*(Said(text=text, kind="answer") for text in said), Ended(why="candidate", text="Bye.")))


def test_an_interview_kept_as_it_was_held_is_no_difference(store: Store, library: Library, visit: Visit) -> None:
    keep(store, library, visit, *visit.said)
    assert kept.differences(store, [visit]) == []


def test_the_last_answer_may_not_have_arrived_where_an_interview_was_broken_off(
    store: Store, library: Library, visit: Visit
) -> None:
    keep(store, library, visit, *visit.said[:-1])
    assert kept.differences(store, [visit]) == []
    visit.assessed = True
    assert len(kept.differences(store, [visit])) == 1


@pytest.mark.parametrize(
    "order", [(0, 2), (0, 1, 1, 2), (1, 0, 2), (0,), ()], ids=["lost", "doubled", "out of order", "two lost", "all lost"]
)
def test_what_is_not_kept_as_it_was_said_is_told(store: Store, library: Library, visit: Visit, order: tuple[int, ...]) -> None:
    keep(store, library, visit, *(visit.said[n] for n in order))
    (told,) = kept.differences(store, [visit])
    assert visit.role.mark not in told


def test_an_interview_that_is_not_kept_at_all_is_told(store: Store, visit: Visit) -> None:
    assert len(kept.differences(store, [visit])) == 1


def test_words_of_another_interview_are_told(store: Store, library: Library, visit: Visit) -> None:
    other = marks.new(random.Random(7))
    interview = Interview(id=visit.id, setup=setup(library, "local"))
    said = (Said(text=text, kind="answer") for text in visit.said)
    store.create(interview.after(*said, Ended(why="candidate", text=f"Bye, {other}.")))
    assert kept.differences(store, [visit]) == [f"Interview {visit.id} holds words of another one."]
