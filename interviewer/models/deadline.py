"""Wall-clock deadlines for a model call, kept by the caller and not by the network library.

A network timeout starts anew with every byte, so a server that drips can hold a caller for ever, and looking up a name has none.
Here the exchange runs in a thread of its own and hands over what arrives; whoever waits for it stops waiting when the time is up
(for the connection, for the first sign of a reply, for all of it), and then cuts the line.
"""

import socket
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

from interviewer.models.errors import ModelError, TimedOut, Unreachable

T = TypeVar("T")


class Deadline:
    """A point in time, `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds, never below zero."""
        return max(0.0, self._end - monotonic())

    def end_within(self, seconds: float) -> None:
        """Brings the end forward, if it is further away than `seconds` from now."""
        self._end = min(self._end, monotonic() + seconds)


class Turn:
    """Lets all model calls inside end by one deadline, that of the first: whoever waits does not care how many they are.

    ::

        with Turn():
            interviewer.assess(interview)
    """

    _open: ClassVar[ContextVar[Self | None]] = ContextVar("turn", default=None)

    def __init__(self) -> None:
        self.deadline: Deadline | None = None

    def each(self, steps: Iterator[T]) -> Iterator[T]:
        """The same steps, all of them inside; what is done between two of them is not."""
        while True:
            with self:
                try:
                    step = next(steps)
                except StopIteration:
                    return
            yield step

    def __enter__(self) -> Self:
        type(self)._open.set(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        type(self)._open.set(None)

    @classmethod
    def due(cls, seconds: float) -> Deadline:
        """The deadline of a call that is begun now and has `seconds` by itself."""
        turn = cls._open.get()
        if turn is None:
            return Deadline(seconds)
        turn.deadline = turn.deadline or Deadline(seconds)
        return turn.deadline


class Line:
    """The connection that one exchange is using right now, so that another thread can cut it.

    Cutting shuts the socket down and leaves closing to the thread that reads from it: closing a socket under a reader would free
    its number for another conversation.
    """

    here: ClassVar[ContextVar[Self | None]] = ContextVar("line", default=None)
    """The line of the exchange that runs in this thread."""

    def __init__(self, connected: Callable[[], None] = lambda: None) -> None:
        """`connected` is told when the connection stands."""
        self._lock = threading.Lock()
        self._connected = connected
        self._socket: socket.socket | None = None
        self._is_cut = False

    def over(self, used: socket.socket | None) -> Self:
        """For use in a `with` block that lasts as long as the socket is this exchange's own."""
        with self._lock:
            self._socket = used
            if self._is_cut:
                self._shut()
        return self

    @contextmanager
    def opening(self) -> Generator[None, None, None]:
        """While it lasts, the connection is being made and the reply's head read; a failure gives the connection back."""
        try:
            yield
        except BaseException:
            self.over(None)
            raise

    def watch(self, step: str, info: dict[str, Any]) -> None:
        """What the network library does next, in its own words (httpcore's `trace` extension)."""
        if step.endswith(("connect_tcp.complete", "start_tls.complete")):
            self.over(info["return_value"].get_extra_info("socket"))
        elif step.endswith("send_request_headers.started"):
            self._connected()

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


class Connecting(NamedTuple):
    """A connection that has to stand after `seconds`, or else its other end, `where`, is unreachable."""

    where: str
    seconds: float


class _Connected(NamedTuple):
    """The connection stands."""


class _End(NamedTuple):
    """Nothing more will arrive."""

    failure: BaseException | None


_Arrivals = SimpleQueue[T | _Connected | _End]


def within(
    deadline: Deadline, first: float, exchange: Callable[[Line], Iterator[T]], connecting: Connecting | None = None
) -> Generator[T, None, None]:
    """What `exchange` yields, each as it arrives; the first within `first` seconds, the last before the deadline.

    Raises Unreachable when the connection that is `connecting` does not come about, TimedOut, and every ModelError of the
    exchange. Closing the generator cuts the line.
    """
    arrivals: _Arrivals[T] = SimpleQueue()
    line = Line(lambda: arrivals.put(_Connected()))
    threading.Thread(target=_deliver, args=(exchange, line, arrivals), name="model-call", daemon=True).start()
    patience = first
    arrival: T | _Connected | _End = _Connected()
    try:
        if connecting:
            arrival = _next(arrivals, deadline, connecting.seconds, Unreachable(connecting.where))
        while not isinstance(arrival, _End):
            if not isinstance(arrival, _Connected):
                patience = deadline.seconds
                yield arrival
            arrival = _next(arrivals, deadline, patience)
        if arrival.failure:
            raise arrival.failure
    finally:
        line.cut()


def _next(arrivals: _Arrivals[T], deadline: Deadline, patience: float, late: ModelError | None = None) -> T | _Connected | _End:
    """What arrives next. Raises `late`, or else TimedOut, after `patience` seconds, and TimedOut at the deadline."""
    left = deadline.left()
    try:
        return arrivals.get(timeout=min(left, patience))
    except Empty:
        pass
    if patience >= left:
        raise TimedOut(deadline.seconds)
    raise late or TimedOut(patience)


def _deliver(exchange: Callable[[Line], Iterator[T]], line: Line, arrivals: _Arrivals[T]) -> None:
    """Runs in the thread; whatever ends it is delivered, so that nobody waits for a thread that died."""
    failure: BaseException | None = None
    Line.here.set(line)
    try:
        for arrival in exchange(line):
            arrivals.put(arrival)
    except ModelError as error:
        failure = error
    finally:
        arrivals.put(_End(failure or sys.exc_info()[1]))
