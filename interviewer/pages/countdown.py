"""The time left of a test, counted down by the browser, which also tells the server when there is none.

Drawn by the server each second it would cost a request a second for everybody who sits a test.
"""

import streamlit as st

from interviewer.pages import inert
from interviewer.pages.clock_face import CLOCK, HAND, TIME, minutes_and_seconds

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
_LINE = f"""\
<div style="white-space: nowrap">
{HAND}
<time>{{}}</time> · {{}}</div>"""
"""As in `interviewer.pages.clock`, not one of Streamlit's own texts, because the browser writes into it."""


def show(left: int, done: str) -> None:
    """`left` seconds and how far it is; the page is drawn anew when they are over."""
    with st.container(width="content", key=CLOCK, horizontal=True, vertical_alignment="center"):
        st.html(_LINE.format(f"{minutes_and_seconds(left)} left", inert.literal(done)), width="content")
        _ticker(key="countdown", data={"place": TIME, "left": left}, height=1, on_over_change=_nothing)


def _nothing() -> None:
    """That time is up is seen from the paper itself."""
