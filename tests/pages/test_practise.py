from collections.abc import Callable, Mapping

import pytest
from streamlit.testing.v1 import AppTest

from interviewer import quiz
from interviewer.library import Library
from interviewer.quiz import Item, Letter
from interviewer.rubric import FLAGS
from tests.pages.driving import headings, links, press

Opening = Callable[[str, Mapping[str, str]], AppTest]
AT = {"principle": "deliver_results", "seed": "11"}


@pytest.fixture
def practise(open_mode: Opening) -> Callable[..., AppTest]:
    def opening(**query: str) -> AppTest:
        return open_mode("practise", query)

    return opening


@pytest.fixture
def bank(library: Library) -> tuple[Item, ...]:
    return quiz.items(library.scenarios.values())


def shown(page: AppTest, bank: tuple[Item, ...]) -> Item:
    """The item that is asked or answered now."""
    told = {text.value.replace("\\", "") for text in page.markdown}
    return next(item for item in bank if item.check.question in told)


def answer(page: AppTest, item: Item, right: bool = True) -> AppTest:
    letter: Letter = next(a for a in item.letters if (a == item.check.answer) == right)
    page.radio[-1].set_value(letter)
    return press(page, "check")


def address(page: AppTest) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value[0] for name, value in page.query_params.items()}


def texts(page: AppTest) -> str:
    return "\n".join(text.value.replace("\\", "") for text in page.markdown)


def through(page: AppTest, bank: tuple[Item, ...], wrong: int) -> tuple[AppTest, list[Item]]:
    """A whole round, its first `wrong` answers wrong; the page at its end and what was asked."""
    asked = []
    while page.radio and "check" in [button.key for button in page.button]:
        asked.append(shown(page, bank))
        page = answer(page, asked[-1], right=len(asked) > wrong)
        page = press(page, "next")
    return page, asked


def test_it_begins_with_what_to_practise(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page = practise()
    assert headings(page) == ["Practise"]
    assert f"{len(bank)} checks fit" in page.caption[0].value
    page.selectbox(key="practise principle").set_value("dive_deep")
    page = press(page.radio(key="practise difficulty").set_value("hard").run(), "practise start")
    item = shown(page, bank)
    assert (item.principle, item.check.difficulty) == ("dive_deep", "hard")


def test_a_link_leads_straight_to_checks_on_what_it_is_about(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page = practise(principle="earn_trust", about="blame")
    item = shown(page, bank)
    assert item.principle == "earn_trust"
    assert "blame" in item.check.about


def test_what_has_no_check_is_answered_with_the_nearest(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page = practise(principle="frugality", about="we_voice")
    assert "nearest" in page.info[0].value
    assert "we_voice" in shown(page, bank).check.about


def test_before_the_answer_there_is_a_hint_and_no_reasoning(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page = practise(**AT)
    item = shown(page, bank)
    assert item.check.hint in [text.value for text in page.text]
    assert "Why" not in texts(page)
    assert set(page.radio[-1].options) == set(item.check.options)


@pytest.mark.parametrize("right", [True, False])
def test_after_it_come_the_verdict_and_all_that_teaches(
    practise: Callable[..., AppTest], bank: tuple[Item, ...], right: bool
) -> None:
    page = practise(**AT)
    item = shown(page, bank)
    page = answer(page, item, right)
    assert [text.value for text in (page.success if right else page.error)] == [
        "Right." if right else f"Not right. The answer is {item.check.answer}."
    ]
    for told in (*item.check.options, *item.check.steps, *item.check.common_mistakes):
        assert told in texts(page)
    assert texts(page).count("Right answer") == texts(page).count("Your choice") == 1


def test_the_reasoning_s_letters_are_those_of_the_options_shown_with_it(
    practise: Callable[..., AppTest], bank: tuple[Item, ...]
) -> None:
    page = practise(**AT)
    item = shown(page, bank)
    page = answer(page, item)
    places = [texts(page).index(f"**{letter}.** ") for letter in item.letters]
    assert places == sorted(places)
    assert f"**{item.check.answer}.** **{item.option(item.check.answer)}**" in texts(page)


def test_check_without_a_choice_asks_for_one(practise: Callable[..., AppTest]) -> None:
    page = press(practise(**AT), "check")
    assert page.info[0].value == "Choose an option first."
    assert "answers" not in page.query_params


def test_a_refresh_keeps_the_place_and_the_answers(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page = practise(**AT)
    for right in (True, False):
        page = press(answer(page, shown(page, bank), right), "next")
    again = practise(**address(page))
    assert shown(again, bank) == shown(page, bank)
    answered = answer(again, shown(again, bank), right=False)
    assert practise(**address(answered)).error[0].value == answered.error[0].value


def test_a_whole_round_ends_in_a_score_and_what_to_revise(
    practise: Callable[..., AppTest], bank: tuple[Item, ...], library: Library
) -> None:
    page, asked = through(practise(**AT), bank, wrong=3)
    assert len(asked) == len(set(asked)) == 10
    assert headings(page) == ["Practise", "7 of 10 right", "What to revise", "What was missed"]
    lessons = [link.query for link in links(page) if link.path == "learn"]
    assert {f"section={item.check.about[0]}" for item in asked[:3]} == {query.split("&")[-1] for query in lessons}
    advice = {c.id: c.advice for c in library.rubric.criteria} | {f.id: f.advice for f in library.rubric.flags}
    assert {advice[item.check.about[0]] for item in asked[:3]} <= {text.value for text in page.text}
    assert set(FLAGS) <= set(advice)


def test_again_asks_only_the_missed_ones(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page, asked = through(practise(**AT), bank, wrong=2)
    page, once_more = through(press(page, "again"), bank, wrong=0)
    assert {item.id for item in once_more} == {item.id for item in asked[:2]}
    assert headings(page) == ["Practise", "2 of 2 right"]
    assert {link.path for link in links(page)} >= {"test"}


def test_more_goes_on_with_what_was_not_asked_yet(practise: Callable[..., AppTest], bank: tuple[Item, ...]) -> None:
    page, asked = through(practise(**AT), bank, wrong=0)
    _, others = through(press(page, "more"), bank, wrong=0)
    assert {item.id for item in (*asked, *others)} == {item.id for item in quiz.matching(bank, "deliver_results")}


def test_an_address_that_makes_no_sense_shows_the_form(practise: Callable[..., AppTest]) -> None:
    page = practise(principle="<b>", about="x", seed="-3", answers="ZZ", at="9" * 50)
    assert not page.exception
    assert headings(page) == ["Practise"]
    assert page.button(key="practise start")
