"""The same interview judged several times."""

import pytest

from evals.dataset import Dataset
from evals.suites import consistency
from evals.trial import Result
from interviewer.library import Library
from tests.evals.conftest import STRONG, WEAK, Making
from tests.evals.suites.judging import judged, with_rating, with_verdict


@pytest.fixture
def results(library: Library, record: Making) -> list[Result]:
    return judged(consistency.trials(Dataset((record("a", STRONG), record("b", WEAK)), ()), library, 1), library)


def test_each_is_judged_at_least_twice_and_once_in_another_order(results: list[Result]) -> None:
    assert [(r.trial.kind, r.trial.repeat) for r in results] == [("repeated", 0), ("repeated", 1), ("reordered", 0)] * 2


def test_the_offline_engine_has_no_chance_in_it(results: list[Result]) -> None:
    score = consistency.score(results)
    assert all(metric.value == 0 for metric in score.metrics)
    assert not score.remarks


def test_a_flip_over_the_line_and_one_on_its_near_side_are_told_apart(results: list[Result]) -> None:
    given = ["hire", "strong_hire", "hire", "hire", "lean_no_hire", "hire"]
    score = consistency.score([with_verdict(r, v) for r, v in zip(results, given, strict=True)])  # type: ignore[arg-type]
    values = {metric.name: metric.value for metric in score.metrics}
    assert (values["verdict_flips"], values["hire_flips"]) == (1, 0.5)
    assert values["reordered_verdict_flips"] == 0.5
    assert len([remark for remark in score.remarks if "was judged" in remark.what]) == 2


def test_scatter_is_measured_in_rating_steps(results: list[Result]) -> None:
    a, b = with_rating(results[0], "metric", "no"), with_rating(results[1], "metric", "yes")
    metric = consistency.score([a, b]).metric("rating_sd")
    assert metric
    assert results[0].assessment
    assert metric.value == pytest.approx(2**0.5 / len(results[0].assessment.findings))
