"""The first screen: the form an interview starts from, and the other modes. Whoever has no preference presses the button."""

from collections.abc import Mapping

import streamlit as st

from interviewer.assessment import EngineName
from interviewer.interview import Setup, Style
from interviewer.pages import addresses, links, memory
from interviewer.pages.addresses import Address, Mode
from interviewer.pages.inert import escaped, words
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES, LEVELS, Level
from interviewer.scenario import Scenario
from interviewer.settings import NO_SPEECH_NOTICE, OFFLINE_NOTICE
from interviewer.store import StoreError

ENGINES: tuple[EngineName, ...] = ("local", "llm")
STYLES: Mapping[Style, str] = {
    "realistic": "nothing but the conversation",
    "coached": "shows what is covered, why each question is asked, and a hint",
}
PURPOSE = (
    "Practise a behavioral interview: tell a true story, answer the follow-ups a bar raiser would ask, "
    "and read a verdict that rests on your own words."
)
USUAL_LEVEL: Level = "sde2"
MOST_FOLLOW_UPS = 20
"""The bound of `Setup.probe_limit`."""
LINK_WIDTH = 110
"""Pixels; the longest name of a mode fits."""
OTHER_MODES: tuple[Mode, ...] = ("learn", "practise", "test", "loop", "progress")


def show(desk: Desk) -> None:
    st.title("Mock interview")
    st.markdown(PURPOSE)
    _show_interview(desk)
    with st.container(border=True, gap="xsmall"):
        for mode in OTHER_MODES:
            with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="xsmall"):
                links.link(Address(mode, {}), f"**{links.SIGNS[mode].title}**", width=LINK_WIDTH)
                st.caption(links.SIGNS[mode].purpose)
    if not desk.settings.has_model:
        st.caption(escaped(OFFLINE_NOTICE))
    if not desk.speech:
        st.caption(escaped(NO_SPEECH_NOTICE))


def _show_interview(desk: Desk) -> None:
    with st.container(border=True):
        setup = _choices(desk)
        if st.button("Start the interview", type="primary", width="stretch", key="start"):
            try:
                interview = desk.interviewer.begin(setup)
            except StoreError as error:
                st.error(escaped(str(error)))
            else:
                memory.go_to(interview)
        example = addresses.first(desk.library, setup.principle)
        if example and st.button("See an example assessment", type="tertiary", width="stretch", key="example"):
            memory.go_to_example(example.id)


def _choices(desk: Desk) -> Setup:
    packs = desk.library.packs
    asked = desk.library.scenarios.get(st.query_params.get("scenario", ""))
    names = list(packs)
    usual = names.index(asked.principle if asked else desk.usual_principle)
    principle = st.selectbox("Principle", names, usual, format_func=lambda name: packs[name].title, key="principle")
    question = st.container()
    with st.expander("Question, level and more", icon=":material/tune:"):
        scenario = _scenario(desk, principle, asked)
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
    style = _style()
    with question:
        words(f"“{scenario.question if scenario else packs[principle].questions[0]}”")
    return Setup(
        principle=principle,
        scenario=scenario.id if scenario else None,
        level=level,
        engine=engine,
        probe_limit=limit,
        style=style,
    )


def _scenario(desk: Desk, principle: str, asked: Scenario | None) -> Scenario | None:
    """The scenario of `principle` to be asked about, `asked` if it is one of them; None when it has none."""
    scenarios: Mapping[str, Scenario] = {s.id: s for s in desk.library.scenarios_of(principle)}
    begin_with = asked if asked and asked.id in scenarios else addresses.first(desk.library, principle)
    if begin_with is None:
        return None
    names = sorted(scenarios, key=lambda name: name != begin_with.id)
    chosen = st.selectbox("Question", names, format_func=lambda name: scenarios[name].question, key=f"scenario {principle}")
    return scenarios[chosen]


def _engine(desk: Desk) -> EngineName:
    if not desk.settings.has_model:
        return "local"
    return st.radio(
        "Interviewer",
        ENGINES,
        index=ENGINES.index(desk.settings.default_engine),
        format_func=lambda engine: escaped(desk.engine_name(engine)),
        horizontal=True,
        key="engine",
    )


def _style() -> Style:
    return st.radio(
        "Style",
        list(STYLES),
        format_func=lambda style: style.capitalize(),
        horizontal=True,
        key="style",
        help=" ".join(f"{style.capitalize()}: {what}." for style, what in STYLES.items()),
    )
