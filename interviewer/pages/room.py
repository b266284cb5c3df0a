"""The waiting room of a loop: who has been, who is next, and how far it is."""

from collections.abc import Sequence

import streamlit as st

from interviewer.debrief import FEWEST_VOTES
from interviewer.loop import Loop
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES
from interviewer.sitting import Place


def show(loop: Loop, places: Sequence[Place], current: Place) -> None:
    """The interviewers in their order, without a word on how it went."""
    over = sum(place.over for place in places)
    st.title("The loop", anchor=False)
    st.caption(escaped(f"{loop.title}, {LEVEL_NAMES[loop.level]}"))
    st.progress(over / len(places), f"{over} of {len(places)} interviews over")
    for place in places:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{escaped(place.seat.interviewer)}**", width="content")
            _show_state(place, next_=place.seat == current.seat)
    if over:
        st.caption("What the interviewers thought is said in the debrief, when all of them have heard you.")
    else:
        st.caption("Tell each of them another story: they will compare notes. This address brings you back here.")


def show_caption(loop: Loop, places: Sequence[Place], current: Place) -> None:
    """Which interview it is, above the interview itself."""
    number = [place.seat for place in places].index(current.seat) + 1
    st.caption(escaped(f"Interview {number} of {len(places)} · {current.seat.interviewer} · {loop.title}"))


def _show_state(place: Place, next_: bool) -> None:
    if place.over:
        st.badge("Over", icon=":material/check:", color="gray")
    elif place.interview:
        st.badge("On", icon=":material/pending:", color="primary")
    elif next_:
        st.badge("Next", icon=":material/arrow_forward:", color="primary")


def offer_end(desk: Desk, loop: Loop, places: Sequence[Place]) -> None:
    """The way to the debrief before everybody was seen, once somebody was."""
    if any(place.over for place in places) and st.button("End the loop here", type="tertiary", key="end loop"):
        _ask_whether(desk, loop, places)


@st.dialog("End the loop here?")
def _ask_whether(desk: Desk, loop: Loop, places: Sequence[Place]) -> None:
    over = sum(place.over for place in places)
    st.write(
        f"The debrief is then about the {over} that {'is' if over == 1 else 'are'} over. The other interviewers cast no vote."
    )
    if over < FEWEST_VOTES:
        st.write(f"It decides nothing with fewer than {FEWEST_VOTES} votes, but you read what was heard.")
    with st.container(horizontal=True):
        if st.button("Go on with it", key="go on loop"):
            st.rerun()
        if st.button("End it", type="primary", key="end it"):
            desk.sitting.close(loop, places)
            st.rerun()
