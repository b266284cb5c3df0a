"""From ``streamlit run app.py`` to the first usable screen, against an empty page; and what drawing a page anew costs."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evals.benchmark.interviews import of_some_turns
from evals.benchmark.serving import APP, NAVIGATION, Server
from interviewer.database import LOCAL, Database
from interviewer.library import Library
from interviewer.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EMPTY = "import streamlit as st\n\nst.button('Start the interview')\n"
"""The smallest page that can be used."""
_USABLE = """() => {
  const page = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
  const buttons = [...(page?.querySelectorAll("button") ?? [])];
  return buttons.some((button) => button.checkVisibility() && button.textContent === "Start the interview");
}"""
"""Whether the script has ended and the button is there."""


SETTLED = 400
"""Milliseconds in which a page has been drawn anew, on a busy machine too."""
IDLE = 0.02
"""Seconds of processor time in that while below which a server does nothing."""
LATE = ("openai", "langchain_core", "numpy", "interviewer.engines.local.encoder", "interviewer.off_script", "fpdf", "rich")
"""What is imported when it is first needed, and not before."""
_FIRST_SCREEN = f"""
import os, sys, tempfile
os.environ["INTERVIEWER_DATABASE_URL"] = "sqlite:///" + os.path.join(tempfile.mkdtemp(), "interviews.db")
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({str(NAVIGATION)!r}, default_timeout=120).run()
assert any(button.label == "Start the interview" for button in page.button)
"""


class Start(NamedTuple):
    """One start; seconds."""

    wall: float
    """Until the first screen can be used."""
    cpu: float
    """Of the server until then."""


def start(browser: "Browser", script: Path, folder: Path) -> Start:
    """With the database and the compiled code in `folder`: an installed program was compiled once, whatever is installed here."""
    page = browser.new_context().new_page()
    database, compiled = f"sqlite:///{folder / 'interviews.db'}", str(folder / "compiled")
    began = time.monotonic()
    with Server(script, INTERVIEWER_DATABASE_URL=database, PYTHONPYCACHEPREFIX=compiled) as server:
        page.goto(server.address)
        # Asked at every frame: Playwright's own waiting looks twice a second.
        page.wait_for_function(_USABLE, timeout=60_000)
        taken = Start(time.monotonic() - began, server.cpu())
    page.context.close()
    return taken


def starts(browser: "Browser", folder: Path, rounds: int) -> Iterator[tuple[Start, Start]]:
    """`rounds` starts of the app, each next to one of the empty page. The first pair fills caches and is not given."""
    empty = folder / "empty.py"
    empty.write_text(EMPTY, encoding="utf-8")
    for number in range(rounds + 1):
        pair = start(browser, APP, folder), start(browser, empty, folder)
        if number:
            yield pair


def reruns(browser: "Browser", library: Library, folder: Path, count: int) -> float:
    """Seconds of the server's processor time to draw an interview of some turns anew, the mean of `count` times."""
    url = f"sqlite:///{folder / 'reruns.db'}"
    id = of_some_turns(library, Store(Database(url), LOCAL))
    page = browser.new_context().new_page()
    with Server(INTERVIEWER_DATABASE_URL=url) as server:
        page.goto(f"{server.address}/?interview={id}")
        page.locator("[data-testid=stChatInputTextArea]:enabled").wait_for(timeout=60_000)
        switch = page.get_by_text("Clock", exact=True)
        _settle(page, server)
        before = server.cpu()
        for _ in range(2 * count):
            switch.click()
            page.wait_for_timeout(SETTLED)
        spent = server.cpu() - before
    page.context.close()
    return spent / (2 * count)


def _settle(page: "Page", server: Server) -> None:
    """Waits until the server is idle: it goes on making the engine ready while the candidate reads."""
    before = -1.0
    while server.cpu() - before > IDLE:
        before = server.cpu()
        page.wait_for_timeout(SETTLED)


def imported_early() -> list[str]:
    """What a first screen has imported although it is needed later."""
    script = f"{_FIRST_SCREEN}print(*(name for name in {LATE!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.split()
