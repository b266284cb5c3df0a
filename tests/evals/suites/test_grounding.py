"""Everything said rests on something."""

import pytest

from evals.dataset import Dataset
from evals.suites import grounding
from evals.trial import Recorded, Result
from interviewer.library import Library
from interviewer.review import Quote, RaisedFlag
from tests.evals.conftest import STRONG, Making
from tests.evals.suites.judging import altered, judged


@pytest.fixture
def result(library: Library, record: Making) -> Result:
    [found] = judged(grounding.trials(Dataset((record("a", STRONG),), ()), library, 1), library)
    return found


def test_what_may_be_pointed_at_goes_with_the_trial(result: Result) -> None:
    assert isinstance(result.trial.task, Recorded)
    assert "result.strong" in result.trial.task.rubric
    assert result.trial.task.record.question


def test_the_offline_engine_quotes_and_points_truly(result: Result) -> None:
    score = grounding.score([result])
    values = {metric.name: metric.value for metric in score.metrics}
    assert values["quotes_verbatim"] == values["references_known"] == values["feedback_true"] == 1
    assert values["unsupported"] == 0


def test_every_kind_of_false_claim_is_found(result: Result) -> None:
    given = result.assessment
    assert given
    made_up = RaisedFlag(flag="vague_result", quotes=(Quote(turn=1, text="I never said this"),), comment="There is no figure.")
    findings = tuple(f.model_copy(update={"grounding": ("nowhere",), "rating": "no"}) for f in given.findings)
    feedback = given.feedback.model_copy(update={"summary": "Well done, you told Maria about the 37 percent."})
    score = grounding.score([altered(result, findings=findings, flags=(made_up,), feedback=feedback, unsupported=2)])
    values = {metric.name: metric.value for metric in score.metrics}
    assert values["references_known"] == 0
    assert values["feedback_true"] == values["feedback_true_by_product"] == 0
    assert values["with_unsupported"] == 1
    assert all((values[name] or 0) < 1 for name in ("quotes_verbatim", "rated_no_rightly"))
    assert any("37, Maria" in remark.what for remark in score.remarks)


def test_that_there_is_no_figure_is_false_where_one_is_labelled(result: Result) -> None:
    assert isinstance(result.trial.task, Recorded)
    labels = result.trial.task.record.labels
    assert labels
    evidence = {"metric": ("Refunds went from nine days to two",)}
    record = result.trial.task.record.model_copy(update={"labels": labels.model_copy(update={"evidence": evidence})})
    trial = result.trial.model_copy(update={"task": Recorded(record=record)})
    claiming = altered(result, reason="Hire needs more, there is no figure.").model_copy(update={"trial": trial})
    metric = grounding.score([claiming]).metric("no_figure_rightly")
    assert metric
    assert metric.value == 0
