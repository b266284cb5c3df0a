"""What a passage is about, as 384 numbers: the lower three layers of a small transformer, in numpy.

The model is all-MiniLM-L6-v2, installed beside the program (`published`). Its upper layers are left out: they are made for
comparing topics, and what tells a step from an assurance is plainer below them (``evals/judging_log.md``).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

import numpy as np

from interviewer.engines.local.published import Array as Array
from interviewer.engines.local.published import Published, published, vocabulary
from interviewer.engines.local.wordpieces import WordPieces

SIZE = 384
HEADS = 12
BATCH = 24
"""Passages read at once: enough to be fast, few enough to need little memory."""
REMEMBERED = 12_000
"""Passages whose numbers are kept, 18 MB of them: each turn of an interview is read together with all turns before it.

Two hundred interviews at once have about eight thousand."""


T = TypeVar("T")


class Encoder:
    """Reads passages; the same passage always gives the same numbers."""

    def __init__(self, model: Published, pieces: list[str]) -> None:
        self._model = model
        self._pieces = WordPieces(pieces)
        self._remembered: dict[bytes, Array] = {}

    def __call__(self, passages: Sequence[str]) -> Array:
        """One row of `SIZE` numbers for each passage, the mean over its pieces."""
        # By digest, so that nothing that was said stays in memory.
        keys = [blake2b(passage.encode(errors="replace"), digest_size=16).digest() for passage in passages]
        known = {key: row for key in keys if (row := self._remembered.get(key)) is not None}
        fresh = {key: passage for key, passage in zip(keys, passages, strict=True) if key not in known}
        for batch in batched(fresh.items(), BATCH):
            rows = self._read([self._pieces(passage) for _, passage in batch])
            known.update(zip((key for key, _ in batch), rows, strict=True))
        if len(self._remembered) + len(fresh) > REMEMBERED:
            self._remembered = {}
        self._remembered.update((key, known[key]) for key in fresh)
        return np.stack([known[key] for key in keys]) if keys else np.zeros((0, SIZE), np.float32)

    def _read(self, pieces: list[list[int]]) -> Array:
        lengths = np.array([len(p) for p in pieces])
        rows = np.repeat(np.arange(len(pieces)), lengths)
        columns = np.concatenate([np.arange(n) for n in lengths])
        numbers = np.concatenate([np.array(p) for p in pieces])
        x = _normed(self._model.words.of(numbers) + self._model.positions[columns], self._model.norm)
        hidden = np.where(np.arange(lengths.max()) < lengths[:, None], 0.0, -1e9).astype(np.float32)[:, None, None, :]
        for layer in self._model.layers:
            mixed = np.zeros((len(pieces), int(lengths.max()), 3 * SIZE), np.float32)
            mixed[rows, columns] = layer.mix(x)
            x = _normed(x + layer.out(_attended(mixed, hidden)[rows, columns]), layer.norms[:2])
            x = _normed(x + layer.down(gelu(layer.up(x))), layer.norms[2:])
        total = np.zeros((len(pieces), SIZE), np.float32)
        np.add.at(total, rows, x)
        return total / lengths.astype(np.float32)[:, None]


@cache
def encoder() -> Encoder:
    """The encoder of the installed model, read when it is first needed; raises `published.Unreadable`."""
    return Encoder(published(), vocabulary())


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """`items` in lists of `size`, the last one shorter."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def _attended(mixed: Array, hidden: Array) -> Array:
    """Every piece as a mixture of the pieces it attends to; `hidden` shuts out the padding."""
    count, length, _ = mixed.shape
    query, key, value = mixed.reshape(count, length, 3, HEADS, -1).transpose(2, 0, 3, 1, 4)
    weights = query @ key.transpose(0, 1, 3, 2) * np.float32((SIZE // HEADS) ** -0.5) + hidden
    weights = np.exp(weights - weights.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    found: Array = (weights @ value).transpose(0, 2, 1, 3).reshape(count, length, SIZE)
    return found


def _normed(x: Array, scale_and_shift: Array) -> Array:
    x = x - x.mean(-1, keepdims=True)
    normed: Array = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12)) * scale_and_shift[0] + scale_and_shift[1]
    return normed


def gelu(x: Array) -> Array:
    """The Gaussian error linear unit, by its usual approximation (Hendrycks and Gimpel, 2016)."""
    found: Array = x * (
        np.float32(0.5) + np.float32(0.5) * np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))
    )
    return found
