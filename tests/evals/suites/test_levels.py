"""A higher level is never easier."""

import pytest

from evals.dataset import Dataset
from evals.suites import levels
from evals.trial import Result
from interviewer.library import Library
from tests.evals.conftest import STRONG, WEAK, Making
from tests.evals.suites.judging import judged, lost, with_verdict


@pytest.fixture
def results(library: Library, record: Making) -> list[Result]:
    return judged(levels.trials(Dataset((record("a", STRONG), record("b", WEAK)), ()), library, 1), library)


def test_the_offline_engine_is_never_easier_on_a_higher_level(results: list[Result]) -> None:
    assert [r.assessment.level for r in results if r.assessment] == ["sde1", "sde2", "senior"] * 2
    metric = levels.score(results).metric("violations")
    assert metric
    assert (metric.value, metric.n) == (0, 2)


def test_an_easier_senior_is_a_violation(results: list[Result]) -> None:
    turned = [with_verdict(r, "strong_hire" if r.trial.kind == "senior" else "hire") for r in results]
    score = levels.score(turned)
    assert [m.value for m in score.metrics if m.name in ("violations", "sde1_to_sde2_same", "sde1_to_senior_same")] == [1, 1, 0]
    assert "Easier as Senior (Strong Hire) than as SDE I (Hire)." in {remark.what for remark in score.remarks}


def test_the_shares_of_a_level_make_a_whole(results: list[Result]) -> None:
    shares = [m.value for m in levels.score(results).metrics if m.name.startswith("senior_")]
    assert sum(s for s in shares if s is not None) == pytest.approx(1)


def test_only_what_was_scored_at_every_level_is_compared(results: list[Result]) -> None:
    score = levels.score([lost(results[0]), *results[1:]])
    assert (score.unscored, score.metrics[0].n) == (1, 1)
