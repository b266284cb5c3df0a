"""What of a prompt a service may have kept from an earlier one: the longest beginning that is the same, token by token.

Providers keep beginnings from `FEWEST` tokens on. There are two ways to count, because services differ in where the schema of a
structured reply stands: beside the messages, where only decoding is bound by it (llama.cpp, vLLM), or in front of them (OpenAI,
by its guide to prompt caching), where calls for different forms share nothing.
"""

import json
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

from evals.tokens import AROUND_A_MESSAGE, Counter
from interviewer.models.strict_json import wire_schema

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

FEWEST = 1024
"""Tokens; a shorter beginning is not kept."""
STEP = 128
"""Tokens by which a kept beginning grows."""

Tokens = tuple[Hashable, ...]


def tokens(counter: Counter, messages: "Sequence[BaseMessage]") -> Tokens:
    """The messages as one row of tokens, each message begun by the tokens that the protocol adds."""
    row: list[Hashable] = []
    for message in messages:
        row += [message.type] * AROUND_A_MESSAGE
        row += counter.split(str(message.content))
    return tuple(row)


def form(counter: Counter, schema: type[BaseModel] | None) -> Tokens:
    """The tokens of the form asked for, as it goes over the wire; none where text is asked for."""
    return tuple(counter.split(json.dumps(wire_schema(schema), separators=(",", ":")))) if schema else ()


def shared(one: Tokens, other: Tokens) -> int:
    """How many tokens two rows begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def kept(row: Tokens, earlier: Sequence[Tokens]) -> int:
    """Tokens of `row` that stand in an unchanged beginning of an earlier call; 0 below `FEWEST`."""
    longest = max((shared(row, other) for other in earlier), default=0)
    return longest if longest >= FEWEST else 0


class Beginnings:
    """The same among very many calls: in steps, as providers do it, with a hash kept for each step."""

    def __init__(self) -> None:
        self._known: set[int] = set()

    def add(self, row: Tokens) -> int:
        """Takes in a call; the tokens of it that stand in a beginning already known."""
        hashes = {end: hash(row[:end]) for end in range(FEWEST, len(row) + 1, STEP)}
        known = max((end for end, value in hashes.items() if value in self._known), default=0)
        self._known.update(hashes.values())
        return known
