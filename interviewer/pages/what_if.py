"""The same answers held against another principle or level, without being interviewed again."""

import streamlit as st

from interviewer.afterwards import Supposition
from interviewer.assessment import Assessment
from interviewer.explaining import explain
from interviewer.interview import Interview
from interviewer.models.errors import ModelError
from interviewer.pages import inert
from interviewer.pages.resources import Desk
from interviewer.pages.verdict import quoted, show_scale
from interviewer.rubric import LEVEL_NAMES, LEVELS, VERDICT_NAMES, Identifier, Level
from interviewer.store import StoreError
from interviewer.weighing import points


def show(desk: Desk, interview: Interview, assessment: Assessment) -> None:
    st.caption("What would these answers have come to? It is only a look; the assessment above stays as it is.")
    packs = desk.library.packs
    names = list(packs)
    principle = st.selectbox(
        "Principle", names, names.index(assessment.principle), format_func=lambda name: packs[name].title, key="if_principle"
    )
    level = st.radio(
        "Level", LEVELS, LEVELS.index(assessment.level), format_func=LEVEL_NAMES.__getitem__, horizontal=True, key="if_level"
    )
    if (principle, level) == (assessment.principle, assessment.level):
        st.caption("Choose another principle or level.")
    elif supposed := _supposed(desk, interview, principle, level):
        _show(supposed)


def _supposed(desk: Desk, interview: Interview, principle: Identifier, level: Level) -> Supposition | None:
    """What was looked at in this session already, or what is at once to be had; None until a model was asked for it."""
    key = f"supposed {interview.id} {len(interview.events)} {principle} {level}"
    if key not in st.session_state:
        asks_model = interview.engine != "local" and principle != interview.setup.principle
        if asks_model and not st.button("Judge these answers", key="suppose"):
            return None
        with st.spinner("Reading your answers for another principle", show_time=True):
            try:
                st.session_state[key] = desk.afterwards.suppose(interview, principle, level)
            except (ModelError, StoreError, LookupError) as error:
                st.warning(inert.escaped(str(error)))
                return None
    supposed: Supposition = st.session_state[key]
    return supposed


def _show(supposed: Supposition) -> None:
    brief, decision = supposed.brief, supposed.decision
    about = f"{brief.pack.title}, {LEVEL_NAMES[brief.level]}"
    with st.container(border=True):
        st.markdown(f"**What if: {inert.escaped(about)}: {VERDICT_NAMES[decision.verdict]}**")
        show_scale(decision.verdict)
        inert.words(explain(decision, brief))
        names = {c.id: c.name for c in brief.rubric.criteria} | {f.id: f.name for f in brief.rubric.flags}
        for point in points(brief, supposed.review, decision):
            sign = "For it" if point.speaks == "for" else "Against it"
            if said := quoted(point.quotes):
                inert.note(f"{sign}, {names.get(str(point.about), brief.pack.title).lower()}.", said)
