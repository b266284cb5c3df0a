"""The assessment in a real Chromium: every flow that leads on from it."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.pages.browsing import (
    PATIENCE,
    assert_fits,
    assert_inert,
    assessed,
    at_rest,
    begin,
    end,
    idle,
    interview_of,
    listening,
    say,
)
from tests.pages.driving import STORY
from tests.pages.serving import Server

pytestmark = pytest.mark.browser


def finish(page: Page, address: str, story: str = STORY) -> None:
    begin(page, address)
    say(page, story, replies=2)
    end(page)


def unfold(page: Page, label: str) -> None:
    page.get_by_test_id("stExpander").filter(has_text=label).locator("summary").first.click()
    idle(page)


def test_one_s_own_rating_is_given_with_the_keyboard_and_compared(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    page.get_by_role("button", name="End the interview").click()
    heading = page.get_by_role("heading", name="Before you see the verdict")
    expect(heading).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Point by point")).to_have_count(0)
    idle(page)
    page.get_by_role("radio", name="Hire", exact=True).focus()
    page.keyboard.press("Space")
    idle(page)
    page.get_by_role("button", name="Show the assessment").focus()
    page.keyboard.press("Enter")
    assessed(page)
    expect(page.get_by_text("You gave yourself Hire.")).to_be_visible()
    page.reload()
    assessed(page)
    expect(page.get_by_text("You gave yourself Hire.")).to_be_visible()


def test_the_question_is_answered_again_and_stands_beside_the_first_time(page: Page, served: Server) -> None:
    finish(page, served.address)
    before = interview_of(page)
    page.get_by_role("button", name="Answer this question again").click()
    at_rest(page, 1)
    assert interview_of(page) != before
    say(page, f"{STORY} If I did it again I would ask on my first day where the crash reports go.", replies=2)
    end(page)
    expect(page.get_by_role("heading", name="Before and after")).to_be_visible()
    unfold(page, "Every rating, before and after")
    expect(page.get_by_role("cell", name="Learning", exact=True)).to_be_visible()


def test_a_finding_is_disputed_and_the_outcome_stays_after_a_refresh(page: Page, served: Server) -> None:
    finish(page, served.address)
    unfold(page, "dispute a finding")
    page.get_by_role("button", name="Judge it again").click()
    expect(page.get_by_text(re.compile("Judged again on turn 1"))).to_be_visible(timeout=PATIENCE)
    page.reload()
    assessed(page)
    expect(page.get_by_text(re.compile("Judged again on turn 1"))).to_be_visible()


def test_the_evidence_is_marked_where_it_was_said(page: Page, served: Server) -> None:
    finish(page, served.address)
    unfold(page, "with the evidence marked")
    marked = page.locator("mark").filter(has_text="Crashes fell from 290 a month to 12")
    expect(marked.first).to_be_visible()
    expect(page.get_by_text("Measured result", exact=True).first).to_be_visible()


def test_hostile_words_stay_words_everywhere_on_the_assessment(page: Page, served: Server) -> None:
    with listening() as (address, asked):
        hostile = f"{STORY} I sorted <img src={address}/i> ![x]({address}/m) <script>fetch('{address}/s')</script> mails by hand."
        finish(page, served.address, hostile)
        for label in ("with the evidence marked", "A skeleton", "dispute a finding", "What if"):
            unfold(page, label)
        for part in ("Situation", "Task", "Action", "Result", "Reflection"):
            unfold(page, f"{part},")
        assert_inert(page)
        assert asked == []


@pytest.mark.parametrize(("label", "ending"), [("PDF", "pdf"), ("Markdown", "md"), ("JSON", "json")])
def test_the_assessment_can_be_taken_away(page: Page, served: Server, tmp_path: Path, label: str, ending: str) -> None:
    finish(page, served.address)
    with page.expect_download(timeout=PATIENCE) as downloading:
        page.get_by_role("button", name=label).click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    assert file.suffix == f".{ending}"
    held = file.read_bytes()
    match ending:
        case "pdf":
            assert held.startswith(b"%PDF-")
        case "md":
            assert STORY.split(". ")[0] in held.decode()
        case _:
            assert json.loads(held)["transcript"][0]["text"] == STORY


def test_the_page_prints_whole_and_not_only_what_is_in_view(page: Page, served: Server) -> None:
    finish(page, served.address)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) >= 3


def test_in_the_dark_theme_too_it_prints_dark_on_white_and_without_buttons(browser: Browser, served: Server) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    finish(page, served.address)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="New interview")).to_be_hidden()
    with Image.open(BytesIO(page.screenshot())) as paper:
        shades = paper.convert("L").histogram()
    assert sum(shades[240:]) > 0.9 * sum(shades)
    assert sum(shades[:100]) > 0
    context.close()


def test_the_assessment_fits_a_phone_with_everything_unfolded(phone: Page, served: Server) -> None:
    finish(phone, served.address)
    for folded in phone.get_by_test_id("stExpander").locator("summary").all():
        folded.click()
    idle(phone)
    assert_fits(phone)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
