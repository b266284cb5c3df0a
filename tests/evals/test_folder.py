"""A run on disk."""

from pathlib import Path

import pytest

from evals.folder import Manifest, RunFolder, Wrong
from evals.trial import Recorded, Result, Trial, Unscored
from tests.evals.conftest import Making

MANIFEST = Manifest(
    engine="local", model=None, suites=("agreement",), datasets={"a.jsonl": "1"}, content="x", repeats=1, limit=None, package="0"
)


@pytest.fixture
def result(record: Making) -> Result:
    trial = Trial(id="agreement/r1", suite="agreement", story="s", task=Recorded(record=record()))
    return Result(trial=trial, outcome=Unscored(error="The model took too long."), seconds=0.1)


def test_results_come_back_as_they_went_in(tmp_path: Path, result: Result) -> None:
    folder = RunFolder(tmp_path / "run")
    folder.open(MANIFEST)
    folder.add(result)
    assert list(folder.results()) == [result]
    assert folder.manifest() == MANIFEST


def test_a_line_that_broke_off_is_dropped_and_the_next_one_whole(tmp_path: Path, result: Result) -> None:
    folder = RunFolder(tmp_path)
    folder.add(result)
    with (tmp_path / "results.jsonl").open("a") as file:
        file.write(result.model_dump_json()[:50])
    assert list(folder.results()) == [result]
    folder.mend()
    other = result.model_copy(update={"trial": result.trial.model_copy(update={"id": "agreement/r2"})})
    folder.add(other)
    assert list(folder.results()) == [result, other]


def test_the_latest_result_of_a_trial_counts(tmp_path: Path, result: Result) -> None:
    folder = RunFolder(tmp_path)
    again = result.model_copy(update={"seconds": 9.0})
    for one in (result, again):
        folder.add(one)
    assert list(folder.results()) == [again]


def test_a_folder_with_a_run_of_something_else_is_refused(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.open(MANIFEST)
    folder.open(MANIFEST)
    with pytest.raises(Wrong, match="another content, repeats; choose another --out"):
        folder.open(MANIFEST.model_copy(update={"content": "y", "repeats": 2}))


def test_no_run_and_no_scores_are_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Wrong, match="holds no run"):
        RunFolder(tmp_path).manifest()
    with pytest.raises(Wrong, match="is not scored"):
        RunFolder(tmp_path).scores()
