"""What a service understands of the chat-completions protocol; it starts at the best and gives up what the service objects to."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

from pydantic import BaseModel

from interviewer.models.strict_json import wire_schema

STREAM_TOKENS = 400
"""Room for one spoken question."""
STRUCTURED_TOKENS = 6000
"""Room for the longest review, and an end for a model that loops."""

WireMessage = dict[str, str]


class _Effort(NamedTuple):
    """How long a reasoning model may think; None leaves it to the service."""

    stream: str | None
    structured: str | None


_EFFORTS = (_Effort("none", "low"), _Effort("minimal", "low"), _Effort(None, None))
_FORMS = ("json_schema", "json_object", "text")
"""How a structured reply is asked for, the most binding first."""
_ABOUT_FORM = re.compile(r"response_format|json_schema|json_object|schema|grammar|guided")


@dataclass(frozen=True)
class Dialect:
    """The optional parts of a request, as far as they are understood."""

    limit: str
    """The name of the bound on the reply's length, in tokens."""
    coolest: bool
    """Whether temperature 0 is asked for; reasoning models at OpenAI reject it."""
    effort: int = len(_EFFORTS) - 1
    """Index of `_EFFORTS`."""
    form: int = 0
    """Index of `_FORMS`."""
    counts: bool = True
    """Whether a stream is asked to end with what it used; a whole reply says so unasked."""

    @classmethod
    def of(cls, model: str, own_server: bool) -> Self:
        """What `model` is likely to understand, at OpenAI or at a compatible server."""
        reasoning = model.rpartition("/")[2].startswith(("gpt-5", "gpt-6"))
        return cls(
            limit="max_tokens" if own_server else "max_completion_tokens",
            coolest=own_server,
            effort=0 if reasoning else len(_EFFORTS) - 1,
        )

    def streaming(self, messages: Sequence[WireMessage]) -> dict[str, Any]:
        options = self._options(STREAM_TOKENS, _EFFORTS[self.effort].stream)
        counting = {"stream_options": {"include_usage": True}} if self.counts else {}
        return options | {"messages": list(messages), "stream": True} | counting

    def structured(self, messages: Sequence[WireMessage], schema: type[BaseModel]) -> dict[str, Any]:
        options = self._options(STRUCTURED_TOKENS, _EFFORTS[self.effort].structured)
        shape, form = wire_schema(schema), _FORMS[self.form]
        if form == "json_schema":
            name = re.sub(r"[^a-zA-Z0-9_-]+", "_", schema.__name__)
            bound = {"type": form, "json_schema": {"name": name, "strict": True, "schema": shape}}
            return options | {"messages": list(messages), "response_format": bound}
        told = _told_the_shape(messages, shape)
        return options | ({"messages": told, "response_format": {"type": form}} if form == "json_object" else {"messages": told})

    def without(self, objection: str) -> Self | None:
        """The next poorer dialect after a request was turned down with these words; None when they name nothing to give up."""
        said = objection.lower()
        if self.counts and ("stream_options" in said or "include_usage" in said):
            return replace(self, counts=False)
        if "reasoning_effort" in said and self.effort + 1 < len(_EFFORTS):
            return replace(self, effort=self.effort + 1)
        if "temperature" in said and self.coolest:
            return replace(self, coolest=False)
        if "max_completion_tokens" in said and self.limit == "max_tokens":
            return replace(self, limit="max_completion_tokens")
        return self.looser() if _ABOUT_FORM.search(said) else None

    def looser(self) -> Self | None:
        """The dialect with the next less binding form of a structured reply; None when there is none."""
        return replace(self, form=self.form + 1) if self.form + 1 < len(_FORMS) else None

    def _options(self, tokens: int, effort: str | None) -> dict[str, Any]:
        options: dict[str, Any] = {self.limit: tokens}
        if effort:
            options["reasoning_effort"] = effort
        if self.coolest:
            options["temperature"] = 0
        return options


def _told_the_shape(messages: Sequence[WireMessage], shape: dict[str, Any]) -> list[WireMessage]:
    """The messages with the schema in words, in the leading system message: some chat templates know no other place for it."""
    told = f"Reply with one JSON object and nothing else. It must be valid against this JSON Schema:\n{json.dumps(shape)}"
    if messages and messages[0]["role"] == "system":
        return [{"role": "system", "content": f"{messages[0]['content']}\n\n{told}"}, *messages[1:]]
    return [{"role": "system", "content": told}, *messages]
