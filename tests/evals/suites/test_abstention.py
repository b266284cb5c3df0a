"""Nothing told, nothing judged."""

import pytest

from evals.dataset import Dataset
from evals.suites import abstention
from evals.trial import Result
from interviewer.library import Library
from tests.evals.suites.judging import altered, judged, with_verdict


@pytest.fixture
def results(library: Library) -> list[Result]:
    trials = {t.id: t for t in abstention.trials(Dataset((), ()), library, 1)}
    return judged([trials["abstention/nothing/empty_string"], trials["abstention/one_word/one_word"]], library)


def test_there_are_enough_of_them_and_none_is_there_twice(library: Library) -> None:
    ids = [t.id for t in abstention.trials(Dataset((), ()), library, 1)]
    assert len(set(ids)) == len(ids) >= 25


def test_twenty_thousand_words_are_among_them() -> None:
    assert max(len(item.text.split()) * item.times for item in abstention.read()) > 20_000


def test_nothing_is_judged_to_be_nothing(results: list[Result]) -> None:
    metric = abstention.score(results).metric("abstained")
    assert metric
    assert (metric.value, metric.n) == (1, 2)


def test_a_verdict_on_nothing_is_a_fault_and_said(results: list[Result]) -> None:
    score = abstention.score([with_verdict(results[0], "hire"), results[1]])
    values = {metric.name: metric.value for metric in score.metrics}
    assert (values["abstained"], values["no_hire"], values["never_high"], values["says_so"]) == (0.5, 0.5, 0.5, 1)
    assert score.remarks[0].what.startswith("Judged hire")


def test_silence_about_there_being_too_little_is_a_fault(results: list[Result]) -> None:
    given = results[0].assessment
    assert given
    feedback = given.feedback.model_copy(update={"summary": "Try again.", "bar_raiser_thinks": "Not yet."})
    silent = altered(results[0], reason="Hire needs ownership.", feedback=feedback)
    metric = abstention.score([silent]).metric("says_so")
    assert metric
    assert metric.value == 0
