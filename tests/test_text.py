"""Untrusted text: cleaned, compared, quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.text import clean, locate, words


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("plain", "plain"),
        ("  spaced out \n", "spaced out"),
        ("line one\r\nline two", "line one\nline two"),
        ("hid\u200bden \u202etext", "hidden text"),
        ("tag \U000e0041\U000e0042 block", "tag  block"),
        ("red \x1b[31mtext\x1b[0m", "red text"),
        ("nul\x00 bell\x07", "nul bell"),
        ("cafe\u0301", "café"),
        ("👍 fine", "👍 fine"),
    ],
)
def test_text_is_kept_without_what_nobody_can_see(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_nothing_cleaned_holds_a_control_character(text: str) -> None:
    assert all(c in "\n\t" or c >= " " for c in clean(text))
    assert "\x1b" not in clean(text)


def test_words_keep_figures_and_apostrophes_together() -> None:
    assert words("I didn't lose 0.3% of $8,000 a week.") == ["I", "didn't", "lose", "0.3%", "of", "8,000", "a", "week"]


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("the queue backed up", "So the queue backed up twice.", "the queue backed up"),
        ("THE QUEUE  backed up.", "So the queue\nbacked up twice.", "the queue\nbacked up"),
        ("it didn’t hold", "it didn't hold", "it didn't hold"),
        ("“it held”", "and it held, somehow", "it held"),
        ("queue back", "the queue backed up", None),
        ("the queue was backed up", "the queue backed up", None),
        ("", "anything", None),
        ("...", "anything", None),
    ],
)
def test_a_quote_is_found_as_it_was_said_or_not_at_all(quote: str, text: str, found: str | None) -> None:
    assert locate(quote, text) == found


@given(st.lists(st.from_regex(r"[A-Za-z0-9']{1,8}", fullmatch=True), min_size=3, max_size=30), st.data())
def test_every_run_of_words_is_found_in_its_own_text(tokens: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(tokens) - 1))
    end = data.draw(st.integers(start + 1, len(tokens)))
    quote, text = " ".join(tokens[start:end]), " ".join(tokens)
    assert (found := locate(quote, text)) is not None
    assert found in text
