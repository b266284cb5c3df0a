"""Practise and Test in a real Chromium."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from interviewer import quiz
from interviewer.database import LOCAL, Database
from interviewer.library import Library
from interviewer.papers import Papers
from interviewer.quiz import Paper
from tests.pages.browsing import PATIENCE, assert_fits, assert_inert, idle, listening
from tests.pages.serving import ROOT, Server, serving

pytestmark = pytest.mark.browser
WINDOWS = pytest.mark.parametrize("window", ["page", "phone"])


@pytest.fixture
def opened(window: str, request: pytest.FixtureRequest) -> Page:
    found: Page = request.getfixturevalue(window)
    return found


def options(page: Page, question: int | None = None) -> Locator:
    name = f"Options of question {question}" if question else "Options"
    return page.get_by_role("radiogroup", name=name, exact=True)


def asked(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("button", name="Check")).to_be_visible(timeout=PATIENCE)
    idle(page)


def begin_test(page: Page, served: Server) -> None:
    page.goto(f"{served.address}/test")
    page.get_by_role("button", name="Start the test").click(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Hand in")).to_be_visible(timeout=PATIENCE)


def choose(page: Page, question: int, option: int) -> None:
    """Chooses an option, counted from 1, and waits until it is kept."""
    options(page, question).locator("label").nth(option - 1).click()
    expect(page.get_by_text(f"{question} of 10 answered")).to_be_visible(timeout=PATIENCE)


@WINDOWS
def test_a_whole_round_from_the_form_to_the_missed_ones(window: str, opened: Page, served: Server) -> None:
    opened.goto(f"{served.address}/practise")
    opened.get_by_text("Hard", exact=True).click(timeout=PATIENCE)
    expect(opened.get_by_text("checks fit")).to_be_visible()
    idle(opened)
    opened.get_by_role("button", name="Start").click()
    for number in range(1, 11):
        expect(opened.get_by_text(f"{number} of 10 · hard")).to_be_in_viewport(timeout=PATIENCE)
        options(opened).locator("label").first.click()
        opened.get_by_role("button", name="Check").click()
        expect(opened.get_by_text("Why", exact=True)).to_be_visible(timeout=PATIENCE)
        expect(opened.get_by_text("Your choice")).to_be_visible()
        if number == 3:
            opened.reload()
            expect(opened.get_by_text("Your choice")).to_be_visible(timeout=PATIENCE)
        assert_fits(opened) if window == "phone" else None
        opened.get_by_role("button", name="See the score" if number == 10 else "Next").click()
    score = opened.get_by_role("heading", name=re.compile(r"^\d+ of 10 right$"))
    expect(score).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    missed = 10 - int(score.inner_text().split()[0])
    assert_fits(opened) if window == "phone" else None
    opened.get_by_role("button", name="Again, only the missed ones").click()
    expect(opened.get_by_text(f"1 of {missed} · hard")).to_be_visible(timeout=PATIENCE)


def test_a_check_is_answered_without_a_mouse(page: Page, served: Server) -> None:
    asked(page, f"{served.address}/practise?principle=dive_deep&seed=2")
    options(page).get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(options(page).get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Why", exact=True)).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.get_by_text("2 of 10")).to_be_visible(timeout=PATIENCE)


def test_the_browser_s_back_leads_one_step_back(page: Page, served: Server) -> None:
    asked(page, f"{served.address}/practise?principle=dive_deep")
    options(page).locator("label").first.click()
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Next").click(timeout=PATIENCE)
    expect(page.get_by_text("2 of 10")).to_be_visible(timeout=PATIENCE)
    page.go_back()
    expect(page.get_by_text("Your choice")).to_be_visible(timeout=PATIENCE)
    page.go_back()
    expect(page.get_by_role("button", name="Check")).to_be_visible(timeout=PATIENCE)


@WINDOWS
def test_a_whole_test_with_a_refresh_in_the_middle(window: str, opened: Page, served: Server) -> None:
    begin_test(opened, served)
    for question in range(1, 6):
        choose(opened, question, 1 + question % 4)
    clock = opened.get_by_text(re.compile(r"\d+:\d\d left"))
    before = clock.inner_text()
    expect(clock).not_to_have_text(before, timeout=PATIENCE)
    opened.reload()
    expect(opened.get_by_text("5 of 10 answered")).to_be_visible(timeout=PATIENCE)
    for question in range(1, 6):
        expect(options(opened, question).get_by_role("radio").nth(question % 4)).to_be_checked()
    for question in range(6, 10):
        choose(opened, question, 2)
    assert_fits(opened) if window == "phone" else None
    opened.get_by_role("button", name="Hand in").click()
    expect(opened.get_by_text("1 question has no answer yet")).to_be_visible(timeout=PATIENCE)
    opened.get_by_role("button", name="Hand in all the same").click()
    expect(opened.get_by_role("heading", name=re.compile(r"^\d+ of 10 right$"))).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    opened.get_by_text("10. Not answered.").click()
    expect(opened.get_by_text("Right answer").last).to_be_visible()
    assert_fits(opened) if window == "phone" else None
    opened.reload()
    expect(opened.get_by_text("Question by question")).to_be_visible(timeout=PATIENCE)
    expect(opened.get_by_text("Your tests so far")).to_be_visible()


def test_when_time_is_up_the_browser_hands_the_sheet_in(page: Page, tmp_path: Path, library: Library) -> None:
    papers = Papers(Database(f"sqlite:///{tmp_path / 'interviews.db'}"), LOCAL)
    bank = quiz.items(library.scenarios.values())
    begun = Paper.new(quiz.paper(quiz.matching(bank, "ownership"), 1), "ownership", 1)
    with serving(tmp_path / "interviews.db") as server:
        nearly_over = datetime.now(UTC) - timedelta(seconds=quiz.TEST_SECONDS - 8)
        papers.begin(begun.model_copy(update={"started_at": nearly_over}))
        page.goto(f"{server.address}/test?paper={begun.id}")
        expect(page.get_by_text("Time was up, and the sheet was handed in as it stood.")).to_be_visible(timeout=PATIENCE)
    assert papers.load(begun.id).result


def test_the_time_left_is_counted_without_asking_the_server(page: Page, served: Server) -> None:
    begin_test(page, served)
    idle(page)
    sent: list[str | bytes] = []

    def note(frame: str | bytes) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.reload()
    clock = page.get_by_text(re.compile(r"\d+:\d\d left"))
    expect(clock).to_be_visible(timeout=PATIENCE)
    idle(page)
    before, frames = clock.inner_text(), len(sent)
    expect(clock).not_to_have_text(before, timeout=PATIENCE)
    later = clock.inner_text()
    expect(clock).not_to_have_text(later, timeout=PATIENCE)
    assert len(sent) == frames


def test_a_test_goes_on_after_the_server_was_killed(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "interviews.db") as server:
        begin_test(page, server)
        choose(page, 1, 3)
        server.kill()
        server.start()
        page.goto(page.url)
        expect(page.get_by_text("1 of 10 answered")).to_be_visible(timeout=PATIENCE)
        choose(page, 2, 1)
    paper = page.url.rsplit("paper=", 1)[1]
    assert len(Papers(Database(f"sqlite:///{tmp_path / 'interviews.db'}"), LOCAL).load(paper).answers) == 2


def test_hostile_checks_stay_text_and_load_nothing(page: Page, tmp_path: Path) -> None:
    with listening() as (elsewhere, requested):
        hostile = f"![x]({elsewhere}/i) <img src='{elsewhere}/t'> [l]({elsewhere}/l) {elsewhere}/bare **b** $x^2$ :red[c]"
        told: dict[str, Any] = yaml.safe_load((ROOT / "scenarios/orphaned_night_job.yaml").read_text())
        for check in told["knowledge_checks"]:
            for field in ("question", "hint"):
                check[field] += f" {hostile}"
            for field in ("options", "steps", "common_mistakes"):
                check[field] = [f"{text} {hostile}" for text in check[field]]
        (tmp_path / "scenarios").mkdir()
        (tmp_path / "scenarios/orphaned_night_job.yaml").write_text(yaml.safe_dump(told))
        (tmp_path / "prompts/principles").mkdir(parents=True)
        for file in (ROOT / "prompts").rglob("*.*"):
            if file.parent.name != "principles" or file.stem == "ownership":
                copy = tmp_path / "prompts" / file.relative_to(ROOT / "prompts")
                copy.parent.mkdir(exist_ok=True)
                copy.write_text(file.read_text())
        places = {f"INTERVIEWER_{name.upper()}": str(tmp_path / name) for name in ("prompts", "scenarios")}
        with serving(tmp_path / "interviews.db", **places) as server:
            asked(page, f"{server.address}/practise?principle=ownership")
            page.get_by_text("Hint").click()
            expect(page.get_by_text("**b** $x^2$ :red[c]").first).to_be_visible()
            assert_inert(page)
            options(page).locator("label").first.click()
            page.get_by_role("button", name="Check").click()
            expect(page.get_by_text("Why", exact=True)).to_be_visible(timeout=PATIENCE)
            assert_inert(page)
            begin_test(page, server)
            assert_inert(page)
        assert requested == []
