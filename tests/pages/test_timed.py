from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interviewer import quiz
from interviewer.database import LOCAL, Database
from interviewer.library import Library
from interviewer.pages.marks import chart
from interviewer.papers import Papers
from interviewer.quiz import Item, Letter, Paper, Result
from tests.pages.driving import drawn, headings, links, press
from tests.pages.reading import read

Opening = Callable[[str, Mapping[str, str]], AppTest]


@pytest.fixture
def timed(open_mode: Opening) -> Callable[..., AppTest]:
    def opening(**query: str) -> AppTest:
        return open_mode("timed", query)

    return opening


@pytest.fixture
def papers(database: Path) -> Papers:
    return Papers(Database(f"sqlite:///{database}"), LOCAL)


@pytest.fixture
def bank(library: Library) -> tuple[Item, ...]:
    return quiz.items(library.scenarios.values())


@pytest.fixture
def begun(papers: Papers, bank: tuple[Item, ...]) -> Paper:
    """A test begun just now."""
    paper = Paper.new(quiz.paper(bank, 3), None, 3)
    papers.begin(paper)
    return paper


def choose(page: AppTest, place: int, letter: Letter) -> AppTest:
    return page.radio[place].set_value(letter).run()


def address_of(page: AppTest) -> str:
    """The id in the page's address."""
    found = page.query_params["paper"]
    return found if isinstance(found, str) else found[0]


def late(paper: Paper) -> Paper:
    """Another paper like it, whose time is up."""
    started = datetime.now(UTC) - timedelta(minutes=11)
    return Paper.new((), None, paper.seed).model_copy(update={"items": paper.items, "started_at": started})


def test_it_begins_with_a_choice_and_a_button(timed: Callable[..., AppTest], papers: Papers, bank: tuple[Item, ...]) -> None:
    page = timed()
    assert headings(page) == ["Test"]
    page.selectbox(key="test principle").set_value("dive_deep")
    page = press(page, "test start")
    sitting = papers.load(address_of(page))
    assert sitting.paper.principle == "dive_deep"
    assert len(page.radio) == 10
    assert {item.principle for item in sitting.paper.sheet(bank)} == {"dive_deep"}


def test_there_are_no_hints_and_no_reasoning_on_the_sheet(
    timed: Callable[..., AppTest], begun: Paper, bank: tuple[Item, ...]
) -> None:
    page = timed(paper=begun.id)
    told = [text.value.replace("\\", "") for text in (*page.markdown, *page.text, *page.caption)]
    for number, item in enumerate(begun.sheet(bank), 1):
        assert f"**{number}.** {item.check.question}" in told
        assert item.check.hint not in told
        assert not any(step in text for step in item.check.steps for text in told)


def test_every_choice_is_kept_at_once_and_survives_a_refresh(timed: Callable[..., AppTest], papers: Papers, begun: Paper) -> None:
    page = choose(choose(choose(timed(paper=begun.id), 0, "B"), 4, "C"), 0, "D")
    assert papers.load(begun.id).answers == {begun.items[0]: "D", begun.items[4]: "C"}
    again = timed(paper=begun.id)
    assert [radio.value for radio in again.radio] == [radio.value for radio in page.radio]
    assert "2 of 10 answered" in drawn(again)


def test_a_full_sheet_is_handed_in_with_one_press_and_kept(
    timed: Callable[..., AppTest], papers: Papers, begun: Paper, bank: tuple[Item, ...]
) -> None:
    sheet = begun.sheet(bank)
    for number, item in enumerate(sheet):
        papers.answer(
            begun, item.id, item.check.answer if number < 8 else next(a for a in item.letters if a != item.check.answer)
        )
    page = press(timed(paper=begun.id), "hand in")
    result = papers.load(begun.id).result
    assert result
    assert (result.right, result.of) == (8, 10)
    assert "8 of 10 right" in headings(page)
    assert [label.split("**")[1] for label in (expander.label for expander in page.expander)] == [
        *(f"{number}. Right." for number in range(1, 9)),
        "9. Wrong.",
        "10. Wrong.",
    ]
    told = "\n".join(text.value.replace("\\", "") for text in page.markdown)
    assert all(step in told for item in sheet for step in item.check.steps)
    assert {link.path for link in links(page)} == {"learn", "practise"}


def test_an_unfinished_sheet_is_not_handed_in_without_a_question(
    timed: Callable[..., AppTest], papers: Papers, begun: Paper
) -> None:
    page = press(choose(timed(paper=begun.id), 0, "A"), "hand in")
    assert papers.load(begun.id).result is None
    assert "9 questions have no answer yet and will count as missed." in [text.value for text in page.markdown]


def test_when_time_is_up_the_sheet_is_handed_in_as_it_stands(
    timed: Callable[..., AppTest], papers: Papers, begun: Paper, bank: tuple[Item, ...]
) -> None:
    over = late(begun)
    papers.begin(over)
    first = begun.sheet(bank)[0]
    papers.answer(over, first.id, first.check.answer)
    page = timed(paper=over.id)
    assert "1 of 10 right" in headings(page)
    assert "Time was up" in page.info[0].value
    assert papers.results(5)[0].seconds == quiz.TEST_SECONDS


def test_a_window_left_open_takes_no_answer_once_time_is_up(timed: Callable[..., AppTest], papers: Papers, begun: Paper) -> None:
    page = timed(paper=begun.id)
    papers.hand_in(quiz.hand_in(begun, (), {}, datetime.now(UTC)))
    page = choose(page, 0, "A")
    assert papers.load(begun.id).answers == {}
    assert not page.radio
    assert not page.exception


def test_past_results_are_listed_and_can_be_looked_at_again(
    timed: Callable[..., AppTest], papers: Papers, begun: Paper, bank: tuple[Item, ...]
) -> None:
    for right in (2, 7):
        paper = Paper.new(begun.sheet(bank), "ownership", begun.seed)
        papers.begin(paper)
        answers = {item.id: item.check.answer for item in begun.sheet(bank)[:right]}
        papers.hand_in(quiz.hand_in(paper, begun.sheet(bank), answers, datetime.now(UTC) + timedelta(seconds=right)))
    page = timed()
    assert "Your tests so far" in headings(page)
    listed = [button for button in page.button if "of 10" in button.label]
    assert [button.label.split(": ")[1] for button in listed] == ["7 of 10 · Ownership", "2 of 10 · Ownership"]
    assert "2 of 10 right" in headings(listed[1].click().run())


def test_a_new_test_leads_back_to_the_form(timed: Callable[..., AppTest], papers: Papers, begun: Paper) -> None:
    papers.hand_in(quiz.hand_in(begun, (), {}, datetime.now(UTC)))
    page = press(timed(paper=begun.id), "new test")
    assert page.button(key="test start")
    assert "paper" not in page.query_params


@pytest.mark.parametrize("id", ["0" * 32, "<b>", "' OR 1=1 --"])
def test_an_address_without_a_test_says_so_and_shows_the_form(timed: Callable[..., AppTest], id: str) -> None:
    page = timed(paper=id)
    assert "no test under this address" in page.warning[0].value
    assert page.button(key="test start")


def test_a_check_that_is_gone_from_the_scenarios_is_left_out(timed: Callable[..., AppTest], papers: Papers, begun: Paper) -> None:
    paper = begun.model_copy(update={"id": "a" * 32, "items": ("gone.1", *begun.items[1:])})
    papers.begin(paper)
    assert len(timed(paper=paper.id).radio) == 9


def test_the_chart_has_a_bar_for_each_result_in_order() -> None:
    taken = datetime(2026, 1, 1, tzinfo=UTC)
    results = [
        Result(
            id="a" * 32,
            taken_at=taken,
            principle=None,
            seed=1,
            right=right,
            seconds=9,
            answers=tuple((f"s.{n}", None) for n in range(10)),
        )
        for right in (3, 10)
    ]
    drawn = chart(results)
    assert read(drawn).text == "310"
    assert [drawn.index("height: 30%"), drawn.index("height: 100%")] == sorted(
        [drawn.index("height: 30%"), drawn.index("height: 100%")]
    )
