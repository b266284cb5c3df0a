"""How a page looks on paper: dark on white whatever the theme, no buttons, and no card cut in two where it can be helped."""

import streamlit as st

_PAPER = """\
[data-testid="stButton"], [data-testid="stDownloadButton"], [data-testid="stPageLink"] { display: none }
[data-testid="stVerticalBlock"] > [data-testid="stLayoutWrapper"] { break-inside: avoid }
h1, h2, h3 { break-after: avoid }
"""
_INVERTED = "html { filter: invert(1) hue-rotate(180deg) brightness(1.15) }\n"
"""Streamlit knows no theme for paper; turned over, the dark one reads as the light one does, and colours stay themselves."""


def style() -> None:
    """To be drawn on a page that is worth printing."""
    dark = st.context.theme.type == "dark"
    st.html(f"<style>@media print {{ {_PAPER}{_INVERTED if dark else ''} }}</style>")
