import pytest
from streamlit.testing.v1 import AppTest

from interviewer.pages.inert import escaped


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
