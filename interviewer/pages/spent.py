"""What the interview took of a model: calls, tokens, and what they cost."""

import streamlit as st

from interviewer.interview import Interview
from interviewer.pages import inert
from interviewer.pages.resources import Desk
from interviewer.store import StoreError


def show(desk: Desk, interview: Interview) -> None:
    """One quiet line; none for an interview held offline, or when the accounts cannot be read."""
    try:
        taken = desk.spending.of(interview)
    except StoreError:
        return
    if taken:
        st.caption(inert.escaped(str(taken)))
