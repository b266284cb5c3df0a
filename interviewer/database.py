"""A SQL database as the stores use it: opened, brought up to date, and what goes wrong put into a sentence.

Any SQLAlchemy URL; a SQLite file by default. No error carries what was to be kept, nor the URL, which may hold a password.
Whatever is kept has an owner, and the stores see nothing of any other.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
import sqlalchemy as sql
from sqlalchemy import exc
from sqlalchemy.pool import NullPool

from interviewer import migrations, sqlite_file

LOCAL = "local"
"""The owner of everything where nobody signs in. No other owner is ever called so."""
NOBODY = ""
"""The owner of what still counts when whose it was has been deleted. No other owner is ever called so."""
BUSY_SECONDS = 10
"""How long to wait for another writer of the same SQLite file, or for PostgreSQL to take a connection; `?timeout=` and
`?connect_timeout=` in the URL override it."""
_BAD_URL = "INTERVIEWER_DATABASE_URL is no database address that works here. Correct it, or install the driver it names."
_NO_FILE = "INTERVIEWER_DATABASE_URL names no file, so nothing would be kept. Name one, as in sqlite:///interviews.db."
_NEWER = (
    "The interview database was written by a newer version of this program, so nothing in it was changed. "
    "Install the newest version."
)
_SERVER = (
    "The interview database did not answer. Try again; if it goes on, its owner checks the server and INTERVIEWER_DATABASE_URL."
)
_UNWRITABLE = "The interview file {file} cannot be written. Check its folder, or set INTERVIEWER_DATABASE_URL to another place."
_FULL = "The disk did not take what was to be saved in {file}. Free some space, then try again; what was saved before is safe."
_HELD = "Another program is holding the interview file {file}. Close that program or wait a moment, then try again."
_FOREIGN = (
    "The file {file} holds no interviews of this program; it was left as it is. Set INTERVIEWER_DATABASE_URL to another place."
)
_DAMAGED = (
    "The file {file} is damaged; it was left as it is. "
    "Start this program again: it sets the file aside, deletes nothing of it, and begins a new one."
)
_SET_ASIDE = (
    "The file {file} was damaged, so earlier interviews are missing here. It was kept as {aside}, and a new one was begun. "
    "To get them back, stop this program and put a copy in its place, or recover what can be read: sqlite3 {name} .recover"
)
_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FULL,
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}
_BEGIN = "sqlite_begin"


class StoreError(Exception):
    """The store did not do what was asked; `str(error)` is a sentence for the person in front of the page or the terminal."""


class StoreTrouble(StoreError):
    """The database cannot be used, or a row in it cannot be read."""


class Database:
    """One database, opened once for all its stores and owners; safe to share between threads and processes."""

    notice: str | None = None
    """What the person has to be told about the opening: that a damaged file was set aside, and where it is."""

    def __init__(self, url: str) -> None:
        """`url` is any SQLAlchemy URL. A SQLite file and its folder are made when they are missing, a damaged one is set aside.

        The tables are brought to this version. Raises StoreTrouble, also for a database that a newer version has written.
        """
        self._engine = _engine(url)
        self._file = self._engine.url.database if self._engine.dialect.name == "sqlite" else None
        if self._file:
            self._prepare_file(Path(self._file))
        self._writing = self._engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        with self.snapshot() as connection:
            version = migrations.version(connection)
        if version != migrations.NEWEST:
            with self.transaction() as connection:
                self._bring_up_to_date(connection)
        # While one connection is open SQLite keeps its log between transactions: they are two to three times as fast, and on a
        # full disk what was kept can still be read.
        self._log = sqlite_file.hold(Path(self._file)) if self._file else None

    def close(self) -> None:
        """Lets go of what is held open. What is kept stays, and this is done anyway when the process ends."""
        if self._log:
            self._log.close()
        self._engine.dispose()

    def transaction(self) -> AbstractContextManager[sql.Connection]:
        """One connection with one transaction that writes; on SQLite it waits for its turn first.

        Raises IntegrityError when keys clash and StoreTrouble for every other failure.
        """
        return self._begun(self._writing)

    def snapshot(self) -> AbstractContextManager[sql.Connection]:
        """One connection with one transaction that only reads, and on SQLite never waits. Raises StoreTrouble."""
        return self._begun(self._engine)

    def scrub(self) -> None:
        """Leaves nothing of deleted rows in SQLite's log either, unless somebody is reading it right now."""
        self._outside("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _begun(self, engine: sql.Engine) -> Iterator[sql.Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except exc.IntegrityError:
            raise
        except (exc.DBAPIError, exc.TimeoutError) as error:
            raise StoreTrouble(self._sentence(error)) from error

    def _prepare_file(self, file: Path) -> None:
        _make(file)
        try:
            aside = sqlite_file.set_aside_if_damaged(file)
        except OSError as error:
            raise StoreTrouble(_DAMAGED.format(file=file)) from error
        if aside:
            self.notice = _SET_ASIDE.format(file=file, aside=aside, name=aside.name)
            _make(file)
        # SQLite does not wait its turn for this switch, and whoever is in the way makes it or a later start does.
        # Any other trouble shows at the first transaction.
        self._outside("PRAGMA journal_mode = WAL")

    def _bring_up_to_date(self, connection: sql.Connection) -> None:
        """Whoever waited for another process to do it finds it done."""
        migrations.lock(connection)
        version = migrations.version(connection)
        if version is not None and version > migrations.NEWEST:
            raise StoreTrouble(_NEWER)
        if version != migrations.NEWEST:
            migrations.run(connection)

    def _outside(self, statement: str) -> None:
        """Carries out `statement` of SQLite's outside any transaction, if it can be done now."""
        if self._file:
            with suppress(exc.DBAPIError, sqlite3.Error):
                connection = self._engine.raw_connection()
                try:
                    connection.cursor().execute(statement)
                finally:
                    connection.close()

    def _sentence(self, error: exc.DBAPIError | exc.TimeoutError) -> str:
        if self._file is None:
            return _SERVER
        code = getattr(getattr(error, "orig", None), "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        # The low byte is the kind of a SQLite error, the rest its variant.
        return _SQLITE.get(code & 0xFF, _FOREIGN).format(file=self._file)


def default_url() -> str:
    """A SQLite file in the user's own data folder."""
    file = platformdirs.user_data_path("interviewer", appauthor=False) / "interviews.db"
    return sql.URL.create("sqlite", database=str(file)).render_as_string()


def now() -> datetime:
    return plain(datetime.now(UTC))


def midnight() -> datetime:
    """When this day began, UTC."""
    return datetime.combine(now().date(), datetime.min.time())


def plain(moment: datetime) -> datetime:
    """UTC, without saying so: not every database keeps a time zone."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def utc(kept: datetime) -> datetime:
    """A moment as it was before `plain`."""
    return kept.replace(tzinfo=UTC)


def _engine(url: str) -> sql.Engine:
    """The engine for `url`, which may hold a password and is therefore never part of an error."""
    try:
        parsed = sql.make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "postgresql":
            parsed = parsed.set(query={"connect_timeout": str(BUSY_SECONDS), **parsed.query})
        if parsed.get_backend_name() != "sqlite":
            return sql.create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
        parsed = parsed.set(query={"timeout": str(BUSY_SECONDS), **parsed.query})
        engine = sql.create_engine(parsed, hide_parameters=True, poolclass=NullPool)
    except (exc.ArgumentError, ImportError, ValueError):
        raise StoreTrouble(_BAD_URL) from None
    if not parsed.database or parsed.database == ":memory:":
        raise StoreTrouble(_NO_FILE)
    sql.event.listen(engine, "connect", _prepare)
    sql.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # Transactions begin where `_begin` says, not where the driver guesses.
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten, not left in the file until its place is needed.
    connection.execute("PRAGMA secure_delete = ON")


def _begin(connection: sql.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _make(file: Path) -> None:
    """Make the SQLite file and its folder where they are missing, open to their owner alone."""
    try:
        sqlite_file.make(file)
    except OSError as error:
        raise StoreTrouble(_UNWRITABLE.format(file=file)) from error
