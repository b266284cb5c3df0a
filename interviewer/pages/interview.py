"""The page: the form, the interview at this address, or its assessment."""

import streamlit as st

from interviewer.files import ContentError
from interviewer.pages import assessment, conversation, memory, start
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk, desk
from interviewer.settings import BadSetting
from interviewer.store import NoSuchInterview, StoreError


def show() -> None:
    """Draws the page and acts on what the candidate did."""
    try:
        shared = desk()
    except ContentError as error:
        _show_faults(error)
    except (BadSetting, StoreError) as error:
        st.error(escaped(str(error)))
    else:
        _show(shared)


def _show(shared: Desk) -> None:
    address = memory.address()
    if address is None:
        start.show(shared)
        return
    try:
        interview = shared.store.load(address)
        brief = shared.brief(interview)
    except NoSuchInterview as error:
        st.warning(escaped(str(error)))
        start.show(shared)
    except (StoreError, LookupError) as error:
        memory.rescue_answer()
        st.error(escaped(str(error)))
        st.button("Try again")
    else:
        (assessment if interview.ended else conversation).show(shared, brief, interview)


def _show_faults(error: ContentError) -> None:
    st.header("The interviewer cannot start")
    st.write("Something in the prompts or scenarios has to be mended first. Mend it, then load this page again.")
    st.code("\n".join(map(str, error.faults)), language=None, wrap_lines=True)
