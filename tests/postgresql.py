"""A real PostgreSQL server of the tests' own: begun on a socket in a folder of its own, and gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

PLACES = "/usr/lib/postgresql"
"""Where Debian puts a folder for each version; its programs are on nobody's path."""
OPTIONS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -k"


class PostgreSQL:
    """A running server, reached through the socket in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count(1)

    def url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def hang_up(self) -> None:
        """Ends every connection to it but the one that asks for it, as a restart does."""
        here = "datname LIKE 'fresh%' AND pid <> pg_backend_pid()"
        with psycopg.connect(f"host={self._folder} user=postgres", autocommit=True) as connection:
            connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {here}")

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The URL of a database that is empty, and gone afterwards."""
        name = f"fresh_{next(self._numbers)}"
        with psycopg.connect(f"host={self._folder} user=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
            try:
                yield self.url(name)
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """Skips the test where PostgreSQL is not installed; where CI is set, that is a failure."""
    programs = _programs()
    if programs is None:
        missing = f"there is no PostgreSQL under {PLACES}: install the system package postgresql"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        control, data = programs / "pg_ctl", f"{folder}/data"
        _run(programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", folder=folder)
        _run(control, "-D", data, "-l", f"{folder}/log", "-o", f"{OPTIONS} {folder}", "-w", "start", folder=folder)
        try:
            yield PostgreSQL(Path(folder))
        finally:
            _run(control, "-D", data, "-m", "immediate", "-w", "stop", folder=folder)


def _programs() -> Path | None:
    """The folder of the newest version's programs."""
    found = max(Path(PLACES).glob("*/bin/initdb"), default=None, key=lambda program: int(program.parts[-3].partition(".")[0]))
    on_the_path = shutil.which("initdb")
    return found.parent if found else Path(on_the_path).parent if on_the_path else None


def _run(program: Path, *arguments: str, folder: str) -> None:
    """PostgreSQL refuses to run as root, so root becomes the user that its package makes."""
    command = [str(program), *arguments]
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        command = ["runuser", "-u", "postgres", "--", *command]
    with Path(os.devnull).open("r+") as nowhere:
        subprocess.run(command, cwd=folder, check=True, stdin=nowhere, stdout=nowhere, stderr=nowhere)
