"""A passage is read in what was asked and said before it, and in what follows in its turn."""

from math import exp, tanh

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.engines.local.chances import LABELS, read, weights
from interviewer.engines.local.in_context import Memory, Networks
from interviewer.engines.local.parroting import manner
from interviewer.engines.local.passages import NAMES, Passage, heard, passages
from interviewer.library import bundled, load_rubric
from interviewer.transcript import Turn

MANNER = manner(load_rubric(bundled("prompts") / "rubric.yaml"))
ASKED = "Tell me about a time you went beyond your role."
STORY = (
    "The night bus skipped our hospital stop twice a week. I rode it for ten nights and wrote down where it lost its minutes. "
    "Then I took the list to the depot and proposed another turn. Since May it has missed us once."
)
sentences = st.lists(st.sampled_from([f"{s.strip()}." for s in STORY.split(".") if s.strip()]), min_size=1, unique=True)


def told(*texts: str, question: str = ASKED) -> tuple[Passage, ...]:
    return passages(tuple(Turn(number=n, question=question, text=text) for n, text in enumerate(texts, 1)), MANNER)


def test_what_was_asked_stands_before_what_was_answered() -> None:
    found = heard(told(STORY, "Mainly the nurses. They came late.", question=ASKED))
    assert found.texts[0] == found.texts[5] == ASKED
    assert list(found.said) == [False, True, True, True, True, False, True, True]
    assert list(found.turns) == [1] * 5 + [2] * 3
    assert found.around.shape == (8, len(NAMES) + 1)
    assert not found.around[0, :-1].any(), "a question has no circumstances"


def test_only_passages_show_anything() -> None:
    assert read(told(STORY)).chances.shape == (4, len(LABELS))
    assert read(()).chances.shape == (0, len(LABELS))
    assert read(()).about.shape[0] == 0


@settings(max_examples=20, deadline=None)
@given(first=sentences, later=sentences)
def test_what_is_said_later_does_not_change_how_an_answer_was_read(first: list[str], later: list[str]) -> None:
    alone = told(" ".join(first))
    both = told(" ".join(first), " ".join(later))
    assert read(both).chances[: len(alone)] == pytest.approx(read(alone).chances, abs=1e-5)


def test_what_was_said_before_and_what_follows_in_the_turn_count() -> None:
    whole = read(told(STORY)).chances
    apart = np.vstack([read(told(f"{s.strip()}.")).chances for s in STORY.split(".") if s.strip()])
    assert whole.shape == apart.shape
    assert (np.abs(whole - apart).max(axis=1) > 0.01).all()


def test_a_question_counts() -> None:
    other = read(told(STORY, question="Tell me about a time you told a manager that the plan was wrong.")).chances
    assert np.abs(other - read(told(STORY)).chances).max() > 0.01


def test_a_memory_is_the_gated_recurrent_unit_of_the_books() -> None:
    unit = Memory(
        *(np.array(part, np.float32) for part in ([[[1, -2, 3]]], [[[0.5, 1, -1]]], [[0.1, 0.2, 0.3]], [[0, 0.4, -0.2]]))
    )
    memory, expected = 0.0, []
    for x in (0.5, -1.0, 2.0):
        reset = 1 / (1 + exp(-(x + 0.1 + 0.5 * memory)))
        kept = 1 / (1 + exp(-(-2 * x + 0.2 + memory + 0.4)))
        new = tanh(3 * x + 0.3 + reset * (-memory - 0.2))
        memory = (1 - kept) * new + kept * memory
        expected.append(memory)
    assert unit.over(np.array([[[0.5], [-1.0], [2.0]]], np.float32))[0, :, 0] == pytest.approx(expected, abs=1e-6)


def test_networks_are_averaged() -> None:
    learned = weights()
    found = heard(told(STORY))
    about = np.ones((len(found.texts), learned.mean.size), np.float32)

    def part(memory: Memory, n: int) -> Memory:
        return Memory(*(array[n : n + 1] for array in memory))

    def only(n: int) -> Networks:
        held = learned.networks
        plain = {name: getattr(held, name)[n : n + 1] for name in held._fields if name not in ("past", "coming")}
        return Networks(**plain, past=part(held.past, n), coming=part(held.coming, n))

    single = [only(n).logits(found, about) for n in range(len(learned.networks.bias))]
    assert len(single) > 1
    assert np.mean(single, axis=0) == pytest.approx(learned.networks.logits(found, about), abs=1e-4)
