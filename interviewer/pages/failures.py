"""What the candidate can do when going on failed."""

import streamlit as st

from interviewer.interview import Interview
from interviewer.pages import memory
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.store import StoreError


def show(desk: Desk, interview: Interview, sentence: str, offline: str) -> None:
    """The sentence and the ways on; `offline` is the label of the one that needs no model."""
    st.warning(f"{escaped(sentence)} Everything you said is saved.", icon=":material/cloud_off:")
    with st.container(horizontal=True):
        if st.button("Try again", type="primary", key="try_again"):
            memory.note_failure(interview, None)
            st.rerun()
        if interview.engine != "local" and st.button(offline, key="offline"):
            _go_offline(desk, interview)


def _go_offline(desk: Desk, interview: Interview) -> None:
    try:
        desk.interviewer.switch(interview, "local")
    except StoreError as error:
        memory.note_failure(interview, str(error))
    else:
        memory.note_failure(interview, None)
    st.rerun()
