"""The list of past interviews, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sql

from interviewer.database import LOCAL, NOBODY, Database, now
from interviewer.history import PORTION, Done, History
from interviewer.interview import Asked, Ended, Interview, Said, Setup
from interviewer.overview import overview
from interviewer.store import NoSuchInterview, Store
from interviewer.tables import METADATA, USAGE
from tests.test_store import EVERY_KIND

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database, LOCAL)


@pytest.fixture
def history(database: Database) -> History:
    return History(database, LOCAL)


def held(store: Store, answer: str, principle: str = "ownership") -> Interview:
    asked = Asked(text="Tell me about a time.", question="Tell me about a time.", plainer="Any time.")
    interview = Interview.new(SETUP.model_copy(update={"principle": principle})).after(asked, Said(text=answer, kind="answer"))
    store.create(interview)
    return interview


def listed(history: History, words: str = "", first: int = 0, limit: int = 100) -> list[str]:
    for _ in history.catch_up():
        pass
    return [seen.id for seen in history.search(words, first, limit).overviews]


def change(database: Database, statement: str) -> None:
    with database.transaction() as rows:
        rows.exec_driver_sql(statement)


def written(url: str, folder: Path) -> bytes:
    """What is in the files of a SQLite database; nothing for another one."""
    return b"".join(path.read_bytes() for path in folder.glob("interviews.db*")) if url.startswith("sqlite") else b""


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


def test_overviews_of_another_form_are_derived_again(store: Store, history: History, database: Database) -> None:
    held(store, "The mailbox.")
    listed(history)
    change(database, "UPDATE overviews SET form = 0, body = '{}', searched = ''")
    assert len(listed(history, "mailbox")) == 1


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


def test_an_interview_that_cannot_be_read_is_counted_and_hides_no_other(
    store: Store, history: History, database: Database
) -> None:
    broken, whole = held(store, "The mailbox."), held(store, "The card form.")
    change(database, f"UPDATE interviews SET setup = '{{}}' WHERE id = '{broken.id}'")
    assert listed(history) == [whole.id]
    assert history.unreadable() == 1


def test_what_is_deleted_is_gone_from_the_list_the_store_and_the_file(
    store: Store, history: History, url: str, tmp_path: Path
) -> None:
    kept, gone = held(store, "The card form."), held(store, "The unmistakable marmalade. " * 200)
    listed(history)
    history.delete(gone.id)
    assert listed(history) == [kept.id]
    with pytest.raises(NoSuchInterview):
        store.load(gone.id)
    left = written(url, tmp_path)
    assert b"marmalade" not in left
    assert not left or b"card form" in left


def used(database: Database, owner: str, interview: str | None, at: datetime | None = None) -> None:
    tokens = {"model": "m", "calls": 1, "input": 10, "cached": 0, "output": 5, "estimated": False}
    with database.transaction() as rows:
        rows.execute(sql.insert(USAGE), {"owner": owner, "interview_id": interview, "at": at or now(), **tokens})


def test_what_a_deleted_interview_used_still_counts_without_naming_it(store: Store, history: History, database: Database) -> None:
    gone, kept = held(store, "The mailbox."), held(store, "The card form.")
    for interview in (gone, kept):
        used(database, LOCAL, interview.id)
    history.delete(gone.id)
    with database.snapshot() as rows:
        counted = set(rows.execute(sql.select(USAGE.c.interview_id, USAGE.c.input)).all())
    assert counted == {(None, 10), (kept.id, 10)}


def test_deleting_what_is_not_there_says_so(history: History) -> None:
    with pytest.raises(NoSuchInterview):
        history.delete("0" * 32)


def test_a_window_left_open_on_a_deleted_interview_keeps_nothing(store: Store, history: History) -> None:
    interview = held(store, "The mailbox.")
    history.delete(interview.id)
    with pytest.raises(NoSuchInterview):
        store.append(interview, Ended(why="candidate", text="Thank you."))
    assert listed(history) == []


def test_deleting_all_leaves_nothing_and_tells_how_far_it_is(
    store: Store, history: History, database: Database, url: str, tmp_path: Path
) -> None:
    used(database, LOCAL, None, at=now() - timedelta(days=1))
    for n in range(PORTION + 2):
        held(store, f"The unmistakable marmalade {n}.")
    listed(history)
    assert list(history.delete_all()) == [Done(0, PORTION + 2), Done(PORTION, PORTION + 2)]
    with database.snapshot() as rows:
        left = {table.name for table in METADATA.sorted_tables if rows.scalar(sql.select(sql.func.count()).select_from(table))}
    assert left == set()
    assert b"marmalade" not in written(url, tmp_path)


def test_what_was_used_today_still_counts_after_deleting_all_and_is_nobodys(
    store: Store, history: History, database: Database
) -> None:
    used(database, LOCAL, held(store, "The mailbox.").id)
    list(history.delete_all())
    with database.snapshot() as rows:
        assert rows.execute(sql.select(USAGE.c.owner, USAGE.c.interview_id, USAGE.c.input)).all() == [(NOBODY, None, 10)]


def test_windows_that_derive_the_same_at_once_do_not_get_in_each_others_way(store: Store, url: str) -> None:
    ids = {held(store, f"Story {n}.").id for n in range(20)}
    with ThreadPoolExecutor(4) as threads:
        seen = list(threads.map(lambda _: listed(History(Database(url), LOCAL)), range(4)))
    assert {frozenset(found) for found in seen} == {frozenset(ids)}


@pytest.fixture
def theirs(database: Database) -> Store:
    """The store of somebody else, with an interview that mentions the mailbox and was derived from."""
    store = Store(database, "somebody else")
    held(store, "Their mailbox.")
    listed(History(database, "somebody else"))
    used(database, "somebody else", None)
    return store


def test_somebody_elses_interviews_are_in_no_list(store: Store, history: History, theirs: Store) -> None:
    mine = held(store, "My mailbox.")
    assert history.ids() == (mine.id,)
    assert listed(history, "mailbox") == [mine.id]
    assert history.search("", 0, 10).total == 1
    assert history.unreadable() == 0


def test_nothing_of_somebody_elses_is_derived_or_deleted(
    store: Store, history: History, theirs: Store, database: Database
) -> None:
    held(store, "My mailbox.")
    their_history = History(database, "somebody else")
    (id,) = their_history.ids()
    before = theirs.load(id)
    assert list(history.catch_up()) == [Done(0, 1)]
    with pytest.raises(NoSuchInterview):
        history.delete(id)
    list(history.delete_all())
    assert theirs.load(id) == before
    assert listed(their_history, "mailbox") == [id]
    with database.snapshot() as rows:
        assert rows.scalars(sql.select(USAGE.c.owner)).all() == ["somebody else"]


def test_the_same_id_of_two_owners_is_listed_and_deleted_apart(store: Store, history: History, database: Database) -> None:
    mine = held(store, "The mailbox.")
    other = Store(database, "somebody else")
    other.create(Interview(id=mine.id, setup=SETUP).after(Said(text="The card form.", kind="answer")))
    assert listed(history, "mailbox") == [mine.id]
    assert listed(history, "card form") == []
    history.delete(mine.id)
    assert other.load(mine.id).events
