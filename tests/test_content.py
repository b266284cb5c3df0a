"""The bank as a whole; `interviewer check` examines each scenario (`interviewer.quality`), and its test runs it on this one."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations, pairwise

import pytest
from scipy.stats import chisquare

from interviewer.library import bundled, load
from interviewer.pages import prose
from interviewer.quiz import LETTERS, TEST_SIZE, Item, items, matching
from interviewer.rubric import LEVELS, PRINCIPLES
from interviewer.scenario import Scenario
from interviewer.text import words

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
SCENARIOS = list(LIBRARY.scenarios.values())
CHECKS = items(SCENARIOS)


def test_every_leadership_principle_has_a_pack_and_three_scenarios() -> None:
    assert [p for p in PRINCIPLES if p not in LIBRARY.packs or len(LIBRARY.scenarios_of(p)) < 3] == []


SECTIONS = ("What it is", "What it is confused with", "What a bar raiser listens for", "What disqualifies")


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_every_pack_says_what_an_interviewer_has_to_know(principle: str) -> None:
    pack = LIBRARY.packs[principle]
    blocks = prose.blocks(pack.text)
    assert tuple(block.text for block in blocks if block.kind == "heading") == SECTIONS
    assert [a for a, b in pairwise(blocks) if a.kind == b.kind == "heading"] == []
    assert 3 <= len(pack.questions) <= 5
    assert pack.disqualifiers
    assert [d.id for d in pack.disqualifiers if not d.cues] == []
    assert pack.emphasise
    assert pack.downplay


def test_every_scenario_has_what_may_be_left_out_of_a_first_draft() -> None:
    assert [s.id for s in SCENARIOS if len(s.alternative_questions) < 2] == []
    assert [item.id for item in CHECKS if not item.check.common_mistakes] == []
    assert [s.id for s in SCENARIOS if s.principle in {a.principle for a in s.angles}] == []
    assert [s.id for s in SCENARIOS if len({s.levels.at(level).bar for level in LEVELS}) < len(LEVELS)] == []


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


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_every_principle_has_checks_enough_for_a_test(principle: str) -> None:
    assert len(matching(CHECKS, principle)) >= TEST_SIZE


def test_no_letter_is_the_answer_much_more_often_than_the_others() -> None:
    letters = Counter(item.check.answer for item in CHECKS)
    assert max(letters.values()) <= 0.35 * len(CHECKS)
    assert min(letters[letter] for letter in LETTERS[:4]) >= 0.15 * len(CHECKS)


@pytest.mark.parametrize("principle", [None, *PRINCIPLES])
def test_the_answers_are_spread_over_the_letters_as_chance_would(principle: str | None) -> None:
    letters = Counter(item.check.answer for item in matching(CHECKS, principle))
    assert chisquare([letters[letter] for letter in LETTERS[:4]]).pvalue > 0.1


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_every_letter_is_the_answer_somewhere_in_every_principle(principle: str) -> None:
    assert {item.check.answer for item in matching(CHECKS, principle)} >= set("ABCD")


def longest(checks: Iterable[Item]) -> list[str]:
    """Those in which no option is longer than the right one."""
    return [i.id for i in checks if len(i.option(i.check.answer)) == max(map(len, i.check.options))]


def test_the_longest_option_is_no_better_a_guess_than_it_should_be() -> None:
    """A quarter would be chance; people who always choose the longest learn nothing about the others."""
    assert len(longest(CHECKS)) <= 0.4 * len(CHECKS)


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_nor_is_it_within_one_principle(principle: str) -> None:
    checks = matching(CHECKS, principle)
    assert len(longest(checks)) <= 0.5 * len(checks), longest(checks)


@pytest.mark.parametrize("item", CHECKS, ids=lambda item: item.id)
def test_the_options_of_a_check_say_different_things(item: Item) -> None:
    said = {" ".join(w.casefold() for w in words(option)) for option in item.check.options}
    assert len(said) == len(item.check.options)


def test_no_check_is_asked_twice() -> None:
    asked = Counter(" ".join(w.casefold() for w in words(item.check.question)) for item in CHECKS)
    assert [question for question, times in asked.items() if times > 1] == []
