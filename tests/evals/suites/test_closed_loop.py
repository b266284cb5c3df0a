"""What asking brings out."""

import pytest

from evals.course import session
from evals.dataset import Dataset
from evals.suites import closed_loop
from evals.trial import Result
from interviewer.library import Library
from tests.evals.suites.judging import judged, lost


@pytest.fixture(scope="module")
def results(library: Library) -> list[Result]:
    trials = [t for t in closed_loop.trials(Dataset((), ()), library, 1) if t.story == "extra_hour"]
    return judged(trials, library)


def values(results: list[Result]) -> dict[str, float | None]:
    return {m.name: m.value for m in closed_loop.score(results).metrics}


def test_every_scenario_and_level_is_there_with_and_without_the_facts(library: Library) -> None:
    trials = list(closed_loop.trials(Dataset((), ()), library, 1))
    assert len({t.id for t in trials}) == len(trials) == 4 * 3 * len(library.scenarios)
    assert {t.kind for t in trials} == {"knowing", "beginning_weak", "restating", "evading"}


def test_a_fact_counts_when_its_criterion_was_asked_about(results: list[Result]) -> None:
    held = [s for r in results if r.trial.kind == "knowing" and (s := session(r))]
    facts = [f for s in held for f in closed_loop.left_out(s)]
    assert any(f.told for f in facts)
    for fact in facts:
        said = [t.text for t in fact.session.interview.transcript.turns]
        assert (fact.session.task.candidate.facts[fact.about] in said) == (fact.told is not None)


def test_nothing_is_brought_out_of_who_is_never_asked(results: list[Result]) -> None:
    held = next(s for r in results if r.trial.kind == "knowing" and (s := session(r)))
    silent = held._replace(follow_ups=())
    assert all(f.at is None and not f.rose_early for f in closed_loop.left_out(silent))


def test_contrasts_are_measured_apart(results: list[Result]) -> None:
    found = values([r for r in results if r.trial.kind in ("restating", "evading")])
    assert found["elicited"] is None
    assert found["restating_rises"] is not None
    assert found["weak_met"] is not None


def test_what_is_not_scored_is_counted_apart(results: list[Result]) -> None:
    assert closed_loop.score([lost(r) for r in results]).unscored == len(results)
