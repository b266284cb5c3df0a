"""Every page test has surroundings of its own: a fresh database, no key, no settings from outside."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import streamlit as st
from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from interviewer.database import LOCAL, Database
from interviewer.store import Store
from tests.models.stub import Stub
from tests.pages.browsing import ANDROID, PHONE
from tests.pages.serving import OWN, ROOT, Server, chromium, free_port, serving

Opening = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in os.environ:
        if name.startswith(OWN):
            monkeypatch.delenv(name)
    file = tmp_path / "interviews.db"
    monkeypatch.setenv("INTERVIEWER_DATABASE_URL", f"sqlite:///{file}")
    st.cache_resource.clear()
    return file


@pytest.fixture
def store(database: Path) -> Store:
    return Store(Database(f"sqlite:///{database}"), LOCAL)


@pytest.fixture
def open_page() -> Opening:
    """Opens a new window, at the address of an interview, of the form for a scenario or of an example, if one is given."""

    def opening(interview: str | None = None, scenario: str | None = None, example: str | None = None) -> AppTest:
        page = AppTest.from_file(ROOT / "interviewer" / "pages" / "navigation.py", default_timeout=60)
        for name, value in (("interview", interview), ("scenario", scenario), ("example", example)):
            if value:
                page.query_params[name] = value
        return page.run()

    return opening


@pytest.fixture
def started(open_page: Opening) -> AppTest:
    """A window with an interview just begun, everything left as the form offers it."""
    return open_page().button(key="start").click().run()


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """A model that can be told what to say; the pages use it."""
    with Stub() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "unused")
        yield running


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model is set, and nothing listens where it should be."""
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{free_port()}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "unused")
    monkeypatch.setenv("INTERVIEWER_TIMEOUT", "10")


@pytest.fixture
def open_mode() -> Callable[..., AppTest]:
    """Opens the page of a mode other than Interview, by the name of its module, at an address's query."""

    def opening(module: str, query: Mapping[str, str] | None = None) -> AppTest:
        page = AppTest.from_string(f"from interviewer.pages.{module} import show\nshow()\n", default_timeout=60)
        page.query_params.update(query or {})
        return page.run()

    return opening


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An offline server that all tests but those that harm it share; each interview in it is one test's own."""
    with serving(tmp_path_factory.mktemp("served") / "interviews.db") as server:
        yield server


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": PHONE, "height": 844}, user_agent=ANDROID)
    yield context.new_page()
    context.close()
