"""What the candidate can do in a running interview: answer, pass, take an answer back, leave. Words alone do it too."""

import streamlit as st
from streamlit.typing import ChatInputValue

from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.pages import clock, coached, draft, memory, voice
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.settings import NO_SPEECH_NOTICE
from interviewer.speech import MOST_MEGABYTES
from interviewer.store import StoreError

NO_EXAMPLE = "I have no such example."
SKIP = "I'd like to skip this question."
"""What the buttons say in the candidate's stead."""
TAKEN_BACK = "Your last answer no longer counts. Change it below, or tell it anew."


def take_answer(desk: Desk, brief: Brief, interview: Interview, locked: bool) -> str | None:
    """Draws the box; the answer just given in it, or by the button that passes. `locked`: none can be taken now."""
    draft.keep(interview)
    memory.restore_answer()
    if interview.setup.style == "coached":
        with st.bottom:
            coached.show_strip(brief, interview)
    # Outside st.bottom and every other place: it ends up at the bottom all the same, and only then does the page keep the
    # latest message in view.
    given: str | ChatInputValue | None = st.chat_input(
        "Your answer",
        key=memory.ANSWER,
        submit_mode="disable",
        disabled=locked,
        accept_audio=desk.speech is not None,
        max_upload_size=MOST_MEGABYTES,
    )
    return voice.text_of(interview, given) or memory.take_said()


def show(desk: Desk, brief: Brief, interview: Interview) -> bool:
    """What there is besides the box; whether questions are to be read aloud."""
    with st.bottom:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _show_pass(interview)
            _show_take_back(desk, interview)
            if st.button("End the interview", type="tertiary", key="end"):
                _end(desk, interview)
        return _show_toggles(desk, brief, interview)


def _show_pass(interview: Interview) -> None:
    first = interview.question.probe is None
    st.button(
        "I have no such example" if first else "Skip this question",
        type="tertiary",
        key="pass",
        disabled=interview.awaits_reply,
        help="You will be asked another question." if first else "The interviewer goes on to something else.",
        on_click=memory.say,
        args=(NO_EXAMPLE if first else SKIP,),
    )


def _show_take_back(desk: Desk, interview: Interview) -> None:
    if st.button(
        "Answer again",
        type="tertiary",
        key="take_back",
        disabled=interview.last_answer is None,
        help="Takes your last answer back. It and what followed from it no longer count.",
    ):
        _take_back(desk, interview)


def _show_toggles(desk: Desk, brief: Brief, interview: Interview) -> bool:
    """The clock and the voice; whether the voice is wanted."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.toggle("Clock", value=True, key="show_clock", bind="query-params"):
            clock.show(desk, brief, interview)
        return st.toggle(
            "Read aloud", key="read_aloud", bind="query-params", help=None if desk.speech else escaped(NO_SPEECH_NOTICE)
        )


def _take_back(desk: Desk, interview: Interview) -> None:
    last = interview.last_answer
    try:
        desk.interviewer.take_back(interview)
    except StoreError as error:
        memory.start_over(str(error))
    memory.note_failure(interview, None)
    memory.start_over(TAKEN_BACK, unsent=last.text if last and last.kind == "answer" else None)


def _end(desk: Desk, interview: Interview) -> None:
    try:
        desk.interviewer.end(interview)
    except StoreError as error:
        memory.start_over(str(error))
    st.rerun()
