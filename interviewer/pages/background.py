"""Waiting for a model without keeping the candidate waiting: Streamlit acts on a click only when the page draws something.

What works in a thread of its own here does so in a copy of the page's context, so that what it uses is metered there.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from interviewer.models.errors import ModelError
from interviewer.store import StoreError

T = TypeVar("T")

Heard = str | ModelError | StoreError | None
"""A piece, what went wrong, or None at the end."""


def begun(work: Callable[[], T]) -> "Future[T]":
    """`work` in a thread of its own, from now to its end even when nobody waits any more."""
    pool = ThreadPoolExecutor(1)
    doing = pool.submit(copy_context().run, work)
    pool.shutdown(wait=False)
    return doing


def finished(work: Callable[[], T], every: float, beat: Callable[[], object]) -> T:
    """What `work` returns, done in a thread of its own; `beat` is called every `every` seconds meanwhile. Raises what it raises.

    The thread goes on to its end even when nobody waits any more.
    """
    doing = begun(work)
    while True:
        try:
            return doing.result(timeout=every)
        except TimeoutError:
            beat()


def listen(speaking: Iterator[str], every: float) -> Iterator[str]:
    """The pieces of `speaking` as they come, and an empty one whenever `every` seconds brought none.

    `speaking` runs in a thread of its own, from now to its end even when nobody listens any more: what it saves is then found
    later, or refused by the store because the interview has gone another way. Raises the ModelError or StoreError that it raises.
    """
    heard: SimpleQueue[Heard] = SimpleQueue()
    speaker = Thread(target=copy_context().run, args=(_speak, speaking, heard), daemon=True)
    speaker.start()
    return _heard(speaker, heard, every)


def _heard(speaker: Thread, heard: "SimpleQueue[Heard]", every: float) -> Iterator[str]:
    while True:
        try:
            piece = heard.get(timeout=every)
        except Empty:
            if not speaker.is_alive() and heard.empty():
                raise RuntimeError("the interviewer's thread ended without a word") from None
            yield ""
            continue
        if isinstance(piece, ModelError | StoreError):
            raise piece
        if piece is None:
            return
        yield piece


def _speak(speaking: Iterator[str], heard: SimpleQueue[Heard]) -> None:
    try:
        for piece in speaking:
            heard.put(piece)
    except (ModelError, StoreError) as error:
        heard.put(error)
    else:
        heard.put(None)
