"""What the page does when somebody sends more than is taken: the words are in the box again, and nothing else changed."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interviewer.database import Database
from interviewer.pages.sign_in import owner_of
from interviewer.store import Store
from tests.pages.driving import STORY, answer, interview_of, messages, press
from tests.pages.signing_in import SECRET


@pytest.fixture
def signed_in() -> AppTest:
    page = AppTest.from_string("from interviewer.pages.interview import show\nshow()\n", default_timeout=60)
    page.secrets["auth"] = {"cookie_secret": SECRET, "client_id": "x"}
    page.user = {"is_logged_in": True, "iss": "https://issuer.example", "sub": "ann", "name": "**Ann**"}
    return page


def test_an_answer_that_is_too_long_is_in_the_box_again(
    signed_in: AppTest, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEWER_ANSWER_CHARACTERS", "100")
    page = answer(press(signed_in.run(), "start"), STORY)
    assert "at most 100 are taken" in page.info[0].value
    assert page.chat_input(key="answer").value == STORY
    assert len(messages(page)) == 1
    hers = Store(Database(f"sqlite:///{database}"), owner_of("https://issuer.example", "ann"))
    assert not hers.load(interview_of(page)).transcript.turns
    assert messages(answer(page, "I sorted 400 mails."))[1] == "I sorted 400 mails."


def test_who_signed_in_is_named_as_the_provider_has_it_and_no_more(signed_in: AppTest) -> None:
    page = signed_in.run()
    assert page.caption[-1].value == "Signed in as \\*\\*Ann\\*\\*"


def test_who_has_no_name_for_the_provider_is_not_let_in(signed_in: AppTest) -> None:
    signed_in.user = {"is_logged_in": True, "sub": "ann"}
    page = signed_in.run()
    assert "did not say who you are" in page.error[0].value
    assert not page.button
