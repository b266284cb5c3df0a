"""Interviews kept in a SQL database, each as an append-only log of events.

Rows are only ever added. An event's position is part of its key, so two writers can never both add the next event: the second one
is told that it is stale. What can go wrong has a name::

    StoreError
    ├── NoSuchInterview   the address is wrong
    ├── Stale             another window was first; load again and go on
    └── StoreTrouble      somebody must see to the disk, the file, the server or the version; the sentence says who does what

No error carries what a candidate said.
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
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, TimeoutError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateTable

from interviewer.interview import Assessed, Event, Interview, Setup
from interviewer.rubric import Identifier, Level, Strict, Verdict

BUSY_SECONDS = 10
"""How long to wait for another writer of the same SQLite file; `?timeout=` in the URL overrides it."""


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
    """One line of the list of interviews."""

    id: str
    principle: Identifier | None
    """None when this version cannot read how the interview was set up; loading it says so."""
    level: Level | None
    """None like `principle`."""
    created_at: datetime
    """UTC."""
    ended: bool
    """Whether no further turn will be taken."""
    verdict: Verdict | None
    """None until it is assessed, or when this version cannot read the assessment."""


class _Utc(sql.TypeDecorator[datetime]):
    """A moment in UTC, also on databases that keep no time zone."""

    impl = sql.DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: sql.Dialect) -> datetime | None:
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


_METADATA = sql.MetaData()
_INTERVIEWS = sql.Table(
    "interviews",
    _METADATA,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("setup", sql.Text, nullable=False),
    sql.Column("created_at", _Utc, nullable=False),
)
_EVENTS = sql.Table(
    "events",
    _METADATA,
    sql.Column("interview_id", sql.ForeignKey(_INTERVIEWS.c.id), primary_key=True),
    sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("type", sql.String(20), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("said_at", _Utc, nullable=False),
)
_EVENT: TypeAdapter[Event] = TypeAdapter(Event)
_UNWRITABLE = "The interview file {file} cannot be written. Check its folder, or set INTERVIEWER_DATABASE_URL to another place."
_FULL = (
    "The disk did not take what was to be saved in {file}. Free some space there and try again; what was saved before is safe."
)
_HELD = "Another program is holding the interview file {file}. Close that program or wait a moment, then try again."
_NO_DATABASE = (
    "The file {file} is damaged or is no interview database; it was left as it is. "
    "Restore it from a copy, move it aside, or set INTERVIEWER_DATABASE_URL to another place."
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
_SERVER = (
    "The interview database could not be used. Try again in a moment; if it stays so, whoever runs it "
    "should check the server and INTERVIEWER_DATABASE_URL."
)


class Store:
    """The interviews in one database; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, url: str) -> None:
        """`url` is any SQLAlchemy URL. A SQLite file, its folder and the tables are made when they are missing."""
        self._engine = _engine(url)
        self._file = self._engine.url.database if self._engine.dialect.name == "sqlite" else None
        # Replicas that start together may both make the tables on a server; the one that loses finds them there.
        with suppress(IntegrityError), self._transaction() as connection:
            if self._file:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            for table in _METADATA.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))

    def create(self, interview: Interview) -> None:
        """Keep a new interview with the events it has. Raises Stale when it is kept already."""
        key, now = _key(interview.id), datetime.now(UTC)
        try:
            with self._transaction() as connection:
                connection.execute(
                    sql.insert(_INTERVIEWS).values(id=key, setup=interview.setup.model_dump_json(), created_at=now)
                )
                if interview.events:
                    connection.execute(sql.insert(_EVENTS), _rows(key, 0, interview.events, now))
        except IntegrityError as error:
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
                connection.execute(sql.insert(_EVENTS), _rows(key, len(interview.events), events, datetime.now(UTC)))
                kept = connection.scalar(sql.select(sql.func.count()).where(_EVENTS.c.interview_id == key))
                if kept != len(after.events):
                    raise Stale
        except IntegrityError as error:
            with self._transaction() as connection:
                _setup(connection, key)
            raise Stale from error
        return after

    def load(self, id: str) -> Interview:
        """The latest state of interview `id`. Raises NoSuchInterview, whatever kind of text `id` is."""
        key = _key(id)
        with self._transaction() as connection:
            setup = _setup(connection, key)
            found = connection.execute(
                sql.select(_EVENTS.c.position, _EVENTS.c.body).where(_EVENTS.c.interview_id == key).order_by(_EVENTS.c.position)
            ).all()
        if [row.position for row in found] != list(range(len(found))):
            raise StoreTrouble(
                f"Events of interview {key} are missing from the database. Whoever runs it should restore them from a copy."
            )
        try:
            return Interview(
                id=key, setup=Setup.model_validate_json(setup), events=tuple(_EVENT.validate_json(row.body) for row in found)
            )
        except ValidationError:
            raise StoreTrouble(
                f"Interview {key} was written by another version of this program, or is damaged; it was left as it is. "
                "Open it with the newest version."
            ) from None

    def latest(self, limit: int) -> tuple[Summary, ...]:
        """The `limit` interviews created last, the newest first; whoever reads an id can open that interview."""
        newest = sql.select(_INTERVIEWS).order_by(_INTERVIEWS.c.created_at.desc(), _INTERVIEWS.c.id).limit(limit)
        closing = sql.select(_EVENTS).where(_EVENTS.c.type.in_(("ended", "assessed"))).order_by(_EVENTS.c.position)
        with self._transaction() as connection:
            interviews = connection.execute(newest).all()
            events = connection.execute(closing.where(_EVENTS.c.interview_id.in_([row.id for row in interviews]))).all()
        return tuple(_summary(row, [e for e in events if e.interview_id == row.id]) for row in interviews)

    @contextmanager
    def _transaction(self) -> Iterator[sql.Connection]:
        """One connection with one transaction. Raises IntegrityError when keys clash and StoreTrouble for every other failure."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except (DBAPIError, TimeoutError) as error:
            raise StoreTrouble(self._sentence(error)) from error

    def _sentence(self, error: DBAPIError | TimeoutError) -> str:
        if self._file is None:
            return _SERVER
        # The low byte is the kind of a SQLite error, the rest its variant.
        kind = getattr(getattr(error, "orig", None), "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        return _SQLITE.get(kind, _NO_DATABASE).format(file=self._file)


def default_url() -> str:
    """A SQLite file in the user's own data folder."""
    file = platformdirs.user_data_path("interviewer", appauthor=False) / "interviews.db"
    return f"sqlite:///{file}"


def _engine(url: str) -> sql.Engine:
    """The engine for `url`, which may hold a password and is therefore never part of an error."""
    try:
        parsed = sql.make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return sql.create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
        parsed = parsed.set(query={"timeout": str(BUSY_SECONDS), **parsed.query})
        engine = sql.create_engine(parsed, hide_parameters=True, poolclass=NullPool)
    except (ArgumentError, ImportError, ValueError):
        raise StoreTrouble(
            "INTERVIEWER_DATABASE_URL is no database address that can be used here. Correct it, or install the driver it names."
        ) from None
    _prepare(parsed.database)
    sql.event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"))
    return engine


def _prepare(database: str | None) -> None:
    """Make the SQLite file and its folder where they are missing, readable by their owner alone."""
    if not database or database == ":memory:":
        raise StoreTrouble(
            "INTERVIEWER_DATABASE_URL names no file, so nothing would be kept. Name one, as in sqlite:///interviews.db."
        )
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


def _rows(key: str, first: int, events: Sequence[Event], now: datetime) -> list[dict[str, Any]]:
    return [
        {"interview_id": key, "position": position, "type": event.type, "body": event.model_dump_json(), "said_at": now}
        for position, event in enumerate(events, first)
    ]


def _setup(connection: sql.Connection, key: str) -> str:
    """The setup as kept. Raises NoSuchInterview."""
    found: str | None = connection.scalar(sql.select(_INTERVIEWS.c.setup).where(_INTERVIEWS.c.id == key))
    if found is None:
        raise NoSuchInterview
    return found


def _summary(interview: sql.Row[Any], closing: Sequence[sql.Row[Any]]) -> Summary:
    setup: Setup | None = None
    verdict: Verdict | None = None
    with suppress(ValidationError):
        setup = Setup.model_validate_json(interview.setup)
    with suppress(ValidationError):
        for event in closing:
            if event.type == "assessed":
                verdict = Assessed.model_validate_json(event.body).assessment.verdict
    return Summary(
        id=interview.id,
        principle=setup and setup.principle,
        level=setup and setup.level,
        created_at=interview.created_at,
        ended=bool(closing),
        verdict=verdict,
    )
