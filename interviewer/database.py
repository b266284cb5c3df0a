"""A SQL database as the stores use it: opened, its tables made, and what goes wrong put into a sentence.

Any SQLAlchemy URL; a SQLite file by default. No error carries what was to be kept, nor the URL, which may hold a password.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
import sqlalchemy as sql
from sqlalchemy import exc
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateTable

BUSY_SECONDS = 10
"""How long to wait for another writer of the same SQLite file; `?timeout=` in the URL overrides it."""
_BAD_URL = "INTERVIEWER_DATABASE_URL is no database address that works here. Correct it, or install the driver it names."
_NO_FILE = "INTERVIEWER_DATABASE_URL names no file, so nothing would be kept. Name one, as in sqlite:///interviews.db."
_SERVER = (
    "The interview database did not answer. Try again; if it goes on, its owner checks the server and INTERVIEWER_DATABASE_URL."
)
_UNWRITABLE = "The interview file {file} cannot be written. Check its folder, or set INTERVIEWER_DATABASE_URL to another place."
_FULL = "The disk did not take what was to be saved in {file}. Free some space, then try again; what was saved before is safe."
_HELD = "Another program is holding the interview file {file}. Close that program or wait a moment, then try again."
_DAMAGED = (
    "The file {file} is damaged or holds no interviews; it was left as it is. Restore a copy, or move it aside to begin anew."
)
_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FULL,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
}


class StoreError(Exception):
    """The store did not do what was asked; `str(error)` is a sentence for the person in front of the page or the terminal."""


class StoreTrouble(StoreError):
    """The database cannot be used, or a row in it cannot be read."""


class Database:
    """One database with the tables of `metadata`; safe to share between threads and processes. It may raise StoreTrouble."""

    def __init__(self, url: str, metadata: sql.MetaData) -> None:
        """`url` is any SQLAlchemy URL. A SQLite file, its folder and the tables are made when they are missing."""
        self._metadata = metadata
        self._engine = _engine(url)
        self._file = self._engine.url.database if self._engine.dialect.name == "sqlite" else None
        if self._file:
            # SQLite does not wait its turn for this switch, and whoever is in the way makes it or a later start does.
            # Any other trouble shows below.
            with suppress(StoreTrouble), self.transaction() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        try:
            self._make_tables()
        except (exc.IntegrityError, StoreTrouble):
            # Replicas that start together may both be making them; the one that loses finds them now, or the trouble is real.
            self._make_tables()

    @contextmanager
    def transaction(self) -> Iterator[sql.Connection]:
        """One connection with one transaction. Raises IntegrityError when keys clash and StoreTrouble for every other failure."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except exc.IntegrityError:
            raise
        except (exc.DBAPIError, exc.TimeoutError) as error:
            raise StoreTrouble(self._sentence(error)) from error

    def scrub(self) -> None:
        """Leaves nothing of deleted rows in SQLite's log either, unless somebody is reading it right now."""
        if self._file:
            with suppress(StoreTrouble), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _make_tables(self) -> None:
        with self.transaction() as connection:
            for table in self._metadata.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))

    def _sentence(self, error: exc.DBAPIError | exc.TimeoutError) -> str:
        if self._file is None:
            return _SERVER
        code = getattr(getattr(error, "orig", None), "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        # The low byte is the kind of a SQLite error, the rest its variant.
        return _SQLITE.get(code & 0xFF, _DAMAGED).format(file=self._file)


def default_url() -> str:
    """A SQLite file in the user's own data folder."""
    file = platformdirs.user_data_path("interviewer", appauthor=False) / "interviews.db"
    return sql.URL.create("sqlite", database=str(file)).render_as_string()


def _engine(url: str) -> sql.Engine:
    """The engine for `url`, which may hold a password and is therefore never part of an error."""
    try:
        parsed = sql.make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return sql.create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
        parsed = parsed.set(query={"timeout": str(BUSY_SECONDS), **parsed.query})
        engine = sql.create_engine(parsed, hide_parameters=True, poolclass=NullPool)
    except (exc.ArgumentError, ImportError, ValueError):
        raise StoreTrouble(_BAD_URL) from None
    _make_file(parsed.database)
    sql.event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten, not left in the file until its place is needed.
    connection.execute("PRAGMA secure_delete = ON")


def _make_file(database: str | None) -> None:
    """Make the SQLite file and its folder where they are missing, open to their owner alone."""
    if not database or database == ":memory:":
        raise StoreTrouble(_NO_FILE)
    file = Path(database)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            file.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise StoreTrouble(_UNWRITABLE.format(file=database)) from error


def now() -> datetime:
    """UTC, without saying so: not every database keeps a time zone."""
    return datetime.now(UTC).replace(tzinfo=None)
