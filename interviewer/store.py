"""Interviews kept in a SQL database, each as an append-only log of events.

Rows are only ever added. An event's position is part of its key, so two writers can never both add the next event: the second one
is told that it is stale. What can go wrong has a name, and no error carries what a candidate said::

    StoreError
    ├── NoSuchInterview   the address is wrong
    ├── Stale             another window was first; load again and go on
    └── StoreTrouble      somebody must see to the disk, the file, the server or the version; the sentence says who does what
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sql
from pydantic import ValidationError
from sqlalchemy import exc

from interviewer.database import Database, StoreError, StoreTrouble, default_url, now
from interviewer.interview import Assessed, Event, Interview, Setup
from interviewer.rubric import Identifier, Level, Strict, Verdict
from interviewer.tables import EVENTS as _EVENTS
from interviewer.tables import INTERVIEWS as _INTERVIEWS
from interviewer.tables import METADATA as _METADATA
from interviewer.tables import interview_of

__all__ = ["NoSuchInterview", "Stale", "Store", "StoreError", "StoreTrouble", "Summary", "default_url"]


class NoSuchInterview(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no interview under this address. Check the link, or start a new interview.")


class Stale(StoreError):
    def __init__(self) -> None:
        super().__init__("This interview has moved on in another window. Its latest state is shown now.")


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
        self._database = Database(url, _METADATA)

    def create(self, interview: Interview) -> None:
        """Keep a new interview with the events it has. Raises Stale when it is kept already."""
        row = {"id": _key(interview.id), "setup": interview.setup.model_dump_json(), "created_at": now()}
        try:
            with self._database.transaction() as connection:
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
            with self._database.transaction() as connection:
                connection.execute(sql.insert(_EVENTS), _rows(key, len(interview.events), events))
                kept = connection.scalar(sql.select(sql.func.count()).where(_EVENTS.c.interview_id == key))
                if kept != len(after.events):
                    raise Stale
        except exc.IntegrityError as error:
            with self._database.transaction() as connection:
                _setup(connection, key)
            raise Stale from error
        return after

    def load(self, id: str) -> Interview:
        """The latest state of interview `id`. Raises NoSuchInterview, whatever kind of text `id` is."""
        key = _key(id)
        events = sql.select(_EVENTS.c.position, _EVENTS.c.body).where(_EVENTS.c.interview_id == key).order_by(_EVENTS.c.position)
        with self._database.transaction() as connection:
            setup, rows = _setup(connection, key), connection.execute(events).all()
        return interview_of(key, setup, rows)

    def times(self, interview: Interview) -> tuple[datetime, ...]:
        """When each of the events of `interview` was kept, UTC."""
        kept = sql.select(_EVENTS.c.said_at).where(_EVENTS.c.interview_id == _key(interview.id)).order_by(_EVENTS.c.position)
        with self._database.transaction() as connection:
            rows = connection.scalars(kept.limit(len(interview.events))).all()
        return tuple(said_at.replace(tzinfo=UTC) for said_at in rows)

    def latest(self, limit: int) -> tuple[Summary, ...]:
        """The `limit` interviews created last, the newest first. Whoever sees an id can open that interview."""
        newest = sql.select(_INTERVIEWS).order_by(_INTERVIEWS.c.created_at.desc(), _INTERVIEWS.c.id).limit(limit)
        closing = sql.select(_EVENTS).where(_EVENTS.c.type.in_(("ended", "assessed"))).order_by(_EVENTS.c.position)
        with self._database.transaction() as connection:
            interviews = connection.execute(newest).all()
            events = connection.execute(closing.where(_EVENTS.c.interview_id.in_([row.id for row in interviews]))).all()
        return tuple(_summary(row, [e for e in events if e.interview_id == row.id]) for row in interviews)


def _key(id: str) -> str:
    """`id` if it has the form of an interview's id. Raises NoSuchInterview otherwise."""
    if not re.fullmatch(r"[0-9a-f]{32}", id):
        raise NoSuchInterview
    return id


def _rows(key: str, first: int, events: Sequence[Event]) -> list[dict[str, Any]]:
    common = {"interview_id": key, "said_at": now()}
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
