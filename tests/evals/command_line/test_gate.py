"""``evals gate``, on a handful of trials."""

import datetime
from pathlib import Path

import pytest

from evals import gate
from evals.command_line.gate import hold
from evals.folder import RunFolder

PART = gate.Part.model_validate({"dataset": "recorded/development.jsonl", "stories": {"abstention": 3}})


def test_what_was_measured_is_what_later_runs_are_held_against(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline, run = tmp_path / "baseline.json", tmp_path / "run"
    assert hold(PART, baseline, run, renew=True)
    assert hold(PART, baseline, run, renew=False)
    assert len(list(RunFolder(run).results())) == 3
    assert RunFolder(run).report.exists()
    kept = gate.read_baseline(baseline).suites["abstention"]
    before = kept.measures["abstained"].model_copy(update={"value": 2.0, "draws": (2.0,) * gate.DRAWS})
    suites = {"abstention": kept.model_copy(update={"measures": {"abstained": before}})}
    baseline.write_text(gate.Baseline(made=datetime.date(2026, 11, 1), suites=suites).written())
    assert not hold(PART, baseline, run, renew=False)
    assert "Significantly worse than on 1 November 2026: abstention: abstained." in capsys.readouterr().err


def test_a_baseline_of_other_trials_has_to_be_renewed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baseline = tmp_path / "baseline.json"
    assert hold(PART, baseline, tmp_path / "run", renew=True)
    fewer = PART.model_copy(update={"stories": {"abstention": 2}})
    assert not hold(fewer, baseline, tmp_path / "run", renew=False)
    assert "knows other trials of abstention; `python -m evals gate --renew`" in capsys.readouterr().err
