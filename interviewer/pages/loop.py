"""The Loop page: the form, the waiting room between interviews, the interview that is on, or the debrief."""

from typing import Literal, NoReturn, get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interviewer import sitting
from interviewer.assessment import EngineName
from interviewer.loop import Loop
from interviewer.loops import NoSuchLoop
from interviewer.models.errors import ModelError
from interviewer.pages import conversation, days, debrief, draft, links, memory, opening, room
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.pages.start import USUAL_LEVEL
from interviewer.roles import Role
from interviewer.rubric import LEVEL_NAMES, LEVELS, Level
from interviewer.settings import SHARED_NOTICE
from interviewer.sitting import Place
from interviewer.store import StoreError

ADDRESS = "loop"
"""The part of the address that names the loop."""
MINUTES = 8
"""About what an interview of a loop takes."""
LISTED = 5
_AT = "loop interview"
_FAILURE = "loop failure"
State = Literal["form", "room", "conversation", "debrief"]
_LEVELS: dict[Level, str] = {"sde1": "Entry", "sde2": "Experienced", "senior": "Senior"}


def show() -> None:
    opening.show(_show)


def _show(desk: Desk) -> None:
    id = st.query_params.get(ADDRESS)
    try:
        if id is None:
            with _place("form"):
                _show_form(desk)
        else:
            _show_loop(desk, desk.loops.load(id))
    except NoSuchLoop as error:
        with _place("form"):
            st.warning(escaped(str(error)))
            _show_form(desk)
    except (StoreError, LookupError) as error:
        memory.rescue_answer()
        st.error(escaped(str(error)))
        st.button("Try again")


def _show_form(desk: Desk) -> None:
    st.title("Loop", anchor=False)
    st.write(
        "Four or five interviewers, one question each. Nobody tells you how it went until the end; "
        "then they compare notes, and you read the debrief."
    )
    if not desk.library.roles:
        st.info("There are no loops in these prompts: they come from a file called loops.yaml.")
        return
    with st.container(border=True):
        role = st.radio(
            "Job",
            desk.library.roles,
            format_func=lambda role: escaped(role.title),
            captions=[escaped(role.about) for role in desk.library.roles],
            key="role",
        )
        level = st.radio("Level", LEVELS, LEVELS.index(USUAL_LEVEL), format_func=_level, horizontal=True, key="loop level")
        engine = _engine(desk)
        count = len(role.interviewers)
        st.caption(f"{count} interviews, about {MINUTES * count} minutes in all. You can leave after any answer and come back.")
        if st.button("Start the loop", type="primary", width="stretch", key="start loop"):
            _begin(desk, role, level, engine)
    _show_past(desk)


def _level(level: Level) -> str:
    return f"{_LEVELS[level]} ({LEVEL_NAMES[level]})" if _LEVELS[level] != LEVEL_NAMES[level] else LEVEL_NAMES[level]


def _engine(desk: Desk) -> EngineName:
    if not desk.settings.has_model:
        return "local"
    engines: tuple[EngineName, ...] = ("local", "llm")
    usual = engines.index(desk.settings.default_engine)
    return st.radio(
        "Interviewers", engines, usual, format_func=lambda e: escaped(desk.engine_name(e)), horizontal=True, key="loop engine"
    )


def _begin(desk: Desk, role: Role, level: Level, engine: EngineName) -> NoReturn:
    loop = Loop.new(role, level, engine)
    desk.loops.create(loop)
    st.query_params.from_dict({ADDRESS: loop.id})
    st.rerun()


def _show_past(desk: Desk) -> None:
    if not desk.lists:
        st.caption(escaped(SHARED_NOTICE))
        return
    begun = desk.loops.latest(LISTED)
    if not begun:
        return
    st.header("Your loops so far", anchor=False)
    with st.container(gap=None):
        for loop, created_at in begun:
            over = sum(place.over for place in desk.sitting.places(loop))
            state = "debrief" if over == len(loop.seats) else f"{over} of {len(loop.seats)} over"
            label = f"{loop.title} · {days.day(created_at)} · {state}"
            if st.button(escaped(label), icon=links.SIGNS["loop"].icon, type="tertiary", key=f"go {loop.id}"):
                st.query_params.from_dict({ADDRESS: loop.id})
                st.rerun()


def _show_loop(desk: Desk, loop: Loop) -> None:
    places = desk.sitting.places(loop)
    current = sitting.following(places)
    if current is None:
        for place in places:
            if place.interview:
                draft.forget(place.interview)
        with _place("debrief"):
            _show_debrief(desk, loop, places)
    elif current.interview is None or st.session_state.get(_AT) != current.seat.interview:
        with _place("room"):
            room.show(loop, places, current)
            label = "Go on with the interview" if current.interview else "Begin the interview"
            if st.button(label, type="primary", key="go in"):
                interview = current.interview or desk.sitting.begin(loop, current.seat)
                st.session_state[_AT] = interview.id
                st.rerun()
            room.offer_end(desk, loop, places)
    else:
        drawn = _place("conversation")
        with drawn:
            room.show_caption(loop, places, current)
        conversation.show(desk, desk.brief(current.interview), current.interview, drawn)


def _show_debrief(desk: Desk, loop: Loop, places: tuple[Place, ...]) -> None:
    if all(map(sitting.scored, places)):
        debrief.show(desk, loop, places)
        return
    st.title("The debrief", anchor=False)
    if failure := st.session_state.get(_FAILURE):
        _show_failure(desk, places, failure)
        return
    bar = st.progress(0.0, "The interviewers write down what they heard")
    try:
        for place in desk.sitting.score(places):
            number = places.index(place)
            bar.progress(number / len(places), f"{escaped(place.seat.interviewer)} writes down what they heard")
    except (ModelError, StoreError) as error:
        st.session_state[_FAILURE] = str(error)
    st.rerun()


def _show_failure(desk: Desk, places: tuple[Place, ...], failure: str) -> None:
    st.warning(f"{escaped(failure)} Everything you said is saved.", icon=":material/cloud_off:")
    with st.container(horizontal=True):
        if st.button("Try again", type="primary", key="try again"):
            del st.session_state[_FAILURE]
            st.rerun()
        unscored = [p.interview for p in places if p.interview and not sitting.scored(p) and p.interview.engine != "local"]
        if unscored and st.button("Assess the rest offline", key="offline"):
            for interview in unscored:
                desk.interviewer.switch(interview, "local")
            del st.session_state[_FAILURE]
            st.rerun()


def _place(state: State) -> DeltaGenerator:
    """Where `state` is drawn; the places of the others are cleared first, or they would stay until the run has ended."""
    places = {name: st.container() if name == state else st.empty() for name in get_args(State)}
    return places[state]
