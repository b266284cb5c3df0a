"""The Loop page without a browser."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interviewer.database import LOCAL, Database
from interviewer.debrief import RULE
from interviewer.library import Library
from interviewer.loops import Loops
from interviewer.roles import FILE
from interviewer.rubric import VERDICT_NAMES
from interviewer.store import Store
from tests.pages.driving import STORY, answer, captions, headings, links, press

Opening = Callable[..., AppTest]


@pytest.fixture
def loop_page(open_mode: Callable[[str, Mapping[str, str]], AppTest]) -> Opening:
    def opening(**query: str) -> AppTest:
        return open_mode("loop", query)

    return opening


@pytest.fixture
def loops(database: Path) -> Loops:
    return Loops(Database(f"sqlite:///{database}"), LOCAL)


def begun(page: AppTest, library: Library) -> AppTest:
    """The waiting room of a loop of four."""
    page.radio(key="role").set_value(next(role for role in library.roles if len(role.interviewers) == 4)).run()
    return press(page, "start loop")


def hold(page: AppTest, text: str = STORY) -> AppTest:
    """One interview, from the waiting room to its end."""
    page = answer(press(page, "go in"), text)
    return press(page, "end") if any(button.key == "end" for button in page.button) else page


def test_a_loop_begins_with_a_job_and_a_level(loop_page: Opening, loops: Loops, library: Library) -> None:
    page = loop_page()
    assert headings(page) == ["Loop"]
    page.radio(key="loop level").set_value("senior").run()
    page = begun(page, library)
    loop = loops.latest(1)[0].loop
    assert page.query_params["loop"] in (loop.id, [loop.id])
    assert (loop.level, len(loop.seats)) == ("senior", 4)
    assert headings(page) == ["The loop"]


def test_the_interviews_follow_one_another_and_nothing_is_said_about_how_it_went(loop_page: Opening, library: Library) -> None:
    page = hold(begun(loop_page(), library))
    assert headings(page) == ["The loop"]
    shown = "\n".join(element.value for element in (*page.markdown, *page.text, *page.caption))
    assert not any(name in shown for name in VERDICT_NAMES.values())
    page = press(page, "go in")
    assert "Interview 2 of 4" in captions(page)


def test_an_interrupted_loop_is_gone_on_with_from_its_address(loop_page: Opening, loops: Loops, library: Library) -> None:
    page = answer(press(hold(begun(loop_page(), library)), "go in"), "Well, it was about a mailbox.")
    said = len(page.chat_message)
    again = loop_page(loop=loops.latest(1)[0].loop.id)
    assert again.button(key="go in").label == "Go on with the interview"
    assert len(press(again, "go in").chat_message) == said


def test_after_the_last_interview_comes_the_debrief(loop_page: Opening, loops: Loops, store: Store, library: Library) -> None:
    page = begun(loop_page(), library)
    for text in (
        STORY,
        STORY,
        "We had a problem and the team fixed it somehow, I was told to help them with it.",
        "I don't know.",
    ):
        page = hold(page, text)
    assert not page.exception
    assert headings(page)[0] in (*VERDICT_NAMES.values(), "Nothing to decide on")
    assert "The votes, cast before anybody spoke" in headings(page)
    assert RULE in [text.value for text in page.markdown]
    loop = loops.latest(1)[0].loop
    for seat in loop.seats:
        interview = store.load(seat.interview)
        assert interview.assessment
        assert interview.reading(seat.second)
    assert {f"interview={seat.interview}" for seat in loop.seats} <= {link.query for link in links(page)}
    told = "\n".join(text.value for text in page.markdown).replace("\\", "")
    assert "heard the same story" in told
    assert headings(loop_page(loop=loop.id)) == headings(page)


def test_past_loops_are_listed_with_how_far_they_came(loop_page: Opening, loops: Loops, library: Library) -> None:
    hold(begun(loop_page(), library))
    page = loop_page()
    (listed,) = [button for button in page.button if (button.key or "").startswith("go ")]
    assert "1 of 4 over" in listed.label
    assert headings(listed.click().run()) == ["The loop"]


def test_on_a_shared_server_a_loop_can_be_held_and_none_is_listed(
    loop_page: Opening, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEWER_SHARED", "1")
    begun(loop_page(), library)
    page = loop_page()
    assert not [button for button in page.button if (button.key or "").startswith("go ")]
    assert "Several people use this server" in captions(page)


@pytest.mark.parametrize("id", ["0" * 32, "<b>", "' OR 1=1 --"])
def test_an_address_without_a_loop_says_so_and_shows_the_form(loop_page: Opening, id: str) -> None:
    page = loop_page(loop=id)
    assert "no loop under this address" in page.warning[0].value
    assert page.button(key="start loop")


def test_prompts_without_loops_say_where_they_come_from(
    loop_page: Opening, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "prompts" / FILE).unlink()
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(content / "prompts"))
    page = loop_page()
    assert "loops.yaml" in page.info[0].value
    assert not page.button


def test_when_the_model_is_gone_the_debrief_can_be_made_offline(
    loop_page: Opening, loops: Loops, library: Library, unreachable: None
) -> None:
    page = loop_page()
    page.radio(key="loop engine").set_value("llm").run()
    page = begun(page, library)
    for _ in range(4):
        page = press(page, "go in")
        page = press(page, "end")
    page = press(page, "offline") if any(b.key == "offline" for b in page.button) else page
    assert not page.exception
    assert "The votes, cast before anybody spoke" in headings(page)
