"""What a passage is about, as numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.engines.local.encoder import BATCH, SIZE, Array, Encoder, encoder
from interviewer.engines.local.published import published, vocabulary

SAID = "I rewrote the rota and asked each driver what had gone wrong."
LONG = "On the Monday I sat next to the oldest driver for two tours, and at the third door he said that this is where it starts."


def read(*passages: str) -> Array:
    return encoder()(passages)


def likeness(a: Array, b: Array) -> float:
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_the_same_passage_gives_the_same_numbers() -> None:
    np.testing.assert_array_equal(read(SAID), read(SAID))
    np.testing.assert_array_equal(Encoder(published(), vocabulary())([SAID]), read(SAID))


def test_the_numbers_are_those_of_the_unrounded_weights() -> None:
    """The first six as computed from the model's 32-bit weights."""
    np.testing.assert_allclose(read(SAID)[0, :6], [0.092, 0.320, 0.024, 0.135, 0.089, -0.195], atol=0.01)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(["Yes.", LONG, f"{LONG} {LONG}", "", "Nine fewer a month."]), max_size=4))
def test_what_is_read_beside_it_does_not_change_a_passage(others: list[str]) -> None:
    np.testing.assert_allclose(read(SAID, *others)[0], read(SAID)[0], atol=1e-5)


def test_passages_keep_their_order_over_batches() -> None:
    passages = [f"I wrote letter number {n}." for n in range(BATCH + 3)]
    alone = np.concatenate([read(passage) for passage in passages])
    np.testing.assert_allclose(read(*passages), alone, atol=1e-5)


@pytest.mark.parametrize(
    ("passage", "alike", "different"),
    [
        ("I rewrote the rota myself.", "I made the new schedule on my own.", "Complaints fell from forty to nine a month."),
        ("Complaints fell from forty to nine a month.", "The returns dropped from 60 to 12.", "My manager asked me to do it."),
        ("My manager asked me to do it.", "I was told by my boss to take it on.", "The bread is baked before dawn."),
        ("It was all the fault of the supplier.", "The vendor alone was to blame.", "I learned to ask for numbers early."),
    ],
)
def test_passages_that_say_the_same_are_closer(passage: str, alike: str, different: str) -> None:
    said, same, other = read(passage, alike, different)
    assert likeness(said, same) > likeness(said, other) + 0.1


@pytest.mark.parametrize("written", [SAID.upper(), SAID.replace("rota", "rôta"), f"  {SAID}\n"])
def test_case_accents_and_spacing_do_not_matter(written: str) -> None:
    np.testing.assert_array_equal(read(written), read(SAID))


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=2_000))
def test_any_text_has_numbers(text: str) -> None:
    found = read(text)
    assert found.shape == (1, SIZE)
    assert np.isfinite(found).all()


def test_no_passages_have_no_rows() -> None:
    assert read().shape == (0, SIZE)
