"""The assessment in a real Chromium: every flow that leads on from it."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from interviewer.rubric import VERDICT_NAMES
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
    interviewed,
    listening,
    say,
    unfold,
)
from tests.pages.driving import STORY
from tests.pages.serving import Server

pytestmark = pytest.mark.browser


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
    before = interviewed(page, served.address)
    page.get_by_role("button", name="Answer this question again").click()
    at_rest(page, 1)
    assert interview_of(page) != before
    say(page, f"{STORY} If I did it again I would ask on my first day where the crash reports go.", replies=2)
    end(page)
    expect(page.get_by_role("heading", name="Before and after")).to_be_visible()
    unfold(page, "Every rating, before and after")
    learning = page.get_by_role("row").filter(has=page.get_by_role("cell", name="Learning", exact=True))
    expect(learning.get_by_role("cell").nth(1)).to_have_text("Not met")
    expect(learning.get_by_role("cell").nth(2)).to_have_text(re.compile("^(Met|Partly met)$"))
    expect(page.get_by_text(re.compile("Better: .*learning"))).to_be_visible()


def test_a_finding_is_disputed_and_the_outcome_stays_after_a_refresh(page: Page, served: Server) -> None:
    interviewed(page, served.address)
    unfold(page, "dispute a finding")
    page.get_by_role("button", name="Judge it again").click()
    expect(page.get_by_text(re.compile("Judged again on turn 1"))).to_be_visible(timeout=PATIENCE)
    page.reload()
    assessed(page)
    expect(page.get_by_text(re.compile("Judged again on turn 1"))).to_be_visible()


def test_the_evidence_is_marked_where_it_was_said(page: Page, served: Server) -> None:
    interviewed(page, served.address)
    unfold(page, "with the evidence marked")
    marked = page.locator("mark").filter(has_text="Crashes fell from 290 a month to 12")
    expect(marked.first).to_be_visible()
    expect(page.get_by_text("Measured result", exact=True).first).to_be_visible()


def test_hostile_words_stay_words_everywhere_on_the_assessment(page: Page, served: Server) -> None:
    with listening() as (address, asked):
        hostile = f"{STORY} I sorted <img src={address}/i> ![x]({address}/m) <script>fetch('{address}/s')</script> mails by hand."
        interviewed(page, served.address, hostile)
        for label in ("with the evidence marked", "A skeleton", "dispute a finding", "What if"):
            unfold(page, label)
        for part in ("Situation", "Task", "Action", "Result", "Reflection"):
            unfold(page, f"{part},")
        assert_inert(page)
        assert asked == []


@pytest.mark.parametrize(("label", "ending"), [("PDF", "pdf"), ("Markdown", "md"), ("JSON", "json")])
def test_the_assessment_can_be_taken_away(page: Page, served: Server, tmp_path: Path, label: str, ending: str) -> None:
    interviewed(page, served.address)
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
    interviewed(page, served.address)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) >= 3


def test_in_the_dark_theme_too_it_prints_dark_on_white_and_without_buttons(browser: Browser, served: Server) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    interviewed(page, served.address)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="New interview")).to_be_hidden()
    with Image.open(BytesIO(page.screenshot())) as paper:
        shades = paper.convert("L").histogram()
    assert sum(shades[240:]) > 0.9 * sum(shades)
    assert sum(shades[:100]) > 0
    context.close()


def test_the_assessment_fits_a_phone_with_everything_unfolded(phone: Page, served: Server) -> None:
    interviewed(phone, served.address)
    for folded in phone.get_by_test_id("stExpander").locator("summary").all():
        folded.click()
    idle(phone)
    assert_fits(phone)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_what_decides_comes_first_with_what_would_have_changed_it(page: Page, served: Server) -> None:
    interviewed(page, served.address)
    headings = page.get_by_role("heading").all_inner_texts()
    assert headings[0] in VERDICT_NAMES.values()
    assert headings.index("What decides it") < headings.index("Next time") < headings.index("Every point at a glance")
    if headings[0] != VERDICT_NAMES["strong_hire"]:
        assert any(heading.startswith("What would have made it ") for heading in headings)
    unfold(page, "A skeleton to tell it again")
    skeleton = page.get_by_test_id("stCode").inner_text()
    assert "“Crashes fell from 290 a month to 12.”" in skeleton
    assert "[what in this story would you do differently?]" in skeleton


def test_the_same_interview_is_judged_for_another_principle_and_level_without_another_word(page: Page, served: Server) -> None:
    id = interviewed(page, served.address)
    verdict = page.get_by_role("heading", level=1).inner_text()
    unfold(page, "What if: another principle or level")
    idle(page)
    page.get_by_text("Senior", exact=True).click()
    expect(page.get_by_text(re.compile("^What if: Ownership, Senior: "))).to_be_visible(timeout=PATIENCE)
    idle(page)
    page.get_by_role("combobox", name="Principle").click()
    page.get_by_role("option", name="Dive Deep").click()
    expect(page.get_by_text(re.compile("^What if: Dive Deep, Senior: "))).to_be_visible(timeout=PATIENCE)
    page.reload()
    assessed(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(verdict)
    assert interview_of(page) == id


def test_contradictions_stand_there_with_both_quotes(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    say(page, "My manager had told me to sort those mails.", replies=3)
    end(page)
    expect(page.get_by_role("heading", name="Contradictions")).to_be_visible()
    expect(page.get_by_text("One answer says that nobody asked for it, another that somebody did.")).to_be_visible()
    main = page.get_by_test_id("stMain")
    for said in ("“My manager had told me to sort those mails.”", "“Nobody had asked me to"):
        expect(main.get_by_text(said).filter(visible=True).first).to_be_visible()


def test_what_was_never_asked_is_listed_apart_from_what_was_asked_and_not_answered(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, "We had trouble with refunds last spring, so the team looked into why they were late and we fixed it.", replies=2)
    say(page, "I don't know.", replies=3)
    end(page)
    asked, unasked = (page.get_by_test_id("stColumn").filter(has_text=name) for name in ("Asked, and not said", "Never asked"))
    listed = [set(side.get_by_role("listitem").all_inner_texts()) for side in (asked, unasked)]
    assert listed[0]
    assert listed[1]
    assert not listed[0] & listed[1]
    expect(unasked.get_by_text("No follow-up came to it.")).to_be_visible()
