"""The Progress page without a browser."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interviewer import quiz
from interviewer.database import LOCAL, Database
from interviewer.engines.local import LocalEngine
from interviewer.interview import Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.pages.past import PAGE
from interviewer.pages.story_bank import grid
from interviewer.pages.trend import Bar, row
from interviewer.papers import Papers
from interviewer.quiz import Paper
from interviewer.settings import SHARED_NOTICE
from interviewer.store import Store
from interviewer.stories import told
from tests.overviews import seen
from tests.pages.driving import captions, headings, links, press
from tests.pages.reading import read
from tests.test_stories import BUSES, MAILBOX, MAILBOX_AGAIN

Progress = Callable[..., AppTest]
Holding = Callable[..., Interview]


@pytest.fixture
def progress(open_mode: Callable[[str, Mapping[str, str]], AppTest]) -> Progress:
    def opening(**query: str) -> AppTest:
        return open_mode("progress", query)

    return opening


@pytest.fixture
def held(store: Store, library: Library) -> Holding:
    engine = LocalEngine(library)
    interviewer = Interviewer(library, store, lambda _: engine)

    def holding(answer: str = MAILBOX, principle: str = "ownership", assessed: bool = True) -> Interview:
        setup = Setup(principle=principle, scenario=None, level="sde2", engine="local")
        interview = interviewer.hear(interviewer.begin(setup), answer)
        list(interviewer.respond(interview))
        interview = store.load(interview.id)
        return interviewer.assess(interviewer.end(interview)) if assessed else interview

    return holding


def text(page: AppTest) -> str:
    shown = "\n".join(element.value for element in (*page.text, *page.markdown, *page.caption))
    return "\n".join([shown, *(html.proto.body for html in page.get("html"))]).replace("\\", "")


def test_before_the_first_interview_the_page_says_what_it_is_for(progress: Progress) -> None:
    page = progress()
    assert "Your interviews will be listed here" in text(page)
    assert [(link.label, link.path) for link in links(page)] == [("Start your first interview", "")]
    assert "Import" in headings(page)
    assert "Delete everything" not in headings(page)


def test_interviews_are_listed_newest_first_each_with_a_way_to_it(progress: Progress, held: Holding) -> None:
    first, second = held(), held(BUSES, "dive_deep", assessed=False)
    page = progress()
    assert [link.query for link in links(page)] == [f"interview={second.id}", f"interview={first.id}"]
    assert [link.label for link in links(page)] == ["**Dive Deep**: go on", "**Ownership**"]
    assert "2 interviews, the newest first" in captions(page)
    assert "Not finished" in text(page)


def test_the_list_is_searched_by_words_and_the_address_keeps_them(progress: Progress, held: Holding) -> None:
    held(), held(BUSES, "dive_deep")
    page = progress()
    page.text_input(key="words").set_value("Night LINE").run()
    assert [link.label for link in links(page)] == ["**Dive Deep**"]
    assert [link.label for link in links(progress(words="mailbox"))] == ["**Ownership**"]
    assert "No interview has all of these words" in captions(progress(words="zebra"))


@pytest.mark.parametrize(
    "query", [{"page": "99"}, {"page": "0"}, {"page": "x" * 400}, {"view": "<b>"}, {"words": "%_'\"\x00" * 30}]
)
def test_no_address_is_an_error(progress: Progress, held: Holding, query: dict[str, str]) -> None:
    held()
    assert not progress(**query).exception


def test_tests_are_there_before_the_first_interview(progress: Progress, database: Path, library: Library) -> None:
    papers = Papers(Database(f"sqlite:///{database}"), LOCAL)
    sheet = quiz.paper(quiz.items(library.scenarios.values()), 1)
    begun = Paper.new(sheet, None, 1)
    papers.begin(begun)
    papers.hand_in(quiz.hand_in(begun, sheet, {}, begun.started_at))
    assert "Your tests so far" in headings(progress())
    assert ("test", f"paper={begun.id}") in [(link.path, link.query) for link in links(progress())]


def test_a_long_list_comes_in_pages(progress: Progress, store: Store, held: Holding) -> None:
    events = held(assessed=False).events
    for _ in range(PAGE + 1):
        store.create(Interview.new(Setup(principle="ownership", scenario=None, level="sde2", engine="local")).after(*events))
    assert len(links(progress())) == PAGE
    assert len(links(progress(page="2"))) == 2


def test_deleting_asks_first(progress: Progress, held: Holding, store: Store) -> None:
    interview = held()
    page = press(progress(), f"delete {interview.id}")
    assert page.button(key="delete it").label == "Delete it for good"
    assert store.load(interview.id)
    page = press(progress(view="data"), "delete all")
    assert page.button(key="delete everything").disabled
    assert store.load(interview.id)


def test_trends_are_shown_in_words_too(progress: Progress, held: Holding) -> None:
    for story in (MAILBOX, BUSES, MAILBOX):
        held(story)
    page = progress(view="trends")
    assert headings(page)[:2] == ["Progress", "Point by point"]
    told = text(page)
    assert "of 3 lately" in told
    assert "; 3 interviews." in told


def test_an_interview_that_is_not_assessed_makes_no_trend(progress: Progress, held: Holding) -> None:
    held(assessed=False)
    assert "As soon as an interview is assessed" in text(progress(view="trends"))
    assert "Every story you tell" in text(progress(view="stories"))


def test_the_bank_names_stories_and_the_principles_without_one(progress: Progress, held: Holding, library: Library) -> None:
    held(MAILBOX, "ownership"), held(MAILBOX_AGAIN, "dive_deep")
    page = progress(view="stories")
    assert "I noticed that nobody read the crash mailbox" in text(page)
    assert "You told this story for Ownership and Dive Deep." in text(page)
    starts = {link.label for link in links(page) if link.query.startswith("scenario=")}
    assert "Frugality" in starts
    assert page.header[0].value == f"{len(library.packs) - len(starts)} of {len(library.packs)} principles have a story"


def test_on_a_shared_server_nothing_is_listed(progress: Progress, held: Holding, monkeypatch: pytest.MonkeyPatch) -> None:
    interview = held()
    monkeypatch.setenv("INTERVIEWER_SHARED", "1")
    for view in ("interviews", "trends", "stories", "data"):
        page = progress(view=view)
        assert page.info[0].value.replace("\\", "") == SHARED_NOTICE
        assert interview.id not in str(page)
        assert not page.button
        assert not links(page)


def test_a_row_of_bars_says_in_words_what_it_draws() -> None:
    drawn = row(
        "Measured <result>", [Bar(12, "red", "not met"), Bar(0, "", "never asked"), Bar(100, "green", "met")], "Met once."
    )
    assert "From the oldest to the newest: not met, never asked, met" in drawn
    assert read(drawn).text == "Measured <result>Met once."


def test_the_grid_has_a_line_for_each_principle_and_a_column_for_each_story() -> None:
    held_, short, other = (
        seen("ownership", "hire", None, MAILBOX),
        seen("frugality", "no_hire", None, BUSES),
        {
            "dive_deep": "strong_hire",
            "frugality": "hire",
        },
    )
    stories = told([held_, short])
    drawn = grid({"ownership": "Ownership", "dive_deep": "Dive <Deep>", "frugality": "Frugality"}, stories, {held_.id: other})  # type: ignore[dict-item]
    assert read(drawn).text.split("Story")[1] == "12Ownership●Dive <Deep>○Frugality○◐"
