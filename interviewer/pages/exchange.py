"""What was said so far, drawn as a chat."""

from itertools import count

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interviewer.brief import Brief
from interviewer.interview import Asked, Ended, Interview, Replied, Said, Switched
from interviewer.pages import coached, inert

LONG = 4000
"""Characters from which a turn gets a scroll bar of its own."""


def show(brief: Brief, interview: Interview, reasons: bool = False, numbers: bool = False, hint: bool = False) -> None:
    """Draws every message that counts.

    `reasons` adds the gap each follow-up was aimed at, `numbers` those of the turns, `hint` one for the question that stands.
    """
    turns = count(1)
    for event in interview.in_force:
        match event:
            case Asked(text=text, because=gap):
                with interviewer():
                    inert.words(text)
                    if gap and reasons:
                        st.caption(f":material/target: Asked because of: **{inert.escaped(brief.criterion(gap).name)}**")
                    if hint and event is interview.question:
                        coached.show_hint(brief, interview)
            case Replied(text=text) | Ended(text=text):
                with interviewer():
                    inert.words(text)
            case Said(text=text):
                number = next(turns)
                _show_said(text, f"turn {number}" if numbers else "")
            case Switched():
                st.caption(
                    "The interview goes on offline." if event.engine == "local" else "The interview goes on with the model."
                )


def interviewer() -> DeltaGenerator:
    """A message of the interviewer's, to be filled."""
    return st.chat_message("assistant", avatar=":material/forum:")


def _show_said(text: str, note: str = "") -> None:
    """The candidate's message, with a note of ours under it."""
    with (
        st.chat_message("user", avatar=":material/person:"),
        st.container(height=320 if len(text) > LONG else "content", border=False),
    ):
        if text:
            inert.words(text)
        else:
            st.caption("(nothing that can be shown)")
        if note:
            st.caption(note)
