from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer import quiz
from interviewer.library import bundled, load
from interviewer.pages import rounds
from interviewer.pages.rounds import ROUND_SIZE, Choice, Round

BANK = quiz.items(load(bundled("prompts"), bundled("scenarios")).scenarios.values())
SEEDS = st.integers(0, 2**31 - 1)
CHOICES = st.builds(
    Choice,
    principle=st.sampled_from([None, *sorted({item.principle for item in BANK})]),
    difficulty=st.sampled_from([None, *quiz.DIFFICULTIES]),
    about=st.sampled_from([None, *sorted({about for item in BANK for about in item.check.about})]),
)
QUERIES = st.dictionaries(
    st.sampled_from(["principle", "difficulty", "about", "seed", "skip", "only", "answers", "at", "other"]),
    st.text(max_size=12) | st.sampled_from(["ABCD", "-1", "9" * 400, "٣", "ownership", "metric", "hard", "cold_street.1,x", "3"]),
)


def at(query: dict[str, str]) -> Round:
    """The round at an address; seed 1 where it has none."""
    choice = rounds.choice_at(query, BANK).widened(BANK)
    seed = rounds.seed_at(query)
    return rounds.round_at(query, choice, 1 if seed is None else seed, BANK)


@settings(max_examples=50, deadline=None)
@given(QUERIES)
def test_every_address_leads_to_a_round_with_something_to_ask_or_to_its_end(query: dict[str, str]) -> None:
    begun = at(query)
    sheet = begun.sheet(BANK)
    assert begun.deal(BANK)
    assert 1 <= begun.at <= len(begun.answers) + 1
    assert len(begun.answers) <= len(sheet) <= ROUND_SIZE
    assert begun.step(sheet) in ("asking", "answered", "done")


@settings(max_examples=50, deadline=None)
@given(CHOICES, SEEDS, st.integers(0, 3), st.data())
def test_a_refresh_at_any_point_keeps_the_place(choice: Choice, seed: int, later: int, data: st.DataObject) -> None:
    begun = Round(choice=choice.widened(BANK), seed=seed)
    for _ in range(later):
        begun = begun.following()
    for item in begun.sheet(BANK)[: data.draw(st.integers(0, ROUND_SIZE))]:
        begun = begun.answered(data.draw(st.sampled_from(item.shown)))
        assert at(rounds.address(begun)) == begun
        begun = begun.onward()
        assert at(rounds.address(begun)) == begun


@settings(max_examples=50, deadline=None)
@given(SEEDS)
def test_the_rounds_of_a_deal_ask_everything_once(seed: int) -> None:
    begun = Round(choice=Choice(principle="dive_deep"), seed=seed)
    asked = [item.id for item in (*begun.sheet(BANK), *begun.following().sheet(BANK))]
    assert sorted(asked) == sorted(item.id for item in quiz.matching(BANK, "dive_deep"))


@settings(max_examples=50, deadline=None)
@given(SEEDS, SEEDS)
def test_again_asks_exactly_what_was_missed(seed: int, other: int) -> None:
    begun = Round(choice=Choice(difficulty="hard"), seed=seed)
    missed = tuple(item.id for item in begun.sheet(BANK)[:3])
    once_more = begun.again(missed, other)
    assert {item.id for item in once_more.sheet(BANK)} == set(missed)
    assert at(rounds.address(once_more)) == once_more


@settings(max_examples=50, deadline=None)
@given(CHOICES)
def test_what_nothing_fits_is_widened_and_what_fits_is_left_alone(choice: Choice) -> None:
    widened = choice.widened(BANK)
    assert widened.items(BANK)
    assert (widened == choice) == bool(choice.items(BANK))


def test_a_subject_is_kept_before_a_principle_and_a_principle_before_nothing() -> None:
    nowhere = Choice(principle="frugality", difficulty="hard", about="we_voice")
    assert nowhere.widened(BANK) == Choice(about="we_voice")
    assert Choice(principle="frugality", about="hypothetical").widened(BANK) == Choice(principle="frugality")


def test_an_answer_changed_later_drops_those_that_followed() -> None:
    begun = Round(seed=1, answers=("A", "B", "C"), at=2)
    assert begun.answered("D").answers == ("A", "D")
