"""Agreement with careful readers."""

import pytest

from evals.conducting import conduct
from evals.dataset import Dataset
from evals.suites import agreement
from evals.trial import Recorded, Result, Trial, Unscored
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.rubric import VERDICTS
from tests.evals.conftest import STRONG, WEAK, Making


@pytest.fixture
def results(library: Library, record: Making) -> list[Result]:
    """Two interviews judged, one of which could not be."""
    data = Dataset(
        (
            record("good", STRONG, "strong_hire"),
            record("bad", WEAK, "lean_no_hire", "no"),
            record("unlabelled").model_copy(update={"labels": None}),
        ),
        (),
    )
    found = [conduct(trial, library, lambda _: LocalEngine(library)) for trial in agreement.trials(data, library, 1)]
    lost = Trial(id="agreement/lost", suite="agreement", story="lost", task=Recorded(record=record("lost")))
    return [*found, Result(trial=lost, outcome=Unscored(error="The model took too long."), seconds=1)]


def test_only_what_is_labelled_is_judged_and_what_failed_counts_apart(results: list[Result]) -> None:
    score = agreement.score(results)
    assert score.unscored == 1
    assert [m.n for m in score.metrics if m.name == "verdict_exact"] == [2]


def test_every_disagreement_is_a_cell_and_a_remark(results: list[Result]) -> None:
    score = agreement.score(results)
    assert score.confusion
    right = sum(score.confusion[n][n] for n in range(len(VERDICTS)))
    assert sum(map(sum, score.confusion)) == 2
    assert len(score.remarks) == 2 - right


def test_repeats_are_trials_of_the_same_story(library: Library, record: Making) -> None:
    found = list(agreement.trials(Dataset((record(),), ()), library, 3))
    assert [t.id for t in found] == ["agreement/r1", "agreement/r1#1", "agreement/r1#2"]
    assert [t.repeat for t in found] == [0, 1, 2]
    assert len({t.story for t in found}) == 1


def test_a_gap_that_is_seen_and_one_that_is_not_make_a_half(library: Library, record: Making) -> None:
    """Both labelled to lack everything; the strong one shows a figure all the same."""
    data = Dataset((record("a", WEAK, "no_hire", "no"), record("b", STRONG, "no_hire", "no")), ())
    results = [conduct(trial, library, lambda _: LocalEngine(library)) for trial in agreement.trials(data, library, 1)]
    metric = agreement.score(results).metric("gap_f1_metric")
    assert metric
    assert metric.value == pytest.approx(2 / 3)
