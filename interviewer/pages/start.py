"""The form an interview starts from; whoever has no preference presses the button."""

import streamlit as st

from interviewer.assessment import EngineName
from interviewer.interview import Setup
from interviewer.pages import memory
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES, LEVELS, Level
from interviewer.settings import OFFLINE_NOTICE
from interviewer.store import StoreError

ENGINES: tuple[EngineName, ...] = ("local", "llm")
USUAL_LEVEL: Level = "sde2"
MOST_FOLLOW_UPS = 20
"""The bound of `Setup.probe_limit`."""


def show(desk: Desk) -> None:
    st.title("Practise a behavioral interview")
    st.write("Tell a story from your work, answer the follow-ups, and read how a bar raiser would judge it.")
    setup = _choices(desk)
    if st.button("Start the interview", type="primary", width="stretch", key="start"):
        try:
            interview = desk.interviewer.begin(setup)
        except StoreError as error:
            st.error(escaped(str(error)))
        else:
            memory.go_to(interview)


def _choices(desk: Desk) -> Setup:
    packs = desk.library.packs
    principle = st.selectbox("Principle", list(packs), format_func=lambda name: packs[name].title, key="principle")
    scenario = _scenario(desk, principle)
    level = st.radio(
        "Level",
        LEVELS,
        index=LEVELS.index(USUAL_LEVEL),
        format_func=lambda level: LEVEL_NAMES[level],
        horizontal=True,
        key="level",
    )
    engine = _engine(desk)
    limit = st.number_input("Follow-ups at most", 0, MOST_FOLLOW_UPS, desk.settings.probes, key="limit")
    return Setup(principle=principle, scenario=scenario, level=level, engine=engine, probe_limit=limit)


def _scenario(desk: Desk, principle: str) -> str | None:
    """The scenario of `principle` to be asked about; None when it has none."""
    pack = desk.library.packs[principle]
    scenarios = {s.id: s for s in desk.library.scenarios_of(principle)}
    if not scenarios:
        return None
    names = sorted(scenarios, key=lambda name: name != pack.default_scenario)
    return st.selectbox("Question", names, format_func=lambda name: scenarios[name].question, key=f"scenario {principle}")


def _engine(desk: Desk) -> EngineName:
    can_choose = desk.settings.has_model
    chosen = st.radio(
        "Interviewer",
        ENGINES,
        index=ENGINES.index(desk.settings.default_engine if can_choose else "local"),
        format_func=lambda engine: escaped(desk.engine_name(engine)),
        horizontal=True,
        key="engine",
        disabled=not can_choose,
    )
    if not can_choose:
        st.caption(escaped(OFFLINE_NOTICE))
    return chosen
