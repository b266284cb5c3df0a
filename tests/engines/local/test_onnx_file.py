"""The tensors of an ONNX file, as they were stored."""

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from interviewer.engines.local.onnx_file import TYPES, tensors

KINDS = {kind: number for number, kind in TYPES.items()}


def whole_number(value: int) -> bytes:
    return bytes([value & 127 | 128]) + whole_number(value >> 7) if value > 127 else bytes([value])


def field(number: int, content: bytes) -> bytes:
    return whole_number(number << 3 | 2) + whole_number(len(content)) + content


def stored(name: str, values: npt.NDArray[np.generic]) -> bytes:
    shape = b"".join(whole_number(1 << 3) + whole_number(side) for side in values.shape)
    kind = whole_number(2 << 3) + whole_number(KINDS[values.dtype])
    return field(5, shape + kind + field(8, name.encode()) + field(9, values.tobytes()))


def model(*graph: bytes) -> bytes:
    return whole_number(1 << 3) + whole_number(10) + field(7, b"".join(graph))


SHAPES = st.lists(st.integers(0, 40), max_size=3).map(tuple)
ARRAYS = st.builds(
    lambda kind, shape: np.arange(np.prod(shape, dtype=int)).astype(kind).reshape(shape), st.sampled_from([*KINDS]), SHAPES
)


@given(st.dictionaries(st.text(max_size=200), ARRAYS, max_size=4))
def test_what_is_stored_is_read(held: dict[str, npt.NDArray[np.generic]]) -> None:
    found = tensors(model(*(stored(name, values) for name, values in held.items())))
    assert list(found) == list(held)
    for name, values in held.items():
        assert found[name].dtype == values.dtype
        np.testing.assert_array_equal(found[name], values)


def test_other_fields_of_the_graph_are_passed_over() -> None:
    of_four_bytes, of_eight_bytes = whole_number(90 << 3 | 5) + bytes(4), whole_number(91 << 3 | 1) + bytes(8)
    scale = np.array([0.5, 2], np.float32)
    found = tensors(model(field(1, b"a node"), of_four_bytes, stored("scale", scale), of_eight_bytes, field(2, b"its name")))
    np.testing.assert_array_equal(found["scale"], scale)
