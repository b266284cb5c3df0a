"""Dealing, drawing and marking of knowledge checks."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.library import Library, bundled, load
from interviewer.quiz import (
    DIFFICULTIES,
    LETTERS,
    TEST_MIX,
    TEST_SIZE,
    Item,
    Letter,
    Paper,
    deal,
    hand_in,
    is_right,
    items,
    matching,
    paper,
    score,
)
from interviewer.rubric import PRINCIPLES
from interviewer.scenario import Difficulty, KnowledgeCheck

BANK = items(load(bundled("prompts"), bundled("scenarios")).scenarios.values())
SEEDS = st.integers(0, 2**31 - 1)
BANKS = st.lists(st.sampled_from(BANK), max_size=40, unique_by=lambda item: item.id)


def item(number: int, difficulty: Difficulty = "easy", about: tuple[str, ...] = ("metric",), answer: Letter = "A") -> Item:
    check = KnowledgeCheck(
        question="Which?",
        about=about,
        options=("one", "two", "three"),
        answer=answer,
        steps=("Because.",),
        hint="Think.",
        difficulty=difficulty,
    )
    return Item(id=f"s.{number}", principle="ownership", scenario="s", check=check, shown=LETTERS[:3])


def ids(sheet: tuple[Item, ...]) -> list[str]:
    return [i.id for i in sheet]


def test_every_check_of_every_scenario_is_an_item_with_an_id_of_its_own(library: Library) -> None:
    assert len(set(ids(BANK))) == len(BANK) == sum(len(s.knowledge_checks) for s in library.scenarios.values())


@settings(max_examples=50, deadline=None)
@given(BANKS, SEEDS)
def test_dealing_loses_and_changes_nothing_but_the_order(bank: list[Item], seed: int) -> None:
    dealt = deal(bank, seed)
    assert sorted(ids(dealt)) == sorted(i.id for i in bank)
    for card in dealt:
        assert sorted(card.shown) == list(card.letters)
        assert card.model_copy(update={"shown": card.letters}) in bank


@settings(max_examples=50, deadline=None)
@given(BANKS, SEEDS, st.randoms())
def test_the_same_seed_deals_the_same_whatever_the_order_of_the_files(bank: list[Item], seed: int, chance: object) -> None:
    mixed = sorted(bank, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert deal(mixed, seed) == deal(bank, seed)
    assert ids(paper(mixed, seed)) == ids(paper(bank, seed))


@settings(max_examples=50, deadline=None)
@given(BANKS, SEEDS, st.sampled_from(BANK))
def test_a_check_that_is_added_leaves_the_others_where_they_are(bank: list[Item], seed: int, added: Item) -> None:
    before = [i for i in bank if i.id != added.id]
    after = deal([*before, added], seed)
    assert tuple(i for i in after if i.id != added.id) == deal(before, seed)


def test_seeds_deal_differently_and_put_the_right_option_everywhere() -> None:
    orders = {tuple(ids(deal(BANK, seed))) for seed in range(20)}
    places = Counter(card.shown.index(card.check.answer) for seed in range(20) for card in deal(BANK, seed))
    assert len(orders) == 20
    assert all(count > 0.2 * sum(places.values()) for count in places.values())
    assert len(places) == 4


@pytest.mark.parametrize("difficulty", [None, *DIFFICULTIES])
@pytest.mark.parametrize("about", [None, "metric", "blame"])
@pytest.mark.parametrize("principle", [None, "dive_deep"])
def test_a_filter_lets_through_exactly_what_fits(principle: str | None, difficulty: Difficulty | None, about: str | None) -> None:
    chosen = matching(BANK, principle, difficulty, about)
    fits = {
        i.id
        for i in BANK
        if (not principle or i.principle == principle)
        and (not difficulty or i.check.difficulty == difficulty)
        and (not about or about in i.check.about)
    }
    assert set(ids(chosen)) == fits


@settings(max_examples=50, deadline=None)
@given(SEEDS)
def test_a_paper_over_all_principles_has_the_mix_and_no_principle_twice(seed: int) -> None:
    sheet = paper(BANK, seed)
    assert Counter(i.check.difficulty for i in sheet) == TEST_MIX
    assert len({i.principle for i in sheet}) == TEST_SIZE
    assert [i.check.difficulty for i in sheet] == sorted((i.check.difficulty for i in sheet), key=DIFFICULTIES.index)


@settings(max_examples=50, deadline=None)
@given(BANKS, SEEDS)
def test_a_paper_is_as_full_as_its_bank_allows(bank: list[Item], seed: int) -> None:
    sheet = paper(bank, seed)
    assert len(sheet) == len(set(ids(sheet))) == min(len(bank), TEST_SIZE)
    had, got = Counter(i.check.difficulty for i in bank), Counter(i.check.difficulty for i in sheet)
    for difficulty, wanted in TEST_MIX.items():
        assert got[difficulty] >= min(wanted, had[difficulty])


def test_what_a_difficulty_lacks_is_made_up_from_the_medium_ones_first() -> None:
    bank = [item(n, "easy") for n in range(9)] + [item(n, "medium") for n in range(10, 15)] + [item(20, "hard")]
    assert Counter(i.check.difficulty for i in paper(bank, 1)) == {"easy": 4, "medium": 5, "hard": 1}


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_a_paper_over_one_principle_draws_on_all_its_scenarios(library: Library, principle: str) -> None:
    sheet = paper(matching(BANK, principle), 7)
    told = Counter(i.scenario for i in sheet)
    assert set(told) == {s.id for s in library.scenarios_of(principle)}


@settings(max_examples=50, deadline=None)
@given(BANKS, SEEDS, st.data())
def test_right_and_missed_add_up_and_agree_with_the_key(bank: list[Item], seed: int, data: st.DataObject) -> None:
    sheet = deal(bank, seed)
    answers = {i.id: data.draw(st.sampled_from(i.letters)) for i in sheet if data.draw(st.booleans())}
    marked = score(sheet, answers)
    assert marked.right + len(marked.missed) == marked.of == len(sheet)
    assert {i.id for i in sheet if is_right(i, answers)} == {i.id for i in sheet} - set(marked.missed)
    assert score(sheet, {i.id: i.check.answer for i in sheet}).right == len(sheet)


def test_what_was_missed_most_often_is_revised_first() -> None:
    sheet = [item(1, about=("depth", "metric")), item(2, about=("blame",)), item(3, about=("blame",)), item(4, about=("stakes",))]
    assert score(sheet, {"s.4": "A", "s.2": "B"}).revise == ("blame", "depth")


@settings(max_examples=50, deadline=None)
@given(BANKS, SEEDS)
def test_a_paper_can_be_laid_out_again_from_what_is_kept_of_it(bank: list[Item], seed: int) -> None:
    sheet = paper(bank, seed)
    kept = Paper.model_validate_json(Paper.new(sheet, None, seed).model_dump_json())
    assert kept.sheet(reversed(bank)) == sheet
    assert kept.sheet(i for i in bank if i not in bank[:1]) == tuple(i for i in sheet if i.id not in {b.id for b in bank[:1]})


@pytest.mark.parametrize(("passed", "left"), [(-5, 600), (0, 600), (0.4, 600), (1, 599), (599.5, 1), (600, 0), (10**6, 0)])
def test_the_clock_runs_from_ten_minutes_to_nothing(passed: float, left: int) -> None:
    begun = Paper.new((), None, 1)
    assert begun.seconds_left(begun.started_at + timedelta(seconds=passed)) == left


def test_what_is_handed_in_is_marked_as_it_stands() -> None:
    sheet = (item(1), item(2), item(3, answer="C"))
    begun = Paper.new(sheet, "ownership", 9)
    result = hand_in(begun, sheet, {"s.1": "A", "s.3": "B"}, begun.started_at + timedelta(seconds=61))
    assert result.answers == (("s.1", "A"), ("s.2", None), ("s.3", "B"))
    assert (result.right, result.of, result.seconds, result.seed) == (1, 3, 61, 9)
