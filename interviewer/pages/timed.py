"""The Test mode: ten knowledge checks against the clock, without hints, and a result that is kept."""

from datetime import UTC, datetime
from secrets import randbelow
from typing import NoReturn

import streamlit as st

from interviewer import quiz
from interviewer.pages import checks, countdown, marks, opening, scrolling
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.papers import HandedIn, NoSuchPaper, Sitting
from interviewer.quiz import TEST_SECONDS, TEST_SIZE, Item, Paper
from interviewer.store import StoreError

ADDRESS = "paper"
"""The part of the address that names the test; everything else about it is in the database."""
_TROUBLE = "test trouble"


def show() -> None:
    opening.show(_show)


def _show(desk: Desk) -> None:
    st.title("Test", anchor=False)
    checks.style()
    bank = quiz.items(desk.library.scenarios.values())
    id = st.query_params.get(ADDRESS)
    try:
        if id is None:
            _show_form(desk, bank)
        else:
            _show_sitting(desk, bank, desk.papers.load(id))
    except NoSuchPaper as error:
        st.warning(escaped(str(error)))
        _show_form(desk, bank)
    except StoreError as error:
        st.error(escaped(str(error)))
        st.button("Try again")


def _show_form(desk: Desk, bank: tuple[Item, ...]) -> None:
    minutes = TEST_SECONDS // 60
    st.write(f"You get {TEST_SIZE} questions from easy to hard, {minutes} minutes and no hints. The reasoning comes at the end.")
    with st.container(border=True):
        principle = st.selectbox(
            "Principle",
            [None, *(name for name in desk.library.packs if quiz.matching(bank, name))],
            format_func=lambda name: marks.scope(desk, name),
            key="test principle",
        )
        st.caption("The clock starts with the button. It goes on when you leave; your answers are kept.")
        if st.button("Start the test", type="primary", width="stretch", disabled=not bank, key="test start"):
            _begin(desk, bank, principle)
    marks.show_past(desk)


def _begin(desk: Desk, bank: tuple[Item, ...], principle: str | None) -> NoReturn:
    seed = randbelow(2**31)
    begun = Paper.new(quiz.paper(quiz.matching(bank, principle), seed), principle, seed)
    desk.papers.begin(begun)
    st.query_params.from_dict({ADDRESS: begun.id})
    st.rerun()


def _show_sitting(desk: Desk, bank: tuple[Item, ...], sitting: Sitting) -> None:
    sheet = sitting.paper.sheet(bank)
    result = sitting.result
    if result is None and not sitting.paper.seconds_left(datetime.now(UTC)):
        result = _hand_in(desk, sitting, sheet)
    shown = f"{'result' if result else 'sheet'} {sitting.paper.id}"
    with st.container(key=shown):
        if result:
            marks.show(desk, sheet, result)
        else:
            _show_sheet(desk, sitting, sheet)
    scrolling.to_top(shown)


def _show_sheet(desk: Desk, sitting: Sitting, sheet: tuple[Item, ...]) -> None:
    paper = sitting.paper
    st.caption(escaped(marks.scope(desk, paper.principle)))
    if trouble := st.session_state.pop(_TROUBLE, None):
        st.error(escaped(trouble))
    for number, item in enumerate(sheet, 1):
        with st.container(border=True, gap="small"):
            _put(desk, sitting, item, number)
            checks.story(item, desk.library)
    with st.bottom, st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        countdown.show(paper.seconds_left(datetime.now(UTC)), f"{len(sitting.answers)} of {len(sheet)} answered")
        if st.button("Hand in", type="primary", key="hand in"):
            _confirm(desk, sitting, sheet)


def _put(desk: Desk, sitting: Sitting, item: Item, number: int) -> None:
    """`item`, set to the answer kept; choosing one keeps it."""
    place = _place(sitting.paper, item)

    def keep() -> None:
        if letter := st.session_state[place]:
            _keep(desk, sitting.paper, item, letter)

    st.session_state.setdefault(place, sitting.answers.get(item.id))
    checks.put(item, f"{sitting.paper.id} {item.id}", number, keep)


def _place(paper: Paper, item: Item) -> str:
    """Where the session holds the option chosen."""
    return f"{checks.OPTIONS} {paper.id} {item.id}"


def _keep(desk: Desk, paper: Paper, item: Item, letter: quiz.Letter) -> None:
    if not paper.seconds_left(datetime.now(UTC)):
        return
    try:
        desk.papers.answer(paper, item.id, letter)
    except HandedIn:
        pass  # Another window was first; the page shows the result now.
    except StoreError as error:
        st.session_state[_TROUBLE] = f"{error} Your last choice was not kept; choose it again."
        del st.session_state[_place(paper, item)]


def _confirm(desk: Desk, sitting: Sitting, sheet: tuple[Item, ...]) -> None:
    if len(sitting.answers) < len(sheet):
        _ask_whether(desk, sitting, sheet)
    else:
        _hand_in(desk, sitting, sheet)
        st.rerun()


@st.dialog("Hand it in?")
def _ask_whether(desk: Desk, sitting: Sitting, sheet: tuple[Item, ...]) -> None:
    unanswered = len(sheet) - len(sitting.answers)
    questions = "1 question has" if unanswered == 1 else f"{unanswered} questions have"
    st.write(f"{questions} no answer yet and will count as missed.")
    with st.container(horizontal=True):
        if st.button("Hand in all the same", type="primary", key="hand in all the same"):
            _hand_in(desk, sitting, sheet)
            st.rerun()
        if st.button("Go on", key="go on"):
            st.rerun()


def _hand_in(desk: Desk, sitting: Sitting, sheet: tuple[Item, ...]) -> quiz.Result:
    return desk.papers.hand_in(quiz.hand_in(sitting.paper, sheet, sitting.answers, datetime.now(UTC)))
