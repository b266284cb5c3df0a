"""Two replicas behind a real nginx, and a real browser in front."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from deploy import replicas
from tests.pages.serving import OWN, free_port
from tests.pages.speaking import microphone, speaking


class Site(NamedTuple):
    """What stands behind one address."""

    address: str
    folder: Path
    """Where nginx keeps its configuration and its logs."""
    ports: tuple[int, ...]
    """Of the replicas."""
    database: str

    @property
    def logged(self) -> str:
        """Everything that nginx and the replicas wrote."""
        return "\n".join(file.read_text() for file in sorted(self.folder.glob("*.log")))


def surroundings(**settings: str) -> dict[str, str]:
    """The environment of a replica: none of ours but `settings`."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OWN)} | settings


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    if not Path(replicas.NGINX).exists():
        missing = f"there is no {replicas.NGINX}: install the system package nginx-light"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    folder = tmp_path_factory.mktemp("site")
    folder.chmod(0o755)
    database = f"sqlite:///{folder / 'interviews.db'}"
    port, ports = free_port(), (free_port(), free_port())
    with ExitStack() as running:
        settings = {
            "INTERVIEWER_ANSWER_CHARACTERS": "300000",
            "INTERVIEWER_DATABASE_URL": database,
            "INTERVIEWER_SPEECH_BASE_URL": running.enter_context(speaking()).base_url,
            "STREAMLIT_SERVER_COOKIE_SECRET": secrets.token_hex(32),
        }
        environment = surroundings(**settings)
        for number in ports:
            running.enter_context(replicas.replica(number, environment, folder / f"{number}.log"))
        running.enter_context(replicas.nginx(folder, port, ports))
        yield Site(f"http://127.0.0.1:{port}", folder, ports, database)


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with microphone(tmp_path_factory.mktemp("voice"), "I moved the basket to disk.") as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
