"""What came of an interview: the verdict and what decides it first, what to do with it next, then everything it rests on."""

from concurrent.futures import Future

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.library import Library
from interviewer.models.deadline import Turn
from interviewer.models.errors import ModelError
from interviewer.pages import (
    disputing,
    downloads,
    example,
    exchange,
    failures,
    feedback,
    findings,
    inert,
    marked,
    memory,
    own_view,
    picture,
    printing,
    retold,
    spent,
    told,
    verdict,
    what_if,
)
from interviewer.pages.background import begun
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES, CriterionId
from interviewer.store import Stale, StoreError

Judging = Future[tuple[Interview, Assessment]]


def ask(desk: Desk, brief: Brief, interview: Interview) -> None:
    """Asks what the candidate thinks of the interview, before the assessment is made."""
    _show_caption(brief, interview)
    own_view.ask(desk, interview)
    with st.expander("What was said", icon=":material/forum:"):
        exchange.show(brief, interview)


def make(desk: Desk, brief: Brief, interview: Interview) -> None:
    """Has the assessment made, below what was said in the interview."""
    _show_caption(brief, interview)
    # Two places: a container drawn twice in a run keeps what it held, and at times leaves the browser with a blank page.
    said, found = st.empty(), st.container()
    failure = memory.failure(interview)
    with Turn():
        # What was said is drawn while it is weighed.
        judging = None if failure else begun(lambda: desk.interviewer.judge(interview))
        with said.container():
            exchange.show(brief, interview)
        if judging:
            _assess(desk, brief, interview, judging, said, found)
    if failure:
        failures.show(desk, interview, failure, "Assess offline")


def show(desk: Desk, brief: Brief, interview: Interview, assessment: Assessment) -> None:
    """The assessment of an interview that is kept, with all that can be done about it."""
    printing.style()
    _show_caption(brief, interview)
    verdict.show(assessment, brief)
    own_view.show(interview, assessment, brief)
    retold.show_before_and_after(desk, brief, interview, assessment)
    with st.container(horizontal=True):
        retold.offer(desk, interview)
        if st.button("New interview", type="primary", key="new"):
            memory.go_to(None)
    show_grounds(desk.library, brief, interview, assessment)
    disputing.show(desk, brief, interview, assessment)
    with st.expander("What if: another principle or level", icon=":material/swap_horiz:"):
        what_if.show(desk, interview, assessment)
    with st.expander("How you told it (not part of the verdict)", icon=":material/mic:"):
        told.show(brief, interview)
    downloads.show(brief, interview, assessment)
    st.caption(inert.escaped(_provenance(assessment, brief)))
    spent.show(desk, interview)


def show_example(library: Library, brief: Brief, interview: Interview, assessment: Assessment) -> None:
    """An assessment that belongs to nobody, to look at: without what can only be done with one's own."""
    _show_caption(brief, interview)
    verdict.show(assessment, brief)
    show_grounds(library, brief, interview, assessment)
    st.caption(inert.escaped(_provenance(assessment, brief)))


def show_grounds(library: Library, brief: Brief, interview: Interview, assessment: Assessment) -> None:
    """What to do next time, and everything the verdict rests on."""
    feedback.show(library, assessment, brief)
    picture.show(assessment, brief)
    _show_open_points(assessment, brief)
    st.header("Your words", anchor=False)
    with st.expander("What was said, with the evidence marked", icon=":material/format_ink_highlighter:"):
        marked.show(assessment, brief, interview.transcript)
    with st.expander("A skeleton to tell it again", icon=":material/edit_note:"):
        retold.show_skeleton(assessment, brief, interview)
    findings.show(assessment, brief, library)
    if brief.scenario:
        example.show(brief.scenario, brief)


def _assess(
    desk: Desk, brief: Brief, interview: Interview, judging: Judging, said: DeltaGenerator, found: DeltaGenerator
) -> None:
    """Has the assessment made, then draws the page anew with it. Verdict and evidence take `said`'s place before the prose is."""
    try:
        with st.spinner("Weighing what you said", show_time=True):
            interview, judged = judging.result()
        said.empty()
        with found:
            verdict.show(judged, brief)
            findings.show(judged, brief)
        with st.spinner("Writing what would help next time", show_time=True):
            desk.interviewer.write(interview, judged)
    except Stale:
        pass  # Another window was first; its assessment is as good.
    except (ModelError, StoreError) as error:
        memory.note_failure(interview, str(error))
    st.rerun()


def _show_caption(brief: Brief, interview: Interview) -> None:
    about = (brief.pack.title, LEVEL_NAMES[brief.level], _follow_ups(interview))
    st.caption(inert.escaped(" · ".join(about)))


def _show_open_points(assessment: Assessment, brief: Brief) -> None:
    """What is missing, apart by whether there was a chance to say it."""
    if not assessment.not_said and not assessment.never_asked:
        return
    st.header("What stayed open", anchor=False)
    asked, unasked = st.columns(2, gap="medium")
    with asked:
        st.subheader("Asked, and not said", anchor=False)
        st.caption("A follow-up gave you the chance. This counts against the answers.")
        _list(assessment.not_said, brief)
    with unasked:
        st.subheader("Never asked", anchor=False)
        st.caption("No follow-up came to it. It says how much is unknown, and nothing about how you answer.")
        _list(assessment.never_asked, brief)


def _list(criteria: tuple[CriterionId, ...], brief: Brief) -> None:
    lines = [f"- {inert.escaped(brief.criterion(c).name)}" for c in criteria]
    st.markdown("\n".join(lines) or "Nothing.")


def _follow_ups(interview: Interview) -> str:
    answered = len({t.probe for t in interview.transcript.answers if t.probe})
    if not answered:
        return "main question only"
    return f"{answered} follow-up{'' if answered == 1 else 's'} answered"


def _provenance(assessment: Assessment, brief: Brief) -> str:
    made = assessment.provenance
    by = f"model {made.model}" if made.engine == "llm" else "the offline engine"
    sources = [f"{s.name} version {s.version} ({s.hash})" for s in (made.principle, made.scenario, *made.prompts) if s]
    told = [f"Assessed by {by}, program version {made.package}, with {', '.join(sources)}."]
    if assessment.unsupported:
        told.append(f"{assessment.unsupported} statements were dropped because their evidence could not be found in your words.")
    if made.disputed:
        names = findings.names(brief)
        told.append(f"Changed after you disputed it: {', '.join(names.get(id, id).lower() for id in made.disputed)}.")
    return " ".join(told)
