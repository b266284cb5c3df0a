"""Saying "I did say that": a finding is judged again on the answers the candidate points at."""

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.dispute import BadDispute, Dispute
from interviewer.interview import Interview
from interviewer.models.errors import ModelError
from interviewer.pages import findings, inert
from interviewer.pages.resources import Desk
from interviewer.pages.verdict import quoted
from interviewer.review import Finding
from interviewer.rubric import CriterionId, FlagId
from interviewer.store import Stale, StoreError
from interviewer.transcript import Transcript, Turn

OFFLINE = " The offline engine reads by fixed rules and seldom comes to another view."


def show(desk: Desk, brief: Brief, interview: Interview, assessment: Assessment) -> None:
    """What was disputed so far, and the form for more."""
    for dispute in interview.disputes:
        _show_outcome(dispute, brief)
    open_ = _disputable(assessment, brief)
    answers = interview.transcript.answers
    if not open_ or not answers:
        return
    with st.expander("“I did say that”: dispute a finding", icon=":material/gavel:", expanded=bool(interview.disputes)):
        _show_form(desk, brief, interview, open_)


def _show_form(desk: Desk, brief: Brief, interview: Interview, open_: list[CriterionId | FlagId]) -> None:
    st.caption(
        "The finding is judged again on the answers you choose, and on nothing else. It never gets worse by being disputed."
        f"{OFFLINE if interview.engine == 'local' else ''}"
    )
    names = findings.names(brief)
    turns = {turn.number: turn for turn in interview.transcript.answers}
    about = st.selectbox("Finding", open_, format_func=lambda about: names.get(about, about), key="dispute_about")
    cited = st.multiselect(
        "Where you said it",
        list(turns),
        default=list(turns) if len(turns) == 1 else None,
        format_func=lambda n: _named(turns[n], interview.transcript, brief),
        placeholder="Choose one or more answers",
        key="dispute_turns",
    )
    words = st.text_input("Your words, if you want to point at them", key="dispute_words", max_chars=1000)
    if st.button("Judge it again", key="dispute"):
        _judge(desk, interview, about, tuple(cited), words)


def _judge(desk: Desk, interview: Interview, about: CriterionId | FlagId, cited: tuple[int, ...], words: str) -> None:
    with st.spinner("Reading these answers again", show_time=True):
        try:
            desk.afterwards.dispute(interview, about, cited, words)
        except BadDispute as refused:
            st.info(inert.escaped(str(refused)))
            return
        except Stale:
            pass  # Another window was first; its outcome is shown.
        except (ModelError, StoreError) as error:
            st.warning(f"{inert.escaped(str(error))} Nothing was changed.")
            return
    st.rerun()


def _show_outcome(dispute: Dispute, brief: Brief) -> None:
    name = findings.names(brief).get(dispute.about, dispute.about)
    with st.container(border=True, gap="xsmall"):
        st.badge("Changed" if dispute.changed else "Kept", icon=":material/gavel:", color="green" if dispute.changed else "gray")
        inert.note(f"{name}.", outcome(dispute))


def outcome(dispute: Dispute) -> str:
    """What came of it, in a sentence, with the words that decided."""
    where = f"Judged again on turn {' and '.join(map(str, dispute.turns))}: "
    match dispute.after:
        case Finding() as after if dispute.changed:
            before = dispute.before.rating if isinstance(dispute.before, Finding) else "no"
            names = findings.RATING_NAMES
            return f"{where}{names[before].lower()} became {names[after.rating].lower()}. {quoted(after.quotes)}"
        case None:
            return f"{where}the red flag is withdrawn."
        case kept:
            return f"{where}nothing there changes it. {quoted(kept.quotes, 'What it rests on: ')}".strip()


def _disputable(assessment: Assessment, brief: Brief) -> list[CriterionId | FlagId]:
    """What could have been judged better, the heaviest first; then the red flags."""
    short = sorted((f for f in assessment.findings if f.rating != "yes"), key=lambda f: -brief.weights.get(f.criterion, 0))
    return [*(f.criterion for f in short), *(f.flag for f in assessment.flags)]


def _named(turn: Turn, transcript: Transcript, brief: Brief) -> str:
    """An answer by its place and its question's subject; never by its own words, which a label would not draw as they are."""
    if turn.probe is None and not turn.targets:
        return f"Turn {turn.number}: your story"
    known = {c.id: c.name for c in brief.rubric.criteria}
    about = next((known[t] for t in turn.targets if t in known), "a follow-up")
    return f"Turn {turn.number}: about {about.lower()}"
