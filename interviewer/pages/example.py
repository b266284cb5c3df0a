"""The scenario's example, told well and told badly, to compare one's own answer with."""

import streamlit as st

from interviewer.pages import inert
from interviewer.rubric import LEVEL_NAMES, PARTS, VERDICT_NAMES, Level, Part
from interviewer.scenario import Fault, Scenario, StarPart


def show(scenario: Scenario, level: Level) -> None:
    st.header("An example to compare with")
    st.caption(f"Somebody else's story, “{inert.escaped(scenario.title)}”. Borrow how it is told, not what happened.")
    with st.expander("Told well", icon=":material/thumb_up:", expanded=True):
        _show_strong(scenario, level)
    with st.expander("Told badly", icon=":material/thumb_down:"):
        _show_weak(scenario)


def _show_strong(scenario: Scenario, level: Level) -> None:
    guide = scenario.levels.at(level)
    minutes = " to ".join(f"{m:g}" for m in guide.minutes)
    for part in PARTS:
        _show_part(part, scenario.parts[part])
    st.markdown(f"**The bar at {LEVEL_NAMES[level]}, in {minutes} minutes**")
    inert.words(f"{guide.expected} {guide.bar}")


def _show_part(part: Part, told: StarPart) -> None:
    st.markdown(f"**{part.capitalize()}** :gray[about {told.seconds} seconds]")
    inert.words(told.strong)
    st.caption(f":material/lightbulb: {inert.escaped(told.coaching)}")


def _show_weak(scenario: Scenario) -> None:
    weak = scenario.weak_answer
    inert.words(weak.text)
    st.markdown("**What is wrong with it**")
    for fault in weak.faults:
        _show_fault(fault)
    st.markdown(f"**What the bar raiser thinks: {VERDICT_NAMES[weak.verdict]}**")
    inert.words(weak.bar_raiser_thinks)


def _show_fault(fault: Fault) -> None:
    with st.container(border=True, gap="xsmall"):
        inert.words(f"“{fault.quote}”")
        st.caption(inert.escaped(fault.fault))
