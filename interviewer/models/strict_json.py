"""A schema as it goes over the wire, and a reply read back strictly: no guessing, no repairing."""

import json
import math
import re
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from interviewer.models.errors import Malformed
from interviewer.models.thinking import answer_of

S = TypeVar("S", bound=BaseModel)

_SENT = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs", "description"}
)
"""The keywords that constrained decoders agree on. Bounds and patterns stall some, so those are checked on the reply alone."""
_OTHER_FIELDS = frozenset({"missing", "extra_forbidden", "literal_error", "enum"})
"""What pydantic calls faults that the sent schema excludes; the others are those of its types."""
_FENCE = re.compile(r"\A```[a-zA-Z]*\s*\n(.*)\n\s*```\Z", re.DOTALL)


@cache
def wire_schema(schema: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of `schema` in the strict dialect: every property required and no others, no titles, defaults or bounds."""
    return _sent(schema.model_json_schema())


def _sent(node: dict[str, Any]) -> dict[str, Any]:
    if "oneOf" in node:
        node = {**node, "anyOf": node["oneOf"]}
    kept = {keyword: _inside(keyword, value) for keyword, value in node.items() if keyword in _SENT}
    if "$ref" in kept:
        return {keyword: value for keyword, value in kept.items() if keyword in ("$ref", "$defs")}
    if "properties" in kept:
        kept |= {"required": list(kept["properties"]), "additionalProperties": False}
    return kept


def _inside(keyword: str, value: Any) -> Any:
    match keyword:
        case "properties" | "$defs":
            return {name: _sent(inner) for name, inner in value.items()}
        case "anyOf":
            return [_sent(inner) for inner in value]
        case "items" | "additionalProperties" if isinstance(value, dict):
            return _sent(value)
    return value


def read(reply: str, schema: type[S]) -> S:
    """The reply as a value of `schema`. Raises Malformed, whose `what` is one sentence for the model to mend it by."""
    text = _unfenced(answer_of(reply).strip())
    if not text:
        raise Malformed("The reply is empty.", reply)
    try:
        json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number, parse_float=_finite)
        return schema.model_validate_json(text, strict=True)
    except json.JSONDecodeError as error:
        what = f"The reply is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
    except ValidationError as error:
        what = _first_fault(error)
    except ValueError as error:
        what = str(error)
    except RecursionError:
        what = "The JSON is nested too deeply."
    raise Malformed(what, reply)


def is_unbound(reply: str, schema: type[BaseModel]) -> bool:
    """Whether no service that kept to `wire_schema` could have written a reply that cannot be read: prose, or other fields.

    A reply that broke off, or has a number out of bounds, says nothing about that.
    """
    text = _unfenced(answer_of(reply).strip())
    if not text.startswith("{"):
        return bool(text)
    try:
        json.loads(text)
        schema.model_validate_json(text, strict=True)
    except json.JSONDecodeError as error:
        return error.msg == "Extra data"
    except ValidationError as error:
        return any(fault["type"] in _OTHER_FIELDS or fault["type"].endswith("_type") for fault in error.errors())
    except (ValueError, RecursionError):
        return False
    return False


def _unfenced(text: str) -> str:
    fenced = _FENCE.match(text)
    return fenced.group(1).strip() if fenced else text


def _first_fault(error: ValidationError) -> str:
    """The first of the faults, by place; quotes nothing of the reply but names of fields."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, fault["loc"])) or "the reply"
    return f"At {place}: {fault['msg']}."


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"The key {twice!r} appears more than once in one object.")
    return found


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is not a JSON number.")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError("A number is too large.")
    return number
