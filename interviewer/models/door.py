"""The door to a service, which all calls of this process go through: so many at once, and none while it asks for a rest.

After a rest half as many are let in as before, and with each call that goes well one more: whoever waited for the same moment
would otherwise run into the same limit together.
"""

from collections.abc import Generator
from contextlib import contextmanager
from math import inf
from threading import Condition
from time import monotonic

from interviewer.models.deadline import Deadline
from interviewer.models.errors import Busy, RateLimited

AT_ONCE = 32
"""Calls in flight, unless the settings say otherwise."""
LONGEST_WAIT = 20.0
"""Seconds; whoever would have to wait longer is told so instead."""
LONGEST_REST = 300.0
"""Seconds; a service that asks for more is asked again all the same."""


class Door:
    """Shared by every adapter for one service; safe between threads."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._room = at_once
        self._changed = Condition()
        self._inside = 0
        self._opens = -inf

    def rest(self, seconds: float) -> None:
        """Lets nobody in for so long; who is inside stays there."""
        with self._changed:
            if self._opens <= monotonic():  # The first of those who were turned down together speaks for all.
                self._room = max(1, self._room // 2)
            self._opens = max(self._opens, monotonic() + min(seconds, LONGEST_REST))

    @contextmanager
    def entered(self, deadline: Deadline) -> Generator[None, None, None]:
        """For the time of one call. Raises RateLimited or Busy where it would wait past the deadline or `LONGEST_WAIT`."""
        with self._changed:
            try:
                self._wait(deadline)
                self._inside += 1
            finally:
                self._next()
        went_well = False
        try:
            yield
            went_well = True
        finally:
            with self._changed:
                self._inside -= 1
                self._room = min(self._at_once, self._room + went_well)
                self._next()

    def _next(self) -> None:
        """Wakes one of those who wait, if there is room; it wakes the next. All at once would only take turns to find it full."""
        if self._inside < self._room:
            self._changed.notify()

    def _wait(self, deadline: Deadline) -> None:
        given_up = monotonic() + min(deadline.left(), LONGEST_WAIT)
        while True:
            now = monotonic()
            rest, left = self._opens - now, given_up - now
            if rest <= 0 and self._inside < self._room:
                return
            if rest > left:
                raise RateLimited(rest)
            if left <= 0:
                raise Busy
            self._changed.wait(rest if rest > 0 else left)
