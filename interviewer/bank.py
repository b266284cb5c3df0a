"""The story bank: every story told held against every principle by the offline engine, and what came of it kept.

Which principles a story is told best for says how complete it is for them, as the offline rules see it; whether it is a natural
answer to the principle's question they cannot tell.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import exc

from interviewer import __version__
from interviewer.database import Database
from interviewer.engines import Engine
from interviewer.history import Done
from interviewer.library import Library
from interviewer.overview import Overview
from interviewer.rubric import Identifier, Level, Verdict
from interviewer.store import NoSuchInterview, Store
from interviewer.stories import Serving, holds
from interviewer.tables import FITS
from interviewer.transcript import Transcript
from interviewer.verdict import decide

MOST = 3
"""Principles a story is said to be told best for."""
_FORM = "best"
"""Another word whenever something else is kept of a reading."""
_SERVING: TypeAdapter[dict[Identifier, Verdict]] = TypeAdapter(dict[Identifier, Verdict])


class Bank:
    """Reads each story of one owner once for each state of the content and of what was learned; may raise StoreTrouble."""

    def __init__(self, database: Database, owner: str, store: Store, library: Library, engine: Engine) -> None:
        """`database` and `owner` are those of `store`; `engine` fails at nothing, so it is an offline one."""
        self._database, self._owner = database, owner
        self._store, self._library, self._engine = store, library, engine
        sources = [_FORM, _learned_here(), library.rubric.hash, *(pack.hash for pack in library.packs.values())]
        self._reader = f"{__version__} {sha256(' '.join(sources).encode()).hexdigest()}"[:64]

    def fits(self, overviews: Sequence[Overview]) -> dict[str, Serving]:
        """What is known of `overviews`, by their ids."""
        rows = sql.select(FITS).where(FITS.c.owner == self._owner, FITS.c.interview_id.in_([o.id for o in overviews]))
        found: dict[str, Serving] = {}
        with self._database.snapshot() as connection:
            kept = connection.execute(rows).all()
        for row in kept:
            if row.read_with == self._reader:
                with suppress(ValidationError):
                    found[row.interview_id] = _SERVING.validate_json(row.body)
        return found

    def read(self, overviews: Sequence[Overview]) -> Iterator[Done]:
        """Reads the stories of `overviews` that were not read yet, one by one."""
        known = self.fits(overviews)
        unread = [o for o in overviews if o.id not in known]
        for number, seen in enumerate(unread):
            yield Done(number, len(unread))
            with suppress(NoSuchInterview):  # Deleted meanwhile.
                self._keep(seen.id, serving(self._engine, self._library, self._store.load(seen.id).transcript, seen.level))

    def _keep(self, id: str, fits: Serving) -> None:
        body = _SERVING.dump_json(dict(fits)).decode()
        row = {"owner": self._owner, "interview_id": id, "read_with": self._reader, "body": body}
        # Another window may be reading the same, or deleting it: its word stands.
        with suppress(exc.IntegrityError), self._database.transaction() as connection:
            connection.execute(sql.delete(FITS).where(FITS.c.owner == self._owner, FITS.c.interview_id == id))
            connection.execute(sql.insert(FITS), row)


@cache
def _learned_here() -> str:
    return learned(resources.files("interviewer"))


def learned(package: Traversable) -> str:
    """The hash of the weights that come with `package`: what the offline engine reads with, and what verdicts are weighed by."""
    weights = sorted((package / "engines" / "local" / "weights").iterdir(), key=lambda file: file.name)
    return sha256(b"".join(file.read_bytes() for file in (package / "verdict.json", *weights))).hexdigest()


def serving(engine: Engine, library: Library, transcript: Transcript, level: Level) -> Serving:
    """The verdicts on `transcript` for the `MOST` principles it is told best for, of those for which it holds at all.

    A good story holds for nearly every principle, which tells nobody what to tell it for.
    """
    found: dict[Identifier, tuple[float, Verdict]] = {}
    for principle in library.packs:
        brief = library.brief(principle, level)
        decision = decide(brief, engine.review(brief, transcript))
        if holds(decision.verdict):
            found[principle] = (decision.coverage, decision.verdict)
    best = sorted(found, key=lambda principle: -found[principle][0])[:MOST]
    return {principle: found[principle][1] for principle in best}
