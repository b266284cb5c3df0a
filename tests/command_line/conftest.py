"""The program as a person or a script meets it: in-process with piped input, or as a process of its own at a terminal."""

import os
import pty
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner, Result

from interviewer.command_line import app

STORY = """I noticed that refunds in our shop took nine days, although nobody had asked me to look at them.
I pulled the logs of one month and found that two queues waited for each other at night. I could have added a worker,
but the cost would have grown with every order, so I merged the queues instead.
I rolled it out with the payments team and watched it for two weeks. Refunds went from nine days to two.
Looking back I would have asked the support agents first, because they had seen the pattern for months."""
PATIENCE = 30
"""Seconds a program at the terminal may be silent before a test gives up."""
ATTEMPTS = 15


class Run(Protocol):
    def __call__(self, *arguments: str, input: str = "", **env: str) -> Result: ...


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing up but a place for the interviews."""
    return {
        "OPENAI_API_KEY": "",
        "OPENAI_BASE_URL": "",
        "INTERVIEWER_ENGINE": "",
        "INTERVIEWER_DATABASE_URL": f"sqlite:///{tmp_path}/interviews.db",
        "COLUMNS": "80",
    }


@pytest.fixture
def run(settings: Mapping[str, str]) -> Run:
    """Runs the program on piped input."""

    def run(*arguments: str, input: str = "", **env: str) -> Result:
        return CliRunner(env={**settings, **env}).invoke(app, arguments, input=input)

    return run


class Terminal:
    """A person at a terminal with the program running in it."""

    def __init__(self, arguments: list[str], env: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        program = [sys.executable, "-c", "from interviewer.command_line import main; main()", *arguments]
        self._process = subprocess.Popen(
            program,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, **env, "TERM": "dumb"},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(theirs)

    def types(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def interrupts(self, until: str) -> str:
        """Presses Ctrl-C until `until` appears: one pressed just before a program reads is noticed with the next key only."""
        shown = ""
        for _ in range(ATTEMPTS):
            self.types("\x03")
            while until not in shown and self._waiting(PATIENCE / ATTEMPTS):
                shown += self._shown()
            if until in shown:
                return shown
        raise AssertionError(f"Ctrl-C does not lead to {until!r}, but to {shown!r}")

    def sees(self, text: str) -> str:
        """Everything shown since the last time, up to where `text` appears."""
        shown = ""
        while text not in shown:
            try:
                shown += self._shown()
            except EOFError:
                raise AssertionError(f"the program ended without showing {text!r}, but with {shown!r}") from None
        return shown

    def leaves(self) -> tuple[int, str]:
        """The exit code, and what was shown until then."""
        shown = ""
        while self._process.poll() is None or self._waiting(0):
            try:
                shown += self._shown()
            except EOFError:
                break
        return self._process.wait(PATIENCE), shown

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._ours)

    def _waiting(self, seconds: float) -> bool:
        return bool(select.select([self._ours], [], [], seconds)[0])

    def _shown(self) -> str:
        assert self._waiting(PATIENCE), "the program fell silent"
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # Linux says so when the other side of a terminal is closed
            data = b""
        if not data:
            raise EOFError
        return data.decode(errors="replace").replace("\r\n", "\n")


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    # A shell that starts the tests in the background has them ignore Ctrl-C, and so would every program they start.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def terminals(settings: Mapping[str, str]) -> Iterator["Terminals"]:
    opened = Terminals(settings)
    yield opened
    opened.close()


class Terminals:
    """Opens terminals, and closes them with the test."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self._open: list[Terminal] = []

    def __call__(self, *arguments: str, **env: str) -> Terminal:
        self._open.append(Terminal(list(arguments), {**self._env, **env}))
        return self._open[-1]

    def close(self) -> None:
        for terminal in self._open:
            terminal.close()


@pytest.fixture
def closed() -> str:
    """The address of a model server on this machine that is not there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"
