import pytest

from interviewer.highlighting import Mark
from interviewer.pages.marked import drawn
from interviewer.review import Quote
from interviewer.transcript import Turn
from tests.pages.reading import read

NAMES = {"metric": "Measured result", "depth": "Depth", "assigned": "Assigned"}
COLOURS = {"metric": "1, 2, 3", "depth": "4, 5, 6"}


def shown(text: str, *marks: tuple[str, str]) -> str:
    found = tuple(Mark(about, Quote(turn=1, text=quote)) for about, quote in marks)
    return drawn(Turn(number=1, question="?", text=text), found, NAMES, COLOURS)


def test_a_mark_is_followed_by_the_name_of_what_it_is_for() -> None:
    read_as = read(shown("We fell from 9 to 2. Good.", ("metric", "from 9 to 2")))
    assert read_as.text == "We fell from 9 to 2Measured result. Good."
    assert read_as.tags.count("mark") == 1


def test_a_red_flag_is_marked_by_a_sign_and_a_line_of_its_own() -> None:
    html = shown("I was told to do it.", ("assigned", "I was told to"), ("depth", "I was told to"))
    assert "⚑ Assigned" in read(html).text
    assert "wavy" in html


def test_overlapping_marks_keep_the_text_and_name_both() -> None:
    text = "one two three four"
    read_as = read(shown(text, ("metric", "one two three"), ("depth", "two three four")))
    assert read_as.text.replace("Measured result", "").replace("Depth", "") == text


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)> told", "</div><script>alert(1)</script> told", "a & b &lt; told"])
def test_nothing_that_was_said_becomes_an_element(text: str) -> None:
    read_as = read(shown(text, ("metric", text[:8]), ("depth", "told")))
    assert set(read_as.tags) <= {"div", "mark", "wbr", "span"}
    assert read_as.text.replace("Measured result", "").replace("Depth", "") == text
