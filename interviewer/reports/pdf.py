"""A report as PDF, with a font of its own that knows the Latin, Greek and Cyrillic scripts."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from interviewer.reports.content import Block, Kind

FONT = Path(str(files("font_source_sans_pro"))) / "files" / "SourceSansPro-Regular.ttf"
UNKNOWN = "?"
"""Stands for a character that the font does not have."""
MARGIN = 20
"""Millimetres."""
KEPT_TOGETHER = 25
"""Millimetres that a heading needs above the foot of the page, so that something of its own follows it there."""


class Style(NamedTuple):
    size: float
    """Points."""
    before: float
    """Millimetres above."""
    indent: float
    """Millimetres from the margin."""
    grey: int
    """0 is black."""


_STYLES: dict[Kind, Style] = {
    "title": Style(22, 0, 0, 0),
    "heading": Style(14, 6, 0, 0),
    "subheading": Style(11, 3, 0, 40),
    "text": Style(10, 1.5, 0, 0),
    "point": Style(10, 1.5, 4, 0),
    "quote": Style(9.5, 1, 10, 60),
    "small": Style(8.5, 2, 0, 90),
}


def as_pdf(blocks: Iterable[Block], title: str) -> bytes:
    from fpdf import FPDF

    document = FPDF(format="A4")
    document.set_title(title)
    document.set_lang("en")
    document.set_margins(MARGIN, MARGIN)
    document.set_auto_page_break(True, MARGIN)
    document.add_font("report", fname=FONT)
    document.add_page()
    for block in blocks:
        style = _STYLES[block.kind]
        document.set_font("report", size=style.size)
        document.set_text_color(style.grey)
        if block.kind in ("heading", "subheading") and document.get_y() > document.h - MARGIN - KEPT_TOGETHER:
            document.add_page()
        document.ln(style.before)
        document.set_x(MARGIN + style.indent)
        document.multi_cell(0, style.size * 0.5, drawable(_marked(block)), align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def drawable(text: str) -> str:
    """`text` with what the font does not have replaced; otherwise the library would write those characters to its log."""
    known = _known()
    return "".join(c if c == "\n" or ord(c) in known else " " if c.isspace() else UNKNOWN for c in text)


def _marked(block: Block) -> str:
    return f"• {block.text}" if block.kind == "point" else block.text


@cache
def _known() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())
