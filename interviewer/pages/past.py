"""The interviews so far: searched, opened at their address, gone on with, deleted one by one."""

from typing import Literal

import streamlit as st

from interviewer.interview import Interview
from interviewer.loop import Loop
from interviewer.overview import Overview
from interviewer.pages import blind, days, inert, keeping, links, marks
from interviewer.pages.addresses import resume
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES, VERDICT_NAMES, Verdict
from interviewer.store import NoSuchInterview, StoreError

PAGE = 15
"""Interviews on one page."""
WORDS, NUMBER = "words", "page"
"""Keys of the search and of the page's number, and the parts of the address they are in."""
VERDICT_COLOURS: dict[Verdict, Literal["red", "orange", "green"]] = {
    "no_hire": "red",
    "lean_no_hire": "orange",
    "hire": "green",
    "strong_hire": "green",
}


def show(desk: Desk) -> None:
    words = st.text_input(
        "Search",
        placeholder="A word you said, a question, a principle",
        type="search",
        live=True,
        icon=":material/search:",
        key=WORDS,
        bind="query-params",
        label_visibility="collapsed",
        max_chars=200,
    )
    number = _number()
    listing = desk.history.search(words or "", (number - 1) * PAGE, PAGE)
    st.caption(_count(listing.total, bool(words)))
    loops = blind.running(desk, [seen.id for seen in listing.overviews if not seen.verdict])
    for seen in listing.overviews:
        _show_interview(desk, seen, loops.get(seen.id))
    pages = max(1, -(-listing.total // PAGE))
    if pages > 1:
        st.pagination(pages, key=NUMBER, bind="query-params")
    if unreadable := desk.history.unreadable():
        who = "1 interview is" if unreadable == 1 else f"{unreadable} interviews are"
        st.caption(f"{who} not listed: written by another version of this program, or damaged. Nothing of them was changed.")


def _number() -> int:
    named = st.query_params.get(NUMBER, "1")
    return max(1, int(named)) if named.isascii() and named.isdigit() and len(named) < 7 else 1


def _count(total: int, searched: bool) -> str:
    if searched:
        return "No interview has all of these words." if not total else f"{_interviews(total)} with these words"
    return f"{_interviews(total)}, the newest first"


def _interviews(count: int) -> str:
    return "1 interview" if count == 1 else f"{count} interviews"


def _show_interview(desk: Desk, seen: Overview, loop: Loop | None) -> None:
    """One line of the list; `loop` is the one it belongs to while that is on."""
    with st.container(border=True, gap="xsmall", key=f"past {seen.id}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
            name = escaped(marks.scope(desk, seen.principle))
            if loop:
                links.link(blind.address(loop), f"**{name}**: go on with the loop")
            else:
                links.link(resume(seen.id), f"**{name}**" if seen.ended else f"**{name}**: go on")
            _show_standing(seen, in_loop=loop is not None)
        inert.words(seen.question)
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
            engine = "Model" if seen.engine == "llm" else "Offline"
            st.caption(f"{days.minute(seen.created_at)} · {LEVEL_NAMES[seen.level]} · {engine}", width="content")
            if st.button("Delete", icon=":material/delete:", type="tertiary", key=f"delete {seen.id}"):
                _ask_whether(desk, seen)


def _show_standing(seen: Overview, in_loop: bool) -> None:
    if in_loop and seen.ended:
        st.badge("Over, debrief to come", icon=":material/groups:", color="gray")
    elif seen.verdict:
        st.badge(VERDICT_NAMES[seen.verdict], color=VERDICT_COLOURS[seen.verdict])
    elif seen.ended:
        st.badge("Not assessed yet", icon=":material/hourglass_empty:", color="gray")
    else:
        st.badge("Not finished", icon=":material/pending:", color="gray")


@st.dialog("Delete this interview?")
def _ask_whether(desk: Desk, seen: Overview) -> None:
    st.write(f"{escaped(marks.scope(desk, seen.principle))}, {days.minute(seen.created_at)}. It is gone for good then.")
    with st.container(horizontal=True):
        if st.button("Keep it", key="keep it"):
            st.rerun()
        if st.button("Delete it for good", type="primary", key="delete it"):
            _delete(desk, seen)


def _delete(desk: Desk, seen: Overview) -> None:
    gone: list[Interview] = []
    try:
        gone.append(desk.store.load(seen.id))
        desk.history.delete(seen.id)
    except NoSuchInterview:
        pass  # Another window was first.
    except StoreError as error:
        st.error(escaped(str(error)))
        return
    keeping.note("The interview is deleted.", gone)
    st.rerun()
