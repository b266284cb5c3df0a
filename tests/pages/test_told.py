from streamlit.testing.v1 import AppTest

from interviewer.interview import Said, Spoken
from interviewer.pages.told import APART
from interviewer.store import Store
from tests.pages.conftest import Opening
from tests.pages.driving import STORY, answer, captions, end, interview_of


def notes(page: AppTest) -> str:
    shown = next(e for e in page.expander if "How you told it" in e.label)
    return "\n".join(text.value for text in shown.markdown)


def test_a_written_interview_has_notes_without_a_pace(started: AppTest) -> None:
    page = end(answer(started, STORY))
    assert "words · about 0:" in notes(page)
    assert "a minute" not in notes(page)
    assert APART in captions(page)
    assert "Your first answer, part by part" in notes(page)
    assert "| Action |" in notes(page)


def test_a_dictated_answer_has_a_pace_and_a_pause(started: AppTest, open_page: Opening, store: Store) -> None:
    interview = store.load(interview_of(started))
    store.append(interview, Said(text=STORY, kind="answer", spoken=Spoken(seconds=30, longest_pause=1.26)))
    page = end(open_page(interview.id))
    assert "0:30" in notes(page)
    assert "words a minute · longest pause 1.3 s" in notes(page)


def test_an_answer_taken_back_is_not_noted(started: AppTest) -> None:
    page = answer(started, f"Um, {STORY}")
    page = answer(page.button(key="take_back").click().run(), STORY)
    assert "Fillers" not in notes(end(page))


def test_nothing_said_means_no_notes(started: AppTest) -> None:
    assert notes(end(started)) == ""
