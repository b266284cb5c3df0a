"""The first minute in a real Chromium: one line, one button, and something to look at before anything is asked of anybody."""

import re

import pytest
from playwright.sync_api import Page, expect

from interviewer.pages.start import PURPOSE
from interviewer.rubric import VERDICT_NAMES
from tests.pages.browsing import PATIENCE, at_rest, idle, open_form, open_progress, say, start
from tests.pages.driving import STORY
from tests.pages.serving import Server

pytestmark = pytest.mark.browser


def test_the_first_screen_says_what_this_is_and_one_press_begins(page: Page, served: Server) -> None:
    open_form(page, served.address)
    expect(page.get_by_text(PURPOSE)).to_be_in_viewport()
    expect(page.get_by_role("button", name="Start the interview")).to_be_in_viewport()
    for mode in ("Learn", "Practise", "Test"):
        expect(page.get_by_test_id("stMain").get_by_role("link", name=mode)).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)
    start(page)


def test_an_example_assessment_comes_before_the_first_interview_and_leaves_nothing(page: Page, served: Server) -> None:
    open_form(page, served.address)
    page.get_by_role("button", name="See an example assessment").click()
    expect(page.get_by_text("Nothing of it is kept.")).to_be_visible(timeout=PATIENCE)
    idle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^(" + "|".join(VERDICT_NAMES.values()) + ")$"))
    for heading in ("What decides it", "Every point at a glance", "Point by point"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_role("button", name="Judge it again")).to_have_count(0)
    page.get_by_role("button", name="Start an interview of your own").click()
    expect(page.get_by_role("button", name="Start the interview")).to_be_visible(timeout=PATIENCE)
    open_progress(page, served.address)
    expect(page.get_by_text("somebody else's story")).to_have_count(0)


@pytest.mark.parametrize("words", ["Nothing comes to mind right now.", "Can't think of one.", "That never happened to me."])
def test_whoever_has_no_story_is_asked_for_another_whatever_the_words(page: Page, served: Server, words: str) -> None:
    open_form(page, served.address)
    start(page)
    first = page.get_by_label("Chat message from assistant").first.inner_text()
    say(page, words, replies=2)
    expect(page.get_by_text("main question", exact=False).first).to_be_visible()
    assert page.get_by_label("Chat message from assistant").nth(1).inner_text() != first
    say(page, STORY, replies=3)
    expect(page.get_by_text("follow-up 1 of at most 4")).to_be_visible()
    at_rest(page, 3)
