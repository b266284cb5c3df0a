"""What a candidate does in a real browser, in a word each; every step waits for what it brings about."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import Locator, Page, expect

from tests.pages.driving import STORY

PHONE = 390
"""Pixels: the width of a phone."""
ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
"""What a phone's browser says it is; the menu closes after a choice only there."""
PATIENCE = 30_000
"""Milliseconds; starting a session is slow when everything else runs too."""


def begin(page: Page, address: str) -> None:
    """Opens the form and starts an interview with what it offers."""
    open_form(page, address)
    start(page)


def open_form(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("button", name="Start the interview")).to_be_visible(timeout=PATIENCE)


def start(page: Page) -> None:
    page.get_by_role("button", name="Start the interview").click()
    at_rest(page, 1)


def say(page: Page, text: str, replies: int) -> None:
    """Sends an answer and waits for the interviewer to have spoken `replies` times."""
    send(page, text)
    at_rest(page, replies)


def send(page: Page, text: str) -> None:
    answer_box(page).fill(text)
    answer_box(page).press("Enter")


def end(page: Page) -> None:
    """Ends the interview and passes on rating oneself, where that is asked."""
    page.get_by_role("button", name="End the interview").click()
    passing = page.get_by_role("button", name="Show it without my rating")
    expect(passing.or_(page.get_by_role("heading", name="Point by point"))).to_be_visible(timeout=PATIENCE)
    if passing.is_visible():
        passing.click()
    assessed(page)


def interviewed(page: Page, address: str, story: str = STORY) -> str:
    """The id of an interview that was begun, answered once with `story` and ended; its assessment is shown."""
    begin(page, address)
    say(page, story, replies=2)
    end(page)
    return interview_of(page)


def unfold(page: Page, label: str) -> None:
    page.get_by_test_id("stExpander").filter(has_text=label).locator("summary").first.click()
    idle(page)


def choose(page: Page, label: str, option: str) -> None:
    """Chooses `option` from the list called `label`; it is typed, because of a long list only a part is there at a time."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=True).click()
    idle(page)


def open_progress(page: Page, address: str, view: str = "interviews") -> None:
    page.goto(f"{address}/progress?view={view}")
    expect(page.get_by_role("heading", name="Progress", level=1)).to_be_visible(timeout=PATIENCE)
    idle(page)


def assessed(page: Page) -> None:
    expect(page.get_by_role("heading", name="Point by point")).to_be_visible(timeout=PATIENCE)
    idle(page)


def at_rest(page: Page, replies: int) -> None:
    """The interviewer has spoken `replies` times and the next answer can be given."""
    expect(interviewer(page)).to_have_count(replies, timeout=PATIENCE)
    expect(answer_box(page)).to_be_enabled(timeout=PATIENCE)
    idle(page)


def idle(page: Page) -> None:
    """Nothing runs and nothing is still being loaded."""
    expect(page.locator('[data-testid=stApp][data-test-script-state="notRunning"]')).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE)


def answer_box(page: Page) -> Locator:
    return page.get_by_test_id("stChatInputTextArea")


def interviewer(page: Page) -> Locator:
    return page.get_by_label("Chat message from assistant")


def candidate(page: Page) -> Locator:
    return page.get_by_label("Chat message from user")


def interview_of(page: Page) -> str:
    """The id in the page's address."""
    return page.url.rsplit("interview=", 1)[1]


def assert_inert(page: Page) -> None:
    """No element was made from what the candidate wrote."""
    main = page.locator(".stMain")
    expect(main).to_be_visible()
    expect(main.locator("img, script, iframe, a[href*='127.0.0.1'], a[href^='javascript'], .katex")).to_have_count(0)


def assert_fits(page: Page) -> None:
    widest: int = page.evaluate("Math.max(document.scrollingElement.scrollWidth, document.querySelector('.stMain').scrollWidth)")
    assert widest <= PHONE


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and the paths that are asked for there."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
