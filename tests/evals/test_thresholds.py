"""What has to hold."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from evals.score import Metric, Score
from evals.scoring import SUITES
from evals.thresholds import Thresholds, crossed, mended, read
from interviewer.files import ContentError

BOUNDS = Thresholds.model_validate(
    {"local": {"agreement": {"verdict_qwk": {"at_least": 0.7}, "flips": {"at_most": 0}}}, "llm": {}}
)


def score(**values: float | None) -> tuple[Score, ...]:
    return (Score(suite="agreement", metrics=tuple(Metric(name=n, value=v, n=1) for n, v in values.items())),)


@pytest.mark.parametrize(
    ("values", "missed"),
    [
        ({"verdict_qwk": 0.7, "flips": 0.0}, []),
        ({"verdict_qwk": 0.69, "flips": 0.0}, ["agreement: verdict_qwk is 0.690, it has to be at least 0.7"]),
        ({"flips": 0.01}, ["agreement: flips is 0.010, it has to be at most 0"]),
        ({"verdict_qwk": None}, []),
    ],
)
def test_a_bound_that_does_not_hold_is_said(values: dict[str, float | None], missed: list[str]) -> None:
    assert [str(c) for c in crossed(score(**values), "local", BOUNDS)] == missed
    assert crossed(score(**values), "llm", BOUNDS) == []


KNOWN = {"at_most": 0, "known": {"value": 0.2, "since": "2026-11-23"}}


@pytest.mark.parametrize(("value", "known"), [(0.1, True), (0.2, True), (0.3, False)])
def test_a_bound_known_to_be_missed_is_missed_and_no_news_until_it_is_missed_by_more(value: float, known: bool) -> None:
    bounds = Thresholds.model_validate({"local": {"agreement": {"flips": KNOWN}}, "llm": {}})
    [missed] = crossed(score(flips=value), "local", bounds)
    assert missed.known is known
    assert str(missed) == f"agreement: flips is {value:.3f}, it has to be at most 0 (known since 23 November 2026 at 0.2)"
    assert mended(score(flips=value), "local", bounds) == []


def test_what_holds_again_is_said() -> None:
    bounds = Thresholds.model_validate({"local": {"agreement": {"flips": KNOWN}}, "llm": {}})
    assert crossed(score(flips=0.0), "local", bounds) == []
    assert mended(score(flips=0.0), "local", bounds) == ["agreement: flips"]


def test_nothing_that_holds_is_known_to_be_missed() -> None:
    holding = {"at_least": 0.1, "known": {"value": 0.2, "since": "2026-11-23"}}
    with pytest.raises(ValidationError, match="with this value it does"):
        Thresholds.model_validate({"local": {"agreement": {"verdict_qwk": holding}}, "llm": {}})


def test_the_file_names_suites_that_exist() -> None:
    bounds = read()
    assert {*bounds.local, *bounds.llm} <= set(SUITES)


def test_a_bound_without_a_figure_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "thresholds.yaml"
    file.write_text("local:\n  agreement:\n    verdict_qwk: {goal: 0.8}\nllm: {}\n")
    with pytest.raises(ContentError, match=r"thresholds.yaml:3: local.agreement.verdict_qwk: give at_least or at_most"):
        read(file)
