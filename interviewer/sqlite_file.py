"""A SQLite file as a file: made, examined, and set aside when it is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

_DAMAGED = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
_PARTS = ("", "-wal", "-shm")
"""The file and what SQLite keeps beside it; together they are the database."""


def make(file: Path) -> None:
    """Make `file` and its folder where they are missing, open to their owner alone. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        file.touch(mode=0o600, exist_ok=False)


def hold(file: Path) -> sqlite3.Connection:
    """A connection that reads nothing and hinders nobody, but keeps the log of `file` from being folded up."""
    connection = sqlite3.connect(file, check_same_thread=False)
    with suppress(sqlite3.Error):
        connection.execute("SELECT 1 FROM sqlite_master").fetchall()
    return connection


def set_aside_if_damaged(file: Path) -> Path | None:
    """Where `file` is now, if it was damaged and had to be moved; nothing is deleted. Raises OSError when it cannot be moved."""
    if not is_damaged(file):
        return None
    with _alone(file):
        # Another process may have moved it meanwhile, and begun a new one.
        return _move(file) if is_damaged(file) else None


def is_damaged(file: Path) -> bool:
    """Whether SQLite itself says that `file` is no database or a broken one; a file that is held or cannot be opened is not."""
    try:
        # Only to read: otherwise SQLite would fold the log into the damaged file on the way out.
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            verdict: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _DAMAGED
    return verdict != "ok"


def _move(file: Path) -> Path:
    stamp = f"{file.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    names = (stamp if n == 1 else f"{stamp}-{n}" for n in count(1))
    aside = next(place for place in map(file.with_name, names) if not place.exists())
    for part in _PARTS:
        with suppress(FileNotFoundError):
            file.with_name(file.name + part).rename(aside.with_name(aside.name + part))
    return aside


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Only one process at a time; SQLite's own lock on a file beside it, which ends with the process that holds it."""
    try:
        with closing(sqlite3.connect(file.with_name(file.name + ".moving"), isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as error:
        raise OSError("the file beside it cannot be locked") from error
