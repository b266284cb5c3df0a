"""How much one person may send: counted from the database, so by all processes together."""

from datetime import timedelta

import pytest
import sqlalchemy as sql

from interviewer.database import LOCAL, Database, now
from interviewer.interview import Asked, Interview, Said, Setup
from interviewer.limits import BeyondLimit, LimitedStore
from interviewer.settings import Settings
from interviewer.store import Store
from interviewer.tables import EVENTS, INTERVIEWS

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
QUESTION = Asked(text="Tell me.", question="Tell me.", plainer="Tell me.")
LIMITS = Settings(answers_per_minute=3, interviews_per_hour=2, interviews_per_day=4, answer_characters=100)
ANN, BOB = "a" * 64, "b" * 64


def begun(store: Store) -> Interview:
    interview = Interview.new(SETUP).after(QUESTION)
    store.create(interview)
    return interview


def say(store: Store, interview: Interview, *texts: str) -> Interview:
    for text in texts:
        interview = store.append(interview, Said(text=text, kind="answer"))
    return interview


def later(database: Database, passed: timedelta) -> None:
    """As if everything had happened `passed` earlier."""
    with database.transaction() as connection:
        connection.execute(sql.update(EVENTS).values(said_at=now() - passed))
        connection.execute(sql.update(INTERVIEWS).values(created_at=now() - passed))


def test_who_answers_too_fast_is_told_how_long_to_wait_and_loses_nothing(database: Database) -> None:
    ann = LimitedStore(database, ANN, LIMITS)
    interview = say(ann, begun(ann), "one", "two", "three")
    with pytest.raises(BeyondLimit, match=r"You have sent 3 answers within a minute\. .* send them again in \d+ seconds"):
        say(ann, interview, "four")
    assert [turn.text for turn in ann.load(interview.id).transcript.turns] == ["one", "two", "three"]
    later(database, timedelta(seconds=61))
    assert len(say(ann, ann.load(interview.id), "four").transcript.turns) == 4


def test_everybody_is_counted_alone(database: Database) -> None:
    ann, bob = LimitedStore(database, ANN, LIMITS), LimitedStore(database, BOB, LIMITS)
    say(ann, begun(ann), "one", "two", "three")
    assert len(say(bob, begun(bob), "one", "two", "three").transcript.turns) == 3


def test_several_processes_count_together(url: str) -> None:
    here, there = LimitedStore(Database(url), ANN, LIMITS), LimitedStore(Database(url), ANN, LIMITS)
    interview = say(here, begun(here), "one", "two", "three")
    with pytest.raises(BeyondLimit):
        say(there, interview, "four")


def test_answers_of_several_interviews_count_together(database: Database) -> None:
    ann = LimitedStore(database, ANN, LIMITS)
    say(ann, begun(ann), "one", "two")
    with pytest.raises(BeyondLimit):
        say(ann, begun(ann), "three", "four")


def test_interviews_are_limited_by_the_hour_and_by_the_day(database: Database) -> None:
    ann = LimitedStore(database, ANN, LIMITS)
    for _ in range(2):
        begun(ann)
    with pytest.raises(BeyondLimit, match=r"begun 2 interviews within an hour\. You can begin another one in 60 minutes"):
        begun(ann)
    later(database, timedelta(hours=1, seconds=1))
    for _ in range(2):
        begun(ann)
    later(database, timedelta(hours=2))
    with pytest.raises(BeyondLimit, match=r"4 interviews within a day\. .* in 22 hours"):
        begun(ann)
    later(database, timedelta(days=1, seconds=1))
    begun(ann)


def test_the_local_user_may_go_as_fast_as_they_like(database: Database) -> None:
    local = LimitedStore(database, LOCAL, LIMITS)
    for _ in range(5):
        interview = begun(local)
    assert len(say(local, interview, *"abcdef", "x" * 101).transcript.turns) == 7


def test_an_answer_that_is_too_long_is_given_back(database: Database) -> None:
    store = LimitedStore(database, ANN, LIMITS)
    interview = begun(store)
    with pytest.raises(BeyondLimit, match="Your answer has 101 characters, and at most 100 are taken"):
        say(store, interview, "x" * 101)
    assert say(store, interview, "x" * 100).transcript.turns


def test_what_another_machine_wrote_with_a_clock_that_is_ahead_shuts_nobody_out(database: Database) -> None:
    ann = LimitedStore(database, ANN, LIMITS)
    interview = say(ann, begun(ann), "one", "two", "three")
    later(database, -timedelta(days=1))
    assert len(say(ann, interview, "four").transcript.turns) == 4
