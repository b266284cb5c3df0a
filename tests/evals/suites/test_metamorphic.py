"""Edits with a known effect."""

import pytest

from evals.dataset import Dataset
from evals.edits.relations import RELATIONS
from evals.expectations import Seen, falls, keeps, not_better, not_risen, raises, steady, verdict_at_most
from evals.suites import metamorphic
from evals.trial import Recorded, Result
from interviewer.library import Library
from interviewer.recorded import Record
from tests.evals.conftest import STRONG, WEAK, Making
from tests.evals.suites.judging import judged, lost, with_rating, with_verdict


@pytest.fixture
def good(record: Making) -> Record:
    made = record("good", STRONG, "strong_hire")
    assert made.labels
    evidence = {"metric": ("Refunds went from nine days to two",), "first_person": ("I pulled the logs of one month",)}
    return made.model_copy(update={"labels": made.labels.model_copy(update={"evidence": evidence})})


@pytest.fixture
def results(library: Library, record: Making, good: Record) -> list[Result]:
    data = Dataset((good, record("bad", WEAK, "lean_no_hire", "no")), ())
    return judged(metamorphic.trials(data, library, 1), library)


def test_each_edit_is_a_trial_of_the_first_answer_alone_beside_the_original(results: list[Result]) -> None:
    trials = [r.trial for r in results]
    assert len({t.id for t in trials}) == len(trials)
    originals = {t.id for t in trials if t.kind == "original"}
    assert all(t.base in originals for t in trials if t.kind != "original")
    assert all(isinstance(t.task, Recorded) and not t.task.record.follow_ups for t in trials)
    weak = {t.kind for t in trials if t.id.endswith("/bad")}
    assert weak <= {"original", *(relation.name for relation in RELATIONS if relation.base == "any")}
    assert {t.kind for t in trials} >= {"drop_number", "i_to_we", "hypothetical", "bullets", "other_question"}


def test_there_are_at_least_twenty_relations_with_names_of_their_own() -> None:
    assert len({relation.name for relation in RELATIONS}) == len(RELATIONS) >= 20


def test_a_violation_is_counted_and_said(results: list[Result]) -> None:
    fallen = [with_rating(r, "metric", "yes" if r.trial.kind == "original" else "no") for r in results]
    stayed = [with_rating(r, "metric", "yes") for r in results]
    for given, rate in ((fallen, 0.0), (stayed, 1.0)):
        score = metamorphic.score(given)
        metric = score.metric("violations_drop_number")
        assert metric
        assert (metric.value, metric.n) == (rate, 1)
        assert any("metric did not fall" in remark.what for remark in score.remarks) is bool(rate)


def test_what_was_not_seen_cannot_fall_and_counts_as_idle(results: list[Result]) -> None:
    score = metamorphic.score([with_rating(r, "metric", "no") for r in results])
    metric, idle = score.metric("violations_drop_number"), score.metric("idle")
    assert metric
    assert metric.n == 0
    assert idle
    assert idle.value


def test_an_edit_whose_original_was_not_scored_is_in_no_figure(results: list[Result]) -> None:
    score = metamorphic.score([lost(r) if r.trial.kind == "original" else r for r in results])
    assert all(metric.n == 0 for metric in score.metrics)
    assert score.unscored == 2


def _seen(results: list[Result], good: Record, after: Result) -> Seen:
    before = next(r for r in results if r.trial.id == "metamorphic/original/good")
    assert before.assessment
    assert after.assessment
    return Seen(good, before.assessment, after.assessment)


def test_every_expectation_can_fail(results: list[Result], good: Record) -> None:
    same = next(r for r in results if r.trial.id == "metamorphic/original/good")
    worse = with_rating(with_rating(same, "metric", "no"), "first_person", "no")
    unchanged = _seen(results, good, same)
    assert falls("metric")(unchanged).holds is False
    assert falls("metric")(_seen(results, good, worse)).holds
    assert raises("blame")(unchanged).holds is False
    assert not_better()(unchanged).holds
    assert keeps(0.1)(unchanged).holds
    assert keeps(0.1)(_seen(results, good, worse)).holds is False
    assert verdict_at_most("no_hire")(unchanged).holds is False
    assert verdict_at_most("no_hire")(_seen(results, good, with_verdict(same, "no_hire"))).holds
    assert not_better()(Seen(good, _seen(results, good, with_verdict(same, "no_hire")).after, unchanged.before)).holds is False
    assert not_risen("metric", "yes")(unchanged).holds is None
    assert not_risen("metric", "yes")(Seen(good, _seen(results, good, worse).after, unchanged.before)).holds is False
    weak = next(r for r in results if r.trial.id == "metamorphic/original/bad")
    assert steady(0.05)(_seen(results, good, weak)).holds is False
