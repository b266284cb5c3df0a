"""The time left of a test, counted down by the browser, which also tells the server when there is none.

Drawn by the server each second it would cost a request a second for everybody who sits a test.
"""

import streamlit as st

from interviewer.pages import checks, inert

_TICK = """\
export default function ({ data, setTriggerValue }) {
  const ends = performance.now() + data.left * 1000;
  const show = () => {
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    const line = document.querySelector(data.place);
    if (line) line.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left`;
    if (left) return;
    clearInterval(timer);
    setTriggerValue("over", true);
  };
  const timer = setInterval(show, 1000);
  show();
  return () => clearInterval(timer);
}
"""
_ticker = st.components.v2.component("test_countdown", js=_TICK)
_PLACE = f".st-key-{checks.CLOCK} time"
_LINE = """\
<div style="white-space: nowrap">
<span aria-hidden="true" translate="no" style="font-family: 'Material Symbols Rounded'; vertical-align: bottom">timer</span>
<time>{}</time> · {}</div>"""
"""As in `interviewer.pages.clock`, not one of Streamlit's own texts, because the browser writes into it."""


def show(left: int, done: str) -> None:
    """`left` seconds and how far it is; the page is drawn anew when they are over."""
    with st.container(width="content", key=checks.CLOCK, horizontal=True, vertical_alignment="center"):
        st.html(_LINE.format(f"{left // 60}:{left % 60:02} left", inert.literal(done)), width="content")
        _ticker(key="countdown", data={"place": _PLACE, "left": left}, height=1, on_over_change=_nothing)


def _nothing() -> None:
    """That time is up is seen from the paper itself."""
