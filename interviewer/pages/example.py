"""The scenario's example, told well and told badly, to compare one's own answer with."""

import streamlit as st

from interviewer.brief import Brief
from interviewer.pages import findings, inert, telling
from interviewer.rubric import LEVEL_NAMES, PARTS
from interviewer.scenario import LevelGuide, Scenario


def show(scenario: Scenario, brief: Brief) -> None:
    st.header("An example to compare with")
    st.caption(f"Somebody else's story, “{inert.escaped(scenario.title)}”. Borrow how it is told, not what happened.")
    with st.expander("Told well", icon=":material/thumb_up:"):
        _show_well(scenario, brief)
    with st.expander("Told badly", icon=":material/thumb_down:"):
        telling.show_badly(scenario.weak_answer, findings.names(brief))


def minutes(guide: LevelGuide) -> str:
    """How long the whole answer may take, for example ``2 to 2.5 minutes``."""
    return f"{' to '.join(f'{m:g}' for m in guide.minutes)} minutes"


def _show_well(scenario: Scenario, brief: Brief) -> None:
    for part in PARTS:
        told = scenario.parts[part]
        st.markdown(f"**{part.capitalize()}** :gray[about {told.seconds} seconds]")
        telling.show_part(told)
    guide = scenario.levels.at(brief.level)
    st.markdown(f"**The bar at {LEVEL_NAMES[brief.level]}, in {minutes(guide)}**")
    inert.words(f"{guide.expected} {guide.bar}")
