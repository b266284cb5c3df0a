"""The store, on SQLite and on PostgreSQL: what it keeps, for whom, and what it says when it cannot."""

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from traceback import format_exception
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewer.assessment import Assessment, Feedback, FirstAnswer, Provenance, Source
from interviewer.database import LOCAL, Database
from interviewer.dispute import Dispute
from interviewer.interview import (
    Asked,
    Assessed,
    Disputed,
    Ended,
    Event,
    Interview,
    Observed,
    ReadAgain,
    Replied,
    Said,
    SelfRated,
    Setup,
    Spoken,
    Switched,
    TakenBack,
)
from interviewer.review import Finding, Quote, RaisedFlag, Review
from interviewer.store import NoSuchInterview, Stale, Store, StoreTrouble
from interviewer.verdict import Decision, Reason

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
QUESTION = Asked(text="Well then. Tell me about a time.", question="Tell me about a time.", plainer="Any time.")
FINDING = Finding(
    criterion="metric", rating="yes", quotes=(Quote(turn=1, text="from 9 to 2"),), grounding=("result",), comment="Measured."
)
SOURCE = Source(name="ownership", version=1, hash="0123456789ab")
ASSESSMENT = Assessment(
    principle="ownership",
    level="sde2",
    decision=Decision(verdict="hire", coverage=0.1 + 0.2, held_down_by=(Reason(basis="criterion", about="impact", needs="yes"),)),
    reason="Strong Hire needs value in full at SDE II.",
    first_answer=FirstAnswer(criteria={"metric": "yes"}, flags={"blame": False}, next_probe=None),
    findings=(FINDING,),
    flags=(RaisedFlag(flag="vague_result"),),
    disqualifications=(),
    not_said=("impact",),
    never_asked=(),
    feedback=Feedback(summary="A story.", bar_raiser_thinks="Fair."),
    unsupported=0,
    provenance=Provenance(engine="local", model=None, prompts=(), rubric=SOURCE, principle=SOURCE, scenario=None, package="1"),
)
ENDED = Ended(why="nothing_left", text="Thank you.")
EVERY_KIND: tuple[Event, ...] = (
    QUESTION,
    Said(text="It fell from 9 to 2.", kind="answer"),
    Observed(turn=1, review=Review(findings=(FINDING,))),
    QUESTION.model_copy(update={"probe": "worth", "targets": ("impact",), "because": "impact"}),
    Said(text="What do you mean?", kind="clarify", spoken=Spoken(seconds=0.7, longest_pause=0.1)),
    Replied(text="Who was better off?"),
    TakenBack(turn=1),
    Switched(engine="llm"),
    ENDED,
    SelfRated(verdict="hire", strong=("action",), weak=("result",)),
    Assessed(assessment=ASSESSMENT),
    Disputed(dispute=Dispute(about="metric", turns=(1,), words="from 9 to 2", before=FINDING, after=FINDING)),
    ReadAgain(assessment=ASSESSMENT),
)
AWKWARD = {
    "emoji": "👩🏽‍💻 shipped it 🚀 e\u0301 é",
    "right to left": "\u202bשלום\u202c مرحبا",
    "quotes": """it's "quoted" \\ `so` ''; DROP TABLE events; -- %s :name {text} ?""",
    "controls": "a\x00b\x1b[31m\r\n\t\u2028\ufeff",
    "100 KB": "größer 🚀 " * 8000,
    "nothing": "",
}


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database, LOCAL)


@pytest.fixture
def begun(store: Store) -> Interview:
    """A kept interview whose main question has been asked."""
    interview = Interview.new(SETUP).after(QUESTION)
    store.create(interview)
    return interview


def said(text: str) -> Said:
    return Said(text=text, kind="answer")


def test_the_examples_cover_every_kind_of_event() -> None:
    assert {type(e) for e in EVERY_KIND} == set(get_args(get_args(Event)[0]))


def test_an_interview_is_loaded_as_it_was_created_and_continued(store: Store) -> None:
    interview = Interview.new(Setup(principle="dive_deep", scenario="slow_search", level="senior", engine="llm", probe_limit=0))
    store.create(interview)
    for event in EVERY_KIND:
        interview = store.append(interview, event)
    assert interview.events == EVERY_KIND
    assert store.load(interview.id) == interview


def test_events_given_at_creation_are_kept(store: Store) -> None:
    interview = Interview.new(SETUP).after(*EVERY_KIND)
    store.create(interview)
    assert store.load(interview.id) == interview


TEXTS = st.text(max_size=40)
EVENTS = st.one_of(
    st.builds(said, TEXTS),
    st.builds(Replied, text=TEXTS),
    st.builds(Asked, text=TEXTS, question=TEXTS, plainer=TEXTS),
    st.builds(Ended, why=st.just("candidate"), text=TEXTS),
    st.sampled_from(EVERY_KIND),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(EVENTS, max_size=4), max_size=6))
def test_whatever_is_appended_in_whatever_portions_comes_back_in_order(store: Store, portions: list[list[Event]]) -> None:
    interview = Interview.new(SETUP)
    store.create(interview)
    for portion in portions:
        interview = store.append(interview, *portion)
    assert interview.events == tuple(event for portion in portions for event in portion)
    assert store.load(interview.id) == interview


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_text_survives_exactly(store: Store, begun: Interview, text: str) -> None:
    store.append(begun, said(text))
    assert store.load(begun.id).events[-1] == said(text)


def test_interviews_outlive_the_database_they_were_written_through(store: Store, begun: Interview, url: str) -> None:
    assert Store(Database(url), LOCAL).load(begun.id) == begun
    assert store.load(begun.id) == begun


def test_a_stale_writer_is_told_and_changes_nothing(store: Store, begun: Interview) -> None:
    first = store.append(begun, said("from one window"))
    with pytest.raises(Stale, match="moved on in another window"):
        store.append(begun, said("from the other"), ENDED)
    assert store.load(begun.id) == first


def test_a_writer_ahead_of_the_store_is_stale_so_that_no_gap_arises(store: Store, begun: Interview) -> None:
    with pytest.raises(Stale):
        store.append(begun.after(said("never kept")), ENDED)
    assert store.load(begun.id) == begun


def test_creating_an_interview_twice_leaves_the_first_as_it_was(store: Store, begun: Interview) -> None:
    with pytest.raises(Stale):
        store.create(begun.after(ENDED))
    assert store.load(begun.id) == begun


def test_events_appended_together_are_kept_together_or_not_at_all(store: Store, begun: Interview, database: Database) -> None:
    with database.transaction() as rows:
        taken = "INSERT INTO events (owner, interview_id, position, type, body, said_at) VALUES"
        rows.exec_driver_sql(f"{taken} ('local', '{begun.id}', 2, 'said', '{{}}', '2026-01-01 00:00:00')")
    with pytest.raises(Stale):
        store.append(begun, said("at position 1"), ENDED)
    with database.snapshot() as rows:
        assert rows.exec_driver_sql("SELECT position FROM events ORDER BY position").fetchall() == [(0,), (2,)]


@pytest.mark.parametrize("shared", [True, False], ids=["one database", "a database each"])
def test_of_writers_at_the_same_moment_exactly_one_wins(store: Store, begun: Interview, url: str, shared: bool) -> None:
    writers = 6
    stores = [store if shared else Store(Database(url), LOCAL) for _ in range(writers)]
    start = Barrier(writers)

    def write(base: Interview, number: int) -> Interview | None:
        start.wait()
        try:
            return stores[number].append(base, said(f"writer {number}"), Replied(text=f"to writer {number}"))
        except Stale:
            return None

    with ThreadPoolExecutor(writers) as threads:
        for _ in range(8):
            winners = [w for w in threads.map(write, [begun] * writers, range(writers)) if w]
            assert len(winners) == 1
            begun = winners[0]
            assert store.load(begun.id) == begun


def test_writers_of_different_interviews_do_not_disturb_each_other(url: str) -> None:
    """Also: opened at the same moment on a database that is not there yet."""
    start = Barrier(6)

    def interview(_: int) -> Interview:
        start.wait()
        store, held = Store(Database(url), LOCAL), Interview.new(SETUP)
        store.create(held)
        for event in EVERY_KIND:
            held = store.append(held, event)
        return held

    with ThreadPoolExecutor(6) as threads:
        held = list(threads.map(interview, range(6)))
    store = Store(Database(url), LOCAL)
    assert [store.load(h.id) for h in held] == held


WRITER = """
    import sys
    from interviewer.database import LOCAL, Database
    from interviewer.interview import Interview, Said
    from interviewer.store import Store

    store = Store(Database(sys.argv[1]), LOCAL)
    store.append(store.load(sys.argv[2]), Said(text="my last words", kind="answer"))
    print("appended", flush=True)
    sys.stdin.read()
"""


def test_what_was_appended_survives_the_death_of_the_process(store: Store, begun: Interview, url: str) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), url, begun.id]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        reported = process.stdout.readline()
        process.kill()
    assert reported == "appended\n"
    assert store.load(begun.id) == begun.after(said("my last words"))


HOSTILE = (
    "",
    "0" * 31,
    "0" * 32 + "\n",
    "F" * 32,
    "' OR 1=1 --",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "\x00",
    "٣" * 32,
    "a" * 10**6,
)


@pytest.mark.parametrize("id", [*HOSTILE, "0" * 32], ids=ascii)
def test_an_unknown_or_hostile_id_is_no_interview_and_is_not_echoed(store: Store, begun: Interview, id: str) -> None:
    with pytest.raises(NoSuchInterview) as error:
        store.load(id)
    assert not id or id not in str(error.value)


def test_appending_to_an_interview_that_was_never_created_keeps_nothing(store: Store, database: Database) -> None:
    with pytest.raises(NoSuchInterview):
        store.append(Interview.new(SETUP), QUESTION)
    with database.snapshot() as rows:
        assert rows.exec_driver_sql("SELECT count(*) FROM events").scalar() == 0


def test_it_knows_when_each_event_was_kept(store: Store, begun: Interview) -> None:
    before = datetime.now(UTC)
    went_on = store.append(store.append(begun, said("One.")), said("Two."), said("Three."))
    times = store.times(went_on)
    assert len(times) == len(went_on.events)
    assert times[0] <= before <= times[1] <= times[2] == times[3] <= datetime.now(UTC)
    assert store.times(begun) == times[:1]


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE events SET type = 'sang', body = '{"type": "sang", "text": "SECRET"}'""",
        """UPDATE events SET body = '{"type": "asked", "text": "SECRET'""",
        """UPDATE events SET body = '{"type": "said", "text": "SECRET", "kind": "answer", "mood": 1}'""",
        """UPDATE interviews SET setup = '{"principle": "SECRET"}'""",
        "UPDATE interviews SET setup = ''",
        "UPDATE events SET position = 1",
    ],
)
def test_a_row_this_version_cannot_read_is_trouble_that_names_the_interview(
    store: Store, begun: Interview, database: Database, change: str
) -> None:
    with database.transaction() as rows:
        rows.exec_driver_sql(change)
    with pytest.raises(StoreTrouble, match=begun.id) as error:
        store.load(begun.id)
    assert "SECRET" not in "".join(format_exception(error.value))


def test_no_error_carries_what_the_candidate_said(store: Store, begun: Interview) -> None:
    store.append(begun, said("kept"))
    with pytest.raises(Stale) as error:
        store.append(begun, said("SECRET"))
    assert "SECRET" not in "".join(format_exception(error.value)).replace('said("SECRET")', "")


def test_somebody_elses_interview_is_not_there(store: Store, begun: Interview, database: Database) -> None:
    other = Store(database, "somebody else")
    with pytest.raises(NoSuchInterview):
        other.load(begun.id)
    with pytest.raises(NoSuchInterview):
        other.append(begun, said("not mine"))
    assert other.times(begun) == ()
    assert store.load(begun.id) == begun


def test_the_same_id_is_another_interview_for_somebody_else(store: Store, begun: Interview, database: Database) -> None:
    other = Store(database, "somebody else")
    theirs = Interview(id=begun.id, setup=SETUP).after(QUESTION, said("theirs"))
    other.create(theirs)
    mine = store.append(begun, said("mine"))
    assert (store.load(begun.id), other.load(begun.id)) == (mine, theirs)
