"""Tests and their results, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from traceback import format_exception

import pytest

from interviewer.database import LOCAL, Database, StoreTrouble
from interviewer.interview import Interview, Setup
from interviewer.library import bundled, load
from interviewer.papers import HandedIn, NoSuchPaper, Papers
from interviewer.quiz import Letter, Paper, Result, hand_in, items, paper
from interviewer.store import Store

BANK = items(load(bundled("prompts"), bundled("scenarios")).scenarios.values())
SHEET = paper(BANK, 5)


@pytest.fixture
def papers(database: Database) -> Papers:
    return Papers(database, LOCAL)


@pytest.fixture
def begun(papers: Papers) -> Paper:
    new = Paper.new(SHEET, "ownership", 5)
    papers.begin(new)
    return new


def marked(begun: Paper, right: int, after: timedelta = timedelta(minutes=3)) -> Result:
    """A result with the first `right` items right and the rest left empty."""
    answers: dict[str, Letter] = {item.id: item.check.answer for item in SHEET[:right]}
    return hand_in(begun, SHEET, answers, begun.started_at + after)


def test_a_test_is_resumed_as_it_was_left_by_whoever_has_its_id(papers: Papers, begun: Paper, url: str) -> None:
    papers.answer(begun, SHEET[0].id, "B")
    papers.answer(begun, SHEET[3].id, "C")
    sitting = Papers(Database(url), LOCAL).load(begun.id)
    assert sitting.paper == begun
    assert sitting.answers == {SHEET[0].id: "B", SHEET[3].id: "C"}
    assert sitting.result is None


def test_of_two_answers_to_one_item_the_later_counts(papers: Papers, begun: Paper) -> None:
    for letter in ("A", "D", "B"):
        papers.answer(begun, SHEET[0].id, letter)
    assert papers.load(begun.id).answers == {SHEET[0].id: "B"}


def test_a_result_comes_back_as_it_was_handed_in(papers: Papers, begun: Paper) -> None:
    result = marked(begun, right=7)
    assert papers.hand_in(result) == result
    assert papers.load(begun.id).result == result
    assert papers.results(5) == (result,)
    assert (result.right, result.of, result.seconds, result.principle) == (7, 10, 180, "ownership")


def test_a_test_over_all_principles_has_none_of_its_own(papers: Papers) -> None:
    new = Paper.new(SHEET, None, 5)
    papers.begin(new)
    papers.hand_in(marked(new, right=2))
    assert papers.results(1)[0].principle is None


def test_a_test_that_ran_out_of_time_took_all_of_it(begun: Paper) -> None:
    assert marked(begun, right=1, after=timedelta(days=2)).seconds == 600


def test_handing_in_twice_keeps_the_first_result(papers: Papers, begun: Paper) -> None:
    first = papers.hand_in(marked(begun, right=3))
    assert papers.hand_in(marked(begun, right=9)) == first
    assert papers.results(5) == (first,)


def test_of_windows_that_hand_in_at_the_same_moment_all_are_told_the_same(papers: Papers, begun: Paper) -> None:
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(lambda right: papers.hand_in(marked(begun, right=right)), range(4)))
    assert set(told) == {papers.load(begun.id).result}


def test_no_answer_is_taken_after_the_handing_in(papers: Papers, begun: Paper) -> None:
    papers.hand_in(marked(begun, right=1))
    with pytest.raises(HandedIn, match="answers stand"):
        papers.answer(begun, SHEET[0].id, "A")
    assert papers.load(begun.id).answers == {}


def test_results_are_listed_newest_first(papers: Papers) -> None:
    handed_in = []
    for days in (3, 1, 2):
        new = Paper.new(SHEET, None, 5).model_copy(update={"started_at": datetime(2026, 1, days, tzinfo=UTC)})
        papers.begin(new)
        handed_in.append(papers.hand_in(marked(new, right=days)))
    assert [result.right for result in papers.results(5)] == [3, 2, 1]
    assert [result.right for result in papers.results(2)] == [3, 2]


@pytest.mark.parametrize("id", ["", "0" * 31, "0" * 32, "F" * 32, "' OR 1=1 --", "0" * 32 + "\n", "\x00"], ids=ascii)
def test_an_unknown_or_hostile_id_is_no_test(papers: Papers, begun: Paper, id: str) -> None:
    with pytest.raises(NoSuchPaper, match="no test under this address"):
        papers.load(id)


def test_what_was_never_begun_takes_no_answer_and_no_result(papers: Papers) -> None:
    stranger = Paper.new(SHEET, None, 5)
    with pytest.raises(NoSuchPaper):
        papers.answer(stranger, SHEET[0].id, "A")
    with pytest.raises(NoSuchPaper):
        papers.hand_in(marked(stranger, right=1))
    assert papers.results(5) == ()


@pytest.mark.parametrize(
    "change",
    ["UPDATE papers SET items = 'SECRET'", "UPDATE papers SET seed = -1", "UPDATE results SET answers = '[[\"SECRET\"]]'"],
)
def test_a_row_this_version_cannot_read_is_trouble_that_names_the_test(
    papers: Papers, begun: Paper, database: Database, change: str
) -> None:
    papers.hand_in(marked(begun, right=1))
    with database.transaction() as rows:
        rows.exec_driver_sql(change)
    with pytest.raises(StoreTrouble, match=begun.id) as error:
        papers.load(begun.id)
    assert "SECRET" not in "".join(format_exception(error.value))


def test_one_result_that_cannot_be_read_does_not_hide_the_others(papers: Papers, begun: Paper, database: Database) -> None:
    papers.hand_in(marked(begun, right=1))
    with database.transaction() as rows:
        rows.exec_driver_sql("UPDATE results SET answers = ''")
    other = Paper.new(SHEET, None, 5)
    papers.begin(other)
    kept = papers.hand_in(marked(other, right=2))
    assert papers.results(5) == (kept,)


def test_interviews_and_tests_share_a_database(papers: Papers, begun: Paper, database: Database) -> None:
    store = Store(database, LOCAL)
    interview = Interview.new(Setup(principle="ownership", scenario=None, level="sde2", engine="local"))
    store.create(interview)
    assert store.load(interview.id) == interview
    assert papers.load(begun.id).paper == begun


def test_somebody_elses_test_is_not_there(papers: Papers, begun: Paper, database: Database) -> None:
    other = Papers(database, "somebody else")
    with pytest.raises(NoSuchPaper):
        other.load(begun.id)
    with pytest.raises(NoSuchPaper):
        other.answer(begun, SHEET[0].id, "A")
    with pytest.raises(NoSuchPaper):
        other.hand_in(marked(begun, right=1))
    papers.hand_in(marked(begun, right=3))
    other.delete_all()
    assert (other.ids(), other.results(5)) == ((), ())
    assert papers.load(begun.id).result == papers.results(5)[0]


def test_the_same_test_of_two_people_is_answered_apart(papers: Papers, begun: Paper, database: Database) -> None:
    other = Papers(database, "somebody else")
    other.begin(begun)
    other.answer(begun, SHEET[0].id, "A")
    papers.answer(begun, SHEET[0].id, "B")
    other.hand_in(marked(begun, right=1))
    assert papers.load(begun.id).answers == {SHEET[0].id: "B"}
    assert papers.load(begun.id).result is None


def test_of_an_answer_and_a_handing_in_at_the_same_moment_none_is_kept_after_the_other(
    papers: Papers, database: Database
) -> None:
    new = Paper.new(SHEET, None, 5)
    papers.begin(new)

    def act(number: int) -> bool:
        try:
            papers.hand_in(marked(new, right=2)) if number == 3 else papers.answer(new, SHEET[number].id, "A")
        except HandedIn:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        taken = list(threads.map(act, range(6)))
    assert len(papers.load(new.id).answers) == sum(taken) - 1
