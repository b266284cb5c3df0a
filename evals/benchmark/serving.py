"""Streamlit servers in processes of their own, the browser in front of them, and what they cost."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from playwright.sync_api import Browser

APP = Path(__file__).resolve().parents[2] / "app.py"
NAVIGATION = APP.parent / "interviewer" / "pages" / "navigation.py"
"""What the server of `APP` runs for each page."""
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
_OWN = ("OPENAI_", "INTERVIEWER_", "STREAMLIT_", "PYTHONDONTWRITEBYTECODE")
"""Variables of the surroundings that must not reach the server."""


class NoBrowser(Exception):
    """`str(error)` says what is missing."""


class Server:
    """``streamlit run SCRIPT`` while the `with` block lasts, started as a person would start it."""

    def __init__(self, script: Path = APP, log: Path = Path(os.devnull), **settings: str) -> None:
        """`log` is where it writes what it complains about; `settings` are variables of its surroundings."""
        self._port = _free_port()
        self._command = [
            *(sys.executable, "-m", "streamlit", "run", script.name),
            *("--server.headless=true", f"--server.port={self._port}", "--server.address=127.0.0.1"),
            "--server.fileWatcherType=none",
        ]
        self._folder = script.parent
        self._log = log
        clean = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
        self._environment: Mapping[str, str] = {**clean, **settings}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def pid(self) -> int:
        return self._process.pid

    def __enter__(self) -> Self:
        """Returns when it takes connections."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                self._command, cwd=self._folder, env=self._environment, stdout=subprocess.DEVNULL, stderr=log
            )
        while not _answers(self._port):
            if self._process.poll() is not None:
                raise RuntimeError("streamlit ended before it took connections")
            time.sleep(0.01)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()

    def cpu(self) -> float:
        """Seconds of processor time since it started, of all its threads."""
        return time.clock_gettime(_clock(self._process.pid))


@contextmanager
def chromium() -> "Iterator[Browser]":
    """The system's Chromium. Raises NoBrowser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise NoBrowser("Python's playwright is not installed (it is among the development requirements)") from None
    if not Path(CHROMIUM).exists():
        raise NoBrowser(f"there is no {CHROMIUM} (apt-get install chromium)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def _clock(pid: int) -> int:
    """The number under which Linux knows the processor clock of another process (clock_getcpuclockid)."""
    return (~pid << 3) | 2


def _answers(port: int) -> bool:
    with closing(socket.socket()) as trying:
        return trying.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
