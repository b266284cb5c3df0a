"""What the product adds to the time that the model needs: from Enter to the probe and from the end to the verdict."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evals.benchmark.interviews import answer, waiting_for_a_verdict, waiting_for_an_answer
from evals.benchmark.model_stub import QUESTION, Pace, Stub
from evals.benchmark.serving import Server
from interviewer.database import LOCAL, Database
from interviewer.library import Library
from interviewer.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WATCH = Path(__file__).with_name("watch.js")
TIMEOUT = 60_000
"""Milliseconds."""
_HEADED = "name => [...document.querySelectorAll('h2')].some((h) => h.textContent.includes(name)) && performance.now()"
_HEADINGS = ("Point by point", "What the bar raiser thinks")
"""The first stands above the evidence, below the verdict; the second above the prose."""
_BOX = "[data-testid=stChatInputTextArea]:enabled"
_AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"


class Turn(NamedTuple):
    """One turn in the browser, and what the model took of it; seconds."""

    first_word: float
    whole: float
    model_first_word: float
    """A review and the first token of the probe."""
    model_whole: float
    cpu: float
    """Processor time of the server until the page was at rest."""
    bytes: int
    """Sent to the browser from Enter until the page was at rest."""
    messages: int


class Verdict(NamedTuple):
    """The way to a verdict that still needs the last answer reviewed; seconds from the click."""

    shown: float
    """Until verdict and evidence are there."""
    prose: float
    """Until the written feedback is there too."""
    model_first_call: float
    model: float
    """All calls together."""


def turns(browser: "Browser", library: Library, folder: Path, rounds: int, pace: Pace) -> Iterator[Turn]:
    """`rounds` turns of one interview; one before them, in which everything is used for the first time, is not given."""
    url = f"sqlite:///{folder / 'interviews.db'}"
    id = waiting_for_an_answer(library, Store(Database(url), LOCAL), "llm")
    with Stub(pace) as stub, _serving(stub, url) as server:
        page = _open(browser, f"{server.address}/?interview={id}")
        sent: list[int] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda data: sent.append(len(data))))
        page.reload()
        for number in range(rounds + 1):
            page.locator(_BOX).fill(answer(number))
            stub.take_times()
            sent.clear()
            before = server.cpu()
            page.locator(_BOX).press("Enter")
            page.wait_for_function("whole => noted.text === whole", arg=QUESTION, timeout=TIMEOUT)
            noted = page.evaluate("noted")
            page.locator(f"{_AT_REST} {_BOX}").wait_for(timeout=TIMEOUT)
            review, probe = stub.take_times()
            turn = Turn(
                first_word=(noted["first"] - noted["enter"]) / 1000,
                whole=(noted["last"] - noted["enter"]) / 1000,
                model_first_word=review.whole + probe.first,
                model_whole=review.whole + probe.whole,
                cpu=server.cpu() - before,
                bytes=sum(sent),
                messages=len(sent),
            )
            if number:
                yield turn
        page.context.close()


def verdicts(browser: "Browser", library: Library, folder: Path, rounds: int, pace: Pace) -> Iterator[Verdict]:
    """`rounds` interviews whose last answer was not reviewed yet, from the click that asks for the assessment."""
    url = f"sqlite:///{folder / 'interviews.db'}"
    store = Store(Database(url), LOCAL)
    with Stub(pace) as stub, _serving(stub, url) as server:
        for number in range(rounds + 1):
            page = _open(browser, f"{server.address}/?interview={waiting_for_a_verdict(library, store, 'llm')}")
            asking = page.get_by_role("button", name="Show it without my rating")
            asking.wait_for(timeout=TIMEOUT)
            stub.take_times()
            asking.click()
            # Asked at every frame: Playwright's own waiting looks twice a second.
            shown, done = (page.wait_for_function(_HEADED, arg=name, timeout=TIMEOUT).json_value() for name in _HEADINGS)
            began = page.evaluate("noted.click")
            calls = stub.take_times()
            if number:
                yield Verdict((shown - began) / 1000, (done - began) / 1000, calls[0].whole, sum(call.whole for call in calls))
            page.context.close()


def _serving(stub: Stub, url: str) -> Server:
    return Server(INTERVIEWER_DATABASE_URL=url, OPENAI_BASE_URL=stub.base_url, OPENAI_API_KEY="unused")


def _open(browser: "Browser", address: str) -> "Page":
    page = browser.new_context().new_page()
    page.add_init_script(path=WATCH)
    page.goto(address)
    page.locator(_AT_REST).first.wait_for(timeout=TIMEOUT)
    return page
