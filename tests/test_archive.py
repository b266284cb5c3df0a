"""Taken out as one file and taken in again: strictly, and without doubling anything."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer import archive
from interviewer.archive import Archive, BadArchive, KeptInterview
from interviewer.database import LOCAL, Database
from interviewer.history import History
from interviewer.interview import Asked, Ended, Interview, Replied, Said, Setup
from interviewer.library import bundled, load
from interviewer.loop import Loop, Seat
from interviewer.loops import Loops
from interviewer.papers import Papers
from interviewer.quiz import Paper, hand_in, items, paper
from interviewer.store import Store
from interviewer.takeout import Takeout, Tally
from interviewer.text import clean
from tests.test_store import EVERY_KIND

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
ASKED = Asked(text="Tell me about a time.", question="Tell me about a time.", plainer="Any time.")
BANK = items(load(bundled("prompts"), bundled("scenarios")).scenarios.values())
LOOP = Loop(
    id="a" * 32,
    role="engineer",
    title="Engineer",
    level="sde2",
    engine="local",
    seats=(Seat(interviewer="Manager", interview="b" * 32, principle="ownership", second="dive_deep"),),
)


class Place:
    """What one person has in a database, and everything that works on it."""

    def __init__(self, database: Database, owner: str) -> None:
        self.store, self.papers = Store(database, owner), Papers(database, owner)
        self.history, self.loops = History(database, owner), Loops(database, owner)
        self.takeout = Takeout(database, owner, self.history, self.papers, self.loops)

    def file(self) -> bytes:
        return "".join(archive.write(self.takeout.records())).encode()

    def take(self, data: bytes) -> Tally:
        tally = Tally()
        for _ in self.takeout.take_in(archive.read(data), tally):
            pass
        return tally


@pytest.fixture
def here(database: Database) -> Place:
    return Place(database, LOCAL)


@pytest.fixture
def there(database: Database) -> Place:
    """Somebody else's, in the same database: as good as any other place."""
    return Place(database, "somebody else")


@pytest.fixture
def full(here: Place) -> Place:
    """A place with two interviews, a test handed in, one that was not, and a loop."""
    here.store.create(Interview.new(SETUP).after(*EVERY_KIND))
    here.store.create(Interview.new(SETUP).after(ASKED))
    for answered in (3, 1):
        sheet = paper(BANK, 5)
        begun = Paper.new(sheet, "ownership", 5)
        here.papers.begin(begun)
        for item in sheet[:answered]:
            here.papers.answer(begun, item.id, item.check.answer)
        if answered == 3:
            here.papers.hand_in(hand_in(begun, sheet, here.papers.load(begun.id).answers, datetime.now(UTC)))
    here.loops.create(LOOP)
    return here


def test_what_was_exported_is_imported_as_it_was(full: Place, there: Place) -> None:
    data = full.file()
    tally = there.take(data)
    assert (tally.new, tally.kept, tally.longer, tally.different) == (5, 0, 0, [])
    assert there.file() == data
    assert [there.store.load(id) for id in there.history.ids()] == [full.store.load(id) for id in full.history.ids()]
    assert [there.papers.load(id) for id in there.papers.ids()] == [full.papers.load(id) for id in full.papers.ids()]
    assert there.loops.load(LOOP.id) == LOOP


def test_importing_it_again_doubles_and_changes_nothing(full: Place) -> None:
    data = full.file()
    tally = full.take(data)
    assert (tally.new, tally.kept) == (0, 5)
    assert full.file() == data


def test_an_interview_that_went_further_in_the_file_is_continued(full: Place, there: Place) -> None:
    there.take(full.file())
    going_on = next(i for i in map(full.store.load, full.history.ids()) if not i.ended)
    further = full.store.append(going_on, Said(text="The mailbox.", kind="answer"))
    assert there.take(full.file()).longer == 1
    assert there.store.load(going_on.id) == further


def test_an_interview_that_is_further_here_is_left_as_it_is(full: Place) -> None:
    data = full.file()
    going_on = next(i for i in map(full.store.load, full.history.ids()) if not i.ended)
    further = full.store.append(going_on, Said(text="The mailbox.", kind="answer"))
    assert full.take(data).kept == 5
    assert full.store.load(going_on.id) == further


def test_an_interview_that_went_another_way_is_left_as_it_is_and_told(full: Place, there: Place) -> None:
    there.take(full.file())
    going_on = next(i for i in map(full.store.load, full.history.ids()) if not i.ended)
    full.store.append(going_on, Said(text="The mailbox.", kind="answer"))
    other = there.store.append(going_on, Said(text="The card form.", kind="answer"))
    assert there.take(full.file()).different == [going_on.id]
    assert there.store.load(going_on.id) == other


def test_an_empty_place_exports_a_file_that_can_be_imported(here: Place) -> None:
    assert archive.read(here.file()) == Archive()


TEXTS = st.text(max_size=60).map(clean)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.builds(Said, text=TEXTS, kind=st.just("answer")), st.builds(Replied, text=st.text())), max_size=5))
def test_whatever_was_said_comes_through_the_file(events: list[Said | Replied]) -> None:
    now = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    kept = tuple(archive.KeptEvent(at=now, event=e) for e in (ASKED, *events))
    record = KeptInterview(id="a" * 32, created_at=now, setup=SETUP, events=kept)
    try:
        data = "".join(archive.write(iter([record]))).encode()
    except ValueError:
        return  # Lone surrogates are never kept either.
    assert archive.read(data) == Archive(interviews=(record,))


def spoilt(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    whole = json.loads(data)
    change(whole)
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda w: w.update(format="other"), "no file that was exported here"),
        (lambda w: w.update(version=2), "another version"),
        (lambda w: w.update(extra=1), "'extra' is not a known field"),
        (lambda w: w.update(interviews={}), "'interviews' is not a list"),
        (lambda w: w["interviews"][1].pop("setup"), "Interview 2: setup: is missing"),
        (lambda w: w["interviews"][0]["setup"].update(level="king"), "Interview 1: setup.level: Input should be"),
        (
            lambda w: w["interviews"][0]["events"][0]["event"].update(mood=1),
            "Interview 1: events.0.event.asked.mood: is not a known",
        ),
        (lambda w: w["interviews"][0].update(id="../../x"), "Interview 1: id: String should match"),
        (lambda w: w["interviews"][0]["events"].pop(0), "Interview 1: events.0: an interview begins with a question"),
        (lambda w: w["interviews"][0]["events"][1]["event"].update(text="a\u202eb"), "characters that are never kept"),
        (lambda w: w["interviews"][1].update(id=w["interviews"][0]["id"]), "Interview 2: has the same id as interview 1"),
        (lambda w: w["papers"][0].update(answers={"x.1": "Z"}), "Test 1: answers.x.1: Input should be"),
        (lambda w: w["papers"][0]["paper"].update(id="x"), "Test 1: "),
        (lambda w: w["loops"][0]["loop"].update(seats=[]), "Loop 1: loop.seats: Tuple should have at least 1 item"),
    ],
)
def test_a_file_at_fault_is_refused_as_a_whole_and_the_record_is_named(
    full: Place, there: Place, change: Callable[[dict[str, Any]], object], told: str
) -> None:
    with pytest.raises(BadArchive) as error:
        there.take(spoilt(full.file(), change))
    assert told in str(error.value)
    assert there.history.ids() == () == there.papers.ids()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Line 1: not valid JSON"),
        (b'{"format":\n"mock-interviewer",\n oops}', "Line 3: not valid JSON"),
        (b"\n\n\xff", "Line 3: not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "no file that was exported here"),
        (b"null", "no file that was exported here"),
    ],
)
def test_what_is_no_such_file_at_all_is_told_with_its_line(data: bytes, told: str) -> None:
    with pytest.raises(BadArchive, match=told):
        archive.read(data)


def test_no_fault_quotes_what_the_candidate_said(full: Place) -> None:
    def change(whole: dict[str, Any]) -> None:
        whole["interviews"][0]["events"][1]["event"].update(text=["SECRET"])

    with pytest.raises(BadArchive) as error:
        archive.read(spoilt(full.file(), change))
    assert "SECRET" not in str(error.value)


def test_many_faults_are_cut_short_and_counted(full: Place) -> None:
    def change(whole: dict[str, Any]) -> None:
        whole["interviews"] = [{"id": "x"}] * 30

    with pytest.raises(BadArchive) as error:
        archive.read(spoilt(full.file(), change))
    assert len(error.value.faults) == archive.MOST_FAULTS
    assert error.value.further > 0


def test_an_import_that_was_interrupted_can_be_done_again(full: Place, there: Place) -> None:
    data = full.file()
    interrupted = there.takeout.take_in(archive.read(data), Tally())
    for _ in range(3):
        next(interrupted)
    tally = there.take(data)
    assert (tally.new, tally.kept) == (3, 2)
    assert there.file() == data


def test_an_interview_from_the_file_can_be_gone_on_with(full: Place, there: Place) -> None:
    there.take(full.file())
    going_on = next(i for i in map(there.store.load, there.history.ids()) if not i.ended)
    ended = there.store.append(going_on, Ended(why="candidate", text="Thank you."))
    assert there.store.load(going_on.id) == ended


def test_taking_in_a_file_of_somebody_else_neither_shows_nor_changes_what_they_have(full: Place, there: Place) -> None:
    data = full.file()
    going_on = next(i for i in map(full.store.load, full.history.ids()) if not i.ended)
    theirs = full.store.append(going_on, Said(text="SECRET", kind="answer"))
    tally = there.take(data)
    assert (tally.new, tally.kept, tally.longer, tally.different) == (5, 0, 0, [])
    mine = there.store.append(there.store.load(going_on.id), Said(text="Mine.", kind="answer"))
    assert b"SECRET" not in there.file()
    assert full.store.load(going_on.id) == theirs
    assert there.store.load(going_on.id) == mine


def test_what_somebody_has_and_deletes_is_theirs_alone(full: Place, there: Place) -> None:
    there.take(full.file())
    data = full.file()
    list(there.history.delete_all())
    there.papers.delete_all()
    there.loops.delete_all()
    assert archive.read(there.file()) == Archive()
    assert full.file() == data
