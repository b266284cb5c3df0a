"""The interview screen in a real Chromium: the draft, the clock, the ways to pass and to answer again, and the keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from interviewer.database import LOCAL, Database
from interviewer.interview import TakenBack
from interviewer.store import Store
from tests.models.stub import Step, Stub, delta, events
from tests.pages.browsing import (
    PATIENCE,
    answer_box,
    assert_fits,
    assessed,
    at_rest,
    begin,
    candidate,
    idle,
    interview_of,
    interviewer,
    open_form,
    say,
    send,
    start,
)
from tests.pages.driving import STORY
from tests.pages.modelling import asking
from tests.pages.serving import Server, serving

pytestmark = pytest.mark.browser
DRAFTS = "Object.entries(localStorage).filter(([k]) => k.startsWith('draft '))"
LONG = "\n\n".join(f"{number}. {STORY}" for number in range(80))
"""About 20 kB."""


def kept(page: Page) -> list[str]:
    """What the browser's storage holds of drafts."""
    found: list[str] = page.evaluate(f"{DRAFTS}.map(([k, v]) => v)")
    return found


def nothing_kept(page: Page) -> None:
    page.wait_for_function(f"{DRAFTS}.length === 0")


def test_a_draft_of_many_pages_survives_a_refresh(page: Page, served: Server) -> None:
    begin(page, served.address)
    answer_box(page).fill(LONG)
    page.reload()
    expect(answer_box(page)).to_have_value(LONG, timeout=PATIENCE)
    answer_box(page).press("Enter")
    at_rest(page, 2)
    nothing_kept(page)
    page.reload()
    at_rest(page, 2)
    expect(answer_box(page)).to_have_value("")


def test_a_draft_typed_key_by_key_survives_a_closed_window(page: Page, served: Server) -> None:
    begin(page, served.address)
    answer_box(page).press_sequentially("In my second week")
    again = page.context.new_page()
    again.goto(page.url)
    expect(answer_box(again)).to_have_value("In my second week", timeout=PATIENCE)


def test_an_answer_that_never_reached_a_dead_server_is_still_there(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "interviews.db") as server:
        begin(page, server.address)
        answer_box(page).fill(STORY)
        server.kill()
        answer_box(page).press("Enter")
        server.start()
        page.reload()
        at_rest(page, 1)
        expect(answer_box(page)).to_have_value(STORY)
        expect(candidate(page)).to_have_count(0)


def test_a_draft_does_not_come_back_as_an_answer_that_was_sent(page: Page, served: Server) -> None:
    begin(page, served.address)
    for replies, text in enumerate((STORY, "About forty percent fewer.", "I asked the on-call lead."), 2):
        say(page, text, replies=replies)
        expect(answer_box(page)).to_have_value("")
    nothing_kept(page)


def test_a_draft_belongs_to_its_interview(page: Page, served: Server) -> None:
    begin(page, served.address)
    answer_box(page).fill("Words for the first interview.")
    begin(page, served.address)
    expect(answer_box(page)).to_have_value("")


def test_nothing_of_an_interview_that_is_over_stays_in_the_browser(page: Page, served: Server) -> None:
    begin(page, served.address)
    answer_box(page).fill("Half a sentence")
    page.get_by_role("button", name="End the interview").click()
    assessed(page)
    nothing_kept(page)


def test_an_answer_taken_back_can_be_changed(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    page.get_by_role("button", name="Answer again").click()
    expect(page.get_by_text("no longer counts")).to_be_visible(timeout=PATIENCE)
    at_rest(page, 1)
    expect(candidate(page)).to_have_count(0)
    expect(answer_box(page)).to_have_value(STORY)
    page.reload()
    at_rest(page, 1)
    expect(answer_box(page)).to_have_value(STORY)
    say(page, f"{STORY} I checked a month later.", replies=2)
    expect(candidate(page)).to_have_count(1)


def test_passing_leads_to_another_question_and_then_to_another_follow_up(page: Page, served: Server) -> None:
    begin(page, served.address)
    first = interviewer(page).first.inner_text()
    page.get_by_role("button", name="I have no such example").click()
    at_rest(page, 2)
    assert interviewer(page).nth(1).inner_text() != first
    say(page, STORY, replies=3)
    page.get_by_role("button", name="Skip this question").click()
    at_rest(page, 4)
    expect(page.get_by_text("follow-up 2 of at most 4")).to_be_visible()


def test_an_answer_sent_too_early_can_be_taken_back_while_the_model_is_thinking(page: Page, tmp_path: Path) -> None:
    database = tmp_path / "interviews.db"
    with Stub() as model, serving(database, OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY="x") as server:
        model.default = events(Step.STALL)
        begin(page, server.address)
        send(page, STORY)
        expect(page.get_by_text("Considering your answer")).to_be_visible()
        page.get_by_role("button", name="Answer again").click()
        at_rest(page, 1)
        expect(answer_box(page)).to_have_value(STORY)
        kept = Store(Database(f"sqlite:///{database}"), LOCAL).load(interview_of(page))
        assert isinstance(kept.events[-1], TakenBack)


def test_the_clock_goes_on_after_a_refresh_and_can_be_put_away(page: Page, served: Server) -> None:
    begin(page, served.address)
    expect(page.get_by_text(re.compile(r"0:0[2-9] · Situation"))).to_be_visible(timeout=PATIENCE)
    page.reload()
    at_rest(page, 1)
    expect(page.get_by_text(re.compile(r"0:(0[3-9]|[1-5]\d) · "))).to_be_visible(timeout=PATIENCE)
    page.get_by_text("Clock", exact=True).click()
    expect(page.get_by_text(re.compile(r"0:"))).to_have_count(0)
    page.reload()
    at_rest(page, 1)
    expect(page.get_by_text(re.compile(r"0:"))).to_have_count(0)


def test_the_running_clock_moves_nothing(page: Page, served: Server) -> None:
    begin(page, served.address)
    clock = page.get_by_text(re.compile(r"0:0"))
    before = answer_box(page).bounding_box()
    for seconds in (1, 2, 3):
        expect(page.get_by_text(re.compile(rf"0:0[{seconds}-9]"))).to_be_visible(timeout=PATIENCE)
        assert answer_box(page).bounding_box() == before
        expect(page.get_by_role("button", name="End the interview")).to_be_visible()
    expect(clock).to_have_count(1)
    assert re.fullmatch(r"0:0\d · Situation · [\d.–]+ min", clock.inner_text().strip())


def test_nothing_moves_while_a_reply_streams_in(page: Page, tmp_path: Path) -> None:
    with Stub() as model, serving(tmp_path / "interviews.db", OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY="x") as server:
        model.default = asking(events(delta("What did you "), delta("measure"), Step.STALL))
        begin(page, server.address)
        box, buttons = answer_box(page), page.get_by_role("button", name="End the interview")
        before = box.bounding_box(), buttons.bounding_box()
        send(page, STORY)
        expect(page.get_by_text("Considering your answer")).to_be_visible()
        assert (box.bounding_box(), buttons.bounding_box()) == before
        expect(page.get_by_text("What did you")).to_be_visible(timeout=PATIENCE)
        assert (box.bounding_box(), buttons.bounding_box()) == before


def test_a_coached_interview_shows_what_is_covered_and_a_hint(page: Page, served: Server) -> None:
    open_form(page, served.address)
    page.get_by_text("Coached", exact=True).click()
    idle(page)
    start(page)
    expect(page.get_by_text("Situation 0/1")).to_be_visible()
    say(page, STORY, replies=2)
    expect(page.get_by_text("Asked because of")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Action [1-4]/4"))).to_be_visible()
    expect(page.get_by_text("Hint")).to_have_count(1)
    page.get_by_text("Hint").click()
    expect(page.get_by_test_id("stExpanderDetails").get_by_test_id("stHtml")).to_be_visible()
    page.get_by_role("button", name="Details").click()
    expect(page.get_by_text("Own steps: told")).to_be_visible()


def test_a_realistic_interview_shows_nothing_but_the_conversation(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    for told in ("Asked because of", "Hint", "Situation 1/1", "Details"):
        expect(page.get_by_text(told)).to_have_count(0)


def test_the_keyboard_alone_leads_through_an_interview(page: Page, served: Server) -> None:
    open_form(page, served.address)
    page.get_by_role("button", name="Start the interview").focus()
    page.keyboard.press("Enter")
    at_rest(page, 1)
    answer_box(page).focus()
    page.keyboard.insert_text(STORY)
    page.keyboard.press("Enter")
    at_rest(page, 2)
    expect(page.get_by_role("button", name="Skip this question")).to_be_enabled(timeout=PATIENCE)
    answer_box(page).focus()
    pressed = []
    for _ in range(8):
        page.keyboard.press("Tab")
        name: str = page.evaluate("document.activeElement.innerText || document.activeElement.ariaLabel || ''")
        pressed.append(name.strip())
        if "Skip this question" in name:
            break
    assert "Skip this question" in pressed[-1], pressed
    page.keyboard.press("Enter")
    at_rest(page, 3)


def test_a_coached_interview_fits_on_a_phone(phone: Page, served: Server) -> None:
    open_form(phone, served.address)
    phone.get_by_text("Coached", exact=True).click()
    idle(phone)
    start(phone)
    say(phone, STORY, replies=2)
    assert_fits(phone)
    expect(phone.get_by_role("button", name="End the interview")).to_be_in_viewport()
    expect(interviewer(phone).last).to_be_in_viewport()
