"""Something done in a process of its own that is killed, as `kill -9` does it, at a chosen step or at any moment.

The product knows nothing of it: the steps are those of SQLAlchemy (before and after every statement and every commit) and of the
engine (before and after it reads, between the pieces of what it says), counted in the process that is to die.
"""

import gc
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from typing import NamedTuple

import sqlalchemy as sql
from sqlalchemy.pool import Pool

from interviewer.assessment import EngineName, Feedback, Source
from interviewer.brief import Brief
from interviewer.engines import Engine
from interviewer.probing import NextProbe
from interviewer.review import Review
from interviewer.rubric import CriterionId, FlagId
from interviewer.store import Stale
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

Tell = Callable[[str], None]


class Death(NamedTuple):
    """When it comes: at step `step` counted from 1, or so many seconds after the start; never when both are None."""

    step: int | None = None
    seconds: float | None = None


class Fate(NamedTuple):
    """What became of it."""

    told: tuple[str, ...]
    """What was said to be done before it died."""
    killed: bool
    stale: bool


def attempt(death: Death, act: Callable[["Steps", Tell], None]) -> Fate:
    """`act` done in a process that dies as `death` says. Whatever else goes wrong in it fails the test.

    No SQLite database may be open when it is called: none can be taken along into another process.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        gc.disable()  # Collecting would touch, and so copy, all that is shared with the parent.
        os.close(reading)
        os._exit(_live(death, act, writing))
    os.close(writing)
    if death.seconds is not None:
        time.sleep(death.seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    assert killed or os.WEXITSTATUS(status) in (0, _STALE), told
    return Fate(tuple(told.splitlines()), killed, not killed and os.WEXITSTATUS(status) == _STALE)


class Steps:
    """Counts them, and kills this process at the one chosen."""

    def __init__(self, last: int | None) -> None:
        self._last, self._taken = last, 0
        for target, event in ((sql.Engine, "before_cursor_execute"), (sql.Engine, "after_cursor_execute")):
            sql.event.listen(target, event, self.step)
        sql.event.listen(sql.Engine, "commit", self.step)
        sql.event.listen(Pool, "checkin", self.step)  # After the commit, when the connection is given back.

    def step(self, *_: object) -> None:
        self._taken += 1
        if self._taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


class Mortal:
    """An engine whose every step may be the last."""

    def __init__(self, engine: Engine, steps: Steps) -> None:
        self._engine, self._step = engine, steps.step

    @property
    def name(self) -> EngineName:
        return self._engine.name

    @property
    def model(self) -> str | None:
        return self._engine.model

    @property
    def prompts(self) -> tuple[Source, ...]:
        return self._engine.prompts

    def review(self, brief: Brief, transcript: Transcript) -> Review:
        self._step()
        review = self._engine.review(brief, transcript)
        self._step()
        return review

    def phrase(self, brief: Brief, transcript: Transcript, following: NextProbe) -> Iterator[str]:
        return self._pieces(self._engine.phrase(brief, transcript, following))

    def clarify(self, brief: Brief, transcript: Transcript, question: str, plainer: str) -> Iterator[str]:
        return self._pieces(self._engine.clarify(brief, transcript, question, plainer))

    def feedback(
        self, brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
    ) -> Feedback:
        self._step()
        feedback = self._engine.feedback(brief, transcript, review, decision, points)
        self._step()
        return feedback

    def _pieces(self, pieces: Iterator[str]) -> Iterator[str]:
        for number, piece in enumerate(pieces):
            if number < 4:  # One is like another.
                self._step()
            yield piece
        self._step()


_STALE = 3


def _live(death: Death, act: Callable[[Steps, Tell], None], writing: int) -> int:
    def tell(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        act(Steps(death.step), tell)
    except Stale:
        return _STALE
    except BaseException:  # noqa: BLE001 - this process ends here, and its trouble is told to the one that waits for it
        tell(traceback.format_exc())
        return 4
    return 0
