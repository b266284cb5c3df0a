"""Waiting as long as a provider asks: a run of hours may, a candidate in front of a page may not."""

import time
from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from interviewer.models import Model
from interviewer.models.errors import Busy, RateLimited

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)
T = TypeVar("T")

ATTEMPTS = 8
LONGEST_PAUSE = 120.0
"""Seconds."""


class Patient:
    """A `Model` that waits when it is asked to slow down, all its threads together, and asks again."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._lock = Lock()
        self._resume_at = 0.0

    @property
    def name(self) -> str:
        return self._model.name

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        """As the model; whole at once, because nobody listens."""
        yield from self._patiently(lambda: list(self._model.stream(messages)))

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        return self._patiently(lambda: self._model.structured(messages, schema))

    def _patiently(self, ask: Callable[[], T]) -> T:
        """What `ask` returns; after `ATTEMPTS` refusals the last of them is raised."""
        again = Retrying(
            retry=retry_if_exception_type((RateLimited, Busy)),
            stop=stop_after_attempt(ATTEMPTS),
            before=lambda _: self._hold(),
            wait=self._pause,
            reraise=True,
        )
        return again(ask)

    def _hold(self) -> None:
        """Waits while another thread was asked to."""
        with self._lock:
            left = self._resume_at - time.monotonic()
        if left > 0:
            time.sleep(left)

    def _pause(self, state: RetryCallState) -> float:
        refusal = state.outcome and state.outcome.exception()
        asked = refusal.retry_after if isinstance(refusal, RateLimited) else None
        seconds = min(LONGEST_PAUSE, asked or 2.0**state.attempt_number)
        with self._lock:
            self._resume_at = max(self._resume_at, time.monotonic() + seconds)
        return seconds
