"""The Learn mode: a principle, and an example story of it taken apart. The address holds what is shown, so it can be shared."""

from collections.abc import Mapping

import streamlit as st

from interviewer.brief import Brief
from interviewer.pages import addresses, findings, inert, links, opening, principles, scrolling, walkthrough
from interviewer.pages.addresses import VIEWS, Lesson, View
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.rubric import FLAGS, PARTS
from interviewer.scenario import Scenario

PRINCIPLE = "learn principle"
STORY = "learn story"
VIEW = "learn view"
VIEW_NAMES: Mapping[View, str] = {
    "told_well": "Told well",
    "follow_ups": "Follow-ups",
    "told_badly": "Told badly",
    "levels": "Levels",
    "angles": "Other principles",
}


def show() -> None:
    opening.show(_show)


def _show(desk: Desk) -> None:
    st.title("Learn")
    lesson = addresses.lesson(st.query_params.to_dict(), desk.library, desk.usual_principle)
    _choices(desk, lesson)
    pack = desk.library.packs[lesson.principle]
    brief = Brief(pack=pack, rubric=pack.rubric(desk.library.rubric), level="sde2", scenario=lesson.scenario)
    with st.expander(f"About {escaped(pack.title)}", icon=":material/info:", expanded=lesson.scenario is None):
        principles.show_about(pack)
    if lesson.scenario:
        _show_story(desk, brief, lesson, lesson.scenario)
    else:
        st.info("There is no example story for this principle yet. This is what an answer to it should contain.")
        if lesson.about in FLAGS:
            _show_point(brief, lesson)
        principles.show_criteria(brief, lesson.about)
    _show_ways_on(desk, lesson)
    if lesson.about and "view" not in st.query_params:
        scrolling.to_wanted()


def _choices(desk: Desk, lesson: Lesson) -> None:
    """The two lists, set to what the address says; choosing changes the address."""
    packs = desk.library.packs
    stories = {s.id: s for s in desk.library.scenarios_of(lesson.principle)}
    left, right = st.columns(2)
    with left:
        st.session_state[PRINCIPLE] = lesson.principle
        st.selectbox("Principle", list(packs), format_func=lambda name: packs[name].title, key=PRINCIPLE, on_change=_to_principle)
    if lesson.scenario:
        with right:
            st.session_state[STORY] = lesson.scenario.id
            st.selectbox("Story", list(stories), format_func=lambda name: stories[name].title, key=STORY, on_change=_to_story)


def _to_principle() -> None:
    st.query_params.from_dict({"principle": st.session_state[PRINCIPLE]})


def _to_story() -> None:
    st.query_params.from_dict({"scenario": st.session_state[STORY]})


def _to_view() -> None:
    st.query_params["view"] = st.session_state[VIEW]


def _show_story(desk: Desk, brief: Brief, lesson: Lesson, scenario: Scenario) -> None:
    st.header(escaped(scenario.title), anchor=False)
    inert.words(f"“{scenario.question}”")
    with st.expander("The story in short", icon=":material/short_text:", expanded=lesson.about is None):
        inert.words(scenario.overview)
        st.markdown("**What to take from it**")
        for takeaway in scenario.takeaways:
            with st.container(horizontal=True, wrap=False, gap="small"):
                st.markdown(":material/check:", width="content")
                inert.words(takeaway)
    _show_point(brief, lesson)
    st.session_state[VIEW] = lesson.view
    # Not tabs or a segmented control: in the dark theme they write the chosen one with too little contrast.
    st.radio("Look at", VIEWS, format_func=lambda view: VIEW_NAMES[view], key=VIEW, on_change=_to_view, horizontal=True)
    with st.container(key=f"{scenario.id} {lesson.view} {lesson.about}"):
        walkthrough.show(desk, brief, lesson, scenario)


def _show_point(brief: Brief, lesson: Lesson) -> None:
    """What the reader came for, in the words of the rubric."""
    if lesson.about is None or lesson.about in PARTS:
        return
    with st.container(border=True, gap="xsmall", key=scrolling.WANTED):
        st.markdown(f":material/target: **{escaped(findings.names(brief)[lesson.about])}**")
        if lesson.about in FLAGS:
            flag = next(f for f in brief.rubric.flags if f.id == lesson.about)
            inert.note("Raised when:", flag.when)
            inert.words(flag.advice)
        else:
            inert.note("Met when:", brief.criterion(lesson.about).met_when)
            inert.words(brief.criterion(lesson.about).advice)


def _show_ways_on(desk: Desk, lesson: Lesson) -> None:
    st.subheader("Now you", anchor=False)
    with st.container(horizontal=True, gap="medium"):
        if any(s.knowledge_checks for s in desk.library.scenarios_of(lesson.principle)):
            links.link(addresses.practise(lesson.principle), "Practise this principle")
        if lesson.scenario:
            links.link(addresses.interview(lesson.scenario), "Be interviewed on this question")
