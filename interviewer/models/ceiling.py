"""A stop before a model call that somebody does not want to pay for any more."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from interviewer.models import Model
from interviewer.models.errors import ModelError
from interviewer.models.usage import Usage, estimated

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)

USUAL_LINE, USUAL_VALUE = 60, 700
"""Tokens of a usual reply, text and structured; a call is held against the ceiling before its reply is known."""

_check: ContextVar[Callable[[Usage], None] | None] = ContextVar("check", default=None)


class CeilingReached(ModelError):
    """The next call would pass what may be spent; the sentence names the ceiling."""


@contextmanager
def checked(check: Callable[[Usage], None]) -> Iterator[None]:
    """Calls made inside are put to `check` first, with what they will usually take; it raises CeilingReached to stop one."""
    before = _check.get()
    _check.set(check)
    try:
        yield
    finally:
        # Not by a token: a generator that holds this may be closed in another context than it was begun in.
        _check.set(before)


class Capped:
    """A `Model` that asks before each call whether it may be made."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @property
    def name(self) -> str:
        return self._model.name

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        self._ask(messages, USUAL_LINE)
        yield from self._model.stream(messages)

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        self._ask(messages, USUAL_VALUE)
        return self._model.structured(messages, schema)

    def _ask(self, messages: "Sequence[BaseMessage]", reply: int) -> None:
        if check := _check.get():
            asked = estimated(self.name, (str(m.text) for m in messages), "")
            check(asked.model_copy(update={"output": reply}))
