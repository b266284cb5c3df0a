"""The content held against the product: what it teaches as strong must be rated so, and what it calls weak too."""

from itertools import combinations

import pytest

from interviewer.assessing import assess
from interviewer.engines.local import LocalEngine
from interviewer.library import bundled, load
from interviewer.recorded import Record, transcript
from interviewer.rubric import LEVELS, PRINCIPLES, VERDICTS, Level
from interviewer.scenario import Scenario
from interviewer.text import words

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ENGINE = LocalEngine(LIBRARY)
SCENARIOS = list(LIBRARY.scenarios.values())


def place(scenario: Scenario, level: Level, answer: str) -> int:
    """The place on the scale of verdicts of `answer` alone."""
    brief = LIBRARY.brief(scenario.principle, level, scenario.id)
    record = Record(id=scenario.id, principle=scenario.principle, answer=answer)
    return VERDICTS.index(assess(ENGINE, brief, transcript(record, brief)).verdict)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.id)
def test_the_strong_example_is_a_hire_and_the_weak_one_is_not(scenario: Scenario, level: Level) -> None:
    assert place(scenario, level, scenario.strong_answer) >= VERDICTS.index("hire")
    assert place(scenario, level, scenario.weak_answer.text) <= VERDICTS.index("lean_no_hire")


def test_every_leadership_principle_has_a_pack_and_a_scenario() -> None:
    assert [p for p in PRINCIPLES if p not in LIBRARY.packs or not LIBRARY.scenarios_of(p)] == []


def test_no_follow_up_is_worded_alike_in_two_places() -> None:
    questions = [" ".join(w.casefold() for w in words(p.question)) for s in SCENARIOS for p in s.follow_ups]
    assert sorted(q for q in set(questions) if questions.count(q) > 1) == []


def test_no_two_scenarios_share_a_sentence() -> None:
    told = {s.id: set(s.strong_answer.split(". ")) | set(s.weak_answer.text.split(". ")) for s in SCENARIOS}
    assert [(a, b) for a, b in combinations(told, 2) if told[a] & told[b]] == []


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.id)
def test_no_disqualifying_phrase_of_the_pack_stands_in_a_strong_text(scenario: Scenario) -> None:
    strong = " ".join([scenario.strong_answer, *(p.strong.answer for p in scenario.follow_ups)]).casefold()
    cues = (cue for d in LIBRARY.packs[scenario.principle].disqualifiers for cue in d.cues)
    assert [cue for cue in cues if cue.casefold() in strong] == []
