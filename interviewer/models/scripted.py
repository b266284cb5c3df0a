"""A model that says what it was told to: for tests, demos and trying prompts without a service."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from interviewer.models.errors import Malformed, ModelError

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)
Reply = str | BaseModel | ModelError | tuple[str, ModelError]
"""Text, a value, a failure, or text that breaks off in a failure."""


class Request(NamedTuple):
    """What the model was asked."""

    messages: "tuple[BaseMessage, ...]"
    schema: type[BaseModel] | None
    """None for a stream."""


class OutOfReplies(AssertionError):
    """More was asked than the script foresees."""


class Scripted:
    """Gives `replies` one after the other and remembers what it was asked."""

    name = "scripted"

    def __init__(self, replies: Sequence[Reply]) -> None:
        self._replies = list(replies)
        self.requests: list[Request] = []

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        reply = self._next(messages, None)
        text, failure = reply if isinstance(reply, tuple) else (reply, None)
        if isinstance(text, ModelError):
            raise text
        spoken = text if isinstance(text, str) else text.model_dump_json()
        yield from (f"{word} " for word in spoken.split(" ")[:-1])
        yield spoken.split(" ")[-1]
        if failure:
            raise failure

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        reply = self._next(messages, schema)
        if isinstance(reply, tuple):
            raise reply[1]
        if isinstance(reply, ModelError):
            raise reply
        text = reply if isinstance(reply, str) else reply.model_dump_json()
        try:
            return schema.model_validate(json.loads(text))
        except (json.JSONDecodeError, ValidationError) as error:
            raise Malformed("the reply does not fit the schema", text) from error

    def _next(self, messages: "Sequence[BaseMessage]", schema: type[BaseModel] | None) -> Reply:
        self.requests.append(Request(tuple(messages), schema))
        if not self._replies:
            raise OutOfReplies(f"The script has no reply to request {len(self.requests)}.")
        return self._replies.pop(0)
