"""A pack's prose: headings, lists and paragraphs are drawn as such, and nothing else of Markdown is."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

import streamlit as st

from interviewer.pages.inert import literal

Kind = Literal["heading", "item", "paragraph"]


class Block(NamedTuple):
    kind: Kind
    text: str


def show(text: str) -> None:
    st.html(markup(text))


def blocks(text: str) -> list[Block]:
    """The blocks of `text`; a line that begins none goes on with the one before, and an empty line ends it."""
    found: list[Block] = []
    going_on = False
    for line in map(str.strip, text.splitlines()):
        begun = re.match(r"(#{1,6}|[-*])\s+(.*)", line)
        if begun:
            found.append(Block("heading" if begun[1].startswith("#") else "item", begun[2]))
        elif line and going_on:
            found[-1] = Block(found[-1].kind, f"{found[-1].text} {line}")
        elif line:
            found.append(Block("paragraph", line))
        going_on = bool(line) and found[-1].kind != "heading"
    return found


def markup(text: str) -> str:
    """HTML of `text`, its words escaped."""
    return f"<div>{''.join(_drawn(blocks(text)))}</div>"


def _drawn(all: list[Block]) -> Iterator[str]:
    for kind, run in groupby(all, key=lambda block: block.kind):
        texts = [literal(block.text) for block in run]
        match kind:
            case "heading":
                yield from (f'<p style="font-weight: 600; margin: 1em 0 .25em">{t}</p>' for t in texts)
            case "item":
                yield f"<ul>{''.join(f'<li>{t}</li>' for t in texts)}</ul>"
            case "paragraph":
                yield from (f"<p>{t}</p>" for t in texts)
