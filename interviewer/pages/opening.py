"""What every mode begins with: the desk, or the reason why there is none."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

import streamlit as st

from interviewer.files import ContentError
from interviewer.pages import sign_in
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk, desk, shared
from interviewer.settings import BadSetting
from interviewer.store import StoreError

IN_AN_INTERVIEW = {"interview", "loop"}
"""Parts of the address of pages that hold nothing but what they are about."""


def get_ready() -> None:
    """Opens what all sessions share before the first one comes; what is wrong with it is told to whoever comes."""
    with suppress(ContentError, BadSetting, StoreError):
        shared()
    # Streamlit looks the sign in the browser's tab up among all emojis, and reads them when the first page is already waiting.
    with suppress(ImportError):
        import_module("streamlit.emojis")


def show(draw: Callable[[Desk], None]) -> None:
    """Lets `draw` draw the page for whoever signed in, has them sign in, or says what has to be mended first."""
    try:
        whose = sign_in.person(shared().settings.sign_in)
        own = desk(whose.owner) if whose else None
    except ContentError as error:
        _show_faults(error)
    except (BadSetting, StoreError) as error:
        st.error(escaped(str(error)))
    else:
        if whose is None or own is None:
            sign_in.show()
            return
        if notice := shared().database.notice:
            st.warning(escaped(notice))
        draw(own)
        if not IN_AN_INTERVIEW & set(st.query_params):
            sign_in.show_whose(whose)


def _show_faults(error: ContentError) -> None:
    st.header("The interviewer cannot start")
    st.write("Something in the prompts or scenarios has to be mended first. Mend it, then load this page again.")
    st.code("\n".join(map(str, error.faults)), language=None, wrap_lines=True)
