"""What has been kept long enough is deleted, everybody's alike, as INTERVIEWER_KEEP_DAYS says."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Event as Signal
from threading import Thread

import sqlalchemy as sql

from interviewer.database import Database, StoreError, now
from interviewer.history import History
from interviewer.loops import Loops
from interviewer.tables import EVENTS, INTERVIEWS, LOOPS, PAPER_ANSWERS, PAPERS, RESULTS, USAGE

DAY_SECONDS = 24 * 60 * 60
_LOG = logging.getLogger(__name__)


def delete_old(database: Database, days: int) -> int:
    """Deletes interviews in which nothing was said for `days` days, and tests and loops begun before that. How many interviews.

    Raises StoreTrouble; whatever interrupts it, it can be done again.
    """
    before = now() - timedelta(days=days)
    gone = 0
    for owner, id in _silent_since(database, before):
        History(database, owner).delete(id)
        gone += 1
    with database.snapshot() as connection:
        loops = connection.execute(sql.select(LOOPS.c.owner, LOOPS.c.id).where(LOOPS.c.created_at < before)).all()
    for owner, id in loops:
        Loops(database, owner).delete(id)
    _delete_papers(database, before)
    with database.transaction() as connection:
        connection.execute(sql.delete(USAGE).where(USAGE.c.at < before))
    database.scrub()
    return gone


def keep_deleting(database: Database, days: int) -> Signal:
    """Deletes what is old now and then once a day, in the background, until the signal is set or the program ends."""
    stop = Signal()
    Thread(target=_daily, args=(database, days, stop), name="retention", daemon=True).start()
    return stop


def _daily(database: Database, days: int, stop: Signal) -> None:
    while True:
        try:
            if gone := delete_old(database, days):
                _LOG.info("%d interviews were deleted, because nothing was said in them for %d days.", gone, days)
        except StoreError as error:
            _LOG.warning("What is older than %d days could not be deleted, and will be tomorrow. %s", days, error)
        if stop.wait(DAY_SECONDS):
            return


def _silent_since(database: Database, before: datetime) -> Iterator[tuple[str, str]]:
    """Owner and id of the interviews in which nothing was kept since `before`."""
    said = sql.select(EVENTS.c.position).where(
        EVENTS.c.owner == INTERVIEWS.c.owner, EVENTS.c.interview_id == INTERVIEWS.c.id, EVENTS.c.said_at >= before
    )
    silent = sql.select(INTERVIEWS.c.owner, INTERVIEWS.c.id).where(INTERVIEWS.c.created_at < before, ~said.exists())
    with database.snapshot() as connection:
        rows = connection.execute(silent).all()
    yield from ((row.owner, row.id) for row in rows)


def _delete_papers(database: Database, before: datetime) -> None:
    with database.transaction() as connection:
        old = connection.execute(sql.select(PAPERS.c.owner, PAPERS.c.id).where(PAPERS.c.started_at < before)).all()
        for owner, id in old:
            for table, key in ((RESULTS, RESULTS.c.id), (PAPER_ANSWERS, PAPER_ANSWERS.c.paper_id), (PAPERS, PAPERS.c.id)):
                connection.execute(sql.delete(table).where(table.c.owner == owner, key == id))
