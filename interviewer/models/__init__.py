"""The one narrow door to a model: two verbs.

Whatever is behind it (OpenAI, a compatible server, a script), an engine only ever streams text or asks for a structured reply.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)


class Model(Protocol):
    """A chat model. Both verbs raise `interviewer.models.errors.ModelError`, and nothing else, when it does not deliver."""

    @property
    def name(self) -> str:
        """The model's id, as recorded with everything it produced."""

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        """The reply, piece by piece; raises in the middle when it breaks off."""

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        """The reply as a value of `schema`, parsed strictly."""
