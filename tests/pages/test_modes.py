"""The modes and the ways between them, in a real Chromium."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from interviewer.library import Library
from interviewer.pages.addresses import first
from interviewer.pages.scrolling import WANTED
from tests.pages.browsing import (
    PATIENCE,
    PHONE,
    assert_fits,
    at_rest,
    begin,
    end,
    idle,
    interviewer,
    listening,
    open_form,
    say,
)
from tests.pages.driving import STORY
from tests.pages.serving import Server, serving

pytestmark = pytest.mark.browser
MODES = {"Learn": "learn", "Practise": "practise", "Test": "test"}
TALE = "orphaned_night_job"
KEPT = frozenset({"id", "principle", "verdict", "shows", "targets", "about", "difficulty", "key_phrases", "key_phrase", "quote"})
"""Fields of a scenario that name something or are quoted from another field."""


def open_learn(page: Page, server: Server, query: str = "") -> None:
    page.goto(f"{server.address}/learn{query}")
    learning(page)


def learning(page: Page) -> None:
    expect(page.get_by_role("heading", name="Learn", level=1)).to_be_visible(timeout=PATIENCE)
    idle(page)


def poisoned(value: Any, hostile: str, field: str = "") -> Any:
    """`value`, with `hostile` after every text in it."""
    if isinstance(value, dict):
        return {name: poisoned(inner, hostile, name) for name, inner in value.items()}
    if isinstance(value, list) and field not in KEPT:
        return [poisoned(inner, hostile, field) for inner in value]
    return f"{value} {hostile}" if isinstance(value, str) and field not in KEPT and len(value) > 1 else value


@pytest.mark.parametrize("window", ["page", "phone"])
def test_all_modes_are_on_the_first_screen(window: str, served: Server, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(window)
    open_form(page, served.address)
    main = page.locator(".stMain")
    expect(main.get_by_role("button", name="Start the interview")).to_be_in_viewport(ratio=1)
    for name in MODES:
        expect(main.get_by_role("link", name=name)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("name", MODES)
def test_every_mode_is_reached_with_the_keyboard_alone(page: Page, served: Server, name: str) -> None:
    open_form(page, served.address)
    link = page.locator(".stMain").get_by_role("link", name=name)
    for _ in range(30):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name, timeout=PATIENCE)
    assert page.url == f"{served.address}/{MODES[name]}"


@pytest.mark.parametrize("name", [*MODES, "Interview"])
def test_from_a_phone_every_mode_is_reached_from_every_other(phone: Page, served: Server, name: str) -> None:
    phone.goto(f"{served.address}/{'learn' if name != 'Learn' else 'test'}")
    expect(phone.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE)
    phone.get_by_test_id("stExpandSidebarButton").click()
    phone.get_by_test_id("stSidebar").get_by_role("link", name=name).click()
    title = name if name in MODES else "Mock interview"
    expect(phone.get_by_role("heading", name=title, level=1)).to_be_visible(timeout=PATIENCE)
    expect(phone.get_by_test_id("stSidebar").get_by_role("link", name=name)).not_to_be_in_viewport()


def test_the_walkthrough_shows_its_marks(page: Page, served: Server, library: Library) -> None:
    open_learn(page, served, f"?scenario={TALE}")
    told = library.scenarios[TALE].parts.result
    expect(page.locator("mark", has_text=told.key_phrases[0])).to_be_visible()
    weight: str = page.locator("mark").first.evaluate("mark => getComputedStyle(mark).fontWeight")
    assert int(weight) >= 600
    page.get_by_text("Told badly", exact=True).click()
    expect(page.locator("mark", has_text=library.scenarios[TALE].weak_answer.faults[0].quote)).to_be_visible()
    expect(page.locator("sup").first).to_have_text(re.compile("1"))


def test_what_is_looked_at_survives_a_refresh_and_the_way_back(page: Page, served: Server) -> None:
    open_learn(page, served, f"?scenario={TALE}&section=metric")
    page.get_by_text("Follow-ups", exact=True).click()
    expect(page.get_by_text("Listens for:").first).to_be_visible()
    page.reload()
    learning(page)
    expect(page.get_by_role("radio", name="Follow-ups")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("radio", name="Told well")).to_be_checked()


def test_a_link_within_the_walkthrough_leads_to_the_top_of_another(page: Page, served: Server, library: Library) -> None:
    open_learn(page, served, f"?scenario={TALE}&view=angles")
    page.get_by_role("link", name="A story told for Dive Deep").click()
    story = first(library, "dive_deep")
    assert story
    expect(page.get_by_role("heading", level=2)).to_have_text(story.title, timeout=PATIENCE)
    assert page.url == f"{served.address}/learn?principle=dive_deep"
    expect(page.get_by_role("heading", name="Learn", level=1)).to_be_in_viewport()


@pytest.mark.parametrize("window", ["page", "phone"])
def test_an_assessment_leads_to_the_right_lesson_and_to_checks(
    window: str, served: Server, request: pytest.FixtureRequest
) -> None:
    page: Page = request.getfixturevalue(window)
    begin(page, served.address)
    say(page, STORY, replies=2)
    end(page)
    assessment = page.url
    lesson = page.locator(".stMain").get_by_role("link", name="Learn").first
    point = page.locator(".stMain").get_by_text(re.compile(r"^1\. ")).first.inner_text().removeprefix("1. ")
    lesson.press("Enter")
    learning(page)
    assert "section=" in page.url
    taught = page.locator("[data-testid=stExpander] details[open]", has=page.locator("mark"))
    expect(taught).to_have_count(1)
    for shown in (page.locator(f".st-key-{WANTED}").get_by_text(point, exact=True), taught.locator("summary")):
        expect(shown).to_be_in_viewport(ratio=1)
    page.get_by_text("Levels", exact=True).click()
    expect(page.get_by_text("The bar.").filter(visible=True)).to_be_in_viewport()
    page.goto(assessment)
    page.locator(".stMain").get_by_role("link", name="Practise").first.press("Enter")
    expect(page.get_by_role("heading", name="Practise", level=1)).to_be_visible(timeout=PATIENCE)
    assert "/practise?" in page.url
    assert "about=" in page.url


def test_one_can_be_interviewed_on_the_question_just_learned(page: Page, served: Server, library: Library) -> None:
    story = library.scenarios_of("dive_deep")[-1]
    open_learn(page, served, f"?scenario={story.id}")
    page.get_by_role("link", name="Be interviewed on this question").click()
    expect(page.get_by_role("heading", name="Mock interview")).to_be_visible(timeout=PATIENCE)
    idle(page)
    expect(page.get_by_text(f"“{story.question}”")).to_be_visible()
    page.get_by_role("button", name="Start the interview").click()
    at_rest(page, 1)
    expect(interviewer(page)).to_have_text([story.question])


def test_the_verdict_is_never_seen_above_old_messages(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    page.evaluate("""() => {
        window.mixed = false;
        const look = () => {
            const verdict = document.querySelector('.stMain h1');
            const messages = [...document.querySelectorAll('[data-testid=stChatMessage]')];
            window.mixed ||= !!verdict && messages.some(message => !message.closest('[data-testid=stExpander]'));
        };
        new MutationObserver(look).observe(document.body, {childList: true, subtree: true, characterData: true});
    }""")
    end(page)
    assert page.evaluate("window.mixed") is False


def test_nothing_in_the_walkthrough_is_wider_than_a_phone(phone: Page, served: Server) -> None:
    assert phone.viewport_size
    assert phone.viewport_size["width"] == PHONE
    for view in ("told_well", "follow_ups", "told_badly", "levels", "angles"):
        open_learn(phone, served, f"?scenario={TALE}&section=metric&view={view}")
        assert_fits(phone)


def test_hostile_scenarios_and_packs_stay_text(page: Page, content: Path) -> None:
    with listening() as (elsewhere, asked):
        hostile = (
            f"![shot]({elsewhere}/image) <img src='{elsewhere}/tag'> <script>fetch('{elsewhere}/x')</script> [a]({elsewhere}/b) "
            f"{elsewhere}/bare <a href='{elsewhere}/c'>x</a> **bold** $x^2$ :red[colour] :smile:"
        )
        file = content / "scenarios" / f"{TALE}.yaml"
        told = poisoned(yaml.safe_load(file.read_text()), hostile)
        told["parts"]["result"]["key_phrases"].append(hostile)
        file.write_text(yaml.safe_dump(told))
        pack = content / "prompts" / "principles" / "ownership.md"
        pack.write_text(f"{pack.read_text()}\n- {hostile}\n\n{hostile}\n".replace("title: Ownership", f'title: "{hostile}"', 1))
        folders = {"INTERVIEWER_PROMPTS": str(content / "prompts"), "INTERVIEWER_SCENARIOS": str(content / "scenarios")}
        with serving(content / "interviews.db", **folders) as server:
            open_learn(page, server, f"?scenario={TALE}")
            expect(page.locator("mark", has_text="**bold** $x^2$ :red[colour] :smile:")).to_be_visible()
            for view in ("told_well", "follow_ups", "told_badly", "levels", "angles"):
                open_learn(page, server, f"?scenario={TALE}&section=metric&view={view}")
                assert_no_element_from(page, elsewhere)
            open_form(page, server.address)
            assert_no_element_from(page, elsewhere)
        assert asked == []


def assert_no_element_from(page: Page, elsewhere: str) -> None:
    main = page.locator(".stMain")
    expect(main.locator(f"img, script, iframe, [href*='{elsewhere}'], [href^=mailto], .katex")).to_have_count(0)
    text = main.inner_text()
    assert "😄" not in text
    assert "**bold**" in text
