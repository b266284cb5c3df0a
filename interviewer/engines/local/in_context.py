"""What a passage shows, read in what was asked and said before it and in what follows in the same turn.

A small recurrent network, in numpy. Each passage by itself is first brought from what it is about (`encoder`) to what matters
here. Then two memories run through the interview, one forward over all turns, one backward within a turn: gated recurrent units
(Cho et al., "Learning Phrase Representations using RNN Encoder-Decoder", 2014, in the variant of PyTorch's ``GRU``). What a
passage shows is a sum over itself, its two neighbours and both memories. So a first answer is read as if nothing followed it.

Several networks, alike but for the chance they were fitted with, are averaged. Fitted by ``evals/training/network.py``.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from interviewer.engines.local.encoder import Array, gelu
from interviewer.engines.local.passages import Heard

BESIDE = np.float32(0.5)
"""What a neighbour counts beside the passage itself, before anything is learned."""


def chance(odds: Array) -> Array:
    """From log odds."""
    found: Array = np.float32(1) / (np.float32(1) + np.exp(-np.clip(odds, -30, 30)))
    return found


class Memory(NamedTuple):
    """A gated recurrent unit; of each matrix the columns for what is reset, what is kept and what is new, side by side."""

    take: Array
    """From a passage."""
    recall: Array
    """From the memory so far."""
    take_bias: Array
    recall_bias: Array

    def over(self, taken: Array) -> Array:
        """The memory after each of `taken` (networks by passages by numbers)."""
        count, size = taken.shape[0], self.recall.shape[1]
        given = taken @ self.take + self.take_bias[:, None]
        memory = np.zeros((count, 1, size), np.float32)
        after = np.zeros((count, taken.shape[1], size), np.float32)
        for n in range(taken.shape[1]):
            now = given[:, n : n + 1]
            recalled = memory @ self.recall + self.recall_bias[:, None]
            reset, kept = np.split(chance(now[..., : 2 * size] + recalled[..., : 2 * size]), 2, axis=-1)
            new = np.tanh(now[..., 2 * size :] + reset * recalled[..., 2 * size :])
            memory = (1 - kept) * new + kept * memory
            after[:, n] = memory[:, 0]
        return after


class Networks(NamedTuple):
    """The weights of all networks: the first axis is the network, then inputs by outputs."""

    meaning: Array
    meaning_around: Array
    meaning_bias: Array
    itself: Array
    before: Array
    after: Array
    around: Array
    bias: Array
    remembered: Array
    """From both memories, the forward one first."""
    shown: Array
    shown_bias: Array
    shown_around: Array
    shown_meaning: Array
    past: Memory
    coming: Memory

    @classmethod
    def of(cls, named: Mapping[str, Array]) -> "Networks":
        """From arrays as `named` gives them; others are passed over."""
        past, coming = (Memory(*(named[f"{name}.{part}"] for part in Memory._fields)) for name in ("past", "coming"))
        rest = [name for name in cls._fields if name not in ("past", "coming")]
        return cls(**{name: named[name] for name in rest}, past=past, coming=coming)

    def named(self) -> dict[str, Array]:
        """All arrays by name; those of a memory as ``past.take`` and the like."""
        out: dict[str, Array] = {}
        for name, held in self._asdict().items():
            parts = (
                {f"{name}.{part}": array for part, array in held._asdict().items()} if isinstance(held, Memory) else {name: held}
            )
            out.update(parts)
        return out

    def logits(self, heard: Heard, encodings: Array) -> Array:
        """For each passage how likely it shows each label, as log odds; `encodings` has a row for each text of `heard`."""
        if not heard.said.any():
            return np.zeros((0, self.shown.shape[-1]), np.float32)
        around = heard.around
        meant = gelu(encodings @ self.meaning + around @ self.meaning_around + self.meaning_bias[:, None])
        before, after = _neighbours(meant, heard.turns)
        memories = np.concatenate([self.past.over(meant), _backward(self.coming, meant, heard.turns)], axis=-1)
        mixed = (
            meant @ self.itself
            + BESIDE * (before @ self.before + after @ self.after)
            + around @ self.around
            + memories @ self.remembered
            + self.bias[:, None]
        )
        out = gelu(mixed) @ self.shown + self.shown_bias[:, None] + around @ self.shown_around + meant @ self.shown_meaning
        found: Array = out.mean(0)[heard.said]
        return found


def _neighbours(meant: Array, turns: npt.NDArray[np.int64]) -> tuple[Array, Array]:
    """What stands before and after each in its turn; nothing where there is none."""
    together = (turns[1:] == turns[:-1])[:, None].astype(np.float32)
    before, after = np.zeros_like(meant), np.zeros_like(meant)
    before[:, 1:] = meant[:, :-1] * together
    after[:, :-1] = meant[:, 1:] * together
    return before, after


def _backward(memory: Memory, meant: Array, turns: npt.NDArray[np.int64]) -> Array:
    """The memory of what follows each in its turn."""
    starts = np.flatnonzero(np.diff(turns)) + 1
    parts = np.split(meant, starts, axis=1)
    return np.concatenate([memory.over(part[:, ::-1])[:, ::-1] for part in parts], axis=1)
