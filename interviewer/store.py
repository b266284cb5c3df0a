"""Interviews kept in a SQL database, each as an append-only log of events.

Rows are only ever added. An event's position is part of its key, so two writers can never both add the next event: the second one
is told that it is stale. What can go wrong has a name, and no error carries what a candidate said::

    StoreError
    ├── NoSuchInterview   the address is wrong, or somebody else's
    ├── Stale             another window was first; load again and go on
    └── StoreTrouble      somebody must see to the disk, the file, the server or the version; the sentence says who does what
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from sqlalchemy import exc

from interviewer.database import Database, StoreError, StoreTrouble, now, utc
from interviewer.ids import is_id
from interviewer.interview import Event, Interview
from interviewer.tables import EVENTS, INTERVIEWS, interview_of

__all__ = ["NoSuchInterview", "Stale", "Store", "StoreError", "StoreTrouble"]


class NoSuchInterview(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no interview under this address. Check the link, or start a new interview.")


class Stale(StoreError):
    def __init__(self) -> None:
        super().__init__("This interview has moved on in another window. Its latest state is shown now.")


class Store:
    """The interviews of one owner; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, database: Database, owner: str) -> None:
        """`owner` has at most `tables.OWNER_LENGTH` characters. Nobody else's interviews are there for this store."""
        self._database, self._owner = database, owner

    def create(self, interview: Interview) -> None:
        """Keep a new interview with the events it has. Raises Stale when it is kept already."""
        row = {
            "owner": self._owner,
            "id": _key(interview.id),
            "setup": interview.setup.model_dump_json(),
            "created_at": now(),
        }
        try:
            with self._database.transaction() as connection:
                connection.execute(sql.insert(INTERVIEWS), row)
                if interview.events:
                    connection.execute(sql.insert(EVENTS), self._rows(interview.id, 0, interview.events))
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
                connection.execute(sql.insert(EVENTS), self._rows(key, len(interview.events), events))
                kept = connection.scalar(sql.select(sql.func.count()).select_from(EVENTS).where(*self._of(key)))
                if kept != len(after.events):
                    raise Stale
        except exc.IntegrityError as error:
            with self._database.snapshot() as connection:
                self._setup(connection, key)
            raise Stale from error
        return after

    def load(self, id: str) -> Interview:
        """The latest state of interview `id`. Raises NoSuchInterview, whatever kind of text `id` is."""
        key = _key(id)
        events = sql.select(EVENTS.c.position, EVENTS.c.body).where(*self._of(key)).order_by(EVENTS.c.position)
        with self._database.snapshot() as connection:
            # In this order, so that one deleted in between is missed, never found empty.
            rows, setup = connection.execute(events).all(), self._setup(connection, key)
        return interview_of(key, setup, rows)

    def times(self, interview: Interview) -> tuple[datetime, ...]:
        """When each of the events of `interview` was kept, UTC."""
        kept = sql.select(EVENTS.c.said_at).where(*self._of(_key(interview.id))).order_by(EVENTS.c.position)
        with self._database.snapshot() as connection:
            rows = connection.scalars(kept.limit(len(interview.events))).all()
        return tuple(map(utc, rows))

    def _of(self, key: str) -> tuple[sql.ColumnElement[bool], ...]:
        return EVENTS.c.owner == self._owner, EVENTS.c.interview_id == key

    def _setup(self, connection: sql.Connection, key: str) -> str:
        """The setup as kept. Raises NoSuchInterview."""
        chosen = sql.select(INTERVIEWS.c.setup).where(INTERVIEWS.c.owner == self._owner, INTERVIEWS.c.id == key)
        found: str | None = connection.scalar(chosen)
        if found is None:
            raise NoSuchInterview
        return found

    def _rows(self, key: str, first: int, events: Sequence[Event]) -> list[dict[str, Any]]:
        common = {"owner": self._owner, "interview_id": key, "said_at": now()}
        return [{**common, "position": n, "type": e.type, "body": e.model_dump_json()} for n, e in enumerate(events, first)]


def _key(id: str) -> str:
    """`id` if it has the form of an interview's id. Raises NoSuchInterview otherwise."""
    if not is_id(id):
        raise NoSuchInterview
    return id
