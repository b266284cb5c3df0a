"""The list of past interviews, on real SQLite files."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from interviewer.history import PORTION, Done, History
from interviewer.interview import Asked, Ended, Interview, Said, Setup
from interviewer.overview import overview
from interviewer.store import NoSuchInterview, Store
from tests.test_store import EVERY_KIND

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "interviews.db"


@pytest.fixture
def store(file: Path) -> Store:
    return Store(f"sqlite:///{file}")


@pytest.fixture
def history(file: Path) -> History:
    return History(f"sqlite:///{file}")


def held(store: Store, answer: str, principle: str = "ownership") -> Interview:
    asked = Asked(text="Tell me about a time.", question="Tell me about a time.", plainer="Any time.")
    interview = Interview.new(SETUP.model_copy(update={"principle": principle})).after(asked, Said(text=answer, kind="answer"))
    store.create(interview)
    return interview


def listed(history: History, words: str = "", first: int = 0, limit: int = 100) -> list[str]:
    for _ in history.catch_up():
        pass
    return [seen.id for seen in history.search(words, first, limit).overviews]


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        for statement in statements:
            db.execute(statement)


def test_interviews_are_listed_newest_first_portion_by_portion(store: Store, history: History) -> None:
    ids = [held(store, f"Story {n}.").id for n in range(5)][::-1]
    assert listed(history) == ids
    assert listed(history, first=1, limit=2) == ids[1:3]
    assert history.search("", 1, 2).total == 5


def test_only_what_has_changed_is_derived_again(store: Store, history: History) -> None:
    first, second = held(store, "The mailbox."), held(store, "The card form.")
    assert list(history.catch_up()) == [Done(0, 2)]
    assert list(history.catch_up()) == []
    store.append(first, Said(text="And the basket.", kind="answer"))
    assert list(history.catch_up()) == [Done(0, 1)]
    assert listed(history, "basket") == [first.id]
    assert set(listed(history)) == {first.id, second.id}


def test_an_overview_is_what_the_events_say(store: Store, history: History) -> None:
    interview = Interview.new(SETUP).after(*EVERY_KIND)
    store.create(interview)
    listed(history)
    seen = history.search("", 0, 1).overviews[0]
    assert seen == overview(interview, seen.created_at)
    assert seen.verdict == "hire"


def test_overviews_of_another_form_are_derived_again(store: Store, history: History, file: Path) -> None:
    held(store, "The mailbox.")
    listed(history)
    change(file, "UPDATE overviews SET form = 0, body = '{}', searched = ''")
    assert len(listed(history, "mailbox")) == 1


def test_a_database_from_before_there_were_overviews_is_listed(store: Store, file: Path) -> None:
    interview = held(store, "The mailbox.")
    change(file, "DROP TABLE overviews")
    assert listed(History(f"sqlite:///{file}")) == [interview.id]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mailbox", True),
        ("MAILBOX crash", True),
        ("mailbox  basket", False),
        ("größe", True),
        ("dive deep", True),
        ("tell me", True),
        ("100%", True),
        ("%", True),
        ("_", False),
        ("'; DROP TABLE overviews; --", False),
    ],
)
def test_all_words_must_occur_in_the_question_the_answers_or_the_principle(
    store: Store, history: History, words: str, found: bool
) -> None:
    interview = held(store, "I read the Crash mailbox; its GRÖSSE was 100%.", principle="dive_deep")
    assert listed(history, words) == ([interview.id] if found else [])


def test_an_interview_that_cannot_be_read_is_counted_and_hides_no_other(store: Store, history: History, file: Path) -> None:
    broken, whole = held(store, "The mailbox."), held(store, "The card form.")
    change(file, f"UPDATE interviews SET setup = '{{}}' WHERE id = '{broken.id}'")
    assert listed(history) == [whole.id]
    assert history.unreadable() == 1


def test_what_is_deleted_is_gone_from_the_list_the_store_and_the_file(store: Store, history: History, file: Path) -> None:
    kept, gone = held(store, "The card form."), held(store, "The unmistakable marmalade. " * 200)
    listed(history)
    history.delete(gone.id)
    assert listed(history) == [kept.id]
    with pytest.raises(NoSuchInterview):
        store.load(gone.id)
    left = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"marmalade" not in left
    assert b"card form" in left


def test_deleting_what_is_not_there_says_so(history: History) -> None:
    with pytest.raises(NoSuchInterview):
        history.delete("0" * 32)


def test_a_window_left_open_on_a_deleted_interview_keeps_nothing(store: Store, history: History) -> None:
    interview = held(store, "The mailbox.")
    history.delete(interview.id)
    with pytest.raises(NoSuchInterview):
        store.append(interview, Ended(why="candidate", text="Thank you."))
    assert listed(history) == []


def test_deleting_all_leaves_nothing_and_tells_how_far_it_is(store: Store, history: History, file: Path) -> None:
    for n in range(PORTION + 2):
        held(store, f"The unmistakable marmalade {n}.")
    listed(history)
    assert list(history.delete_all()) == [Done(0, PORTION + 2), Done(PORTION, PORTION + 2)]
    assert history.ids() == ()
    assert b"marmalade" not in b"".join(path.read_bytes() for path in file.parent.iterdir())


def test_windows_that_derive_the_same_at_once_do_not_get_in_each_others_way(store: Store, file: Path) -> None:
    ids = {held(store, f"Story {n}.").id for n in range(20)}
    with ThreadPoolExecutor(4) as threads:
        seen = list(threads.map(lambda _: listed(History(f"sqlite:///{file}")), range(4)))
    assert {frozenset(found) for found in seen} == {frozenset(ids)}
