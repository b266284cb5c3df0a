"""What candidates think of their answers: asked before the verdict shows, held against it afterwards."""

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.interview import Interview, SelfRated
from interviewer.pages import inert, memory
from interviewer.pages.resources import Desk
from interviewer.rubric import PARTS, VERDICT_NAMES, VERDICTS, Part
from interviewer.self_rating import Difference, PartView, Standing, difference, standings
from interviewer.store import Stale, StoreError

_FOUND: dict[Standing, str] = {"strong": "strong", "mixed": "neither strong nor weak", "weak": "weak"}


def is_due(interview: Interview) -> bool:
    """Whether the candidate has not been asked yet, and there is something to rate."""
    ended = interview.ended
    return bool(ended and ended.why != "conduct" and interview.transcript.answers and not interview.self_rated)


def ask(desk: Desk, interview: Interview) -> None:
    """The form, whatever is chosen in it; passing is one click."""
    st.header("Before you see the verdict", anchor=False)
    st.caption("What would you give yourself? Who guesses first takes more from what comes next. Leave out what you like.")
    verdict = st.radio(
        "My verdict", VERDICTS, index=None, format_func=VERDICT_NAMES.__getitem__, horizontal=True, key="own_verdict"
    )
    strong = _ticked("Strong parts", PARTS, "own_strong")
    weak = _ticked("Weak parts", tuple(part for part in PARTS if part not in strong), "own_weak")
    with st.container(horizontal=True):
        if st.button("Show the assessment", type="primary", key="rate"):
            _keep(desk, interview, SelfRated(verdict=verdict, strong=strong, weak=weak))
        if st.button("Show it without my rating", key="no_rating"):
            _keep(desk, interview, SelfRated())


def _ticked(label: str, parts: tuple[Part, ...], key: str) -> tuple[Part, ...]:
    """The parts that were ticked; one that is no longer offered is not."""
    st.markdown(f":small[{label}]")
    with st.container(horizontal=True, gap="medium"):
        return tuple([part for part in parts if st.checkbox(part.capitalize(), key=f"{key} {part}")])


def show(interview: Interview, assessment: Assessment, brief: Brief) -> None:
    """The difference, when there was a rating."""
    own = interview.self_rated
    if own is None or own == SelfRated():
        return
    found = standings(brief, assessment.findings)
    between = difference(own.verdict, own.strong, own.weak, assessment.verdict, found)
    st.header("What you thought", anchor=False)
    with st.container(border=True, gap="xsmall"):
        if own.verdict:
            inert.note(f"You gave yourself {VERDICT_NAMES[own.verdict]}.", steps(between))
        for view in between.parts:
            inert.note(f"{view.part.capitalize()}.", told(view))


def steps(between: Difference) -> str:
    """How far the own verdict is from the assessment's, in a sentence."""
    by = between.steps or 0
    if not by:
        return "The assessment says the same."
    count = f"{abs(by)} step{'' if abs(by) == 1 else 's'}"
    return f"The assessment is {count} {'lower' if by > 0 else 'higher'}."


def told(view: PartView) -> str:
    if view.agrees:
        return f"You called it {view.own}, and so does the assessment."
    return f"You called it {view.own}; the assessment finds it {_FOUND[view.found]}."


def _keep(desk: Desk, interview: Interview, rating: SelfRated) -> None:
    try:
        desk.afterwards.rate_oneself(interview, rating)
    except Stale:
        pass  # Another window was first; what was said there counts.
    except StoreError as error:
        memory.start_over(str(error))
    st.rerun()
