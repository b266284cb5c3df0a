"""A principle in general terms: what its pack says, and what an answer to it should contain."""

import streamlit as st

from interviewer.brief import Brief
from interviewer.pages import inert, prose, scrolling
from interviewer.pages.addresses import Point
from interviewer.pages.inert import escaped
from interviewer.principle import Pack
from interviewer.rubric import PARTS, Criterion


def show_about(pack: Pack) -> None:
    """The pack's prose, and the questions it is asked with."""
    prose.show(pack.text)
    st.markdown("**Questions it is asked with**")
    for question in pack.questions:
        inert.words(f"“{question}”")


def show_criteria(brief: Brief, about: Point | None) -> None:
    """What the rubric looks for, part by part; the point the reader came for is open."""
    for part in PARTS:
        expected = [c for c in brief.rubric.criteria if c.part == part and brief.weights[c.id]]
        if expected:
            st.subheader(part.capitalize(), anchor=False)
        for criterion in expected:
            wanted = about == criterion.id
            place = st.container(key=scrolling.WANTED if wanted else None)
            with place, st.expander(escaped(criterion.name), expanded=wanted or about == part):
                _show_criterion(criterion)


def _show_criterion(criterion: Criterion) -> None:
    inert.note("Met when:", criterion.met_when)
    inert.note("Half met when:", criterion.partly_when)
    inert.note("How to do it.", criterion.advice)
    inert.note("Asked as:", f"“{criterion.question}”")
