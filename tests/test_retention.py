"""Deleting what was kept long enough, and everything when somebody asks for it."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sql

from interviewer import retention
from interviewer.database import LOCAL, Database, now
from interviewer.history import History
from interviewer.ids import new_id
from interviewer.interview import Asked, Interview, Said, Setup
from interviewer.library import Library
from interviewer.loop import Loop
from interviewer.loops import Loops
from interviewer.papers import Papers
from interviewer.quiz import Paper, hand_in
from interviewer.settings import BadSetting, read
from interviewer.store import NoSuchInterview, Store
from interviewer.tables import EVENTS, FITS, INTERVIEWS, METADATA, USAGE

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
QUESTION = Asked(text="Tell me.", question="Tell me.", plainer="Tell me.")
ANN = "a" * 64
OLD = timedelta(days=31)
USED = {"model": "m", "calls": 1, "input": 9, "cached": 0, "output": 1, "estimated": False}


def held(database: Database, owner: str, library: Library, age: timedelta) -> Interview:
    """One of everything, all of it `age` old; the interview."""
    store, at = Store(database, owner), now() - age
    interview = Interview.new(SETUP).after(QUESTION)
    store.create(interview)
    interview = store.append(interview, Said(text="We moved the basket.", kind="answer"))
    list(History(database, owner).catch_up())
    paper = Paper(id=new_id(), principle=None, seed=1, items=("a",), started_at=datetime.now(UTC) - age)
    papers = Papers(database, owner)
    papers.begin(paper)
    papers.answer(paper, "a", "A")
    papers.hand_in(hand_in(paper, (), {}, paper.started_at))
    Loops(database, owner).create(Loop.new(library.roles[0], "sde2", "local"), datetime.now(UTC) - age)
    with database.transaction() as connection:
        mine = INTERVIEWS.c.id == interview.id
        connection.execute(sql.update(INTERVIEWS).where(mine).values(created_at=at))
        connection.execute(sql.update(EVENTS).where(EVENTS.c.interview_id == interview.id).values(said_at=at))
        connection.execute(sql.insert(FITS), {"owner": owner, "interview_id": interview.id, "read_with": "x", "body": "{}"})
        connection.execute(sql.insert(USAGE), {**USED, "owner": owner, "interview_id": interview.id, "at": at})
    return interview


def counts(database: Database, owner: str) -> dict[str, int]:
    """Rows of `owner` in each table; every table has owners."""
    with database.snapshot() as connection:
        return {
            table.name: connection.scalar(sql.select(sql.func.count()).select_from(table).where(table.c.owner == owner)) or 0
            for table in METADATA.sorted_tables
        }


def test_what_is_old_goes_whosever_it_is_and_what_is_new_stays(database: Database, library: Library) -> None:
    for owner in (LOCAL, ANN):
        held(database, owner, library, OLD)
    assert min(counts(database, ANN).values()) == 1
    kept = held(database, ANN, library, timedelta(days=29))
    assert retention.delete_old(database, 30) == 2
    assert not any(counts(database, LOCAL).values())
    assert max(counts(database, ANN).values()) == 2  # The question and the answer.
    assert Store(database, ANN).load(kept.id) == kept


def test_an_interview_that_is_gone_on_with_is_as_young_as_its_last_word(database: Database, library: Library) -> None:
    interview = held(database, ANN, library, OLD)
    Store(database, ANN).append(interview, Said(text="And then I measured it.", kind="answer"))
    assert retention.delete_old(database, 30) == 0
    Store(database, ANN).load(interview.id)


def test_deleting_is_begun_at_once(database: Database, library: Library) -> None:
    interview = held(database, ANN, library, OLD)
    stop = retention.keep_deleting(database, 30)
    try:
        for _ in range(1000):
            if not any(counts(database, ANN).values()):
                break
            stop.wait(0.01)
        with pytest.raises(NoSuchInterview):
            Store(database, ANN).load(interview.id)
    finally:
        stop.set()


def test_deleting_everything_leaves_nothing_of_one_and_all_of_the_other(database: Database, library: Library) -> None:
    held(database, LOCAL, library, timedelta(0))
    held(database, ANN, library, timedelta(0))
    before = counts(database, LOCAL)
    list(History(database, ANN).delete_all())
    Papers(database, ANN).delete_all()
    Loops(database, ANN).delete_all()
    assert not any(counts(database, ANN).values())
    assert counts(database, LOCAL) == before


@pytest.mark.parametrize("days", ["0", "-1", "soon"])
def test_a_time_that_is_none_is_a_fault(days: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWER_KEEP_DAYS", days)
    with pytest.raises(BadSetting, match="INTERVIEWER_KEEP_DAYS"):
        read()


def test_everything_is_kept_unless_something_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INTERVIEWER_KEEP_DAYS", raising=False)
    assert read().keep_days is None
