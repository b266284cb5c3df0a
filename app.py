"""The mock interviewer's server. Start it with ``streamlit run app.py``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

import streamlit as st

from interviewer.pages import promptness


@asynccontextmanager
async def getting_ready(server: st.App) -> AsyncIterator[None]:
    """Reads what the first page needs while its browser is still loading Streamlit's own files."""
    promptness.send_at_once()
    Thread(target=_get_ready, name="get-ready", daemon=True).start()
    yield


def _get_ready() -> None:
    from interviewer.pages import interview

    interview.get_ready()


app = st.App("interviewer/pages/navigation.py", lifespan=getting_ready)
