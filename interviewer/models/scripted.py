"""A model that follows a script: for tests and for demonstrations without a key."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel

from interviewer.models.errors import ModelError
from interviewer.models.strict_json import read
from interviewer.models.usage import estimated, note

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)

ScriptedReply = str | BaseModel | ModelError | tuple[str, ModelError]
"""What the model says next: text (JSON where a value is asked for), a value, a failure, or a failure after some text."""


class Request(NamedTuple):
    """What the model was asked."""

    messages: "tuple[BaseMessage, ...]"
    schema: type[BaseModel] | None
    """None when text was asked for."""


class OffScript(AssertionError):
    """The model was asked for something that its script has no reply to: the script or the code under it is wrong."""


class Scripted:
    """A `Model` that gives the replies in their order and keeps what it was asked.

    >>> model = Scripted(["What did you do yourself?"])
    >>> "".join(model.stream([]))
    'What did you do yourself?'
    """

    name = "scripted"

    def __init__(self, replies: Iterable[ScriptedReply]) -> None:
        self.requests: list[Request] = []
        self._replies = deque(replies)

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        """The next reply word by word. Raises its ModelError, or OffScript."""
        reply = self._next(messages, None)
        if isinstance(reply, BaseModel):
            raise OffScript(f"Text was asked for, but the script's reply is a {type(reply).__name__}.")
        if isinstance(reply, ModelError):
            raise reply
        text, failure = reply if isinstance(reply, tuple) else (reply, None)
        self._note(messages, text)
        yield from re.findall(r"\s*\S+\s*", text)
        if failure:
            raise failure

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        """The next reply, read as strictly as any model's. Raises its ModelError, or OffScript."""
        reply = self._next(messages, schema)
        if isinstance(reply, tuple):
            _, reply = reply
        if isinstance(reply, ModelError):
            raise reply
        text = reply if isinstance(reply, str) else reply.model_dump_json()
        self._note(messages, text)
        return read(text, schema)

    def _note(self, messages: "Sequence[BaseMessage]", said: str) -> None:
        note(estimated(self.name, (str(message.text) for message in messages), said))

    def _next(self, messages: "Sequence[BaseMessage]", schema: type[BaseModel] | None) -> ScriptedReply:
        self.requests.append(Request(tuple(messages), schema))
        if not self._replies:
            raise OffScript(f"The script is over: request {len(self.requests)} has no reply.")
        return self._replies.popleft()
