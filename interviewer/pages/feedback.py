"""The written feedback: what would help most next time, each with a way to learn and to drill it."""

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.library import Library
from interviewer.pages import findings, inert

FOR_EXAMPLE = "For example:"
"""What comes before a sentence to say next time, in an engine's advice."""


def show(library: Library, assessment: Assessment, brief: Brief) -> None:
    """What to do next time, what the bar raiser thinks, what worked."""
    feedback = assessment.feedback
    if feedback.improvements:
        st.header("Next time", anchor=False)
        st.caption("What would help most comes first.")
        for number, advice in enumerate(feedback.improvements, 1):
            with st.container(border=True, gap="xsmall"):
                st.markdown(f"**{number}\\. {inert.escaped(findings.names(brief)[advice.about])}**")
                _show_advice(advice.text)
                findings.show_ways(library, brief, advice.about)
    st.header("What the bar raiser thinks", anchor=False)
    with st.container(border=True):
        inert.words(feedback.bar_raiser_thinks)
        inert.words(feedback.summary)
    if feedback.strengths:
        st.header("What worked", anchor=False)
        for strength in feedback.strengths:
            with st.container(horizontal=True, wrap=False, gap="small"):
                st.markdown(":material/check:", width="content")
                inert.words(strength)


def _show_advice(text: str) -> None:
    """What to do, and apart from it the sentence that could be said, where there is one."""
    told, _, sentence = text.partition(FOR_EXAMPLE)
    inert.words(told.strip())
    if sentence:
        inert.note(FOR_EXAMPLE, sentence.strip())
