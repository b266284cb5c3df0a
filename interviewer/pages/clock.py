"""The time since the question, against what an answer should take: quiet, and kept going by the browser.

The server draws it once and tells the browser all that it will say: drawn by the server every second, the clocks of two hundred
interviews would cost more than everything else in them.
"""

from datetime import UTC, datetime
from itertools import accumulate
from typing import NamedTuple

import streamlit as st

from interviewer.brief import Brief
from interviewer.interview import Asked, Interview, TakenBack
from interviewer.pacing import Plan, plan
from interviewer.pages import checks, inert
from interviewer.pages.clock_face import CLOCK, HAND, TIME, minutes_and_seconds
from interviewer.pages.resources import Desk
from interviewer.store import StoreError

LONGEST_SECONDS = 20 * 60
"""Whoever takes longer has left, and a clock that counts hours would tell them nothing."""
_HELP = (
    "Since the question was asked. The part named is where an answer told in its five parts would be by now. "
    "The times are for speaking; typing takes longer, and that does not count against you."
)
_TICK = """\
export default function ({ data }) {
  if (!data.stages.length) return;
  const began = performance.now() - data.elapsed * 1000;
  const show = () => {
    const line = document.querySelector(data.place);
    if (!line) return;
    const seconds = Math.floor((performance.now() - began) / 1000);
    const { says, counts } = data.stages.findLast(({ since }) => since <= seconds);
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    line.textContent = counts ? `${time} · ${says}` : says;
  };
  show();
  const timer = setInterval(show, 1000);
  return () => clearInterval(timer);
}
"""
_ticker = st.components.v2.component("clock_ticker", js=_TICK)
_LINE = f"""\
<div style="font-size: .875rem; opacity: .65; white-space: nowrap">
{HAND}
<time>{{}}</time></div>"""
"""Not one of Streamlit's captions: the browser may write into what Streamlit takes for a text of its own and never looks at."""


class Stage(NamedTuple):
    """What the clock says from a moment on."""

    since: int
    """Seconds into the answer."""
    says: str
    counts: bool
    """Whether the time goes before it."""


def show(desk: Desk, brief: Brief, interview: Interview) -> None:
    """The clock of the question that stands; only its place while the interviewer is thinking."""
    # In a place of its own: beside a part of the page that is drawn again by itself, Streamlit now and then loses an element.
    checks.style()
    planned = plan(brief, interview.question)
    with st.container(key=CLOCK, width="content", horizontal=True, vertical_alignment="center", gap="xsmall"):
        if interview.awaits_reply:
            # As wide as a time, so that nothing moves.
            _draw(f"–:–– · {_allowed(planned)}")
            _keep_going(0, ())
        elif since := _asked_at(desk, interview):
            elapsed = max(0.0, (datetime.now(UTC) - since).total_seconds())
            _draw(reading(elapsed, planned))
            _keep_going(elapsed, stages(planned))


def reading(elapsed: float, plan: Plan) -> str:
    """What the clock says `elapsed` seconds into an answer."""
    seconds = int(elapsed)
    stage = _stage(seconds, plan)
    return f"{minutes_and_seconds(seconds)} · {stage.says}" if stage.counts else stage.says


def stages(plan: Plan) -> tuple[Stage, ...]:
    """All that the clock will say, in order."""
    ends = accumulate(seconds for _, seconds in plan.parts)
    moments = {0, *ends, plan.seconds + 1, LONGEST_SECONDS}
    return tuple(_stage(moment, plan) for moment in sorted(moments) if moment <= LONGEST_SECONDS)


def _stage(seconds: int, plan: Plan) -> Stage:
    if seconds >= LONGEST_SECONDS:
        return Stage(seconds, f"more than {LONGEST_SECONDS // 60} minutes", counts=False)
    part = plan.part_at(seconds)
    where = f"{part.capitalize()} · " if part and len(plan.parts) > 1 else ""
    return Stage(seconds, f"{where}{_allowed(plan, seconds)}", counts=True)


def _draw(line: str) -> None:
    st.html(_LINE.format(inert.literal(line)), width="content")
    st.caption("", help=_HELP, width="content")


def _keep_going(elapsed: float, ahead: tuple[Stage, ...]) -> None:
    """Has the browser go on from `elapsed` seconds through the stages `ahead`; without any it leaves the line as it is."""
    # A tuple, because Streamlit loads pandas to see whether a list is a table.
    coming = tuple(stage._asdict() for stage in ahead)
    _ticker(key="ticker", data={"place": TIME, "elapsed": elapsed, "stages": coming}, height=1)


def _allowed(plan: Plan, elapsed: float = 0) -> str:
    time = f"{'–'.join(f'{m:g}' for m in plan.minutes)} min" if plan.minutes else f"{plan.seconds} s"
    if elapsed > plan.seconds:
        return f"past {time}"
    return time if plan.minutes else f"about {time}"


def _asked_at(desk: Desk, interview: Interview) -> datetime | None:
    """When the question that stands was put, or put again because its answer was taken back; None when the store fails."""
    place = max(n for n, event in enumerate(interview.events) if isinstance(event, Asked | TakenBack))
    try:
        return desk.store.times(interview)[place]
    except StoreError:
        return None  # What is said next meets the same failure, and tells of it.
