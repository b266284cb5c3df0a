"""Where the reader looks when something else is shown: Streamlit leaves them where they had scrolled to before."""

import streamlit as st

_SCROLL = """\
export default function ({ data }) {
  if (data.shown && window.lastShown === data.shown) return;
  window.lastShown = data.shown;
  const main = document.querySelector('[data-testid="stMain"]');
  const wanted = data.place ? document.querySelector(data.place) : null;
  const above = wanted ? wanted.getBoundingClientRect().top - main.getBoundingClientRect().top - data.room : -main.scrollTop;
  main.scrollBy({ top: above, behavior: "instant" });
}
"""
_scroller = st.components.v2.component("scroller", js=_SCROLL)
WANTED = "wanted"
"""Key of the container that holds what the reader came for."""
_ROOM = 72
"""Pixels left above a place: the bar with the modes lies over the first sixty."""


def to_top(shown: str) -> None:
    """Leads to the top of the page when `shown` is not what was shown last. Called after everything else is drawn."""
    _scroller(key="scroller", data={"shown": shown, "place": ""}, height=1)


def to_wanted() -> None:
    """Leads to the container `WANTED`. Called after everything else, and only when the reader has just come."""
    _scroller(key="scroller", data={"shown": "", "place": f".st-key-{WANTED}", "room": _ROOM}, height=1)
