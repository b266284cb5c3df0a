"""The time since the question, against what an answer should take: quiet, and drawn by itself."""

from datetime import UTC, datetime

import streamlit as st

from interviewer.brief import Brief
from interviewer.interview import Asked, Interview, TakenBack
from interviewer.pacing import Plan, plan
from interviewer.pages import checks
from interviewer.pages.resources import Desk
from interviewer.store import StoreError

TICK_SECONDS = 1
LONGEST_SECONDS = 20 * 60
"""Whoever takes longer has left, and a clock that counts hours would tell them nothing."""
_HELP = (
    "Since the question was asked. The part named is where an answer told in its five parts would be by now. "
    "The times are for speaking; typing takes longer, and that does not count against you."
)


def show(desk: Desk, brief: Brief, interview: Interview) -> None:
    """The clock of the question that stands; only its place while the interviewer is thinking."""
    # In a place of its own: beside a part of the page that is drawn again by itself, Streamlit now and then loses an element.
    checks.style()
    planned = plan(brief, interview.question)
    with st.container(key=checks.CLOCK, width="content"):
        if interview.awaits_reply:
            # As wide as a time, so that nothing moves.
            st.caption(f":material/timer: –:–– · {_allowed(planned)}", width="content")
        elif since := _asked_at(desk, interview):
            _show_running(since, planned)


def reading(elapsed: float, plan: Plan) -> str:
    """What the clock says `elapsed` seconds into an answer."""
    now = f"{int(elapsed) // 60}:{int(elapsed) % 60:02}"
    if elapsed >= LONGEST_SECONDS:
        return f"more than {LONGEST_SECONDS // 60} minutes"
    part = plan.part_at(elapsed)
    where = f"{part.capitalize()} · " if part and len(plan.parts) > 1 else ""
    return f"{now} · {where}{_allowed(plan, elapsed)}"


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


@st.fragment(run_every=TICK_SECONDS)
def _show_running(since: datetime, plan: Plan) -> None:
    elapsed = max(0.0, (datetime.now(UTC) - since).total_seconds())
    st.caption(f":material/timer: {reading(elapsed, plan)}", help=_HELP, width="content")
