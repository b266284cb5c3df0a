"""Interviews of a loop that is still on: nothing is said about how they went before the debrief, wherever they are opened."""

from collections.abc import Iterable, Mapping

import streamlit as st

from interviewer import sitting
from interviewer.loop import Loop
from interviewer.pages import links
from interviewer.pages.addresses import Address
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk


def running(desk: Desk, interviews: Iterable[str]) -> Mapping[str, Loop]:
    """Those of `interviews` (ids) that belong to a loop some of whose interviews are not over, with that loop."""
    wanted = set(interviews)
    loops = [begun.loop for begun in desk.loops.latest() if wanted & {seat.interview for seat in begun.loop.seats}]
    return {
        seat.interview: loop
        for loop in loops
        if sitting.following(desk.sitting.places(loop))
        for seat in loop.seats
        if seat.interview in wanted
    }


def address(loop: Loop) -> Address:
    return Address("loop", {"loop": loop.id})


def show(loop: Loop) -> None:
    """What stands in the place of the assessment."""
    st.title("Not before the debrief", anchor=False)
    st.write(escaped(f"This interview belongs to a loop that is still on ({loop.title}). How it went is said in its debrief."))
    links.link(address(loop), "Go on with the loop")
