"""Marks in what was said."""

from hypothesis import given
from hypothesis import strategies as st

from evals.reporting.marking import Piece, marked
from interviewer.text import clean


def test_marks_of_both_are_cut_where_they_overlap() -> None:
    assert marked("I read the log and fixed it.", ["read the log"], ["the log and fixed"]) == [
        Piece("I "),
        Piece("read ", reader=True),
        Piece("the log", reader=True, judge=True),
        Piece(" and fixed", judge=True),
        Piece(" it."),
    ]


def test_a_quote_that_was_not_said_marks_nothing() -> None:
    assert marked("I read the log.", ["I wrote the log"], []) == [Piece("I read the log.")]


@given(st.text(), st.lists(st.text()), st.lists(st.text()))
def test_nothing_said_is_lost(text: str, reader: list[str], judge: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, reader, judge)) == clean(text)
