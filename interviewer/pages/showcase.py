"""An assessment to look at before the first interview: somebody else's example, assessed offline, and nothing of it is kept."""

import streamlit as st

from interviewer.assessing import assess
from interviewer.pages import assessment, memory
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.rubric import Level
from interviewer.sample import sample
from interviewer.scenario import Scenario

LEVEL: Level = "senior"
"""The level at which most examples leave something to be wished for."""


def show(desk: Desk, scenario: Scenario) -> None:
    """Draws the assessment of the example in `scenario`."""
    brief = desk.library.brief(scenario.principle, LEVEL, scenario.id)
    interview = sample(brief)
    assessed = assess(desk.interviewer.engine("local"), brief, interview.transcript)
    st.info(
        f"An example: somebody else's story, “{escaped(scenario.title)}”, assessed by the offline engine. Nothing of it is kept.",
        icon=":material/visibility:",
    )
    if st.button("Start an interview of your own", type="primary", key="leave_example"):
        memory.go_to(None)
    assessment.show_example(desk.library, brief, interview, assessed)
