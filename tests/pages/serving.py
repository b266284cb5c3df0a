"""A real page for a real browser: a Streamlit server in a process of its own, and Chromium."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
OWN = ("OPENAI_", "INTERVIEWER_", "STREAMLIT_")
"""Variables of the surroundings that must not reach the server."""


class Server:
    """A server on a port of its own; it can be killed and started again there, on the same database."""

    def __init__(self, database: Path, port: int | None = None, program: Path = ROOT / "app.py", /, **settings: str) -> None:
        self.program = program
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        clean = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
        self.environment: Mapping[str, str] = {**clean, "INTERVIEWER_DATABASE_URL": f"sqlite:///{database}", **settings}
        self.output = database.with_suffix(".log")
        self.said = ""
        """What it wrote to its standard output; all of it once it was killed."""
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Returns when it takes connections."""
        command = [sys.executable, "-m", "streamlit", "run", str(self.program)]
        command += ["--server.headless=true", f"--server.port={self.port}", "--server.address=127.0.0.1"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=self.output.open("a"), text=True
        )
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if "URL:" in line:
                return
        raise AssertionError(f"The server did not start: {self.said}{self.output.read_text()}")

    def kill(self) -> None:
        """As `kill -9` does: it gets no chance to save anything."""
        assert self.process
        self.process.kill()
        self.process.wait()
        if self.process.stdout and not self.process.stdout.closed:
            self.said += self.process.stdout.read()
            self.process.stdout.close()


@contextmanager
def serving(database: Path, port: int | None = None, program: Path = ROOT / "app.py", /, **settings: str) -> Iterator[Server]:
    server = Server(database, port, program, **settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """The system's Chromium, with further `arguments`. Skips the test where there is none; where CI is set, that is a failure."""
    if not Path(CHROMIUM).exists():
        missing = f"there is no {CHROMIUM}: install the system package chromium"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *arguments])
        yield browser
        browser.close()


def free_port() -> int:
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
