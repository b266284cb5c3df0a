"""Every page is held against WCAG 2.2 AA by axe, in the light theme on a desktop and in the dark one on a phone."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.pages.browsing import ANDROID, PATIENCE, PHONE, assessed, idle, open_form, say, start
from tests.pages.driving import STORY
from tests.pages.serving import Server

pytestmark = pytest.mark.browser
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
DESKTOP, HANDHELD = ViewportSize(width=1280, height=900), ViewportSize(width=PHONE, height=844)
ADDRESSES = (
    "learn",
    "learn?scenario=orphaned_night_job&section=metric&view=follow_ups",
    "learn?scenario=orphaned_night_job&section=we_voice&view=badly",
    "learn?scenario=orphaned_night_job&view=levels",
    "practise",
    "test",
    "loop",
    "progress",
    "progress?view=trends",
    "progress?view=stories",
    "progress?view=data",
    "authors",
)

# Each theme and each width once: a colour does not depend on the width.
KINDS = pytest.mark.parametrize(
    ("scheme", "size"), [pytest.param("light", DESKTOP, id="desktop"), pytest.param("dark", HANDHELD, id="phone")]
)

Window = Callable[[str, ViewportSize], Page]


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    opened = []

    def open_window(scheme: str, size: ViewportSize) -> Page:
        dark = "dark" if scheme == "dark" else "light"
        agent = ANDROID if size is HANDHELD else None
        opened.append(browser.new_context(color_scheme=dark, viewport=size, user_agent=agent))  # type: ignore[arg-type]
        return opened[-1].new_page()

    yield open_window
    for context in opened:
        context.close()


def assert_accessible(page: Page) -> None:
    idle(page)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(fault["id"], node["html"], node["failureSummary"]) for fault in found for node in fault["nodes"]] == []


@KINDS
def test_an_interview_from_the_form_to_the_assessment(window: Window, served: Server, scheme: str, size: ViewportSize) -> None:
    page = window(scheme, size)
    open_form(page, served.address)
    assert_accessible(page)
    page.get_by_text("Question, level and more").click()
    page.get_by_text("Coached", exact=True).click()
    assert_accessible(page)
    start(page)
    assert_accessible(page)
    say(page, STORY, replies=2)
    page.get_by_text("Hint").first.click()
    assert_accessible(page)
    page.get_by_role("button", name="End the interview").click()
    rating = page.get_by_role("button", name="Show it without my rating")
    expect(rating).to_be_visible(timeout=PATIENCE)
    assert_accessible(page)
    rating.click()
    assessed(page)
    for folded in page.get_by_test_id("stExpander").locator("summary").all():
        folded.click()
    assert_accessible(page)


@KINDS
def test_the_other_pages(window: Window, served: Server, scheme: str, size: ViewportSize) -> None:
    page = window(scheme, size)
    for address in ADDRESSES:
        page.goto(f"{served.address}/{address}")
        expect(page.locator(".stMain h1, .stMain h2").first).to_be_visible(timeout=PATIENCE)
        assert_accessible(page)
