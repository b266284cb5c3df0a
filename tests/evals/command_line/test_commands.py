"""The commands, as somebody types them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals import thresholds
from evals.command_line import app
from evals.dataset import Dataset
from evals.folder import Manifest, RunFolder
from evals.scoring import scores
from evals.suites import levels
from evals.trial import Result
from interviewer.library import Library
from tests.evals.batch_stub import BatchStub
from tests.evals.conftest import STRONG, WEAK, Making
from tests.evals.suites.judging import judged, with_verdict

MANIFEST = Manifest(engine="local", model=None, suites=("levels",), datasets={}, content="x", repeats=1, limit=None, package="0")


def called(*arguments: str | Path, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    settings = {"OPENAI_API_KEY": "", "OPENAI_BASE_URL": "", "COLUMNS": "200", **environment}
    result = CliRunner().invoke(app, [str(a) for a in arguments], env=settings)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def dataset(tmp_path: Path, record: Making) -> Path:
    file = tmp_path / "recorded.jsonl"
    file.write_text("".join(f"{record(f'r{n}', f'{WEAK} In 200{n}.', 'no_hire', 'no').model_dump_json()}\n" for n in range(2)))
    return file


@pytest.fixture
def results(library: Library, record: Making) -> list[Result]:
    records = tuple(record(f"r{n}", f"{STRONG} In 200{n}.") for n in range(3))
    return judged(levels.trials(Dataset(records, ()), library, 1), library)


def kept(path: Path, results: list[Result]) -> Path:
    folder = RunFolder(path)
    folder.open(MANIFEST)
    for result in results:
        folder.add(result)
    folder.keep_scores(scores(results), thresholds.read())
    return path


def test_a_run_with_itself_passes_the_gate(results: list[Result], tmp_path: Path) -> None:
    run = kept(tmp_path / "a", results)
    code, out, _ = called("compare", run, run)
    assert code == 0
    assert "9 trials compared." in out


def test_a_run_that_gets_worse_where_a_bound_is_does_not(results: list[Result], tmp_path: Path) -> None:
    """At the highest level everything is a Strong Hire all of a sudden, which is easier than below."""
    one = kept(tmp_path / "a", [with_verdict(r, "hire") for r in results])
    other = kept(tmp_path / "b", [with_verdict(r, "strong_hire" if "senior" in r.trial.id else "hire") for r in results])
    code, _, wrong = called("compare", one, other)
    assert code == 1
    assert wrong.splitlines() == [
        "Does not hold: levels: violations is 1.000, it has to be at most 0.",
        "Significantly worse: levels: violations.",
    ]
    code, out, _ = called("compare", one, other, "--json")
    told = json.loads(out)
    assert (code, told["compared"], told["worse"], len(told["flips"])) == (1, 9, ["levels: violations"], 3)
    assert called("compare", other, one)[0] == 0


def test_what_cannot_be_compared_is_said(results: list[Result], tmp_path: Path) -> None:
    run = kept(tmp_path / "a", results)
    code, _, wrong = called("compare", run, tmp_path / "nothing")
    assert (code, "holds no run of this version" in wrong) == (2, True)
    code, _, wrong = called("compare", run, kept(tmp_path / "empty", []))
    assert (code, "have no scored trial in common" in wrong) == (2, True)


def test_a_dry_run_says_what_it_would_cost_and_leaves_nothing(dataset: Path, tmp_path: Path) -> None:
    arguments = ("run", dataset, "--engine", "llm", "--suite", "agreement", "--out", tmp_path / "run", "--dry-run")
    code, out, _ = called(*arguments, INTERVIEWER_MODEL="gpt-5-mini")
    assert code == 0
    assert out.startswith("2 trials.\n4 calls of gpt-5-mini.\n")
    assert "estimate)" in out
    assert "About $0.0" in out
    assert not (tmp_path / "run").exists()
    assert "No price is known for my-own" in called(*arguments, INTERVIEWER_MODEL="my-own")[1]


def test_prices_of_ones_own_and_the_batch_endpoints_discount(dataset: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("date: 2026-01-02\nbatch: 0\nmodels:\n  my-own: {input: 1000, cached: 1000, output: 1000}\n")
    arguments = (
        "run",
        dataset,
        "--engine",
        "llm",
        "--out",
        tmp_path / "run",
        "--suite",
        "agreement",
        "--dry-run",
        "--prices",
        mine,
    )
    dear = called(*arguments, INTERVIEWER_MODEL="my-own")[1]
    assert "prices written down on 2026-01-02" in dear
    assert "About $0.00" not in dear
    assert "About $0.00 through the batch endpoint" in called(*arguments, "--batch", INTERVIEWER_MODEL="my-own")[1]


def test_a_dry_run_of_the_offline_engine_has_nothing_to_count(dataset: Path, tmp_path: Path) -> None:
    code, out, _ = called("run", dataset, "--engine", "local", "--suite", "levels", "--out", tmp_path / "run", "--dry-run")
    assert (code, out) == (0, "6 trials.\nThe offline engine calls no model.\n")


def test_a_run_in_batches_is_assessed_scored_and_shown(dataset: Path, tmp_path: Path) -> None:
    with BatchStub() as stub:
        code, out, wrong = called(
            "run", dataset, "--engine", "llm", "--batch", "--poll", "0.01", "--suite", "agreement", "--out", tmp_path / "run",
            OPENAI_BASE_URL=stub.base_url,
        )  # fmt: skip
    assert code == 1  # what the stub says is nobody's judgement
    assert "Does not hold: agreement: next_probe_hit" in wrong
    assert "2 requests are sent as batch_1." in wrong
    assert [len(batch) for batch in stub.batches] == [2, 2]
    assert "verdict_exact" in out
    assert (tmp_path / "run" / "report.html").exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--engine", "local", "--batch"), "--batch is for --engine llm"),
        (("--engine", "llm", "--batch"), "No model key is set"),
    ],
)
def test_batches_need_a_model(dataset: Path, tmp_path: Path, more: tuple[str, ...], sentence: str) -> None:
    code, _, wrong = called("run", dataset, "--suite", "agreement", "--out", tmp_path / "run", *more)
    assert (code, sentence in wrong) == (2, True)


def test_scoring_again_writes_the_report(results: list[Result], tmp_path: Path) -> None:
    run = kept(tmp_path / "a", results)
    assert called("score", run)[0] == 0
    assert (run / "report.html").exists()
