"""The Progress page: interviews so far, trends, stories, and what is kept. The address holds which of them is shown."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

import streamlit as st

from interviewer.pages import keeping, links, marks, opening, past, story_bank, trend
from interviewer.pages.addresses import Address
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.settings import SHARED_NOTICE
from interviewer.store import StoreError

View = Literal["interviews", "trends", "stories", "data"]
VIEW = "view"
"""Key of the choice, and the part of the address it is in."""
VIEWS: tuple[View, ...] = get_args(View)
_NAMES: Mapping[View, str] = {"interviews": "Interviews", "trends": "Trends", "stories": "Stories", "data": "Your data"}
_DRAWN_BY: Mapping[View, Callable[[Desk], None]] = {
    "interviews": past.show,
    "trends": trend.show,
    "stories": story_bank.show,
    "data": keeping.show,
}


def show() -> None:
    opening.show(_show)


def _show(desk: Desk) -> None:
    st.title("Progress", anchor=False)
    if not desk.lists:
        st.info(escaped(SHARED_NOTICE))
        return
    keeping.show_notice()
    try:
        _catch_up(desk)
        _show_view(desk)
    except StoreError as error:
        st.error(escaped(str(error)))
        st.button("Try again")


def _catch_up(desk: Desk) -> None:
    """Has what the lists are read from made, which takes a moment only the first time."""
    place = st.empty()
    for done in desk.history.catch_up():
        if done.of > 1:
            place.progress(done.done / done.of, f"Reading {done.of} interviews")
    place.empty()


def _show_view(desk: Desk) -> None:
    named = st.query_params.get(VIEW)
    chosen: View = next((view for view in VIEWS if view == named), "interviews")
    if chosen != "data" and not desk.history.search("", 0, 1).total:
        _show_nothing()
        marks.show_past(desk, here="progress")
        chosen = "data"
    else:
        st.session_state[VIEW] = chosen
        # Not tabs or a segmented control: in the dark theme they write the chosen one with too little contrast.
        st.radio(
            "Show",
            VIEWS,
            format_func=lambda view: _NAMES[view],
            key=VIEW,
            on_change=_to_view,
            horizontal=True,
            label_visibility="collapsed",
        )
    with st.container(key=f"progress {chosen}"):
        _DRAWN_BY[chosen](desk)


def _to_view() -> None:
    st.query_params.from_dict({VIEW: st.session_state[VIEW]})


def _show_nothing() -> None:
    st.write("Your interviews will be listed here, with how each point develops and which stories serve which principle.")
    links.link(Address("interview", {}), "Start your first interview")
