import pytest
from hypothesis import given
from hypothesis import strategies as any_
from streamlit.testing.v1 import AppTest

from interviewer.pages.inert import JOINER, escaped, markup, pieces
from interviewer.text import clean, shown
from tests.pages.reading import read

HOSTILE = "**a** $x$ :red[b] <script>c</script> <img src=x onerror=y> &amp; ' \" [d](e) http://f"
TEXTS = any_.text(alphabet="ab <>&'\"*_$:[]()\n/", max_size=40) | any_.text(max_size=20)


@any_.composite
def told(draw: any_.DrawFn) -> tuple[str, list[str]]:
    """A text, and phrases that mostly occur in it."""
    text = draw(TEXTS)
    places = any_.tuples(any_.integers(0, len(text)), any_.integers(0, len(text))).map(sorted)
    phrases = any_.one_of(places.map(lambda place: text[place[0] : place[1]]), TEXTS)
    return text, draw(any_.lists(phrases, max_size=5))


@pytest.mark.parametrize(
    "text", ["a *b* _c_", "$5 and $6", "[x](y)", "![x](y)", ":red[x]", "<b>", "# a", "a | b", "`a`", "~~a~~", "a\\b", "&amp;"]
)
def test_every_mark_of_markdown_is_disarmed(text: str) -> None:
    rest = escaped(text)
    for mark in "\\`*_[]<>#|~$:!&":
        rest = rest.replace(f"\\{mark}", "")
    assert not set(rest) & set("\\`*_[]<>#|~$:!&")


def test_a_sentence_without_marks_stays_as_it_is() -> None:
    assert escaped("Leaning No Hire, 40 percent.") == "Leaning No Hire, 40 percent."


def test_what_comes_in_piece_by_piece_ends_up_whole_and_unparsed() -> None:
    def script() -> None:
        import streamlit as st

        from interviewer.pages.inert import stream

        stream(iter(["What ", "*did* ", "you ", "do?"]), st.empty())

    page = AppTest.from_function(script).run()
    assert [text.value for text in page.text] == ["What *did* you do?"]
    assert not page.markdown


@pytest.mark.parametrize("address", ["https://a.b/c", "www.a.b", "you@a.b", "HTTP://A.B", ":smile:"])
def test_an_address_is_broken_up_but_for_the_eye_stays_as_it_is(address: str) -> None:
    drawn = escaped(f"see {address} there").replace("\\", "")
    assert address not in drawn
    assert drawn.replace(JOINER, "") == f"see {address} there"


@given(told())
def test_marking_changes_no_letter(example: tuple[str, list[str]]) -> None:
    text, phrases = example
    assert "".join(piece.text for piece in pieces(text, phrases)) == text
    assert read(markup(text, phrases)).text == "".join(shown(piece.text) for piece in pieces(text, phrases))


@given(TEXTS)
def test_a_text_that_was_cleaned_is_drawn_as_it_is(text: str) -> None:
    assert shown(clean(text)) == clean(text)


@given(told())
def test_what_is_marked_is_the_phrases_and_nothing_else(example: tuple[str, list[str]]) -> None:
    text, phrases = example
    marked = "".join(("x" if piece.marked else "-") * len(piece.text) for piece in pieces(text, phrases))
    wanted = set()
    for phrase in phrases:
        if phrase in text:
            wanted |= set(range(text.index(phrase), text.index(phrase) + len(phrase)))
    assert {at for at, mark in enumerate(marked) if mark == "x"} == wanted


@given(told())
def test_every_phrase_that_occurs_ends_once(example: tuple[str, list[str]]) -> None:
    text, phrases = example
    ends = sorted(number for piece in pieces(text, phrases) for number in piece.ends)
    assert ends == [number for number, phrase in enumerate(phrases, 1) if phrase and phrase in text]


@given(told())
def test_nothing_in_a_text_becomes_an_element(example: tuple[str, list[str]]) -> None:
    text, phrases = example
    assert set(read(markup(text, phrases, numbered=True)).tags) <= {"div", "mark", "sup", "strong"}


def test_hostile_phrases_are_marked_as_they_are_written() -> None:
    page = read(markup(f"I said {HOSTILE}.", [HOSTILE]))
    assert page.text == f"I said {HOSTILE}."
    assert page.tags == ["div", "mark"]


def test_numbers_stand_where_their_phrases_end() -> None:
    drawn = markup("We did it and they failed.", ["they failed", "We did it"], tone="bad", numbered=True)
    assert read(drawn).text.replace("\u2009", "") == "We did it2 and they failed1."


def test_overlapping_phrases_are_cut_where_one_begins_or_ends() -> None:
    cut = pieces("abcdef", ["abcd", "cdef"])
    assert [piece.text for piece in cut] == ["ab", "cd", "ef"]
    assert all(piece.marked for piece in cut)
    assert [piece.ends for piece in cut] == [(), (1,), (2,)]
