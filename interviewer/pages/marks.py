"""What came of a test, and of those before it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from interviewer import quiz
from interviewer.pages import checks, days
from interviewer.pages.addresses import Address, Mode
from interviewer.pages.clock_face import minutes_and_seconds
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.quiz import TEST_SECONDS, Item, Result
from interviewer.rubric import Identifier

PAST = 20
"""Past results in the chart."""
LISTED = 5
_BAR = "flex: 1 1 0; max-width: 2.2rem; text-align: center"
_TRACK = (
    "height: 4rem; display: flex; flex-direction: column; justify-content: flex-end; overflow: hidden; "
    "background: rgba(128, 128, 128, .18); border-radius: .25rem"
)
_COLOUR = "rgb(38, 133, 107)"


def scope(desk: Desk, principle: Identifier | None) -> str:
    """What a test is drawn from, as the candidate reads it; `principle` may be one that is no longer here."""
    if principle is None:
        return "All principles"
    pack = desk.library.packs.get(principle)
    return pack.title if pack else principle


def show(desk: Desk, sheet: tuple[Item, ...], result: Result) -> None:
    """The score, what to revise, and every question with its reasoning."""
    st.header(f"{result.right} of {result.of} right", anchor=False)
    st.caption(escaped(f"{scope(desk, result.principle)} · {_time(result)}"))
    if result.seconds == TEST_SECONDS:
        st.info("Time was up, and the sheet was handed in as it stood.", icon=":material/timer_off:")
    if st.button("A new test", type="primary", key="new test"):
        st.query_params.clear()
        st.rerun()
    answers = {id: letter for id, letter in result.answers if letter}
    checks.show_revision(quiz.score(sheet, answers), sheet, desk.library, here="test")
    st.header("Question by question", anchor=False)
    for number, item in enumerate(sheet, 1):
        _show_item(number, item, answers)
    show_past(desk)


def show_past(desk: Desk, here: Mode = "test") -> None:
    """The scores over time, and the latest tests to look at again; nothing where others would see them too."""
    if not desk.lists:
        return
    results = desk.papers.results(PAST)
    if not results:
        return
    st.header("Your tests so far", anchor=False)
    if len(results) > 1:
        st.html(chart(results[::-1]))
    with st.container(gap=None):
        for result in results[:LISTED]:
            checks.go(Address("test", {"paper": result.id}), escaped(_line(desk, result)), here)


def chart(results: Sequence[Result]) -> str:
    """HTML of one bar for each result, as they come."""
    return f'<div style="display: flex; gap: .4rem; align-items: flex-end">{"".join(map(_bar, results))}</div>'


def _bar(result: Result) -> str:
    share = result.right / result.of if result.of else 0
    told = escape(f"{result.right} of {result.of} right")
    return (
        f'<div role="img" aria-label="{told}" title="{told}" style="{_BAR}"><span style="font-size: .8rem">{result.right}</span>'
        f'<div style="{_TRACK}"><div style="height: {share:.0%}; background: {_COLOUR}"></div></div></div>'
    )


def _show_item(number: int, item: Item, answers: quiz.Answers) -> None:
    right = quiz.is_right(item, answers)
    verdict = "Right" if right else "Wrong" if item.id in answers else "Not answered"
    icon = ":material/check_circle:" if right else ":material/cancel:" if item.id in answers else ":material/help:"
    with st.expander(f"**{number}. {verdict}.** {escaped(item.check.question)}", icon=icon):
        checks.explain(item, answers.get(item.id))


def _time(result: Result) -> str:
    return f"{minutes_and_seconds(result.seconds)} of {minutes_and_seconds(TEST_SECONDS)}"


def _line(desk: Desk, result: Result) -> str:
    day = days.local(result.taken_at)
    return f"{day.day} {day:%B}, {day:%H:%M}: {result.right} of {result.of} · {scope(desk, result.principle)}"
