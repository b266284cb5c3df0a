"""The interview while it runs: what was said, and one turn more at a time."""

from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from interviewer.brief import Brief
from interviewer.interview import Interview
from interviewer.models.deadline import Turn
from interviewer.models.errors import ModelError
from interviewer.pages import controls, exchange, failures, inert, memory, voice
from interviewer.pages.background import listen
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES
from interviewer.store import Stale, StoreError

STILL_SPEAKING = "The interviewer had not finished yet. Your words are in the box: send them when you have read what was asked."
"""Streamlit can open the box a moment too early, for whoever sends words while the page is being drawn."""
HOUR_SECONDS = 3600
PATIENCE_SECONDS = 0.3
"""How long a click waits at most while the interviewer is thinking."""


def show(desk: Desk, brief: Brief, interview: Interview, place: DeltaGenerator) -> None:
    """Draws the interview in `place` and takes it one turn further when the candidate answered or a reply is still owed."""
    failure = memory.failure(interview) if interview.awaits_reply else None
    text = controls.take_answer(desk, brief, interview, locked=failure is not None)
    if text:
        interview = _hear(desk, interview, text)
    aloud = controls.show(desk, brief, interview)
    # The interviewer thinks while the page is drawn.
    owed = interview.awaits_reply and not failure
    speaking = listen(Turn().each(desk.interviewer.respond(interview)), every=PATIENCE_SECONDS) if owed else None
    if not interview.awaits_reply:
        desk.warm_up(interview.engine)
    with place:
        _header(desk, brief, interview)
        _come_back()
        coached = interview.setup.style == "coached"
        exchange.show(brief, interview, reasons=coached, hint=coached and not interview.awaits_reply)
        if notice := memory.take_notice():
            st.info(inert.escaped(notice))
        memory.note_seen(interview)
        if failure:
            failures.show(desk, interview, failure, "Go on offline")
        elif speaking:
            _respond(desk, interview, speaking)
        elif desk.speech and voice.is_waiting(interview):
            voice.write_down(desk.speech, interview)
        elif aloud:
            voice.read_aloud(desk.speech, interview)


@st.fragment(run_every=HOUR_SECONDS)
def _come_back() -> None:
    """Draws nothing: with a part that is drawn by itself, the browser asks for the page anew when the server was started again.

    Without one it leaves the old page there until the next click, and that click meets a session that knows nothing.
    """


def _header(desk: Desk, brief: Brief, interview: Interview) -> None:
    asked, limit = interview.probes_asked, interview.setup.probe_limit
    progress = f"follow-up {asked} of at most {limit}" if asked else "main question"
    about = (brief.pack.title, LEVEL_NAMES[brief.level], desk.engine_name(interview.engine), progress)
    st.caption(inert.escaped(" · ".join(about)))


def _hear(desk: Desk, interview: Interview, text: str) -> Interview:
    """The interview with `text` saved; otherwise the candidate gets it back, to send it again or to change it."""
    if interview.awaits_reply:
        memory.start_over(STILL_SPEAKING, unsent=text)
    try:
        if memory.seen(interview) not in (None, len(interview.events)):
            raise Stale
        return desk.interviewer.hear(interview, text, voice.spoken(interview, text))
    except StoreError as error:
        memory.start_over(str(error), unsent=text)


def _respond(desk: Desk, interview: Interview, speaking: Iterator[str]) -> None:
    """Shows what the interviewer says, then draws the page anew from what was saved."""
    with exchange.interviewer():
        place = st.empty()
        place.markdown(":shimmer[Considering your answer]")
        try:
            inert.stream(speaking, place)
            # Whoever answers at once, before the page is drawn anew, has seen the reply all the same.
            memory.note_seen(desk.store.load(interview.id))
        except ModelError as error:
            memory.note_failure(interview, str(error))
        except Stale:
            pass  # Another window was first; its reply is as good.
        except StoreError as error:
            memory.note_failure(interview, str(error))
    st.rerun()
