"""The interviews of the past: listed, searched, and deleted for good.

Lists are read from overviews, one row for each interview. They are derived from the events and may be behind them, because
whoever adds an event writes nothing else: `catch_up` derives those that are missing, behind, or of another form.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sql
from pydantic import ValidationError
from sqlalchemy import exc

from interviewer.database import NOBODY, Database, StoreTrouble, midnight, utc
from interviewer.overview import FORM, Overview, overview
from interviewer.store import NoSuchInterview
from interviewer.tables import EVENTS, FITS, INTERVIEWS, OVERVIEWS, USAGE, interview_of
from interviewer.text import folded

PORTION = 50
"""Interviews that are derived, or deleted, in one transaction."""


class Listing(NamedTuple):
    """A part of a list."""

    overviews: tuple[Overview, ...]
    total: int
    """All there are, shown or not."""


class Done(NamedTuple):
    """How far long work has come."""

    done: int
    of: int


class History:
    """The interviews of one owner, seen from afar; any method may raise StoreTrouble."""

    def __init__(self, database: Database, owner: str) -> None:
        """As for `interviewer.store.Store`."""
        self._database, self._owner = database, owner

    def catch_up(self) -> Iterator[Done]:
        """Derives the overviews that are missing or behind, portion by portion; yields nothing when there are none.

        An interview that this version cannot read gets none, and is tried again the next time.
        """
        with self._database.snapshot() as connection:
            behind = connection.scalars(_BEHIND.where(INTERVIEWS.c.owner == self._owner)).all()
        done = 0
        for portion in _portions(behind):
            yield Done(done, len(behind))
            self._derive(portion)
            done += len(portion)

    def unreadable(self) -> int:
        """How many interviews have no overview."""
        without = sql.select(sql.func.count()).select_from(INTERVIEWS.outerjoin(OVERVIEWS)).where(OVERVIEWS.c.form.is_(None))
        own = without.where(INTERVIEWS.c.owner == self._owner)
        with self._database.snapshot() as connection:
            return connection.scalar(own) or 0

    def search(self, words: str, first: int, limit: int) -> Listing:
        """`limit` of the interviews in which all of `words` occur, the newest first, without the `first` ones."""
        fitting = [self._own, *(OVERVIEWS.c.searched.contains(word, autoescape=True) for word in folded(words).split())]
        ids = sql.select(OVERVIEWS.c.interview_id).where(*fitting).order_by(*_ORDER).offset(first).limit(limit)
        # In two steps, so that no body is read only to be skipped.
        page = _NEWEST.where(self._own, OVERVIEWS.c.interview_id.in_(ids.scalar_subquery()))
        count = sql.select(sql.func.count()).select_from(OVERVIEWS).where(*fitting)
        with self._database.snapshot() as connection:
            bodies, total = connection.scalars(page).all(), connection.scalar(count) or 0
        return Listing(tuple(_readable(bodies)), total)

    def assessed(self, limit: int) -> tuple[Overview, ...]:
        """The `limit` assessed interviews begun last, the oldest first."""
        with self._database.snapshot() as connection:
            bodies = connection.scalars(_NEWEST.where(self._own, OVERVIEWS.c.verdict.is_not(None)).limit(limit)).all()
        return tuple(reversed(tuple(_readable(bodies))))

    def ids(self) -> tuple[str, ...]:
        """Every interview's, the oldest first."""
        own = sql.select(INTERVIEWS.c.id).where(INTERVIEWS.c.owner == self._owner)
        with self._database.snapshot() as connection:
            return tuple(connection.scalars(own.order_by(INTERVIEWS.c.created_at, INTERVIEWS.c.id)))

    def delete(self, id: str) -> None:
        """Removes interview `id` and all that was derived from it. Raises NoSuchInterview."""
        if not self._delete([id]):
            raise NoSuchInterview
        self._database.scrub()

    def delete_all(self) -> Iterator[Done]:
        """Removes every interview, portion by portion, and with the last one what all of them used.

        What was used today still counts for the day's ceiling, which is everybody's, but no longer says whose it was.
        """
        ids = self.ids()
        done = 0
        for portion in _portions(ids):
            yield Done(done, len(ids))
            self._delete(portion)
            done += len(portion)
        with self._database.transaction() as connection:
            own = USAGE.c.owner == self._owner
            connection.execute(sql.delete(USAGE).where(own, USAGE.c.at < midnight()))
            connection.execute(sql.update(USAGE).where(own).values(owner=NOBODY, interview_id=None))
        self._database.scrub()

    @property
    def _own(self) -> sql.ColumnElement[bool]:
        return OVERVIEWS.c.owner == self._owner

    def _these(self, table: sql.Table, ids: Sequence[str]) -> tuple[sql.ColumnElement[bool], ...]:
        """What the rows of `ids` in `table` have in common."""
        key = table.c.id if table is INTERVIEWS else table.c.interview_id
        return table.c.owner == self._owner, key.in_(ids)

    def _delete(self, ids: Sequence[str]) -> int:
        """How many there were. What they used counts on, without saying for which interview."""
        with self._database.transaction() as connection:
            # Whoever is adding to one of them comes before this, or too late.
            held = sql.select(INTERVIEWS.c.id).where(*self._these(INTERVIEWS, ids)).order_by(INTERVIEWS.c.id)
            connection.execute(held.with_for_update())
            connection.execute(sql.update(USAGE).where(*self._these(USAGE, ids)).values(interview_id=None))
            for table in (FITS, OVERVIEWS, EVENTS):
                connection.execute(sql.delete(table).where(*self._these(table, ids)))
            return connection.execute(sql.delete(INTERVIEWS).where(*self._these(INTERVIEWS, ids))).rowcount

    def _derive(self, ids: Sequence[str]) -> None:
        chosen = sql.select(INTERVIEWS).where(*self._these(INTERVIEWS, ids))
        events = sql.select(EVENTS.c.interview_id, EVENTS.c.position, EVENTS.c.body).where(*self._these(EVENTS, ids))
        with self._database.snapshot() as connection:
            interviews = connection.execute(chosen).all()
            rows = connection.execute(events.order_by(EVENTS.c.interview_id, EVENTS.c.position)).all()
        logs = {id: list(log) for id, log in groupby(rows, lambda row: row.interview_id)}
        derived = [row for held in interviews if (row := _row(held, logs.get(held.id, [])))]
        # Another window may be deriving the same, or deleting it: its word stands, and what is still behind is so the next time.
        with suppress(exc.IntegrityError), self._database.transaction() as connection:
            connection.execute(sql.delete(OVERVIEWS).where(*self._these(OVERVIEWS, ids)))
            if derived:
                connection.execute(sql.insert(OVERVIEWS), derived)


_KEPT = (
    sql.select(sql.func.max(EVENTS.c.position) + 1)
    .where(EVENTS.c.owner == INTERVIEWS.c.owner, EVENTS.c.interview_id == INTERVIEWS.c.id)
    .correlate(INTERVIEWS)
).scalar_subquery()
_BEHIND = (
    sql.select(INTERVIEWS.c.id)
    .select_from(INTERVIEWS.outerjoin(OVERVIEWS))
    .where(
        sql.or_(OVERVIEWS.c.form.is_(None), OVERVIEWS.c.form != FORM, OVERVIEWS.c.events != sql.func.coalesce(_KEPT, 0)),
    )
)
_ORDER = (OVERVIEWS.c.created_at.desc(), OVERVIEWS.c.interview_id)
_NEWEST = sql.select(OVERVIEWS.c.body).order_by(*_ORDER)


def _row(held: sql.Row[*tuple[Any, ...]], log: Sequence[sql.Row[*tuple[Any, ...]]]) -> dict[str, Any] | None:
    """The row of an interview's overview; None when this version cannot read the interview."""
    try:
        derived = overview(interview_of(held.id, held.setup, log), utc(held.created_at))
    except StoreTrouble:
        return None
    return {
        "owner": held.owner,
        "interview_id": held.id,
        "events": len(log),
        "form": FORM,
        "created_at": held.created_at,
        "verdict": derived.verdict,
        "searched": derived.searched,
        "body": derived.model_dump_json(),
    }


def _readable(bodies: Sequence[str]) -> Iterator[Overview]:
    for body in bodies:
        with suppress(ValidationError):
            yield Overview.model_validate_json(body)


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + PORTION] for at in range(0, len(ids), PORTION))
