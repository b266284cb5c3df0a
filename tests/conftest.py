"""What many tests need: the real content, and small ways to say what was said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from interviewer.brief import Brief
from interviewer.database import Database
from interviewer.library import Library, bundled, load
from tests.postgresql import PostgreSQL, running


@pytest.fixture(scope="session")
def library() -> Library:
    return load(bundled("prompts"), bundled("scenarios"))


@pytest.fixture
def brief(library: Library) -> Brief:
    return library.brief("ownership", "sde2")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the prompts and scenarios that a test may break."""
    import shutil

    for name in ("prompts", "scenarios"):
        shutil.copytree(bundled(name), tmp_path / name)
    return tmp_path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server of PostgreSQL that the tests of this process share."""
    with running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A new database, of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'interviews.db'}"
    else:
        server: PostgreSQL = request.getfixturevalue("postgresql")
        with server.fresh() as fresh:
            yield fresh


@pytest.fixture
def database(url: str) -> Database:
    return Database(url)
