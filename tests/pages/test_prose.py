import pytest
from hypothesis import given
from hypothesis import strategies as any_

from interviewer.library import Library
from interviewer.pages.prose import Block, blocks, markup
from tests.pages.reading import read

PACK = """\
## What it is

Acting for the whole,
and for the long run.

- One thing,
  told over two lines.
- **Another** <b>thing</b>

An end.
"""


def test_headings_items_and_paragraphs_are_told_apart() -> None:
    assert blocks(PACK) == [
        Block("heading", "What it is"),
        Block("paragraph", "Acting for the whole, and for the long run."),
        Block("item", "One thing, told over two lines."),
        Block("item", "**Another** <b>thing</b>"),
        Block("paragraph", "An end."),
    ]


def test_a_line_right_below_a_heading_is_a_paragraph() -> None:
    assert blocks("# A\nb") == [Block("heading", "A"), Block("paragraph", "b")]


@given(any_.text(alphabet="ab #-*<>&\n", max_size=60) | any_.text(max_size=30))
def test_nothing_in_the_words_becomes_an_element(text: str) -> None:
    assert set(read(markup(text)).tags) <= {"div", "p", "ul", "li"}


@pytest.mark.parametrize("mark", ["**", "[x](y)", "![x](y)", "<img src=x>", "$x$", "`"])
def test_other_marks_are_shown_as_they_are_written(mark: str) -> None:
    assert read(markup(f"before {mark} after")).text == f"before {mark} after"


def test_no_pack_loses_a_word(library: Library) -> None:
    for pack in library.packs.values():
        shown = " ".join(block.text for block in blocks(pack.text))
        assert shown.split() == [word for word in pack.text.split() if word not in {"#", "##", "-"}]
