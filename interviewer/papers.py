"""Tests kept in a SQL database: the paper that was begun, every answer as it is chosen, and the result.

An answer is kept the moment it is chosen and the time of the start with the paper, so a refresh, another window or a restarted
server changes neither the answers nor the clock. Rows are only ever added: of two answers to one item the later counts, of two
results of one paper the first.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import exc

from interviewer.database import Database, StoreError, StoreTrouble, now, plain, utc
from interviewer.ids import is_id
from interviewer.quiz import Answers, Letter, Paper, Result
from interviewer.tables import PAPER_ANSWERS, PAPERS, RESULTS

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
    """The tests of one owner; safe to share between threads and processes. Any method may raise StoreTrouble."""

    def __init__(self, database: Database, owner: str) -> None:
        """As for `interviewer.store.Store`."""
        self._database, self._owner = database, owner

    def begin(self, paper: Paper) -> None:
        """Keep a new paper. Raises IntegrityError when it is kept already."""
        row = {
            "owner": self._owner,
            "id": paper.id,
            "principle": paper.principle,
            "seed": paper.seed,
            "items": _ITEMS.dump_json(paper.items).decode(),
            "started_at": plain(paper.started_at),
        }
        with self._database.transaction() as connection:
            connection.execute(sql.insert(PAPERS), row)

    def answer(self, paper: Paper, item: str, letter: Letter) -> None:
        """Keep the option chosen for `item`. Raises HandedIn when that comes too late, and NoSuchPaper."""
        row = {"owner": self._owner, "paper_id": paper.id, "item": item, "letter": letter, "chosen_at": now()}
        with self._database.transaction() as connection:
            self._row(connection, paper.id, held=True)
            if self._kept(connection, paper.id) is not None:
                raise HandedIn
            connection.execute(sql.insert(PAPER_ANSWERS), row)

    def load(self, id: str) -> Sitting:
        """Test `id` as far as it has come. Raises NoSuchPaper, whatever kind of text `id` is."""
        if not is_id(id):
            raise NoSuchPaper
        chosen = sql.select(PAPER_ANSWERS.c.item, PAPER_ANSWERS.c.letter).order_by(PAPER_ANSWERS.c.number)
        own = chosen.where(PAPER_ANSWERS.c.owner == self._owner, PAPER_ANSWERS.c.paper_id == id)
        with self._database.snapshot() as connection:
            row, kept, answers = self._row(connection, id), self._kept(connection, id), connection.execute(own).all()
        try:
            paper = Paper(
                id=id,
                principle=row.principle,
                seed=row.seed,
                items=_ITEMS.validate_json(row.items),
                started_at=utc(row.started_at),
            )
            so_far = _KEPT_ANSWERS.validate_python({answer.item: answer.letter for answer in answers})
            return Sitting(paper, so_far, _result(kept) if kept else None)
        except ValidationError:
            raise StoreTrouble(_UNREADABLE.format(key=id)) from None

    def hand_in(self, result: Result) -> Result:
        """Keep `result`, and return what is kept: an earlier result of the same paper, if another window was first."""
        row = {
            "owner": self._owner,
            "id": result.id,
            "taken_at": plain(result.taken_at),
            "answers": _CHOSEN.dump_json(result.answers).decode(),
            "correct": result.right,
            "seconds": result.seconds,
        }
        try:
            with self._database.transaction() as connection:
                self._row(connection, result.id, held=True)
                connection.execute(sql.insert(RESULTS), row)
        except exc.IntegrityError:
            return self.load(result.id).result or result
        return result

    def results(self, limit: int) -> tuple[Result, ...]:
        """The `limit` results handed in last, the newest first, without any that this version cannot read."""
        newest = self._results().order_by(RESULTS.c.taken_at.desc(), RESULTS.c.id).limit(limit)
        with self._database.snapshot() as connection:
            rows = connection.execute(newest).all()
        return tuple(_readable(rows))

    def ids(self) -> tuple[str, ...]:
        """Every paper's, the oldest first."""
        own = sql.select(PAPERS.c.id).where(PAPERS.c.owner == self._owner)
        with self._database.snapshot() as connection:
            return tuple(connection.scalars(own.order_by(PAPERS.c.started_at, PAPERS.c.id)))

    def delete_all(self) -> None:
        """Removes every test for good."""
        with self._database.transaction() as connection:
            for table in (RESULTS, PAPER_ANSWERS, PAPERS):
                connection.execute(sql.delete(table).where(table.c.owner == self._owner))
        self._database.scrub()

    def _row(self, connection: sql.Connection, id: str, held: bool = False) -> sql.Row[Any]:
        """The paper as kept; `held` against every other writer until the transaction ends. Raises NoSuchPaper."""
        chosen = sql.select(PAPERS).where(PAPERS.c.owner == self._owner, PAPERS.c.id == id)
        found = connection.execute(chosen.with_for_update() if held else chosen).one_or_none()
        if found is None:
            raise NoSuchPaper
        return found

    def _kept(self, connection: sql.Connection, id: str) -> sql.Row[Any] | None:
        return connection.execute(self._results().where(RESULTS.c.id == id)).one_or_none()

    def _results(self) -> sql.Select[Any]:
        return sql.select(RESULTS, PAPERS.c.principle, PAPERS.c.seed).join(PAPERS).where(RESULTS.c.owner == self._owner)


def _result(row: sql.Row[Any]) -> Result:
    return Result(
        id=row.id,
        taken_at=utc(row.taken_at),
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
