"""The store, on real SQLite files: what it keeps, and what it says when it cannot."""

import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier
from traceback import format_exception
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.assessment import Assessment, Feedback, FirstAnswer, Provenance, Source
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
from interviewer.store import NoSuchInterview, Stale, Store, StoreTrouble, default_url
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
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "interviews.db"


@pytest.fixture
def store(file: Path) -> Store:
    return Store(f"sqlite:///{file}")


@pytest.fixture
def begun(store: Store) -> Interview:
    """A kept interview whose main question has been asked."""
    interview = Interview.new(SETUP).after(QUESTION)
    store.create(interview)
    return interview


def said(text: str) -> Said:
    return Said(text=text, kind="answer")


@contextmanager
def rows(file: Path) -> Iterator[sqlite3.Connection]:
    """The rows themselves, to meddle with."""
    with closing(sqlite3.connect(file, timeout=0)) as connection, connection:
        yield connection


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


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(EVENTS, max_size=4), max_size=6))
def test_whatever_is_appended_in_whatever_portions_comes_back_in_order(portions: list[list[Event]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store, interview = Store(f"sqlite:///{folder}/i.db"), Interview.new(SETUP)
        store.create(interview)
        for portion in portions:
            interview = store.append(interview, *portion)
        assert interview.events == tuple(event for portion in portions for event in portion)
        assert store.load(interview.id) == interview


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_text_survives_exactly(store: Store, begun: Interview, text: str) -> None:
    store.append(begun, said(text))
    assert store.load(begun.id).events[-1] == said(text)


def test_interviews_outlive_the_store_that_wrote_them(store: Store, begun: Interview, file: Path) -> None:
    assert Store(f"sqlite:///{file}").load(begun.id) == begun
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


def test_events_appended_together_are_kept_together_or_not_at_all(store: Store, begun: Interview, file: Path) -> None:
    taken = (begun.id, 2, "said", said("in the way").model_dump_json())
    with rows(file) as db:
        db.execute("INSERT INTO events VALUES (?, ?, ?, ?, '2026-01-01 00:00:00.000000')", taken)
    with pytest.raises(Stale):
        store.append(begun, said("at position 1"), ENDED)
    with rows(file) as db:
        assert db.execute("SELECT position FROM events ORDER BY position").fetchall() == [(0,), (2,)]


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "a store each"])
def test_of_writers_at_the_same_moment_exactly_one_wins(store: Store, begun: Interview, file: Path, shared: bool) -> None:
    writers = 6
    stores = [store if shared else Store(f"sqlite:///{file}") for _ in range(writers)]
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


def test_writers_of_different_interviews_do_not_disturb_each_other(file: Path) -> None:
    """Also: stores opened at the same moment on a file that is not there yet."""
    start = Barrier(6)

    def interview(_: int) -> Interview:
        start.wait()
        store, held = Store(f"sqlite:///{file}"), Interview.new(SETUP)
        store.create(held)
        for event in EVERY_KIND:
            held = store.append(held, event)
        return held

    with ThreadPoolExecutor(6) as threads:
        held = list(threads.map(interview, range(6)))
    store = Store(f"sqlite:///{file}")
    assert [store.load(h.id) for h in held] == held


WRITER = """
    import sys
    from interviewer.interview import Interview, Said
    from interviewer.store import Store

    store = Store(sys.argv[1])
    store.append(store.load(sys.argv[2]), Said(text="my last words", kind="answer"))
    print("appended", flush=True)
    sys.stdin.read()
"""


def test_what_was_appended_survives_the_death_of_the_process(store: Store, begun: Interview, file: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), f"sqlite:///{file}", begun.id]
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


def test_appending_to_an_interview_that_was_never_created_keeps_nothing(store: Store, file: Path) -> None:
    with pytest.raises(NoSuchInterview):
        store.append(Interview.new(SETUP), QUESTION)
    with rows(file) as db:
        assert db.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_the_latest_interviews_are_listed_newest_first(store: Store) -> None:
    going_on, ended, assessed = (Interview.new(SETUP.model_copy(update={"level": level})) for level in ("sde1", "sde2", "senior"))
    for interview in (Interview.new(SETUP), going_on, ended, assessed):
        store.create(interview)
    store.append(going_on, QUESTION)
    store.append(ended, QUESTION, ENDED)
    store.append(assessed, *EVERY_KIND)
    listed = store.latest(3)
    assert [(s.id, s.level, s.ended, s.verdict) for s in listed] == [
        (assessed.id, "senior", True, "hire"),
        (ended.id, "sde2", True, None),
        (going_on.id, "sde1", False, None),
    ]
    assert {s.principle for s in listed} == {"ownership"}
    assert listed[0].created_at.isoformat().endswith("+00:00")


def test_it_knows_when_each_event_was_kept(store: Store, begun: Interview) -> None:
    before = datetime.now(UTC)
    went_on = store.append(store.append(begun, said("One.")), said("Two."), said("Three."))
    times = store.times(went_on)
    assert len(times) == len(went_on.events)
    assert times[0] <= before <= times[1] <= times[2] == times[3] <= datetime.now(UTC)
    assert store.times(begun) == times[:1]


def test_an_empty_store_lists_nothing(store: Store) -> None:
    assert store.latest(5) == ()


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
    store: Store, begun: Interview, file: Path, change: str
) -> None:
    with rows(file) as db:
        db.execute(change)
    with pytest.raises(StoreTrouble, match=begun.id) as error:
        store.load(begun.id)
    assert "SECRET" not in "".join(format_exception(error.value))


def test_one_interview_that_cannot_be_read_does_not_hide_the_others(store: Store, begun: Interview, file: Path) -> None:
    with rows(file) as db:
        db.execute("UPDATE interviews SET setup = '{}'")
    other = Interview.new(SETUP)
    store.create(other)
    assert [(s.id, s.principle) for s in store.latest(2)] == [(other.id, "ownership"), (begun.id, None)]


def test_a_folder_that_cannot_be_made_is_trouble_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(StoreTrouble, match=r"cannot be written.*INTERVIEWER_DATABASE_URL"):
        Store(f"sqlite:///{tmp_path}/taken/interviews.db")


def test_a_folder_in_the_place_of_the_file_is_trouble_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="cannot be written"):
        Store(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("size", [7, 5000])
def test_a_file_that_is_no_database_is_trouble_and_is_left_untouched(tmp_path: Path, size: int) -> None:
    file = tmp_path / "interviews.db"
    file.write_bytes(b"garbage" * size)
    with pytest.raises(StoreTrouble, match="left as it is"):
        Store(f"sqlite:///{file}")
    assert file.read_bytes() == b"garbage" * size
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_damaged_while_in_use_is_trouble_and_is_left_untouched(store: Store, begun: Interview, file: Path) -> None:
    damaged = file.read_bytes()[:4096] + b"\xff" * 20000
    file.write_bytes(damaged)
    with pytest.raises(StoreTrouble, match="left as it is"):
        store.append(begun, said("SECRET"))
    assert file.read_bytes() == damaged


def test_another_programs_database_is_trouble(store: Store, begun: Interview, file: Path) -> None:
    with rows(file) as db:
        db.execute("ALTER TABLE events RENAME COLUMN body TO something_else")
    with pytest.raises(StoreTrouble, match="holds no interviews"):
        store.append(begun, said("SECRET"))


def test_a_file_held_by_another_program_is_trouble_and_nothing_is_kept(store: Store, begun: Interview, file: Path) -> None:
    impatient = Store(f"sqlite:///{file}?timeout=0.01")
    with rows(file) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreTrouble, match="Another program is holding"):
            impatient.append(begun, said("not now"))
        assert impatient.load(begun.id) == begun
    assert impatient.append(begun, said("now")) == store.load(begun.id)


def test_a_reader_who_takes_long_does_not_hold_up_a_writer(store: Store, begun: Interview, file: Path) -> None:
    impatient = Store(f"sqlite:///{file}?timeout=0.01")
    with rows(file) as db:
        db.execute("BEGIN")
        db.execute("SELECT * FROM events").fetchone()
        after = impatient.append(begun, said("meanwhile"))
    assert store.load(begun.id) == after


def test_a_store_can_be_opened_while_the_switch_to_wal_is_blocked(store: Store, begun: Interview, file: Path) -> None:
    """What happens to one of two stores that open a new file at the same moment."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    with rows(file) as db:
        db.execute("BEGIN IMMEDIATE")
        assert Store(f"sqlite:///{file}?timeout=0.01").load(begun.id) == begun


FILLS_THE_DISK = """
    import os, resource, sys
    from interviewer.interview import Said
    from interviewer.store import Store, StoreTrouble

    store, file = Store(sys.argv[1]), sys.argv[3]
    interview = store.load(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(file), resource.RLIM_INFINITY))
    try:
        store.append(interview, Said(text="SECRET " * 100_000, kind="answer"))
    except StoreTrouble as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_full_disk_is_trouble_and_what_was_kept_stays(store: Store, begun: Interview, file: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(FILLS_THE_DISK), f"sqlite:///{file}", begun.id, str(file)]
    said_so = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Free some space" in said_so
    assert store.load(begun.id) == begun


@pytest.mark.parametrize(
    "url",
    ["", "no url at all", "nosuchdatabase://host/db", "postgresql+nosuchdriver://me:SECRET@host/db", "mysql://me@host:SECRET/db"],
)
def test_an_address_that_does_not_work_is_trouble_and_its_password_is_not_echoed(url: str) -> None:
    with pytest.raises(StoreTrouble, match="INTERVIEWER_DATABASE_URL") as error:
        Store(url)
    assert "SECRET" not in "".join(format_exception(error.value))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_would_keep_nothing_is_refused(url: str) -> None:
    with pytest.raises(StoreTrouble, match="nothing would be kept"):
        Store(url)


def test_no_error_carries_what_the_candidate_said(store: Store, begun: Interview) -> None:
    store.append(begun, said("kept"))
    with pytest.raises(Stale) as error:
        store.append(begun, said("SECRET"))
    assert "SECRET" not in "".join(format_exception(error.value)).replace('said("SECRET")', "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_the_file_and_its_new_folder_are_open_to_their_owner_alone(store: Store, begun: Interview, file: Path) -> None:
    assert [oct(p.stat().st_mode & 0o777) for p in (file.parent, file)] == ["0o700", "0o600"]


def test_the_default_is_a_file_in_the_users_own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "how? 100% #1"))
    assert default_url().startswith("sqlite:///")
    interview = Interview.new(SETUP)
    Store(default_url()).create(interview)
    if sys.platform == "linux":
        assert (tmp_path / "how? 100% #1" / "interviewer" / "interviews.db").is_file()
