"""Tests kept in a SQL database: the paper that was begun, every answer as it is chosen, and the result.

An answer is kept the moment it is chosen and the time of the start with the paper, so a refresh, another window or a restarted
server changes neither the answers nor the clock. Rows are only ever added: of two answers to one item the later counts, of two
results of one paper the first.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, NamedTuple

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import exc

from interviewer.database import Database, StoreError, StoreTrouble, now
from interviewer.quiz import Answers, Letter, Paper, Result

_METADATA = sql.MetaData()
_PAPERS = sql.Table(
    "papers",
    _METADATA,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("principle", sql.Text),
    sql.Column("seed", sql.Integer, nullable=False),
    sql.Column("items", sql.Text, nullable=False),
    sql.Column("started_at", sql.DateTime, nullable=False),
)
_ANSWERS = sql.Table(
    "paper_answers",
    _METADATA,
    sql.Column("number", sql.Integer, primary_key=True),
    sql.Column("paper_id", sql.ForeignKey(_PAPERS.c.id), nullable=False, index=True),
    sql.Column("item", sql.Text, nullable=False),
    sql.Column("letter", sql.String(1), nullable=False),
    sql.Column("chosen_at", sql.DateTime, nullable=False),
)
_RESULTS = sql.Table(
    "results",
    _METADATA,
    sql.Column("id", sql.ForeignKey(_PAPERS.c.id), primary_key=True),
    sql.Column("taken_at", sql.DateTime, nullable=False),
    sql.Column("answers", sql.Text, nullable=False),
    sql.Column("correct", sql.Integer, nullable=False),
    sql.Column("seconds", sql.Integer, nullable=False),
)
_ITEMS: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[str, ...])
_CHOSEN: TypeAdapter[tuple[tuple[str, Letter | None], ...]] = TypeAdapter(tuple[tuple[str, Letter | None], ...])
_KEPT_ANSWERS: TypeAdapter[dict[str, Letter]] = TypeAdapter(dict[str, Letter])
_UNREADABLE = "Test {key} was written by another version of this program or is damaged. Open it with the newest version."


class NoSuchPaper(StoreError):
    def __init__(self) -> None:
        super().__init__("There is no test under this address. Check the link, or start a new test.")


class HandedIn(StoreError):
    def __init__(self) -> None:
        super().__init__("This test has been handed in, and its answers stand. Its result is shown now.")


class Sitting(NamedTuple):
    """A test as far as it has come."""

    paper: Paper
    answers: Answers
    result: Result | None
    """None until it is handed in."""


class Papers:
    """The tests in one database; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, url: str) -> None:
        """`url` as for `interviewer.store.Store`; both can share a database."""
        self._database = Database(url, _METADATA)

    def begin(self, paper: Paper) -> None:
        """Keep a new paper. Raises IntegrityError when it is kept already."""
        row = {
            "id": paper.id,
            "principle": paper.principle,
            "seed": paper.seed,
            "items": _ITEMS.dump_json(paper.items).decode(),
            "started_at": _plain(paper.started_at),
        }
        with self._database.transaction() as connection:
            connection.execute(sql.insert(_PAPERS), row)

    def answer(self, paper: Paper, item: str, letter: Letter) -> None:
        """Keep the option chosen for `item`. Raises HandedIn when that comes too late, and NoSuchPaper."""
        row = {"paper_id": paper.id, "item": item, "letter": letter, "chosen_at": now()}
        with self._database.transaction() as connection:
            _row(connection, paper.id)
            if _kept(connection, paper.id) is not None:
                raise HandedIn
            connection.execute(sql.insert(_ANSWERS), row)

    def load(self, id: str) -> Sitting:
        """Test `id` as far as it has come. Raises NoSuchPaper, whatever kind of text `id` is."""
        if not re.fullmatch(r"[0-9a-f]{32}", id):
            raise NoSuchPaper
        chosen = sql.select(_ANSWERS.c.item, _ANSWERS.c.letter).where(_ANSWERS.c.paper_id == id).order_by(_ANSWERS.c.number)
        with self._database.transaction() as connection:
            row, kept, answers = _row(connection, id), _kept(connection, id), connection.execute(chosen).all()
        try:
            paper = Paper(
                id=id,
                principle=row.principle,
                seed=row.seed,
                items=_ITEMS.validate_json(row.items),
                started_at=row.started_at.replace(tzinfo=UTC),
            )
            so_far = _KEPT_ANSWERS.validate_python({answer.item: answer.letter for answer in answers})
            return Sitting(paper, so_far, _result(kept) if kept else None)
        except ValidationError:
            raise StoreTrouble(_UNREADABLE.format(key=id)) from None

    def hand_in(self, result: Result) -> Result:
        """Keep `result`, and return what is kept: an earlier result of the same paper, if another window was first."""
        row = {
            "id": result.id,
            "taken_at": _plain(result.taken_at),
            "answers": _CHOSEN.dump_json(result.answers).decode(),
            "correct": result.right,
            "seconds": result.seconds,
        }
        try:
            with self._database.transaction() as connection:
                _row(connection, result.id)
                connection.execute(sql.insert(_RESULTS), row)
        except exc.IntegrityError:
            return self.load(result.id).result or result
        return result

    def results(self, limit: int) -> tuple[Result, ...]:
        """The `limit` results handed in last, the newest first, without any that this version cannot read."""
        newest = _JOINED.order_by(_RESULTS.c.taken_at.desc(), _RESULTS.c.id).limit(limit)
        with self._database.transaction() as connection:
            rows = connection.execute(newest).all()
        return tuple(_readable(rows))

    def ids(self) -> tuple[str, ...]:
        """Every paper's, the oldest first."""
        with self._database.transaction() as connection:
            return tuple(connection.scalars(sql.select(_PAPERS.c.id).order_by(_PAPERS.c.started_at, _PAPERS.c.id)))

    def delete_all(self) -> None:
        """Removes every test for good."""
        with self._database.transaction() as connection:
            for table in (_RESULTS, _ANSWERS, _PAPERS):
                connection.execute(sql.delete(table))
        self._database.scrub()


_JOINED = sql.select(_RESULTS, _PAPERS.c.principle, _PAPERS.c.seed).join(_PAPERS, _PAPERS.c.id == _RESULTS.c.id)


def _row(connection: sql.Connection, id: str) -> sql.Row[Any]:
    """The paper as kept. Raises NoSuchPaper."""
    found = connection.execute(sql.select(_PAPERS).where(_PAPERS.c.id == id)).one_or_none()
    if found is None:
        raise NoSuchPaper
    return found


def _kept(connection: sql.Connection, id: str) -> sql.Row[Any] | None:
    return connection.execute(_JOINED.where(_RESULTS.c.id == id)).one_or_none()


def _result(row: sql.Row[Any]) -> Result:
    return Result(
        id=row.id,
        taken_at=row.taken_at.replace(tzinfo=UTC),
        principle=row.principle,
        seed=row.seed,
        answers=_CHOSEN.validate_json(row.answers),
        right=row.correct,
        seconds=row.seconds,
    )


def _readable(rows: Sequence[sql.Row[Any]]) -> Iterable[Result]:
    for row in rows:
        with suppress(ValidationError):
            yield _result(row)


def _plain(moment: datetime) -> datetime:
    """UTC, without saying so: not every database keeps a time zone."""
    return moment.astimezone(UTC).replace(tzinfo=None)
