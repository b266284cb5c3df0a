"""A scenario's example told well and told badly, with the words marked that make the difference."""

from collections.abc import Mapping

import streamlit as st

from interviewer.pages import inert
from interviewer.rubric import VERDICT_NAMES, CriterionId, FlagId
from interviewer.scenario import Fault, StarPart, WeakAnswer

Names = Mapping[CriterionId | FlagId, str]
"""Criteria and red flags as the candidate reads them."""


def show_part(told: StarPart) -> None:
    """One part told well, with what to take from it."""
    inert.marked(told.strong, told.key_phrases)
    inert.note("How to do it.", told.coaching)
    inert.note("Common mistake.", told.common_mistake)


def show_badly(weak: WeakAnswer, names: Names) -> None:
    """The weak answer with its faults numbered in the text, the list of them, and what it leads to."""
    inert.marked(weak.text, [fault.quote for fault in weak.faults], tone="bad", numbered=True)
    st.markdown("**What is wrong with it**")
    for number, fault in enumerate(weak.faults, 1):
        _show_fault(number, fault, names)
    st.markdown(f"**What the bar raiser thinks: {VERDICT_NAMES[weak.verdict]}**")
    inert.words(weak.bar_raiser_thinks)


def _show_fault(number: int, fault: Fault, names: Names) -> None:
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{number}**", width="content")
            st.badge(inert.escaped(names.get(fault.shows, fault.shows)), icon=":material/flag:", color="red")
        inert.words(fault.fault)
