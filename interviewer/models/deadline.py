"""One wall-clock deadline for a whole model call, kept by the caller and not by the network library.

A network timeout starts anew with every byte, so a server that drips can hold a caller for ever. Here the exchange runs in a
thread of its own and hands over what arrives; whoever waits for it stops waiting when the time is up, and then cuts the line.
"""

import socket
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

from interviewer.models.errors import ModelError, TimedOut

T = TypeVar("T")


class Deadline:
    """A point in time, `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds, never below zero."""
        return max(0.0, self._end - monotonic())


class Line:
    """The connection that one exchange is using right now, so that another thread can cut it.

    Cutting shuts the socket down and leaves closing to the thread that reads from it: closing a socket under a reader would free
    its number for another conversation.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_cut = False

    def over(self, used: socket.socket | None) -> Self:
        """For use in a `with` block that lasts as long as the socket is this exchange's own."""
        with self._lock:
            self._socket = used
            if self._is_cut:
                self._shut()
        return self

    def cut(self) -> None:
        """Makes the reader's next read fail at once; does nothing when the exchange is already over."""
        with self._lock:
            self._is_cut = True
            self._shut()

    def _shut(self) -> None:
        if self._socket:
            with suppress(OSError):  # The other side was first.
                self._socket.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._socket = None


class _End(NamedTuple):
    """Nothing more will arrive."""

    failure: BaseException | None


def within(deadline: Deadline, first: float, exchange: Callable[[Line], Iterator[T]]) -> Generator[T, None, None]:
    """What `exchange` yields, each as it arrives; the first within `first` seconds, the last before the deadline.

    Raises TimedOut, and every ModelError of the exchange. Closing the generator cuts the line.
    """
    line = Line()
    arrivals: SimpleQueue[T | _End] = SimpleQueue()
    threading.Thread(target=_deliver, args=(exchange, line, arrivals), name="model-call", daemon=True).start()
    patience = first
    try:
        while True:
            arrival = _next(arrivals, deadline, patience)
            if isinstance(arrival, _End):
                if arrival.failure:
                    raise arrival.failure
                return
            patience = deadline.seconds
            yield arrival
    finally:
        line.cut()


def _next(arrivals: "SimpleQueue[T | _End]", deadline: Deadline, patience: float) -> "T | _End":
    left = deadline.left()
    try:
        return arrivals.get(timeout=min(left, patience))
    except Empty:
        pass
    raise TimedOut(patience if patience < left else deadline.seconds)


def _deliver(exchange: Callable[[Line], Iterator[T]], line: Line, arrivals: "SimpleQueue[T | _End]") -> None:
    """Runs in the thread; whatever ends it is delivered, so that nobody waits for a thread that died."""
    failure: BaseException | None = None
    try:
        for arrival in exchange(line):
            arrivals.put(arrival)
    except ModelError as error:
        failure = error
    finally:
        arrivals.put(_End(failure or sys.exc_info()[1]))
