"""Strict content files: YAML read into a model, every fault named by file, line and field."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


class Fault(NamedTuple):
    """One thing wrong in a content file."""

    file: Path
    line: int
    """From 1; 1 when the fault has no place of its own."""
    field: str
    """Dotted path, for example ``parts.result.seconds``; empty when the whole file is meant."""
    message: str

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}: {field}{self.message}"


class ContentError(Exception):
    """Content files are broken; whoever wrote them mends them. Carries every fault found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))


def fault_at(file: Path, why: str, *path: str | int) -> Fault:
    """A fault in the field at `path` of the YAML in `file`."""
    return Fault(file, line_of(read_text(file), *path), ".".join(map(str, path)), why)


def content_hash(text: str) -> str:
    """Twelve hex digits that change whenever the content does."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read_text(file: Path) -> str:
    """The file's text. Raises ContentError when it is missing, unreadable or not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise ContentError([Fault(file, line, "", "is not UTF-8 text")]) from error
    except OSError as error:
        raise ContentError([Fault(file, 1, "", f"cannot be read: {error.strerror}")]) from error


def parse_yaml(text: str, model: type[M], file: Path, first_line: int = 1, extra: dict[str, Any] | None = None) -> M:
    """`text` as YAML validated by `model`; `first_line` is where it starts in `file`, `extra` adds fields from elsewhere.

    Raises ContentError with one fault per broken field.
    """
    offset = first_line - 1
    try:
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise ContentError([Fault(file, first_line, "", "must be a mapping of fields")])
        if twice := list(_duplicate_keys(node)):
            raise ContentError([Fault(file, k.start_mark.line + 1 + offset, k.value, "is given twice") for k in twice])
        data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ContentError([Fault(file, line + offset, "", f"not valid YAML: {error.problem}")]) from error
    except (yaml.YAMLError, ValueError) as error:
        raise ContentError([Fault(file, first_line, "", f"not valid YAML: {error}")]) from error
    try:
        return model.model_validate({**data, **(extra or {})})
    except ValidationError as error:
        raise ContentError([_fault(file, node, e, offset) for e in error.errors(include_url=False)]) from error


def _duplicate_keys(node: yaml.Node) -> Iterable[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value if isinstance(key.value, str) else str(key.value))
            yield from _duplicate_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _duplicate_keys(value)


def _fault(file: Path, root: yaml.Node, error: Any, offset: int) -> Fault:
    path = [str(step) for step in error["loc"] if step != "[key]"]
    return Fault(file, _line(root, path) + offset, ".".join(path), _sentence(error))


_SENTENCES = {
    "missing": "is missing",
    "extra_forbidden": "is not a known field",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "tuple_type": "must be a list",
    "dict_type": "must hold fields of its own",
    "model_type": "must hold fields of its own",
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "too_short": "needs {min_length} or more, and there are {actual_length}",
    "too_long": "may have {max_length} at most, and there are {actual_length}",
}
"""What is wrong, by pydantic's name for it, in words for somebody who writes content and no Python."""


def _sentence(error: Any) -> str:
    given = error.get("ctx", {})
    if error["type"] in ("string_too_short", "too_short") and not error["input"]:
        return "is empty"
    known = _SENTENCES.get(error["type"])
    return known.format(**given) if known else error["msg"].removeprefix("Value error, ")


def line_of(text: str, *path: str | int) -> int:
    """The line (from 1) where the value at `path` starts in the YAML `text`, or that of its nearest parent."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return _line(node, [str(step) for step in path]) if node is not None else 1


def _line(node: yaml.Node, path: Sequence[str]) -> int:
    line: int = node.start_mark.line + 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
            line = node.start_mark.line + 1
    return line
