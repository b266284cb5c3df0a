"""Loops kept in a SQL database. A row is written once; deleting is all that can happen to it."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sql
from pydantic import ValidationError
from sqlalchemy import exc

from interviewer.database import Database, StoreError, StoreTrouble, now, plain, utc
from interviewer.ids import is_id
from interviewer.loop import Loop
from interviewer.tables import LOOPS

_UNREADABLE = "Loop {key} was written by another version of this program or is damaged. Open it with the newest version."


class NoSuchLoop(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no loop under this address. Check the link, or start a new loop.")


class Begun(NamedTuple):
    """A loop, and when it began (UTC)."""

    loop: Loop
    created_at: datetime


class Loops:
    """The loops of one owner; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, database: Database, owner: str) -> None:
        """As for `interviewer.store.Store`."""
        self._database, self._owner = database, owner

    def create(self, loop: Loop, created_at: datetime | None = None) -> bool:
        """Keep a new loop, begun now if nothing else is said; False when it is kept already."""
        begun_at = plain(created_at) if created_at else now()
        row = {"owner": self._owner, "id": loop.id, "body": loop.model_dump_json(), "created_at": begun_at}
        try:
            with self._database.transaction() as connection:
                connection.execute(sql.insert(LOOPS), row)
        except exc.IntegrityError:
            return False
        return True

    def load(self, id: str) -> Loop:
        """Loop `id`. Raises NoSuchLoop, whatever kind of text `id` is."""
        if not is_id(id):
            raise NoSuchLoop
        with self._database.snapshot() as connection:
            body: str | None = connection.scalar(sql.select(LOOPS.c.body).where(self._own, LOOPS.c.id == id))
        if body is None:
            raise NoSuchLoop
        try:
            return Loop.model_validate_json(body)
        except ValidationError:
            raise StoreTrouble(_UNREADABLE.format(key=id)) from None

    def latest(self, limit: int | None = None) -> tuple[Begun, ...]:
        """The `limit` loops begun last, or all of them; the newest first, without any that this version cannot read."""
        newest = sql.select(LOOPS).where(self._own).order_by(LOOPS.c.created_at.desc(), LOOPS.c.id).limit(limit)
        with self._database.snapshot() as connection:
            rows = connection.execute(newest).all()
        begun = []
        for row in rows:
            with suppress(ValidationError):
                begun.append(Begun(Loop.model_validate_json(row.body), utc(row.created_at)))
        return tuple(begun)

    def delete(self, id: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(sql.delete(LOOPS).where(self._own, LOOPS.c.id == id))

    def delete_all(self) -> None:
        with self._database.transaction() as connection:
            connection.execute(sql.delete(LOOPS).where(self._own))
        self._database.scrub()

    @property
    def _own(self) -> sql.ColumnElement[bool]:
        return LOOPS.c.owner == self._owner
