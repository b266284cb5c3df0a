"""What is asked, and when it stops."""

import pytest

from evals.course import Session, session
from evals.dataset import Dataset
from evals.suites import probes
from evals.suites.probes import Asking
from evals.trial import Conducted, Result, Simulated
from interviewer.interview import Asked, Ended, Event, Interview
from interviewer.library import Library
from tests.evals.conftest import WEAK, Making
from tests.evals.suites.judging import judged


@pytest.fixture
def result(library: Library, record: Making) -> Result:
    one = Dataset((record("a", "Our customers complained. " + WEAK + " I was there.", rating="no"),), ())
    trials = [t for t in probes.trials(one, library, 1) if t.kind == "recorded"]
    [found] = judged(trials, library)
    return found


def with_events(result: Result, *events: Event) -> Result:
    assert isinstance(result.outcome, Conducted)
    interview = Interview(id=result.outcome.interview.id, setup=result.outcome.interview.setup, events=events)
    return result.model_copy(update={"outcome": Conducted(interview=interview)})


def course(result: Result) -> Session:
    found = session(result)
    assert found
    return found


def events(result: Result) -> list[Event]:
    assert isinstance(result.outcome, Conducted)
    return list(result.outcome.interview.events)


def test_there_are_five_hundred_sessions_without_any_record(library: Library) -> None:
    trials = list(probes.trials(Dataset((), ()), library, 1))
    assert len(trials) >= 500
    assert len({t.id for t in trials}) == len(trials)


def test_a_record_of_an_unknown_scenario_is_left_out(library: Library, record: Making) -> None:
    lost = record("lost").model_copy(update={"scenario": "nowhere"})
    assert not [t for t in probes.trials(Dataset((lost,), ()), library, 1) if t.kind == "recorded"]


def test_the_offline_engine_asks_the_banks_questions_once_each(result: Result) -> None:
    values = {m.name: m.value for m in probes.score([result]).metrics}
    assert values["intent_kept"] == 1
    assert values["repeated"] == values["already_met"] == values["unjustified_stop"] == 0
    assert values["probes_per_session"] == len(course(result).follow_ups) > 0


def test_a_question_asked_again_is_found_by_its_words_and_by_its_id(result: Result) -> None:
    asked = next(e for e in events(result) if isinstance(e, Asked) and e.probe)
    reworded = asked.model_copy(update={"text": "Something else entirely?"})
    renamed = asked.model_copy(update={"probe": "another"})
    for again in (reworded, renamed):
        assert probes.repeated(course(with_events(result, *events(result), again)))


def test_what_is_labelled_as_told_counts_as_a_miss(result: Result) -> None:
    task = result.trial.task
    assert isinstance(task, Simulated)
    assert task.labels
    labels = task.labels.model_copy(update={"criteria": dict.fromkeys(task.labels.criteria, "yes"), "next_probes": ()})
    trial = result.trial.model_copy(update={"task": task.model_copy(update={"labels": labels})})
    values = {m.name: m.value for m in probes.score([result.model_copy(update={"trial": trial})]).metrics}
    assert values["hit"] == 0
    assert values["already_told"] == 1


def test_regret_is_what_the_heaviest_gap_weighs_more(result: Result) -> None:
    held = course(result)
    about = held.follow_ups[0].about
    assert about
    weights = dict.fromkeys(held.task.weights, 1.0) | {about: 3.0}
    light = held._replace(task=held.task.model_copy(update={"weights": weights}))
    assert probes.regret(light) == 0
    heavy = held._replace(task=held.task.model_copy(update={"weights": dict.fromkeys(weights, 4.0) | {about: 3.0}}))
    assert probes.regret(heavy) == 1


def test_to_stop_with_something_worth_asking_is_not_justified(result: Result) -> None:
    last = max(n for n, e in enumerate(events(result)) if isinstance(e, Asked) and e.because)
    early = events(result)[:last]
    stopped = with_events(result, *early, Ended(why="nothing_left", text="Thank you."))
    assert probes.unasked(course(stopped))
    limited = with_events(result, *early, Ended(why="probe_limit", text="Thank you."))
    assert not probes.unasked(course(limited))


def test_another_question_behind_the_banks_is_not_its_intent(result: Result) -> None:
    held = course(result)
    first = held.follow_ups[0]
    longer = first.asked.model_copy(update={"text": first.asked.text + " And who was it?"})
    asking = Asking(held, first._replace(asked=longer))
    assert not probes.intent_kept(asking)
    assert probes.several_questions(asking)
