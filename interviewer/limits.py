"""How much one person may send: the length of an answer, and how many answers and interviews in a while.

Counted from what is kept, so that several processes behind one database count together and a restart forgets nothing. The one
local user is alone with their machine and is held to none of it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

import sqlalchemy as sql

from interviewer.database import LOCAL, Database, StoreError, now
from interviewer.interview import Event, Interview, Said
from interviewer.store import Store
from interviewer.tables import EVENTS, INTERVIEWS

_TOO_LONG = (
    "Your answer has {length:,} characters, and at most {most:,} are taken. "
    "It is still in the box: shorten it, then send it again."
)
_TOO_FAST = "You have sent {most} answers within a minute. Your words are still in the box: send them again in {wait}."
_TOO_MANY = (
    "You have begun {most} interviews within {period}. "
    "You can begin another one in {wait}, and go on with those you have at any time."
)


class BeyondLimit(StoreError):
    """More than one person may send; nothing was kept, and nothing lost. The sentence says when it can go on."""


class Limits(Protocol):
    """The settings that set the limits."""

    @property
    def answer_characters(self) -> int: ...
    @property
    def answers_per_minute(self) -> int: ...
    @property
    def interviews_per_hour(self) -> int: ...
    @property
    def interviews_per_day(self) -> int: ...


class LimitedStore(Store):
    """The interviews of one owner, who may add only so many so fast. Raises BeyondLimit where Store would have kept."""

    def __init__(self, database: Database, owner: str, limits: Limits) -> None:
        super().__init__(database, owner)
        self._limits = limits

    def create(self, interview: Interview) -> None:
        if self._owner != LOCAL:
            begun = sql.select(INTERVIEWS.c.created_at).where(INTERVIEWS.c.owner == self._owner)
            for most, period, name in (
                (self._limits.interviews_per_hour, timedelta(hours=1), "an hour"),
                (self._limits.interviews_per_day, timedelta(days=1), "a day"),
            ):
                if wait := self._wait(begun, INTERVIEWS.c.created_at, most, period):
                    raise BeyondLimit(_TOO_MANY.format(most=most, period=name, wait=_told(wait)))
        super().create(interview)

    def append(self, interview: Interview, *events: Event) -> Interview:
        said = [event for event in events if isinstance(event, Said)]
        if said and self._owner != LOCAL:
            self._check_length(said)
            self._check_pace()
        return super().append(interview, *events)

    def _check_length(self, said: Sequence[Said]) -> None:
        length = max(len(event.text) for event in said)
        if length > self._limits.answer_characters:
            raise BeyondLimit(_TOO_LONG.format(length=length, most=self._limits.answer_characters))

    def _check_pace(self) -> None:
        most = self._limits.answers_per_minute
        said = sql.select(EVENTS.c.said_at).where(EVENTS.c.owner == self._owner, EVENTS.c.type == "said")
        if wait := self._wait(said, EVENTS.c.said_at, most, timedelta(minutes=1)):
            raise BeyondLimit(_TOO_FAST.format(most=most, wait=_told(wait)))

    def _wait(
        self, moments: sql.Select[datetime], moment: sql.Column[datetime], most: int, period: timedelta
    ) -> timedelta | None:
        """How long until fewer than `most` of `moments` lie within `period`; None when that is so already.

        What lies ahead of this machine's clock, as another's that goes wrong has written it, does not count.
        """
        at = now()
        latest = moments.where(moment > at - period, moment <= at).order_by(moment.desc()).offset(most - 1).limit(1)
        with self._database.snapshot() as connection:
            decisive: datetime | None = connection.scalar(latest)
        return decisive + period - at if decisive else None


def _told(wait: timedelta) -> str:
    """Rounded up, so that whoever waits that long has waited long enough."""
    seconds = int(wait.total_seconds()) + 1
    for size, name in ((3600, "hour"), (60, "minute"), (1, "second")):
        if seconds >= 2 * size or size == 1:
            count = -(-seconds // size)
            return f"{count} {name}" if count == 1 else f"{count} {name}s"
    raise AssertionError
