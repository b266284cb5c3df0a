"""The part every change is judged by."""

import datetime

import pytest

from evals import gate
from evals.dataset import Dataset
from evals.suites import levels
from evals.thresholds import Thresholds
from evals.trial import Result
from interviewer.library import Library
from tests.evals.conftest import STRONG, Making
from tests.evals.suites.judging import judged, with_verdict

BOUNDS = Thresholds.model_validate({"local": {"levels": {"violations": {"at_most": 0}}}, "llm": {}})
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def results(library: Library, record: Making) -> list[Result]:
    """Three stories, judged alike at every level."""
    records = tuple(record(f"r{n}", f"{STRONG} In 200{n}.") for n in range(3))
    return [with_verdict(r, "hire") for r in judged(levels.trials(Dataset(records, ()), library, 1), library)]


def measured(results: list[Result]) -> gate.Baseline:
    return gate.baseline(results, BOUNDS, TODAY)


def test_what_did_not_change_differs_in_nothing(results: list[Result]) -> None:
    before = gate.Baseline.model_validate_json(measured(results).written())
    [found] = gate.differences(before, measured(results))
    assert (found.name, found.change, found.low, found.high) == ("violations", 0, 0, 0)
    assert found.significant is None


def test_what_got_worse_in_every_story_is_significantly_worse(results: list[Result]) -> None:
    worse = [with_verdict(r, "strong_hire") if "senior" in r.trial.id else r for r in results]
    [found] = gate.differences(measured(results), measured(worse))
    assert (found.before, found.after, found.significant) == (0, 1, "worse")
    [mended] = gate.differences(measured(worse), measured(results))
    assert mended.significant == "better"


def test_other_trials_are_not_compared(results: list[Result]) -> None:
    fewer = [r for r in results if r.story != "r0"]
    assert gate.other_trials(measured(results), measured(fewer)) == ["levels"]
    assert list(gate.differences(measured(results), measured(fewer))) == []


def test_stories_are_drawn_whole_and_the_same_each_time(library: Library) -> None:
    part = gate.Part.model_validate({"dataset": "recorded/development.jsonl", "stories": {"levels": 2}})
    trials = gate.trials(part, library)
    stories = {t.story for t in trials}
    assert len(stories) == 2
    assert {t.id for t in trials} == {t.id for t in gate.trials(part, library)}
    more = part.model_copy(update={"stories": {"levels": 5}})
    everything = [t for t in gate.trials(more, library) if t.story in stories]
    assert [t.id for t in everything] == [t.id for t in trials]


def test_what_is_kept_beside_the_code_can_be_read() -> None:
    kept = gate.read_baseline()
    assert kept.suites.keys() == gate.read().stories.keys()
