"""A database as it is opened, and what is said when it cannot be used."""

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from traceback import format_exception

import pytest

from interviewer.database import LOCAL, Database, StoreTrouble, default_url
from interviewer.interview import Interview
from interviewer.store import NoSuchInterview, Store
from tests.test_store import QUESTION, SETUP, said


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "interviews.db"


@pytest.fixture
def database(file: Path) -> Database:
    return Database(f"sqlite:///{file}")


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database, LOCAL)


@pytest.fixture
def begun(store: Store) -> Interview:
    interview = Interview.new(SETUP).after(QUESTION)
    store.create(interview)
    return interview


def opened(file: Path, query: str = "") -> Store:
    return Store(Database(f"sqlite:///{file}{query}"), LOCAL)


@contextmanager
def rows(file: Path) -> Iterator[sqlite3.Connection]:
    """The rows themselves, to meddle with."""
    with closing(sqlite3.connect(file, timeout=0)) as connection, connection:
        yield connection


def test_a_folder_that_cannot_be_made_is_trouble_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(StoreTrouble, match=r"cannot be written.*INTERVIEWER_DATABASE_URL"):
        Database(f"sqlite:///{tmp_path}/taken/interviews.db")


def test_a_folder_in_the_place_of_the_file_is_trouble_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="cannot be written"):
        Database(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("size", [7, 5000])
def test_a_file_that_is_no_database_is_set_aside_and_a_new_one_begun(tmp_path: Path, size: int) -> None:
    file = tmp_path / "interviews.db"
    file.write_bytes(b"garbage" * size)
    database = Database(f"sqlite:///{file}")
    (aside,) = tmp_path.glob("interviews.db.damaged-*")
    assert aside.read_bytes() == b"garbage" * size
    assert database.notice is not None
    assert str(file) in database.notice
    assert str(aside) in database.notice
    Store(database, LOCAL).create(Interview.new(SETUP))
    assert Database(f"sqlite:///{file}").notice is None


def test_a_damaged_file_is_set_aside_with_its_log_and_can_be_put_back(database: Database, begun: Interview, file: Path) -> None:
    database.close()  # What was written until now is in the file.
    went_on = Database(f"sqlite:///{file}")
    after = Store(went_on, LOCAL).append(begun, said("only in the log"))
    whole, log = file.read_bytes(), Path(f"{file}-wal").read_bytes()
    went_on.close()
    file.write_bytes(b"\xff" * 4096 + whole[4096:])
    Path(f"{file}-wal").write_bytes(log)
    with pytest.raises(NoSuchInterview):
        opened(file).load(begun.id)
    (aside,) = (p for p in file.parent.glob("*.damaged-*") if not p.name.endswith(("-wal", "-shm")))
    assert Path(f"{aside}-wal").read_bytes() == log
    aside.write_bytes(whole)
    assert opened(aside).load(begun.id) == after


def test_files_damaged_one_after_the_other_are_all_kept(tmp_path: Path) -> None:
    file = tmp_path / "interviews.db"
    for number in range(3):
        file.write_text(f"no database, number {number}" * 100)
        Database(f"sqlite:///{file}").close()
    kept = {p.read_text() for p in tmp_path.glob("*.damaged-*") if not p.name.endswith(("-wal", "-shm"))}
    assert kept == {f"no database, number {n}" * 100 for n in range(3)}


def test_a_page_damaged_in_the_middle_is_found_at_the_next_start(
    database: Database, store: Store, begun: Interview, file: Path
) -> None:
    for number in range(40):
        begun = store.append(begun, said(f"{number} " * 400))
    database.close()
    whole = file.read_bytes()
    half = len(whole) // 8192 * 4096
    file.write_bytes(whole[:half] + b"\xff" * 8192 + whole[half + 8192 :])
    assert Database(f"sqlite:///{file}").notice
    assert len(list(file.parent.glob("*.damaged-*"))) >= 1


OPENS = """
    import sys
    from interviewer.database import Database
    sys.stdin.readline()
    print(Database(sys.argv[1]).notice is not None)
"""


def test_of_processes_that_find_it_damaged_at_once_one_moves_it_and_none_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "interviews.db"
    file.write_bytes(b"garbage" * 5000)
    command = [sys.executable, "-c", textwrap.dedent(OPENS), f"sqlite:///{file}"]
    starting = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    for process in starting:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate()[0].strip() for process in starting]
    assert sorted(told) == ["False", "False", "True"]
    assert len(list(tmp_path.glob("*.damaged-*"))) == 1


def test_a_file_damaged_while_in_use_is_trouble_and_is_left_untouched(
    database: Database, store: Store, begun: Interview, file: Path
) -> None:
    database.scrub()  # What is in the log is read from there.
    damaged = file.read_bytes()[:4096] + b"\xff" * 20000
    file.write_bytes(damaged)
    with pytest.raises(StoreTrouble, match=r"left as it is.*Start this program again"):
        store.append(begun, said("SECRET"))
    assert file.read_bytes() == damaged


def test_another_programs_database_is_trouble_and_stays_where_it_is(store: Store, begun: Interview, file: Path) -> None:
    with rows(file) as db:
        db.execute("ALTER TABLE events RENAME COLUMN body TO something_else")
    with pytest.raises(StoreTrouble, match="holds no interviews"):
        store.append(begun, said("SECRET"))
    assert not list(file.parent.glob("*.damaged-*"))


def test_a_file_held_by_another_program_is_trouble_and_nothing_is_kept(store: Store, begun: Interview, file: Path) -> None:
    impatient = opened(file, "?timeout=0.01")
    with rows(file) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreTrouble, match="Another program is holding"):
            impatient.append(begun, said("not now"))
        assert impatient.load(begun.id) == begun
    assert impatient.append(begun, said("now")) == store.load(begun.id)


def test_a_file_that_is_held_is_not_taken_for_damaged(database: Database, begun: Interview, file: Path) -> None:
    database.close()
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    with rows(file) as db:
        db.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreTrouble, match="Another program is holding"):
            opened(file, "?timeout=0.01")
    assert opened(file).load(begun.id) == begun


def test_a_reader_who_takes_long_does_not_hold_up_a_writer(store: Store, begun: Interview, file: Path) -> None:
    impatient = opened(file, "?timeout=0.01")
    with rows(file) as db:
        db.execute("BEGIN")
        db.execute("SELECT * FROM events").fetchone()
        after = impatient.append(begun, said("meanwhile"))
    assert store.load(begun.id) == after


def test_a_store_can_be_opened_while_the_switch_to_wal_is_blocked(database: Database, begun: Interview, file: Path) -> None:
    """What happens to one of two that open a new file at the same moment."""
    database.close()
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    with rows(file) as db:
        db.execute("BEGIN IMMEDIATE")
        assert opened(file, "?timeout=0.01").load(begun.id) == begun


FILLS_THE_DISK = """
    import os, resource, sys
    from interviewer.database import LOCAL, Database, StoreTrouble
    from interviewer.interview import Said
    from interviewer.store import NoSuchInterview, Store

    store, file = Store(Database(sys.argv[1]), LOCAL), sys.argv[3]
    interview = store.load(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(file), resource.RLIM_INFINITY))
    try:
        store.append(interview, Said(text="SECRET " * 100_000, kind="answer"))
    except StoreTrouble as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_file_that_may_not_grow_is_trouble_and_what_was_kept_stays(store: Store, begun: Interview, file: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(FILLS_THE_DISK), f"sqlite:///{file}", begun.id, str(file)]
    said_so = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Free some space" in said_so
    assert store.load(begun.id) == begun


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("only root can mount a small disk; the limit on the file's size above is tested everywhere")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_trouble_what_was_kept_stays_and_after_clearing_it_goes_on(small_disk: Path) -> None:
    database, interview = Database(f"sqlite:///{small_disk / 'interviews.db'}"), Interview.new(SETUP).after(QUESTION)
    store = Store(database, LOCAL)
    store.create(interview)
    (small_disk / "something else").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 8192))
    with suppress(StoreTrouble):
        while True:
            interview = store.append(interview, said("An answer of some length. " * 40))
    with pytest.raises(StoreTrouble, match="Free some space"):
        store.append(interview, said("One more. " * 1000))
    assert store.load(interview.id) == interview
    (small_disk / "something else").unlink()
    after = store.append(interview, said("again"))
    assert store.load(interview.id) == after
    database.close()


def test_a_disk_that_is_full_at_the_start_is_trouble(small_disk: Path) -> None:
    (small_disk / "something else").write_bytes(b"x" * shutil.disk_usage(small_disk).free)
    with pytest.raises(StoreTrouble, match="Free some space"):
        opened(small_disk / "interviews.db")


KEEPS = """
    import os, sys
    from interviewer.database import LOCAL, Database, StoreTrouble
    from interviewer.interview import Said
    from interviewer.store import NoSuchInterview, Store

    if os.geteuid() == 0:
        os.setgroups([]), os.setgid(65534), os.setuid(65534)  # Root may write anywhere.
    try:
        store = Store(Database(sys.argv[1]), LOCAL)
        store.append(store.load(sys.argv[2]), Said(text="SECRET", kind="answer"))
    except StoreTrouble as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_that_may_only_be_read_is_trouble_and_what_was_kept_stays(request: pytest.FixtureRequest) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "interviews.db"
        store, interview = opened(file), Interview.new(SETUP).after(QUESTION)
        store.create(interview)
        Path(folder).chmod(0o555)
        file.chmod(0o444)
        command = [sys.executable, "-c", textwrap.dedent(KEEPS), f"sqlite:///{file}", interview.id]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "cannot be written" in done.stdout
        assert "SECRET" not in done.stdout + done.stderr
        Path(folder).chmod(0o700)
        file.chmod(0o600)
        assert opened(file).load(interview.id) == interview


@pytest.mark.parametrize(
    "url",
    ["", "no url at all", "nosuchdatabase://host/db", "postgresql+nosuchdriver://me:SECRET@host/db", "mysql://me@host:SECRET/db"],
)
def test_an_address_that_does_not_work_is_trouble_and_its_password_is_not_echoed(url: str) -> None:
    with pytest.raises(StoreTrouble, match="INTERVIEWER_DATABASE_URL") as error:
        Database(url)
    assert "SECRET" not in "".join(format_exception(error.value))


def test_a_server_that_is_not_there_is_trouble_and_its_password_is_not_echoed(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="did not answer") as error:
        Database(f"postgresql://me:SECRET@/interviews?host={tmp_path}")
    assert "SECRET" not in str(error.value)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_would_keep_nothing_is_refused(url: str) -> None:
    with pytest.raises(StoreTrouble, match="nothing would be kept"):
        Database(url)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_the_file_and_its_new_folder_are_open_to_their_owner_alone(store: Store, begun: Interview, file: Path) -> None:
    assert [oct(p.stat().st_mode & 0o777) for p in (file.parent, file)] == ["0o700", "0o600"]


def test_the_default_is_a_file_in_the_users_own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "how? 100% #1"))
    assert default_url().startswith("sqlite:///")
    Store(Database(default_url()), LOCAL).create(Interview.new(SETUP))
    if sys.platform == "linux":
        assert (tmp_path / "how? 100% #1" / "interviewer" / "interviews.db").is_file()
