"""Text that stays text.

Streamlit's Markdown fetches images from any address and renders links, formulas and colours; in labels and alerts too.
So whatever a candidate or a model wrote is drawn by `words` or `stream` alone, which parse nothing.
"""

import re
import time
from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

REDRAW_SECONDS = 0.08
"""The least time between two redraws of text that is coming in; faster costs the server and is not seen."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#!|~$:&])")


def words(text: str) -> None:
    """Draws `text` as it is, wrapped."""
    st.text(text, width="stretch")


def stream(pieces: Iterator[str], place: DeltaGenerator) -> None:
    """Draws text in `place` while it comes in; an empty piece draws again what is there."""
    said, drawn_at = "", 0.0
    for piece in pieces:
        said += piece
        if said and (not piece or time.monotonic() - drawn_at >= REDRAW_SECONDS):
            place.text(said, width="stretch")
            drawn_at = time.monotonic()
        elif not said:
            place.markdown(":shimmer[Considering your answer]")
    place.text(said, width="stretch")


def escaped(text: str) -> str:
    """`text` for a place that takes only Markdown (a label, a caption, an alert), its marks shown as they are written.

    For our own content and sentences; not enough for hostile text, because addresses in it still become links.
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
