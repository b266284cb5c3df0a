"""People who make it hard."""

import pytest

from evals.course import session
from evals.dataset import Dataset
from evals.suites import manners
from evals.suites.manners import faults
from evals.trial import Conducted, Result
from interviewer.interview import Ended, Interview, Said
from interviewer.library import Library
from tests.evals.suites.judging import judged


@pytest.fixture(scope="module")
def results(library: Library) -> list[Result]:
    trials = list(manners.trials(Dataset((), ()), library, 1))
    kinds = ("stops_after_the_story", "hostile", "asks_back_main")
    return judged([next(t for t in trials if t.story == kind) for kind in kinds], library)


def altered(result: Result, *events: object) -> Result:
    assert isinstance(result.outcome, Conducted)
    held = result.outcome.interview
    return result.model_copy(update={"outcome": Conducted(interview=Interview(id=held.id, setup=held.setup, events=events))})


def test_everybody_is_interviewed_on_several_stories(library: Library) -> None:
    trials = list(manners.trials(Dataset((), ()), library, 1))
    assert len({t.id for t in trials}) == len(trials) == manners.STORIES * len(manners.read())
    assert len({p.kind for p in manners.read()}) >= 16


def test_the_people_are_who_they_are_said_to_be() -> None:
    by_id = {p.id: p for p in manners.read()}
    assert 550 <= len((by_id["rambles"].opening or "").split()) <= 750
    assert by_id["silent"].opening == ""


def test_who_stops_or_insults_is_met_rightly(results: list[Result]) -> None:
    score = manners.score(results)
    ends = score.metric("ends_rightly")
    assert ends
    assert ends.value == 1
    assert not score.unscored


def test_a_wrong_ending_is_found(results: list[Result]) -> None:
    stopping = results[0]
    assert isinstance(stopping.outcome, Conducted)
    events = stopping.outcome.interview.events
    gone_on = altered(stopping, *(e.model_copy(update={"why": "probe_limit"}) if isinstance(e, Ended) else e for e in events))
    held = session(gone_on)
    assert held
    assert "ends_rightly" in faults(held)


def test_an_aside_taken_for_an_answer_and_an_answer_taken_for_none_are_found(results: list[Result]) -> None:
    asking = results[2]
    assert isinstance(asking.outcome, Conducted)
    events = asking.outcome.interview.events
    swapped = [
        e.model_copy(update={"kind": "off_topic" if e.kind == "answer" else "answer"}) if isinstance(e, Said) else e
        for e in events
        if e.type != "observed"
    ]
    held = session(altered(asking, *swapped))
    assert held
    assert {"asides_met", "answers_kept"} <= faults(held).keys()
