"""Every page test has surroundings of its own: a fresh database, no key, no settings from outside."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from interviewer.store import Store
from tests.models.stub import Stub
from tests.pages.serving import OWN, ROOT, free_port

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
    return Store(f"sqlite:///{database}")


@pytest.fixture
def open_page() -> Opening:
    """Opens a new window, at an interview's address if one is given."""

    def opening(interview: str | None = None) -> AppTest:
        page = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        if interview:
            page.query_params["interview"] = interview
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
