"""The table of faults that people read is the one that is tested."""

from interviewer.models import errors
from interviewer.models.errors import ModelError
from tests.faults.faults import FAULTS
from tests.faults.table import FILE, text


def test_the_table_is_the_one_that_is_tested() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run python -m tests.faults.table"


def test_every_failure_that_a_service_can_cause_is_met() -> None:
    met = {outcome.error for fault in FAULTS for outcome in fault.outcomes.values()} - {None}
    named = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ModelError)}
    assert named - met == {ModelError, errors.NoKey, errors.Busy}  # what nobody called, or this side refused
