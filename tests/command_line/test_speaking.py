"""The interviewer's voice on the terminal: in pieces, wrapped, and never obeyed."""

from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from interviewer.command_line.speaking import speak

PROSE = st.text(st.sampled_from("abcd é漢.,?\n\t\x1b[3m\u202e"), max_size=200)


def spoken(pieces: list[str], width: int = 40) -> str:
    page = StringIO()
    speak(Console(file=page, width=width, markup=False), "I:", pieces)
    return page.getvalue()


@given(text=PROSE, cuts=st.lists(st.integers(0, 200)))
def test_it_reads_the_same_however_it_arrives(text: str, cuts: list[int]) -> None:
    places = sorted({0, *cuts, len(text)})
    pieces = [text[a:b] for a, b in pairwise(places)]
    assert spoken(pieces) == spoken([text])


@given(text=PROSE)
def test_lines_fit_unless_a_single_word_does_not(text: str) -> None:
    for line in spoken([text]).splitlines():
        assert cell_len(line) <= 40 or " " not in line


@pytest.mark.parametrize("pieces", [["a\x1b[2Jb"], ["a\x1b", "[2Jb"], ["a\x1b[2", "Jb"]])
def test_an_escape_sequence_does_nothing_even_in_pieces(pieces: list[str]) -> None:
    assert spoken(pieces) == "I: a[2Jb\n"


def test_words_are_never_broken_and_the_line_is_closed() -> None:
    assert spoken(["one two", " three ", "four"], width=12) == "I: one two\nthree four\n"


def test_a_line_is_closed_when_the_words_break_off() -> None:
    def breaking_off() -> list[str]:
        raise ConnectionError

    page = StringIO()
    with pytest.raises(ConnectionError):
        speak(
            Console(file=page, width=40),
            "I:",
            (piece for text in ("Well, ", None) for piece in ([text] if text else breaking_off())),
        )
    assert page.getvalue() == "I: Well,\n"
