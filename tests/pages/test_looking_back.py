"""What several interviews come to, in a real Chromium: trends, and the stories with the principles they serve."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.browsing import PATIENCE, choose, end, idle, open_form, open_progress, say, start
from tests.pages.driving import STORY
from tests.pages.serving import Server, serving
from tests.test_stories import BUSES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("told") / "interviews.db") as server:
        yield server


@pytest.fixture
def practised(page: Page, told: Server) -> Page:
    """A window on a server where one story was told for each of two principles; what a test before this one told is there too."""
    for principle, story in (("Ownership", STORY), ("Dive Deep", BUSES)):
        open_form(page, told.address)
        choose(page, "Principle", principle)
        start(page)
        say(page, story, replies=2)
        end(page)
    return page


def cell(page: Page, principle: str, story: int) -> Locator:
    """The sign in the coverage grid for `principle` and the story of that number."""
    line = page.get_by_role("row", name=principle)
    return line.get_by_role("cell").nth(story - 1).get_by_role("img")


def test_trends_and_the_coverage_grid_after_two_evenings(practised: Page, told: Server) -> None:
    page = practised
    open_progress(page, told.address, "trends")
    expect(page.get_by_role("heading", name="Principle by principle")).to_be_visible(timeout=PATIENCE)
    for name in ("Ownership", "Dive Deep", "Own steps", "Measured result"):
        expect(page.get_by_test_id("stMain").get_by_text(name, exact=True).first).to_be_visible()

    open_progress(page, told.address, "stories")
    expect(page.get_by_role("heading", name="Which story serves which principle")).to_be_visible(timeout=PATIENCE)
    idle(page)
    signs = {
        principle: [cell(page, principle, story).get_attribute("aria-label") for story in (1, 2)]
        for principle in ("Ownership", "Dive Deep")
    }
    assert (signs["Ownership"][0] or "").startswith("told for it")
    assert (signs["Dive Deep"][1] or "").startswith("told for it")
    assert not (signs["Ownership"][1] or "").startswith("told for it")
    best = page.get_by_role("img", name="one of its best, not told for it yet")
    assert best.count() <= 6

    page.get_by_test_id("stMain").get_by_role("link", name="Frugality").click()
    expect(page.get_by_role("button", name="Start the interview")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("combobox", name="Principle")).to_have_value("Frugality")
