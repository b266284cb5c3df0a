"""What came of an interview: the verdict first, what to do with it next, then everything it rests on."""

from typing import Literal

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.library import Library
from interviewer.models.errors import ModelError
from interviewer.pages import addresses, example, exchange, failures, findings, inert, links, memory
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES, VERDICT_NAMES, VERDICTS, CriterionId, FlagId, Verdict
from interviewer.store import Stale, StoreError

Colour = Literal["red", "orange", "green"]
_VERDICT_COLOURS: dict[Verdict, Colour] = {"no_hire": "red", "lean_no_hire": "orange", "hire": "green", "strong_hire": "green"}


def prepare(desk: Desk, brief: Brief, interview: Interview) -> None:
    """Has the assessment of an interview that ended made, below what was said in it."""
    _show_caption(brief, interview)
    exchange.show(brief, interview)
    if failure := memory.failure(interview):
        failures.show(desk, interview, failure, "Assess offline")
    else:
        _assess(desk, interview)


def show(desk: Desk, brief: Brief, interview: Interview, assessment: Assessment) -> None:
    _show_caption(brief, interview)
    _show_verdict(assessment)
    _show_feedback(desk, assessment, brief)
    _show_open_points(assessment, brief)
    findings.show(assessment, brief)
    if brief.scenario:
        example.show(brief.scenario, brief)
    st.header("What was said")
    with st.expander("Read the interview again", icon=":material/forum:"):
        exchange.show(brief, interview, reasons=True, numbers=True)
    st.caption(inert.escaped(_provenance(assessment)))
    if st.button("New interview", type="primary", key="new"):
        memory.go_to(None)


def _assess(desk: Desk, interview: Interview) -> None:
    """Has the assessment made, then draws the page anew with it."""
    with st.spinner("Weighing what you said", show_time=True):
        try:
            desk.interviewer.assess(interview)
        except Stale:
            pass  # Another window was first; its assessment is as good.
        except (ModelError, StoreError) as error:
            memory.note_failure(interview, str(error))
    st.rerun()


def _show_caption(brief: Brief, interview: Interview) -> None:
    about = (brief.pack.title, LEVEL_NAMES[brief.level], _follow_ups(interview))
    st.caption(inert.escaped(" · ".join(about)))


def _show_verdict(assessment: Assessment) -> None:
    st.title(VERDICT_NAMES[assessment.verdict])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for verdict in VERDICTS:
            _show_step(verdict, reached=verdict == assessment.verdict)
    inert.words(assessment.reason)
    inert.words(assessment.feedback.summary)


def _show_step(verdict: Verdict, reached: bool) -> None:
    """One place on the scale of verdicts."""
    if reached:
        st.badge(VERDICT_NAMES[verdict], icon=":material/radio_button_checked:", color=_VERDICT_COLOURS[verdict])
    else:
        st.markdown(f":gray[:small[:material/radio_button_unchecked: {VERDICT_NAMES[verdict]}]]", width="content")


def _show_feedback(desk: Desk, assessment: Assessment, brief: Brief) -> None:
    feedback = assessment.feedback
    st.header("What the bar raiser thinks")
    with st.container(border=True):
        inert.words(feedback.bar_raiser_thinks)
    if feedback.improvements:
        st.header("Next time")
        st.caption("What would help most comes first.")
        for number, advice in enumerate(feedback.improvements, 1):
            with st.container(border=True, gap="xsmall"):
                st.markdown(f"**{number}\\. {inert.escaped(findings.names(brief)[advice.about])}**")
                inert.words(advice.text)
                _show_ways(desk.library, brief, advice.about)
    if feedback.strengths:
        st.header("What worked")
        for strength in feedback.strengths:
            with st.container(horizontal=True, wrap=False, gap="small"):
                st.markdown(":material/check:", width="content")
                inert.words(strength)


def _show_ways(library: Library, brief: Brief, about: CriterionId | FlagId) -> None:
    """Links to where the point is taught and drilled."""
    principle = brief.pack.name
    with st.container(horizontal=True, gap="small"):
        links.link(addresses.teaching(library, principle, brief.scenario, about), "Learn")
        if drill := addresses.drilling(library, principle, about):
            links.link(drill, "Practise")


def _show_open_points(assessment: Assessment, brief: Brief) -> None:
    """What is missing, apart by whether there was a chance to say it."""
    if not assessment.not_said and not assessment.never_asked:
        return
    st.header("What stayed open")
    asked, unasked = st.columns(2, gap="medium")
    with asked:
        st.subheader("Asked, and not said")
        st.caption("A follow-up gave you the chance. This counts against the answers.")
        _list(assessment.not_said, brief)
    with unasked:
        st.subheader("Never asked")
        st.caption("No follow-up came to it. It says how much is unknown, and nothing about how you answer.")
        _list(assessment.never_asked, brief)


def _list(criteria: tuple[CriterionId, ...], brief: Brief) -> None:
    lines = [f"- {inert.escaped(brief.criterion(c).name)}" for c in criteria]
    st.markdown("\n".join(lines) or "Nothing.")


def _follow_ups(interview: Interview) -> str:
    asked = interview.probes_asked
    return f"{asked} follow-up" if asked == 1 else f"{asked} follow-ups"


def _provenance(assessment: Assessment) -> str:
    made = assessment.provenance
    by = f"model {made.model}" if made.engine == "llm" else "the offline engine"
    sources = [f"{s.name} version {s.version} ({s.hash})" for s in (made.principle, made.scenario, *made.prompts) if s]
    dropped = f" {assessment.unsupported} statements were dropped because their evidence could not be found in your words."
    return (
        f"Assessed by {by}, program version {made.package}, with {', '.join(sources)}.{dropped if assessment.unsupported else ''}"
    )
