"""Pictures of every state of the page: ``python -m tests.pages.screenshots FOLDER``; two of them go into the readme."""

import sys
import tempfile
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, expect

from interviewer.database import LOCAL, Database
from interviewer.rubric import CriterionId
from interviewer.store import Store
from tests.pages.browsing import PATIENCE, assessed, at_rest, begin, choose, idle, interview_of, open_form, send, start
from tests.pages.serving import ROOT, Server, chromium, serving

SIZES: Mapping[str, ViewportSize] = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
LESSONS = {
    "well": "",
    "point": "section=metric",
    "follow_ups": "section=metric&view=follow_ups",
    "badly": "section=we_voice",
    "levels": "view=levels",
    "angles": "view=angles",
}
"""What is pictured of a walkthrough, and the address of each."""
STORY = """\
Our app sends crash reports to a shared mailbox, and when I joined the payments team I noticed that nobody had opened it for \
months. It wasn't on anyone's list. I went through three weeks of it and found that one crash made up most of the mail: people \
on older phones lost their basket when the card form came up.

I reproduced it on a phone from the drawer, found that we kept the whole basket in memory, and moved it to disk. I had to \
convince the release manager to take it before the freeze, so I showed her the recordings. After that we got a lot fewer \
crashes and support was happier with us.

I learned that communication is really important."""
REPLIES: Mapping[CriterionId, str] = {
    "stakes": "Those people had filled a basket for ten minutes and then had to start again. Most of them didn't.",
    "ownership": "Nobody asked me. I saw the mailbox in my second week, asked who read it, and when nobody did I took it on.",
    "role": "The finding and the fix were mine. A colleague wrote the test for older phones, the release manager took it live.",
    "first_person": "I sorted the mail by stack trace, reproduced the worst one, moved the basket to disk, wrote the note.",
    "depth": "I grouped about 400 mails by stack trace. 290 of them were the same line, always on phones with 2 GB of memory.",
    "trade_off": "We could have shown a warning on old phones instead. I was against that, because it would have kept the loss.",
    "follow_through": "I watched the mailbox for two weeks after the release, and I still look at it on Mondays.",
    "metric": "I didn't measure it properly. It felt like much less mail.",
    "impact": "Support told me that people on older phones had stopped writing in about lost baskets.",
    "lasting_effect": "There's a rota for the mailbox now. I set it up with the two other app teams.",
    "learning": "I'd ask on my first day where the crash reports go, before anything else.",
    "systemic_insight": "The mailbox belonged to a team that had been split up, and no list said who got what it left behind.",
}


def main(folder: Path) -> None:
    readme = ROOT / ".github"
    for place in (folder, readme):
        place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        database = Path(scratch) / "interviews.db"
        with serving(database) as server:
            _start(browser, server, folder)
            _coached(browser, server, folder)
            _learn(browser, server, folder)
            _checks(browser, server, folder)
            address = _interview(browser, server, Store(Database(f"sqlite:///{database}"), LOCAL), folder, readme)
            _assessment(browser, address, folder, readme)
            _loop(browser, server, folder)
            _progress(browser, server, folder)
        with serving(database, OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY="unused") as server:
            _failure(browser, server, folder)


def _start(browser: Browser, server: Server, folder: Path) -> None:
    for size, scheme in product(SIZES, SCHEMES):
        page = _window(browser, size, scheme)
        open_form(page, server.address)
        _picture(page, folder / f"start-{size}-{scheme}.png")
    page.get_by_text("Question, level and more").click()
    _whole_picture(page, folder / "start-opened.png")


def _learn(browser: Browser, server: Server, folder: Path) -> None:
    for size, scheme in product(SIZES, SCHEMES):
        page = _window(browser, size, scheme)
        for name, query in LESSONS.items():
            page.set_viewport_size(SIZES[size])
            page.goto(f"{server.address}/learn?scenario=orphaned_night_job&{query}")
            expect(page.get_by_role("heading", name="Now you")).to_be_visible(timeout=PATIENCE)
            idle(page)
            _whole_picture(page, folder / f"learn-{name}-{size}-{scheme}.png")
    page.get_by_text("About Ownership").click()
    _whole_picture(page, folder / "learn-about.png")


def _checks(browser: Browser, server: Server, folder: Path) -> None:
    """A check of Practise, answered and explained, and the sheet of a test."""
    for size, scheme in product(SIZES, SCHEMES):
        page = _window(browser, size, scheme)
        page.goto(f"{server.address}/practise?principle=ownership")
        expect(page.get_by_role("button", name="Check")).to_be_visible(timeout=PATIENCE)
        idle(page)
        _picture(page, folder / f"practise-asking-{size}-{scheme}.png")
        page.get_by_role("radiogroup", name="Options", exact=True).locator("label").first.click()
        page.get_by_role("button", name="Check").click()
        expect(page.get_by_text("Why", exact=True)).to_be_visible(timeout=PATIENCE)
        idle(page)
        _whole_picture(page, folder / f"practise-answered-{size}-{scheme}.png")
        page.set_viewport_size(SIZES[size])
        page.goto(f"{server.address}/test")
        page.get_by_role("button", name="Start the test").click(timeout=PATIENCE)
        expect(page.get_by_role("button", name="Hand in")).to_be_visible(timeout=PATIENCE)
        idle(page)
        _picture(page, folder / f"test-sheet-{size}-{scheme}.png")
        page.get_by_role("button", name="Hand in").click()
        page.get_by_role("button", name="Hand in all the same").click(timeout=PATIENCE)
        expect(page.get_by_role("heading", name="Question by question")).to_be_visible(timeout=PATIENCE)
        idle(page)
        _whole_picture(page, folder / f"test-result-{size}-{scheme}.png")


def _interview(browser: Browser, server: Server, store: Store, folder: Path, readme: Path) -> str:
    """A whole interview in the desktop window, looked at from the phone on the way; its address."""
    page = _window(browser, "desktop", "light")
    open_form(page, server.address)
    choose(page, "Principle", "Ownership")
    start(page)
    _picture(page, folder / "question-desktop.png")
    send(page, STORY)
    for replies in range(2, 20):
        spoken = page.get_by_label("Chat message from assistant").nth(replies - 1)
        expect(spoken.or_(page.get_by_text("Before you see the verdict")).filter(visible=True).first).to_be_visible(
            timeout=PATIENCE
        )
        idle(page)
        interview = store.load(interview_of(page))
        if interview.ended:
            break
        if replies == 3:
            _midway(browser, page, folder, readme)
        send(page, REPLIES.get(interview.question.because or "", "I'd rather tell you about the fix itself."))
    _rating(browser, page, folder)
    return page.url


def _rating(browser: Browser, page: Page, folder: Path) -> None:
    """One's own rating, given in the desktop window."""
    for size, scheme in product(SIZES, SCHEMES):
        other = _window(browser, size, scheme)
        other.goto(page.url)
        expect(other.get_by_text("Before you see the verdict")).to_be_visible(timeout=PATIENCE)
        idle(other)
        _picture(other, folder / f"rating-{size}-{scheme}.png")
    page.get_by_text("Strong Hire", exact=True).click()
    page.get_by_text("Action", exact=True).first.click()
    idle(page)
    page.get_by_role("button", name="Show the assessment").click()
    assessed(page)


def _midway(browser: Browser, page: Page, folder: Path, readme: Path) -> None:
    _picture(page, readme / "interview.png")
    _picture(page, folder / "conversation-desktop.png")
    for scheme in SCHEMES:
        phone = _window(browser, "phone", scheme)
        phone.goto(page.url)
        at_rest(phone, 3)
        _picture(phone, folder / f"conversation-phone-{scheme}.png")


def _coached(browser: Browser, server: Server, folder: Path) -> None:
    """The first screen, the example it leads to, and a coached interview with everything in it opened."""
    for size, scheme in product(SIZES, SCHEMES):
        page = _window(browser, size, scheme)
        open_form(page, server.address)
        page.get_by_role("button", name="See an example assessment").click()
        expect(page.get_by_text("somebody else's story").first).to_be_visible(timeout=PATIENCE)
        idle(page)
        _whole_picture(page, folder / f"example-{size}-{scheme}.png")
        page = _window(browser, size, scheme)
        open_form(page, server.address)
        page.get_by_text("Coached", exact=True).click()
        idle(page)
        start(page)
        send(page, STORY)
        at_rest(page, 2)
        page.get_by_text("Hint").click()
        expect(page.get_by_role("button", name="Skip this question")).to_be_enabled(timeout=PATIENCE)
        _picture(page, folder / f"coached-{size}-{scheme}.png")
        page.get_by_role("button", name="Details").click()
        expect(page.get_by_text("Own steps:")).to_be_visible()
        _picture(page, folder / f"coverage-{size}-{scheme}.png")


def _assessment(browser: Browser, address: str, folder: Path, readme: Path) -> None:
    for size, scheme in product(SIZES, SCHEMES):
        page = _window(browser, size, scheme)
        page.goto(address)
        assessed(page)
        if (size, scheme) == ("desktop", "light"):
            _picture(page, readme / "assessment.png")
        _whole_picture(page, folder / f"assessment-{size}-{scheme}.png")
    for folded in page.get_by_test_id("stExpander").locator("summary").all():
        folded.click()
    idle(page)
    _whole_picture(page, folder / "assessment-opened.png")


def _loop(browser: Browser, server: Server, folder: Path) -> None:
    """A loop from its form to the debrief, held in the desktop window."""
    page = _window(browser, "desktop", "light")
    page.goto(f"{server.address}/loop")
    page.get_by_text("Data analyst", exact=True).click(timeout=PATIENCE)
    idle(page)
    _picture(page, folder / "loop-form-desktop.png")
    page.get_by_role("button", name="Start the loop").click()
    for answer in (STORY, STORY.replace("mailbox", "folder"), REPLIES["depth"], REPLIES["stakes"]):
        page.get_by_role("button", name="Begin the interview").click(timeout=PATIENCE)
        at_rest(page, 1)
        send(page, answer)
        at_rest(page, 2)
        page.get_by_role("button", name="End the interview").click()
        idle(page)
        if answer == STORY:
            _picture(page, folder / "loop-room-desktop.png")
            _blind(browser, server, folder)
    expect(page.get_by_role("heading", name="The votes")).to_be_visible(timeout=PATIENCE)
    for size, scheme in product(SIZES, SCHEMES):
        window = _window(browser, size, scheme)
        window.goto(page.url)
        expect(window.get_by_role("heading", name="The votes")).to_be_visible(timeout=PATIENCE)
        window.get_by_test_id("stExpander").filter(has_text="Bar raiser").click()
        idle(window)
        _whole_picture(window, folder / f"debrief-{size}-{scheme}.png")


def _blind(browser: Browser, server: Server, folder: Path) -> None:
    """What Progress shows of a loop that is still on."""
    page = _window(browser, "phone", "light")
    page.goto(f"{server.address}/progress")
    expect(page.get_by_text("debrief to come").first).to_be_visible(timeout=PATIENCE)
    idle(page)
    _picture(page, folder / "progress-blind-phone.png")


def _progress(browser: Browser, server: Server, folder: Path) -> None:
    for size, scheme in product(SIZES, SCHEMES):
        page = _window(browser, size, scheme)
        for view in ("interviews", "trends", "stories", "data"):
            page.set_viewport_size(SIZES[size])
            page.goto(f"{server.address}/progress?view={view}")
            expect(page.get_by_role("heading", name="Progress", level=1)).to_be_visible(timeout=PATIENCE)
            idle(page)
            _whole_picture(page, folder / f"progress-{view}-{size}-{scheme}.png")


def _failure(browser: Browser, server: Server, folder: Path) -> None:
    page = _window(browser, "desktop", "light")
    begin(page, server.address)
    send(page, STORY)
    expect(page.get_by_role("button", name="Go on offline")).to_be_visible(timeout=60_000)
    _picture(page, folder / "failure-desktop.png")


def _window(browser: Browser, size: str, scheme: str) -> Page:
    dark: Literal["light", "dark"] = "dark" if scheme == "dark" else "light"
    return browser.new_context(viewport=SIZES[size], color_scheme=dark).new_page()


def _picture(page: Page, file: Path) -> None:
    page.screenshot(path=file, animations="disabled")


def _whole_picture(page: Page, file: Path) -> None:
    """The page from top to bottom, however long."""
    height: int = page.evaluate("document.querySelector('.stMain').scrollHeight")
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": size["width"], "height": height})
    _picture(page, file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
