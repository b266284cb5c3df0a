"""One scenario of the bank, with its file, to be told worse."""

from pathlib import Path

import pytest

from interviewer.library import Library, bundled
from interviewer.scenario import Scenario

SCENARIO = "orphaned_night_job"


@pytest.fixture
def scenario(library: Library) -> Scenario:
    return library.scenarios[SCENARIO]


@pytest.fixture
def file() -> Path:
    return bundled("scenarios") / f"{SCENARIO}.yaml"


@pytest.fixture
def other(library: Library) -> tuple[Path, Scenario]:
    """Another scenario of the bank."""
    return bundled("scenarios") / "payment_webhook.yaml", library.scenarios["payment_webhook"]
