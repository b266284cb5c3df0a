"""The Interview mode: the form, the interview at this address, or its assessment."""

from typing import Literal, get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interviewer.pages import assessment, blind, conversation, draft, memory, opening, own_view, showcase, start
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.store import NoSuchInterview, StoreError

State = Literal["form", "conversation", "rating", "weighing", "assessment"]


def get_ready() -> None:
    """Reads and opens what this mode, the first one everybody sees, begins with."""
    opening.get_ready()


def show() -> None:
    """Draws the page and acts on what the candidate did."""
    with memory.one_run_at_a_time():
        opening.show(_show)


def _show(desk: Desk) -> None:
    address = memory.address()
    # What is asked for may be an example that is no longer here, or never was; then the form is drawn.
    if address is None and (example := desk.library.scenarios.get(memory.example() or "")):
        with _place("assessment"):
            showcase.show(desk, example)
        return
    if address is None:
        with _place("form"):
            start.show(desk)
        return
    try:
        interview = desk.store.load(address)
        brief = desk.brief(interview)
    except NoSuchInterview as error:
        with _place("form"):
            st.warning(escaped(str(error)))
            start.show(desk)
    except (StoreError, LookupError) as error:
        memory.rescue_answer()
        st.error(escaped(str(error)))
        st.button("Try again")
    else:
        if interview.assessment:
            with _place("assessment"):
                assessment.show(desk, brief, interview, interview.assessment)
                # Once more: the pages before may have been gone before the browser came to it.
                draft.forget(interview)
        elif interview.ended and (loop := blind.running(desk, [interview.id]).get(interview.id)):
            with _place("rating"):
                draft.forget(interview)
                blind.show(loop)
        elif own_view.is_due(interview):
            with _place("rating"):
                draft.forget(interview)
                assessment.ask(desk, brief, interview)
        elif interview.ended:
            with _place("weighing"):
                draft.forget(interview)
                assessment.make(desk, brief, interview)
        else:
            conversation.show(desk, brief, interview, _place("conversation"))


def _place(state: State) -> DeltaGenerator:
    """Where `state` is drawn; the places of the others are cleared first. To be asked for before anything is drawn.

    Without that, Streamlit leaves what it drew before on the page until the new run has ended: the verdict above old messages. It
    knows places by their number on the page, so nothing may stand above them in one state only.
    """
    places = {name: st.container() if name == state else st.empty() for name in get_args(State)}
    return places[state]
