"""Whole loops in a real Chromium: held, interrupted, ended early, and silent about how they go until the debrief."""

import pytest
from playwright.sync_api import Locator, Page, expect

from interviewer.debrief import COUNTS
from interviewer.rubric import VERDICT_NAMES
from tests.pages.browsing import PATIENCE, answer_box, assert_fits, at_rest, idle, open_progress, say
from tests.pages.driving import STORY
from tests.pages.serving import Server

pytestmark = pytest.mark.browser


def begin_loop(page: Page, address: str) -> None:
    """The waiting room of a loop of four interviews."""
    page.goto(f"{address}/loop")
    page.get_by_text("Data analyst", exact=True).click(timeout=PATIENCE)
    expect(page.get_by_text("4 interviews, about")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Start the loop").click()


def hold_interview(page: Page, number: int) -> None:
    """The interview `number`, from 0, from the waiting room to its end."""
    expect(page.get_by_text(f"{number} of 4 interviews over")).to_be_visible(timeout=PATIENCE)
    idle(page)
    page.get_by_role("button", name="Begin the interview").click()
    at_rest(page, 1)
    expect(page.get_by_text(f"Interview {number + 1} of 4")).to_be_visible()
    say(page, STORY, replies=2)
    page.get_by_role("button", name="End the interview").click()


def hold_loop(page: Page, address: str) -> str:
    """A whole loop; its address."""
    begin_loop(page, address)
    for number in range(4):
        hold_interview(page, number)
    debriefed(page)
    return page.url


def debriefed(page: Page) -> None:
    expect(page.get_by_role("heading", name="The votes, cast before anybody spoke")).to_be_visible(timeout=PATIENCE)
    idle(page)


def test_a_whole_loop_from_the_form_to_the_debrief(page: Page, served: Server) -> None:
    address = hold_loop(page, served.address)
    outcome = page.get_by_role("heading", level=1).inner_text()
    assert outcome in [VERDICT_NAMES[v] for v in COUNTS]
    page.get_by_test_id("stExpander").filter(has_text="Bar raiser").click()
    expect(page.get_by_text("Read a second time, for Have Backbone")).to_be_visible()
    page.goto(address)
    debriefed(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(outcome)


def test_an_interrupted_loop_is_gone_on_with_after_a_refresh(page: Page, served: Server) -> None:
    page.goto(f"{served.address}/loop")
    page.get_by_role("button", name="Start the loop").click(timeout=PATIENCE)
    page.get_by_role("button", name="Begin the interview").click(timeout=PATIENCE)
    at_rest(page, 1)
    say(page, STORY, replies=2)
    page.reload()
    page.get_by_role("button", name="Go on with the interview").click(timeout=PATIENCE)
    at_rest(page, 2)
    expect(answer_box(page)).to_be_enabled()


def test_progress_and_loop_fit_a_phone(phone: Page, served: Server) -> None:
    hold_loop(phone, served.address)
    assert_fits(phone)
    for view in ("interviews", "trends", "stories", "data"):
        open_progress(phone, served.address, view)
        assert_fits(phone)


def assert_no_word_on_how_it_went(place: Locator) -> None:
    shown = place.inner_text()
    assert not [name for name in VERDICT_NAMES.values() if name in shown]


def test_an_interview_of_a_running_loop_is_opened_nowhere_before_the_debrief(page: Page, served: Server) -> None:
    begin_loop(page, served.address)
    hold_interview(page, 0)
    expect(page.get_by_text("1 of 4 interviews over")).to_be_visible(timeout=PATIENCE)
    loop = page.url
    open_progress(page, served.address)
    first = page.locator("[class*='st-key-past']").first
    expect(first.get_by_text("Over, debrief to come")).to_be_visible()
    interview = (first.get_attribute("class") or "").split("st-key-past-")[1].split()[0]
    assert_no_word_on_how_it_went(first)

    page.goto(f"{served.address}/?interview={interview}")
    expect(page.get_by_role("heading", name="Not before the debrief")).to_be_visible(timeout=PATIENCE)
    assert_no_word_on_how_it_went(page.get_by_test_id("stMain"))
    page.get_by_role("link", name="Go on with the loop").click()
    expect(page.get_by_text("1 of 4 interviews over")).to_be_visible(timeout=PATIENCE)
    assert page.url == loop
    assert_no_word_on_how_it_went(page.get_by_test_id("stMain"))


def test_a_loop_is_ended_early_and_decides_nothing_with_too_few_votes(page: Page, served: Server) -> None:
    begin_loop(page, served.address)
    hold_interview(page, 0)
    page.get_by_role("button", name="End the loop here").click(timeout=PATIENCE)
    expect(page.get_by_text("It decides nothing with fewer than 3 votes")).to_be_visible()
    page.get_by_role("button", name="End it", exact=True).click()
    debriefed(page)
    expect(page.get_by_role("heading", name="Nothing to decide on")).to_be_visible()
    expect(page.get_by_text("No vote: too little was told")).to_have_count(3)
