"""What every mode begins with: the desk, or the reason why there is none."""

from collections.abc import Callable

import streamlit as st

from interviewer.files import ContentError
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk, desk
from interviewer.settings import BadSetting
from interviewer.store import StoreError


def show(draw: Callable[[Desk], None]) -> None:
    """Lets `draw` draw the page, or says what has to be mended first."""
    try:
        shared = desk()
    except ContentError as error:
        _show_faults(error)
    except (BadSetting, StoreError) as error:
        st.error(escaped(str(error)))
    else:
        draw(shared)


def _show_faults(error: ContentError) -> None:
    st.header("The interviewer cannot start")
    st.write("Something in the prompts or scenarios has to be mended first. Mend it, then load this page again.")
    st.code("\n".join(map(str, error.faults)), language=None, wrap_lines=True)
