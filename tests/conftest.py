"""What many tests need: the real content, and small ways to say what was said."""

from pathlib import Path

import pytest

from interviewer.brief import Brief
from interviewer.library import Library, bundled, load


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
