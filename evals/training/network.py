"""Fits the networks that read a passage in its context (`interviewer.engines.local.in_context`).

Needs PyTorch, which nothing else here does:

    python -m pip install torch

What is minimised is the cross entropy of all labels that somebody gave, by AdamW with a rate that rises and falls once, and with
some of the numbers left out at random (dropout), so that a few thousand sentences do not settle more than they can.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from interviewer.engines.local.chances import LABELS
from interviewer.engines.local.encoder import SIZE, Array
from interviewer.engines.local.in_context import BESIDE, Networks
from interviewer.engines.local.passages import NAMES, Heard

AROUND = len(NAMES) + 1
MEANING = 192
MEMORY = 64
LEFT_OUT = 0.2
"""Share of the encoder's numbers left out at a time."""
MOST_LEFT_OUT = 0.4
"""Share of the network's own."""
EPOCHS = 10
RATE = 2e-3
DECAY = 0.5
ROWS = 320
"""Passages and questions in a batch, about."""
SELDOM = -2.5
"""What the log odds of a label start from."""


class Lesson(NamedTuple):
    """An interview to learn from."""

    heard: Heard
    encodings: Array
    """A row for each text of `heard`, brought to one scale."""
    shown: Array
    """A row for each text of `heard`, a column for each label; nan where nobody said."""
    weight: float


class _Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.meaning = nn.Linear(SIZE, MEANING)
        self.meaning_around = nn.Linear(AROUND, MEANING, bias=False)
        self.itself = nn.Linear(MEANING, MEANING, bias=False)
        self.before = nn.Linear(MEANING, MEANING, bias=False)
        self.after = nn.Linear(MEANING, MEANING, bias=False)
        self.around = nn.Linear(AROUND, MEANING)
        self.remembered = nn.Linear(2 * MEMORY, MEANING, bias=False)
        self.shown = nn.Linear(MEANING, len(LABELS))
        self.shown_around = nn.Linear(AROUND, len(LABELS), bias=False)
        self.shown_meaning = nn.Linear(MEANING, len(LABELS), bias=False)
        self.past = nn.GRU(MEANING, MEMORY, batch_first=True)
        self.coming = nn.GRU(MEANING, MEMORY, batch_first=True)
        nn.init.constant_(self.shown.bias, SELDOM)

    def forward(self, batch: "_Batch") -> Tensor:
        def thinned(x: Tensor, share: float = MOST_LEFT_OUT) -> Tensor:
            return functional.dropout(x, share, self.training)

        meant = self.meaning(thinned(batch.encodings, LEFT_OUT)) + self.meaning_around(batch.around)
        meant = thinned(functional.gelu(meant, approximate="tanh"))
        padded = torch.cat([meant, torch.zeros(1, MEANING)])
        memories = torch.cat([_over(self.past, padded, batch.interviews), _over(self.coming, padded, batch.turns)], 1)
        mixed = (
            self.itself(meant)
            + float(BESIDE) * (self.before(padded[batch.before]) + self.after(padded[batch.after]))
            + self.around(batch.around)
            + self.remembered(thinned(memories, MOST_LEFT_OUT / 2))
        )
        out: Tensor = self.shown(thinned(functional.gelu(mixed, approximate="tanh")))
        return out + self.shown_around(batch.around) + self.shown_meaning(meant)


class _Runs(NamedTuple):
    """Stretches of rows read one after the other."""

    rows: Tensor
    """Stretches by places; one more than there are rows where a stretch has ended."""
    stretch: Tensor
    """Of each row."""
    place: Tensor


class _Batch(NamedTuple):
    encodings: Tensor
    around: Tensor
    before: Tensor
    """The row before each in its turn; one more than there are rows where there is none."""
    after: Tensor
    interviews: _Runs
    turns: _Runs
    """Backward."""
    shown: Tensor
    weight: Tensor


def _over(memory: nn.GRU, padded: Tensor, runs: _Runs) -> Tensor:
    after: Tensor = memory(padded[runs.rows])[0]
    return after[runs.stretch, runs.place]


def _runs(of: np.ndarray, backward: bool) -> _Runs:
    rows = np.arange(len(of))
    opens = np.concatenate([[True], of[1:] != of[:-1]])
    stretch = np.cumsum(opens) - 1
    length = np.bincount(stretch)
    place = rows - np.maximum.accumulate(np.where(opens, rows, 0))
    if backward:
        place = length[stretch] - 1 - place
    table = np.full((len(length), int(length.max())), len(of))
    table[stretch, place] = rows
    return _Runs(torch.tensor(table), torch.tensor(stretch), torch.tensor(place))


def _batch(lessons: Sequence[Lesson]) -> _Batch:
    sizes = [len(lesson.heard.texts) for lesson in lessons]
    interview = np.repeat(np.arange(len(lessons)), sizes)
    turn = interview * 1000 + np.concatenate([lesson.heard.turns for lesson in lessons])
    rows, total = np.arange(len(turn)), len(turn)
    together = turn[1:] == turn[:-1]
    before, after = np.full(total, total), np.full(total, total)
    before[1:][together] = rows[:-1][together]
    after[:-1][together] = rows[1:][together]

    def joined(parts: Sequence[Array]) -> Tensor:
        return torch.tensor(np.concatenate(parts), dtype=torch.float32)

    return _Batch(
        joined([lesson.encodings for lesson in lessons]), joined([lesson.heard.around for lesson in lessons]),
        torch.tensor(before), torch.tensor(after), _runs(interview, False), _runs(turn, True),
        joined([lesson.shown for lesson in lessons]),
        torch.tensor(np.repeat([lesson.weight for lesson in lessons], sizes), dtype=torch.float32)[:, None],
    )  # fmt: skip


def _batches(lessons: Sequence[Lesson], chance: np.random.Generator) -> Iterator[_Batch]:
    """All lessons, those of a size together, in any order."""
    size = np.array([len(lesson.heard.texts) for lesson in lessons])
    order = np.argsort(size + chance.random(len(lessons)) * 4)
    part = np.cumsum(size[order]) // ROWS
    for number in chance.permutation(np.unique(part)):
        yield _batch([lessons[n] for n in order[part == number]])


def fit(lessons: Sequence[Lesson], count: int) -> Networks:
    """`count` networks, each from other beginnings; the same lessons give the same networks."""
    torch.set_num_threads(1)
    told = [lesson for lesson in lessons if lesson.weight > 0 and not np.isnan(lesson.shown).all()]
    return _joined([_fitted(told, seed) for seed in range(count)])


def _fitted(lessons: Sequence[Lesson], seed: int) -> _Net:
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    net = _Net()
    steps = EPOCHS * (sum(len(lesson.heard.texts) for lesson in lessons) // ROWS + 2)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps)
    net.train()
    for _ in range(EPOCHS):
        for batch in _batches(lessons, chance):
            known = (~torch.isnan(batch.shown)).float() * batch.weight
            off = functional.binary_cross_entropy_with_logits(net(batch), torch.nan_to_num(batch.shown), reduction="none")
            optimizer.zero_grad()
            ((off * known).sum() / ROWS).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            schedule.step()
    net.eval()
    return net


def _joined(nets: Sequence[_Net]) -> Networks:
    return Networks.of({name: np.stack([_arrays(net)[name] for net in nets]) for name in _arrays(nets[0])})


def _arrays(net: _Net) -> dict[str, Any]:
    """By the names that `Networks.of` knows, inputs by outputs."""
    out: dict[str, Any] = {}
    for name in ("meaning", "meaning_around", "itself", "before", "after", "around", "remembered", "shown", "shown_around",
                 "shown_meaning"):  # fmt: skip
        out[name] = getattr(net, name).weight.detach().numpy().T
    for name in ("meaning", "shown"):
        out[f"{name}_bias"] = getattr(net, name).bias.detach().numpy()
    out["bias"] = net.around.bias.detach().numpy()
    for name in ("past", "coming"):
        gru = getattr(net, name)
        out[f"{name}.take"], out[f"{name}.recall"] = gru.weight_ih_l0.detach().numpy().T, gru.weight_hh_l0.detach().numpy().T
        out[f"{name}.take_bias"], out[f"{name}.recall_bias"] = gru.bias_ih_l0.detach().numpy(), gru.bias_hh_l0.detach().numpy()
    return out
