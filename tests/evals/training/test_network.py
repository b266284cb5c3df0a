"""What is fitted is what is used: the network of the training shows what the one of the program shows."""

import numpy as np
import pytest

from interviewer.engines.local.chances import LABELS
from interviewer.engines.local.encoder import SIZE
from interviewer.engines.local.passages import Passage, heard

torch = pytest.importorskip("torch", reason="only fitting needs PyTorch (python -m pip install torch); no lock holds it")
from evals.training import network  # noqa: E402

RNG = np.random.default_rng(0)
BRIGHT, DULL = RNG.normal(size=SIZE).astype(np.float32), RNG.normal(size=SIZE).astype(np.float32)


def lesson(number: int) -> network.Lesson:
    """Passages that are bright or dull; a bright one shows the first label, and the second if a bright one was said before it."""
    bright = RNG.random(6) < 0.4
    said = heard([Passage(1 + n // 4, f"{number} {n}", n % 4, 4, (), n >= 4, f"q{n // 4}") for n in range(6)])
    encodings = np.zeros((len(said.texts), SIZE), np.float32)
    encodings[said.said] = np.where(bright[:, None], BRIGHT, DULL)
    shown = np.full((len(said.texts), len(LABELS)), np.nan, np.float32)
    shown[said.said, 0] = bright
    shown[said.said, 1] = bright & (np.cumsum(bright) > 1)
    return network.Lesson(said, encodings, shown, 1.0)


LESSONS = [lesson(n) for n in range(400)]
NETWORKS = network.fit(LESSONS, 2)


def test_what_was_said_before_is_learned() -> None:
    for held in (lesson(n) for n in range(1000, 1020)):
        found = NETWORKS.logits(held.heard, held.encodings)[:, :2] > 0
        assert (found == (held.shown[held.heard.said][:, :2] > 0)).mean() >= 0.9


def test_the_same_lessons_give_the_same_networks() -> None:
    again = network.fit(LESSONS, 2)
    assert np.array_equal(again.shown, NETWORKS.shown)
    assert not np.array_equal(NETWORKS.shown[0], NETWORKS.shown[1]), "each begins elsewhere"


def test_training_and_use_make_the_same_of_an_interview() -> None:
    net = network._fitted(LESSONS[:40], seed=3)
    numpy = network._joined([net])
    with torch.no_grad():
        together = net(network._batch(LESSONS[:3])).numpy()
    rows = np.cumsum([0, *(len(one.heard.texts) for one in LESSONS[:3])])
    for one, start, end in zip(LESSONS[:3], rows, rows[1:], strict=False):
        assert numpy.logits(one.heard, one.encodings) == pytest.approx(together[start:end][one.heard.said], abs=1e-4)
