"""Replicas of the page behind nginx, all on this machine, to see how it works before it is set up on a server.

``python deploy/replicas.py`` starts two at http://127.0.0.1:8080, until it is interrupted. They share the database that
INTERVIEWER_DATABASE_URL names, or the usual file.
"""

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
CONFIGURATION = ROOT / "deploy" / "nginx"
PATIENCE_SECONDS = 60


class Trouble(Exception):
    """Something did not start; the sentence says what."""


@contextmanager
def replica(port: int, environment: Mapping[str, str], output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """One process of the page. Those behind one address need the same STREAMLIT_SERVER_COOKIE_SECRET."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    with (
        output.open("ab") as log,
        ended(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)) as process,
    ):
        wait_for(port, process)
        yield process


@contextmanager
def nginx(folder: Path, port: int, replicas: Sequence[int]) -> Iterator[subprocess.Popen[bytes]]:
    """An nginx at `port` of this machine for the replicas at the ports `replicas`; it writes nothing outside `folder`."""
    if not Path(NGINX).exists():
        raise Trouble(f"There is no {NGINX}: install nginx-light or nginx.")
    lay_out(folder, port, replicas)
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "error.log", "-g", "daemon off;"]
    with ended(subprocess.Popen(command, cwd=folder)) as process:
        wait_for(port, process)
        yield process


def lay_out(folder: Path, port: int, replicas: Sequence[int]) -> None:
    """The configuration as it is used on a server, but for the addresses and the logs."""
    shutil.copytree(CONFIGURATION, folder, dirs_exist_ok=True)
    (folder / "temp").mkdir(exist_ok=True)
    site = folder / "interviewer"
    (site / "replicas.conf").write_text("".join(f"server 127.0.0.1:{number} fail_timeout=2s;\n" for number in replicas))
    logs = f"access_log {folder}/access.log private;\nerror_log {folder}/error.log crit;\n"
    (site / "listen.conf").write_text(f"listen 127.0.0.1:{port};\n{logs}")


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """`process`, ended when the block is left."""
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Returns when somebody listens at `port` of this machine. Raises Trouble."""
    patience = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < patience and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise Trouble(f"Nothing listens at port {port}.")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Replicas of the page behind nginx, on this machine.")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--replicas", type=int, default=2)
    chosen = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    environment = {"STREAMLIT_SERVER_COOKIE_SECRET": secrets.token_hex(32), **os.environ}
    ports = [chosen.port + 1 + number for number in range(chosen.replicas)]
    with tempfile.TemporaryDirectory() as made, ExitStack() as running, suppress(KeyboardInterrupt):
        folder = Path(made)
        for port in ports:
            running.enter_context(replica(port, environment, folder / f"{port}.log"))
        running.enter_context(nginx(folder, chosen.port, ports))
        print(f"http://127.0.0.1:{chosen.port}; the log is {folder}/access.log", flush=True)
        signal.pause()


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    try:
        main()
    except Trouble as error:
        sys.exit(str(error))
