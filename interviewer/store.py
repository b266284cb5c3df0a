"""Interviews kept in a SQL database, each as an append-only log of events.

Rows are only ever added. An event's position is part of its key, so two writers can never both add the next event: the second one
is told that it is stale. What can go wrong has a name, and no error carries what a candidate said::

    StoreError
    ├── NoSuchInterview   the address is wrong
    ├── Stale             another window was first; load again and go on
    └── StoreTrouble      somebody must see to the disk, the file, the server or the version; the sentence says who does what
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import platformdirs
import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import exc
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateTable

from interviewer.interview import Assessed, Event, Interview, Setup
from interviewer.rubric import Identifier, Level, Strict, Verdict

BUSY_SECONDS = 10
"""How long to wait for another writer of the same SQLite file; `?timeout=` in the URL overrides it."""
_EVENT: TypeAdapter[Event] = TypeAdapter(Event)
_METADATA = sql.MetaData()
_INTERVIEWS = sql.Table(
    "interviews",
    _METADATA,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("setup", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False),
)
_EVENTS = sql.Table(
    "events",
    _METADATA,
    sql.Column("interview_id", sql.ForeignKey(_INTERVIEWS.c.id), primary_key=True),
    sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("type", sql.String(20), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("said_at", sql.DateTime, nullable=False),
)
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
_INCOMPLETE = "Events of interview {key} are missing from the database. Restore them from a copy, or start a new interview."
_UNREADABLE = "Interview {key} was written by another version of this program or is damaged. Open it with the newest version."
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


class NoSuchInterview(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no interview under this address. Check the link, or start a new interview.")


class Stale(StoreError):
    def __init__(self) -> None:
        super().__init__("This interview has moved on in another window. Its latest state is shown now.")


class StoreTrouble(StoreError):
    """The database cannot be used, or a row in it cannot be read."""


class Summary(Strict):
    """One line of the list of interviews; principle and level are None when this version cannot read them."""

    id: str
    principle: Identifier | None
    level: Level | None
    created_at: datetime
    """UTC."""
    ended: bool
    """Whether no further turn will be taken."""
    verdict: Verdict | None
    """None until it is assessed, or when this version cannot read the assessment."""


class Store:
    """The interviews in one database; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, url: str) -> None:
        """`url` is any SQLAlchemy URL. A SQLite file, its folder and the tables are made when they are missing."""
        self._engine = _engine(url)
        self._file = self._engine.url.database if self._engine.dialect.name == "sqlite" else None
        if self._file:
            # SQLite does not wait its turn for this switch, and whoever is in the way makes it or a later start does.
            # Any other trouble shows below.
            with suppress(StoreTrouble), self._transaction() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        try:
            self._make_tables()
        except (exc.IntegrityError, StoreTrouble):
            # Replicas that start together may both be making them; the one that loses finds them now, or the trouble is real.
            self._make_tables()

    def create(self, interview: Interview) -> None:
        """Keep a new interview with the events it has. Raises Stale when it is kept already."""
        row = {"id": _key(interview.id), "setup": interview.setup.model_dump_json(), "created_at": _now()}
        try:
            with self._transaction() as connection:
                connection.execute(sql.insert(_INTERVIEWS), row)
                if interview.events:
                    connection.execute(sql.insert(_EVENTS), _rows(interview.id, 0, interview.events))
        except exc.IntegrityError as error:
            raise Stale from error

    def append(self, interview: Interview, *events: Event) -> Interview:
        """`interview.after(*events)`, kept: all of the events or, when an error is raised, none.

        Raises Stale when `interview` is not the latest state kept, and NoSuchInterview when it was never created.
        """
        if not events:
            return interview
        key, after = _key(interview.id), interview.after(*events)
        try:
            with self._transaction() as connection:
                connection.execute(sql.insert(_EVENTS), _rows(key, len(interview.events), events))
                kept = connection.scalar(sql.select(sql.func.count()).where(_EVENTS.c.interview_id == key))
                if kept != len(after.events):
                    raise Stale
        except exc.IntegrityError as error:
            with self._transaction() as connection:
                _setup(connection, key)
            raise Stale from error
        return after

    def load(self, id: str) -> Interview:
        """The latest state of interview `id`. Raises NoSuchInterview, whatever kind of text `id` is."""
        key = _key(id)
        events = sql.select(_EVENTS.c.position, _EVENTS.c.body).where(_EVENTS.c.interview_id == key).order_by(_EVENTS.c.position)
        with self._transaction() as connection:
            setup, rows = _setup(connection, key), connection.execute(events).all()
        if [row.position for row in rows] != list(range(len(rows))):
            raise StoreTrouble(_INCOMPLETE.format(key=key))
        try:
            kept = tuple(_EVENT.validate_json(row.body) for row in rows)
            return Interview(id=key, setup=Setup.model_validate_json(setup), events=kept)
        except ValidationError:
            # Not chained: a validation error quotes its input, here the candidate's words.
            raise StoreTrouble(_UNREADABLE.format(key=key)) from None

    def latest(self, limit: int) -> tuple[Summary, ...]:
        """The `limit` interviews created last, the newest first. Whoever sees an id can open that interview."""
        newest = sql.select(_INTERVIEWS).order_by(_INTERVIEWS.c.created_at.desc(), _INTERVIEWS.c.id).limit(limit)
        closing = sql.select(_EVENTS).where(_EVENTS.c.type.in_(("ended", "assessed"))).order_by(_EVENTS.c.position)
        with self._transaction() as connection:
            interviews = connection.execute(newest).all()
            events = connection.execute(closing.where(_EVENTS.c.interview_id.in_([row.id for row in interviews]))).all()
        return tuple(_summary(row, [e for e in events if e.interview_id == row.id]) for row in interviews)

    def _make_tables(self) -> None:
        with self._transaction() as connection:
            for table in _METADATA.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))

    @contextmanager
    def _transaction(self) -> Iterator[sql.Connection]:
        """One connection with one transaction. Raises IntegrityError when keys clash and StoreTrouble for every other failure."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except exc.IntegrityError:
            raise
        except (exc.DBAPIError, exc.TimeoutError) as error:
            raise StoreTrouble(self._sentence(error)) from error

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
    sql.event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
    return engine


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


def _key(id: str) -> str:
    """`id` if it has the form of an interview's id. Raises NoSuchInterview otherwise."""
    if not re.fullmatch(r"[0-9a-f]{32}", id):
        raise NoSuchInterview
    return id


def _now() -> datetime:
    """UTC, without saying so: not every database keeps a time zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def _rows(key: str, first: int, events: Sequence[Event]) -> list[dict[str, Any]]:
    common = {"interview_id": key, "said_at": _now()}
    return [{**common, "position": n, "type": e.type, "body": e.model_dump_json()} for n, e in enumerate(events, first)]


def _setup(connection: sql.Connection, key: str) -> str:
    """The setup as kept. Raises NoSuchInterview."""
    found: str | None = connection.scalar(sql.select(_INTERVIEWS.c.setup).where(_INTERVIEWS.c.id == key))
    if found is None:
        raise NoSuchInterview
    return found


def _summary(row: sql.Row[Any], closing: Sequence[sql.Row[Any]]) -> Summary:
    setup: Setup | None = None
    verdict: Verdict | None = None
    with suppress(ValidationError):
        setup = Setup.model_validate_json(row.setup)
    with suppress(ValidationError):
        for assessed in (e for e in closing if e.type == "assessed"):
            verdict = Assessed.model_validate_json(assessed.body).assessment.verdict
    principle, level = (setup.principle, setup.level) if setup else (None, None)
    created_at = row.created_at.replace(tzinfo=UTC)
    return Summary(id=row.id, principle=principle, level=level, created_at=created_at, ended=bool(closing), verdict=verdict)
