"""Evaluation runs read for the page of the authors."""

import json
import os
from pathlib import Path

import pytest

from interviewer.runs import Bound, runs

MADE = {"engine": "local", "model": None, "datasets": {"mine.jsonl": "1"}, "suites": ["agreement"], "later": "unknown"}
SCORED = {
    "agreement": {
        "metrics": [{"name": "verdict_qwk", "value": 0.7, "low": 0.6, "high": 0.8, "n": 9, "better": "higher"}],
        "bounds": {"verdict_qwk": {"at_least": 0.5, "goal": 0.8}},
        "unscored": 1,
    }
}


def keep(folder: Path, name: str, age: int, scored: object = SCORED) -> Path:
    path = folder / name
    path.mkdir()
    (path / "run.json").write_text(json.dumps(MADE))
    (path / "metrics.json").write_text(json.dumps(scored))
    os.utime(path / "metrics.json", (1_000_000 - age, 1_000_000 - age))
    return path


def test_the_latest_run_comes_first(tmp_path: Path) -> None:
    keep(tmp_path, "before", age=60)
    keep(tmp_path, "after", age=0)
    assert [run.path.name for run in runs(tmp_path)] == ["after", "before"]
    (suite,) = runs(tmp_path)[0].suites.values()
    assert suite.metrics[0].value == 0.7
    assert suite.unscored == 1


def test_what_is_no_run_is_left_out(tmp_path: Path) -> None:
    keep(tmp_path, "odd", age=0, scored={"agreement": {"metrics": "none"}})
    (tmp_path / "notes.txt").write_text("x")
    assert runs(tmp_path) == ()
    assert runs(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("bound", "value", "holds"),
    [
        (Bound(at_least=0.5), 0.5, True),
        (Bound(at_least=0.5), 0.4, False),
        (Bound(at_most=0), 0.1, False),
        (Bound(at_most=0), 0, True),
    ],
)
def test_a_bound_holds_or_not(bound: Bound, value: float, holds: bool) -> None:
    assert bound.holds(value) is holds


def test_a_run_made_by_the_command_is_read(tmp_path: Path) -> None:
    """The two sides share a file format and nothing else."""
    from typer.testing import CliRunner

    from evals.command_line import app
    from interviewer.library import bundled

    recorded = bundled("prompts").parent / "evals" / "recorded" / "examples.jsonl"
    CliRunner().invoke(app, ["run", str(recorded), "--engine", "local", "--suite", "levels", "--out", str(tmp_path / "made")])
    (run,) = runs(tmp_path)
    assert run.made.engine == "local"
    assert run.report
    assert run.suites["levels"].bounds["violations"].at_most == 0
