"""Loops kept in a SQL database. A row is written once; deleting is all that can happen to it."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

import sqlalchemy as sql
from pydantic import ValidationError
from sqlalchemy import exc

from interviewer.database import Database, StoreError, StoreTrouble, now
from interviewer.loop import Loop

_METADATA = sql.MetaData()
_LOOPS = sql.Table(
    "loops",
    _METADATA,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False),
)
_UNREADABLE = "Loop {key} was written by another version of this program or is damaged. Open it with the newest version."


class NoSuchLoop(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no loop under this address. Check the link, or start a new loop.")


class Begun(NamedTuple):
    """A loop, and when it began (UTC)."""

    loop: Loop
    created_at: datetime


class Loops:
    """The loops in one database; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, url: str) -> None:
        """`url` as for `interviewer.store.Store`; both can share a database."""
        self._database = Database(url, _METADATA)

    def create(self, loop: Loop, created_at: datetime | None = None) -> bool:
        """Keep a new loop, begun now if nothing else is said; False when it is kept already."""
        begun_at = created_at.astimezone(UTC).replace(tzinfo=None) if created_at else now()
        try:
            with self._database.transaction() as connection:
                row = {"id": loop.id, "body": loop.model_dump_json(), "created_at": begun_at}
                connection.execute(sql.insert(_LOOPS), row)
        except exc.IntegrityError:
            return False
        return True

    def load(self, id: str) -> Loop:
        """Loop `id`. Raises NoSuchLoop, whatever kind of text `id` is."""
        if not re.fullmatch(r"[0-9a-f]{32}", id):
            raise NoSuchLoop
        with self._database.transaction() as connection:
            body: str | None = connection.scalar(sql.select(_LOOPS.c.body).where(_LOOPS.c.id == id))
        if body is None:
            raise NoSuchLoop
        try:
            return Loop.model_validate_json(body)
        except ValidationError:
            raise StoreTrouble(_UNREADABLE.format(key=id)) from None

    def latest(self, limit: int | None = None) -> tuple[Begun, ...]:
        """The `limit` loops begun last, or all of them; the newest first, without any that this version cannot read."""
        newest = sql.select(_LOOPS).order_by(_LOOPS.c.created_at.desc(), _LOOPS.c.id).limit(limit)
        with self._database.transaction() as connection:
            rows = connection.execute(newest).all()
        begun = []
        for row in rows:
            with suppress(ValidationError):
                begun.append(Begun(Loop.model_validate_json(row.body), row.created_at.replace(tzinfo=UTC)))
        return tuple(begun)

    def delete(self, id: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(sql.delete(_LOOPS).where(_LOOPS.c.id == id))

    def delete_all(self) -> None:
        with self._database.transaction() as connection:
            connection.execute(sql.delete(_LOOPS))
        self._database.scrub()
