"""Thinking aloud is left out wherever the pieces happen to be cut."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interviewer.models.thinking import answer_of, without_thinking

TEXTS = st.lists(st.sampled_from(["<think>", "</think>", "<th", "ink>", "</", " ", "\n", "Why", "<b>", "é"]), max_size=8).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Why?", "Why?"),
        ("\n Why? ", "Why? "),
        ("<think>Hm.</think>Why?", "Why?"),
        ("\n<think>\nHm.\n</think>\n\nWhy?", "Why?"),
        ("<think></think>Why?", "Why?"),
        ("<think>Hm.", ""),
        ("<thin", "<thin"),
        ("Why <think>now</think>?", "Why <think>now</think>?"),
        ("<think>a</think><think>b</think>", "<think>b</think>"),
        ("", ""),
    ],
)
def test_only_leading_thinking_is_taken_out(text: str, answer: str) -> None:
    assert answer_of(text) == answer


@given(TEXTS, st.lists(st.integers(0, 40), max_size=6))
@example("<think>Hm.</think>Why?", [3, 12, 17])
def test_the_cuts_do_not_matter(text: str, cuts: list[int]) -> None:
    places = [0, *sorted(c for c in cuts if c < len(text)), len(text)]
    pieces = [text[a:b] for a, b in pairwise(places)]
    parted = list(without_thinking(pieces))
    assert "".join(parted) == answer_of(text)
    assert all(parted)
