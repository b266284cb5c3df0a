"""The assessment to take away."""

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.reports import as_json, as_markdown, as_pdf, blocks
from interviewer.rubric import VERDICT_NAMES


def show(brief: Brief, interview: Interview, assessment: Assessment) -> None:
    """A button for each form; what is in it is made when it is asked for."""
    st.header("Take it with you", anchor=False)
    st.caption("The PDF is made for paper and holds everything, what is folded away here too.")
    name = f"assessment-{assessment.principle}-{assessment.level}"
    title = f"{VERDICT_NAMES[assessment.verdict]}: {brief.pack.title}"

    def markdown() -> str:
        return as_markdown(blocks(brief, interview, assessment))

    def pdf() -> bytes:
        return as_pdf(blocks(brief, interview, assessment), title)

    def told() -> str:
        return as_json(interview, assessment)

    with st.container(horizontal=True):
        for label, made, ending, kind in (
            ("PDF", pdf, "pdf", "application/pdf"),
            ("Markdown", markdown, "md", "text/markdown"),
            ("JSON", told, "json", "application/json"),
        ):
            st.download_button(label, made, f"{name}.{ending}", kind, key=ending, on_click="ignore", icon=":material/download:")
