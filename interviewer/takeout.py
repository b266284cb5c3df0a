"""What one owner has, taken out as records, and records taken in.

An id is its owner's alone, so what somebody takes in can neither reach nor reveal what another keeps under the same id.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sql
from pydantic import ValidationError
from sqlalchemy import exc

from interviewer.archive import Archive, KeptEvent, KeptInterview, KeptLoop, KeptPaper, Record
from interviewer.database import Database, StoreTrouble, plain, utc
from interviewer.history import Done, History
from interviewer.interview import Setup
from interviewer.loops import Loops
from interviewer.papers import HandedIn, NoSuchPaper, Papers
from interviewer.tables import EVENT, EVENTS, INTERVIEWS


class Tally:
    """What became of the records taken in so far."""

    def __init__(self) -> None:
        self.new = 0
        self.longer = 0
        """Interviews that were kept already and went further in the file."""
        self.kept = 0
        """Records that were kept already, at least as far."""
        self.different: list[str] = []
        """Ids of interviews that went another way here; they were left as they are."""


class Takeout:
    """Reads and writes everything of one owner; any method may raise StoreTrouble."""

    def __init__(self, database: Database, owner: str, history: History, papers: Papers, loops: Loops) -> None:
        """`database` and `owner` are those of the three."""
        self._database, self._owner = database, owner
        self._history, self._papers, self._loops = history, papers, loops

    def records(self) -> Iterator[Record]:
        """Everything that this version can read, the oldest first, interviews before tests before loops."""
        for id in self._history.ids():
            if record := self._interview(id):
                yield record
        for id in self._papers.ids():
            try:
                sitting = self._papers.load(id)
            except StoreTrouble:
                continue
            yield KeptPaper(paper=sitting.paper, answers=dict(sitting.answers), result=sitting.result)
        for begun in reversed(self._loops.latest()):
            yield KeptLoop(created_at=begun.created_at, loop=begun.loop)

    def take_in(self, archive: Archive, tally: Tally) -> Iterator[Done]:
        """Keeps what is not kept yet, record by record, counted in `tally`. Whatever interrupts it, it can be done again."""
        records = (*archive.interviews, *archive.papers, *archive.loops)
        for number, record in enumerate(records):
            yield Done(number, len(records))
            match record:
                case KeptInterview():
                    self._take_interview(record, tally)
                case KeptPaper():
                    self._take_paper(record, tally)
                case KeptLoop():
                    _count(tally, self._loops.create(record.loop, record.created_at))

    def _interview(self, id: str) -> KeptInterview | None:
        """None when it is gone, or this version cannot read it."""
        with self._database.snapshot() as connection:
            # In this order, so that one deleted in between is missed, never found empty.
            rows = connection.execute(self._log(id)).all()
            held = connection.execute(self._held(id)).one_or_none()
        if held is None or [row.position for row in rows] != list(range(len(rows))):
            return None
        try:
            events = tuple(KeptEvent(at=utc(row.said_at), event=EVENT.validate_json(row.body)) for row in rows)
            setup = Setup.model_validate_json(held.setup)
            return KeptInterview(id=id, created_at=utc(held.created_at), setup=setup, events=events)
        except ValidationError:
            return None

    def _take_interview(self, record: KeptInterview, tally: Tally) -> None:
        try:
            with self._database.transaction() as connection:
                if connection.execute(self._held(record.id)).one_or_none() is None:
                    row = {"id": record.id, "setup": record.setup.model_dump_json(), "created_at": plain(record.created_at)}
                    connection.execute(sql.insert(INTERVIEWS), {"owner": self._owner, **row})
                    connection.execute(sql.insert(EVENTS), self._rows(record, 0))
                    tally.new += 1
                else:
                    self._extend(connection, record, connection.execute(self._log(record.id)).all(), tally)
        except exc.IntegrityError:
            # Another window took in the same, or went on with the interview, at this very moment.
            tally.different.append(record.id)

    def _extend(
        self, connection: sql.Connection, record: KeptInterview, rows: Sequence[sql.Row[*tuple[Any, ...]]], tally: Tally
    ) -> None:
        here, there = _said(rows), [event.model_dump_json() for event in record.log]
        shared = min(len(here), len(there))
        if here[:shared] != there[:shared]:
            tally.different.append(record.id)
        elif len(there) > len(here):
            connection.execute(sql.insert(EVENTS), self._rows(record, len(here)))
            tally.longer += 1
        else:
            tally.kept += 1

    def _take_paper(self, record: KeptPaper, tally: Tally) -> None:
        try:
            sitting = self._papers.load(record.paper.id)
        except NoSuchPaper:
            self._papers.begin(record.paper)
            sitting = self._papers.load(record.paper.id)
            tally.new += 1
        else:
            tally.kept += 1
        if sitting.result:
            return
        try:
            for item, letter in record.answers.items():
                if item not in sitting.answers:
                    self._papers.answer(record.paper, item, letter)
            if record.result:
                self._papers.hand_in(record.result)
        except HandedIn:
            pass  # Another window was first; its result stands.

    def _held(self, id: str) -> sql.Select[Any]:
        return sql.select(INTERVIEWS).where(INTERVIEWS.c.owner == self._owner, INTERVIEWS.c.id == id)

    def _log(self, id: str) -> sql.Select[Any]:
        own = sql.select(EVENTS).where(EVENTS.c.owner == self._owner, EVENTS.c.interview_id == id)
        return own.order_by(EVENTS.c.position)

    def _rows(self, record: KeptInterview, first: int) -> list[dict[str, Any]]:
        return [
            {
                "owner": self._owner,
                "interview_id": record.id,
                "position": n,
                "type": kept.event.type,
                "body": kept.event.model_dump_json(),
                "said_at": plain(kept.at),
            }
            for n, kept in enumerate(record.events[first:], first)
        ]


def _said(rows: Sequence[sql.Row[*tuple[Any, ...]]]) -> list[str]:
    """The events as this version writes them; as they are where it cannot read one."""
    try:
        return [EVENT.validate_json(row.body).model_dump_json() for row in rows]
    except ValidationError:
        return [row.body for row in rows]


def _count(tally: Tally, new: bool) -> None:
    tally.new += new
    tally.kept += not new
