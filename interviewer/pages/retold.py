"""The story told again: the skeleton to tell it by, another go at the question, and both goes side by side."""

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.pages import findings, inert, memory
from interviewer.pages.resources import Desk
from interviewer.retelling import Movement, Retelling, Row, compare
from interviewer.rubric import NO_CASE, VERDICT_NAMES, FlagId
from interviewer.skeleton import as_text, skeleton
from interviewer.store import StoreError
from interviewer.text import shown

_MOVED: dict[Movement, str] = {"up": "Better", "down": "Weaker", "same": "Same"}
_ICONS: dict[Movement, str] = {
    "up": ":material/trending_up:",
    "down": ":material/trending_down:",
    "same": ":material/trending_flat:",
}


def show_skeleton(assessment: Assessment, brief: Brief, interview: Interview) -> None:
    if set(NO_CASE) & assessment.review.flag_ids and any(r.basis == "nothing_said" for r in assessment.decision.held_down_by):
        st.write("There is no case here to put in order yet. Think of one that happened, however small, and answer again.")
        return
    st.caption(
        "Your own sentences in the order in which they work best. What is in brackets is missing: fill it only with what "
        "happened, and leave it out when there is nothing true to put there."
    )
    parts = skeleton(brief, interview.transcript, assessment.findings, assessment.flags)
    st.code(shown(as_text(parts)), language=None, wrap_lines=True)


def offer(desk: Desk, interview: Interview) -> None:
    """The button that starts the same question anew."""
    if st.button("Answer this question again", icon=":material/replay:", key="again"):
        try:
            begun = desk.afterwards.again(interview)
        except StoreError as error:
            st.error(inert.escaped(str(error)))
        else:
            memory.go_to(begun)


def show_before_and_after(desk: Desk, brief: Brief, interview: Interview, assessment: Assessment) -> None:
    """What moved since the interview whose question was answered again."""
    if interview.setup.again is None:
        return
    st.header("Before and after", anchor=False)
    try:
        former = desk.store.load(interview.setup.again).assessment
    except StoreError:
        former = None
    if former is None or former.principle != assessment.principle:
        st.caption("The interview before this one is no longer there to compare with.")
        return
    moved = compare(former, assessment)
    inert.note(f"{VERDICT_NAMES[former.verdict]} before, {VERDICT_NAMES[assessment.verdict]} now.", _summary(moved, brief))
    with st.expander("Every rating, before and after", icon=":material/compare_arrows:"):
        _show_rows(moved, brief)


def _summary(moved: Retelling, brief: Brief) -> str:
    told = [
        _listed("Better", [brief.criterion(r.criterion).name for r in moved.rows_moved("up")]),
        _listed("Weaker", [brief.criterion(r.criterion).name for r in moved.rows_moved("down")]),
        _listed("Red flags gone", _flags(moved.flags_gone, brief)),
        _listed("Red flags new", _flags(moved.flags_new, brief)),
    ]
    return " ".join(filter(None, told)) or "No rating moved."


def _listed(lead: str, names: list[str]) -> str:
    return f"{lead}: {', '.join(name.lower() for name in names)}." if names else ""


def _flags(flags: tuple[FlagId, ...], brief: Brief) -> list[str]:
    return [brief.rubric.flag(flag).name for flag in flags]


def _show_rows(moved: Retelling, brief: Brief) -> None:
    lines = ["| Point | Before | Now | Change |", "|---|---|---|---|", *(_row(row, brief) for row in moved.rows)]
    st.markdown("\n".join(lines))


def _row(row: Row, brief: Brief) -> str:
    name = inert.escaped(brief.criterion(row.criterion).name)
    before, after = findings.RATING_NAMES[row.before], findings.RATING_NAMES[row.after]
    return f"| {name} | {before} | {after} | {_ICONS[row.moved]} {_MOVED[row.moved]} |"
