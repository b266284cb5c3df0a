"""What calls to a model cost in tokens: told by the service, or else estimated and said to be.

::

    with metered() as used:
        engine.review(brief, transcript)
    sum(usage.input for usage in used)
"""

import math
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_BYTES_PER_TOKEN = 3
"""English has more than four bytes to a token; an estimate that errs should not promise too little."""
_TOKENS_PER_MESSAGE = 4

_meters: ContextVar[tuple[list["Usage"], ...]] = ContextVar("meters", default=())


class Usage(BaseModel):
    """The tokens of one request, failed or not."""

    model_config = ConfigDict(frozen=True)

    model: str
    """The model's id, as it was asked for."""
    input: int = Field(ge=0)
    cached: int = Field(ge=0)
    """The part of `input` that the service had from an earlier request, and charges less for."""
    output: int = Field(ge=0)
    """With the thinking, where the service counts it."""
    estimated: bool
    """Whether the service said nothing, and the numbers come from the length of what went over the line."""


@contextmanager
def metered() -> Generator[list[Usage], None, None]:
    """The usage of every request made inside, in the order in which they ended; meters may stand inside one another.

    A request counts when it was made in this thread, or in one that was started with this one's context. One that brought
    nothing counts for nothing: what a service that broke down has charged, it alone knows.
    """
    meter: list[Usage] = []
    _meters.set((*_meters.get(), meter))
    try:
        yield meter
    finally:
        # Not by a token: a generator that holds a meter may be closed in another context than it was begun in.
        _meters.set(tuple(other for other in _meters.get() if other is not meter))


def note(usage: Usage) -> None:
    """Adds `usage` to every meter that is open here."""
    for meter in _meters.get():
        meter.append(usage)


def estimate(text: str) -> int:
    """Tokens of a text, rather too many than too few."""
    return math.ceil(len(text.encode("utf-8", "replace")) / _BYTES_PER_TOKEN)


def estimated(model: str, asked: Iterable[str], said: str) -> Usage:
    """The usage of a request with messages `asked` and the reply `said`, of which the service said nothing."""
    sent = sum(estimate(text) + _TOKENS_PER_MESSAGE for text in asked)
    return Usage(model=model, input=sent, cached=0, output=estimate(said), estimated=True)


class _Details(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    cached_tokens: int | None = None


class _Told(BaseModel):
    """The part of a reply's usage that is read."""

    model_config = ConfigDict(from_attributes=True)

    prompt_tokens: int = Field(gt=0)
    """Zero in servers that repeat a usage in each event before they know it."""
    completion_tokens: int = Field(ge=0)
    prompt_tokens_details: _Details | None = None


class Tally:
    """The usage of one request: filled by the thread that reads the reply, noted by the one that asked."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._asked: tuple[str, ...] = ()
        self._said: list[str] = []
        self._told: _Told | None = None
        self.length = 0
        """Characters that came back."""
        self.finish: str | None = None
        """Why the reply ended, once it has."""

    @property
    def is_told(self) -> bool:
        """Whether the service has said what it counted."""
        return self._told is not None

    def ask(self, messages: Iterable[Mapping[str, str]]) -> None:
        """What was sent; a request that is put anew takes the place of the one turned down."""
        self._asked = tuple(message["content"] for message in messages)

    def say(self, piece: str) -> None:
        """What came back."""
        self._said.append(piece)
        self.length += len(piece)

    def tell(self, usage: Any) -> None:
        """The usage object in a reply or an event; one that is missing or of another form changes nothing."""
        try:
            self._told = _Told.model_validate(usage)
        except ValidationError:
            return

    def note(self) -> None:
        """Notes what this request used, if it brought anything."""
        if usage := self._usage():
            note(usage)

    def _usage(self) -> Usage | None:
        if told := self._told:
            cached = (told.prompt_tokens_details and told.prompt_tokens_details.cached_tokens) or 0
            return Usage(
                model=self._model,
                input=told.prompt_tokens,
                cached=min(max(cached, 0), told.prompt_tokens),
                output=told.completion_tokens,
                estimated=False,
            )
        said = "".join(self._said)
        return (said and estimated(self._model, self._asked, said)) or None
