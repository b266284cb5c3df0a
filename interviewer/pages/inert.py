"""Text that stays text.

Streamlit's Markdown fetches images from any address and renders links, formulas and colours; in labels and alerts too.
So whatever a candidate or a model wrote is drawn by `words` or `stream` alone, which parse nothing. Text of scenarios and
packs may also be drawn by what is below them, which escapes all of it. None draws characters that are not seen.
"""

import re
import time
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Literal, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interviewer.text import shown

REDRAW_SECONDS = 0.08
"""The least time between two redraws of text that is coming in; faster costs the server and is not seen."""
JOINER = "\u2060"
"""Takes no room and joins what is left and right of it."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#!|~$:&])")
_JOINTS = re.compile(r"(?<=:)(?=[/\w+-])|(?=@)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where an address or the short name of an emoji can be broken up."""

Tone = Literal["good", "bad"]
_MARKS: dict[Tone, str] = {"good": "38, 133, 107", "bad": "214, 84, 56"}
_MARK = (
    "color: inherit; font-weight: 600; background: rgba({colour}, .2); border-bottom: 2px solid rgb({colour}); "
    "padding: 0 .1em; border-radius: .15em; -webkit-box-decoration-break: clone; box-decoration-break: clone"
)


def words(text: str) -> None:
    """Draws `text` as it is, wrapped."""
    st.text(shown(text), width="stretch")


def stream(pieces: Iterator[str], place: DeltaGenerator) -> None:
    """Draws text in `place` while it comes in; an empty piece draws again what is there."""
    said, drawn_at = "", 0.0
    for piece in pieces:
        said += piece
        if said and (not piece or time.monotonic() - drawn_at >= REDRAW_SECONDS):
            place.text(shown(said), width="stretch")
            drawn_at = time.monotonic()
        elif not said:
            place.markdown(":shimmer[Considering your answer]")
    place.text(shown(said), width="stretch")


def escaped(text: str) -> str:
    """`text` for a place that takes only Markdown (a label, a caption, an alert), its marks shown as they are written.

    Addresses, which Markdown makes links of even when their colons are escaped, are broken up with `JOINER`. For content and
    sentences of ours; what a candidate or a model wrote is too long for such places anyway.
    """
    return _MARKDOWN.sub(r"\\\1", _JOINTS.sub(JOINER, " ".join(shown(text).split())))


def literal(text: str) -> str:
    """`text` for a place in HTML."""
    return escape(shown(text))


def marked(text: str, phrases: Sequence[str], tone: Tone = "good", numbered: bool = False) -> None:
    """Draws `text` with its `phrases` marked, by weight and line as well as by colour; `numbered` counts them from 1."""
    st.html(markup(text, phrases, tone, numbered))


def note(name: str, text: str) -> None:
    """Draws `text` after its `name` in bold, on the same line."""
    st.html(f"<p style='margin: 0'><strong>{literal(name)}</strong> {literal(text)}</p>")


class Piece(NamedTuple):
    """A stretch of text that is marked as a whole or not at all."""

    text: str
    marked: bool
    ends: tuple[int, ...]
    """The phrases that end with it, counted from 1."""


def pieces(text: str, phrases: Sequence[str]) -> list[Piece]:
    """`text` cut where the first occurrence of a phrase begins or ends.

    Phrases may overlap; one that does not occur marks nothing.
    """
    places = [(text.find(phrase), number, phrase) for number, phrase in enumerate(phrases, 1) if phrase]
    spans = [(start, start + len(phrase), number) for start, number, phrase in places if start >= 0]
    cover = [frozenset(number for start, end, number in spans if start <= at < end) for at in range(len(text))]
    cut, at = [], 0
    for covering, run in groupby(cover):
        length = sum(1 for _ in run)
        ends = tuple(number for _, end, number in spans if end == at + length)
        cut.append(Piece(text[at : at + length], bool(covering), ends))
        at += length
    return cut


def markup(text: str, phrases: Sequence[str], tone: Tone = "good", numbered: bool = False) -> str:
    """HTML that shows `text`, all of it escaped, with its `phrases` marked."""
    style = _MARK.format(colour=_MARKS[tone])
    drawn = ""
    for piece in pieces(text, phrases):
        drawn += f'<mark style="{style}">{literal(piece.text)}</mark>' if piece.marked else literal(piece.text)
        if numbered:
            drawn += "".join(f"<sup><strong>&thinsp;{number}</strong></sup>" for number in piece.ends)
    return f'<div style="white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.65">{drawn}</div>'
