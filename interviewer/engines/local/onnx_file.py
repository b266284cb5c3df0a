"""The tensors stored in an ONNX file, read from the protobuf it is: only what weights need, and no more of either format."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

Tensors = Mapping[str, npt.NDArray[np.generic]]

TYPES: Mapping[int, np.dtype[Any]] = {1: np.dtype("<f4"), 3: np.dtype("i1"), 7: np.dtype("<i8"), 9: np.dtype("?")}
"""ONNX's numbers for the types of tensors that are read."""


def tensors(onnx: bytes) -> Tensors:
    """The stored tensors of an ONNX model by name, in the file's order, as views of `onnx`."""
    graph = next(value for number, value in _fields(memoryview(onnx)) if number == 7 and isinstance(value, memoryview))
    return dict(_tensor(value) for number, value in _fields(graph) if number == 5 and isinstance(value, memoryview))


def _tensor(message: memoryview) -> tuple[str, npt.NDArray[np.generic]]:
    shape, kind, name, content = [], 0, "", memoryview(b"")
    for number, value in _fields(message):
        if isinstance(value, int):
            shape += [value] if number == 1 else []
            kind = value if number == 2 else kind
        elif number == 8:
            name = str(value, "utf-8")
        elif number == 9:
            content = value
    return name, np.frombuffer(content, TYPES[kind]).reshape(shape)


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """The fields of a protobuf message: each one's number, and its whole number or its bytes."""
    at = 0
    while at < len(message):
        key, at = _whole_number(message, at)
        length = {1: 8, 5: 4}.get(key & 7, 0)
        if key & 7 in (0, 2):
            length, at = _whole_number(message, at)
        if key & 7 == 0:
            yield key >> 3, length
            continue
        yield key >> 3, message[at : at + length]
        at += length


def _whole_number(message: memoryview, at: int) -> tuple[int, int]:
    """The number that starts `at` there, seven bits to a byte, and where it ends."""
    found = shift = 0
    while message[at] >= 128:
        found |= (message[at] & 127) << shift
        shift, at = shift + 7, at + 1
    return found | message[at] << shift, at + 1
