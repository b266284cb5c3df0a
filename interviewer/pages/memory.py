"""The little that a browser session remembers by itself; losing it costs the candidate nothing that was said."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NoReturn

import streamlit as st

from interviewer.interview import Interview

ANSWER = "answer"
"""Key of the box the candidate writes in."""
_ADDRESS = "interview"
_EXAMPLE = "example"
_NOTICE = "notice"
_UNSENT = "unsent"
_SAID = "said"
_RUNNING = "running"
_CREATING = Lock()


@contextmanager
def one_run_at_a_time() -> Iterator[None]:
    """Waits until the run before this one, of the same session, has come to its end.

    Streamlit begins a run while the one it breaks off is still saving what was said; without this the new run would draw the
    page as it was before that, and nothing would draw it anew.
    """
    with _CREATING:
        running: Lock = st.session_state.setdefault(_RUNNING, Lock())
    with running:
        yield


def address() -> str | None:
    """The id in the page's address."""
    return st.query_params.get(_ADDRESS)


def example() -> str | None:
    """The scenario in the page's address whose example assessment is wanted."""
    return st.query_params.get(_EXAMPLE)


def go_to_example(scenario: str) -> NoReturn:
    """Runs the page anew, for the example assessment of `scenario`."""
    st.query_params.from_dict({_EXAMPLE: scenario})
    st.rerun()


def go_to(interview: Interview | None) -> NoReturn:
    """Runs the page anew, for `interview`; for the start form when it is None."""
    if interview is None:
        st.query_params.clear()
    else:
        st.query_params.from_dict({_ADDRESS: interview.id})
    st.rerun()


def failure(interview: Interview) -> str | None:
    """The sentence with which the last attempt to go on failed in this session; None when it did not."""
    sentence: str | None = st.session_state.get(_failure(interview))
    return sentence


def note_failure(interview: Interview, sentence: str | None) -> None:
    st.session_state[_failure(interview)] = sentence


def seen(interview: Interview) -> int | None:
    """How many events of `interview` this window has shown; None when it has not shown it, as after a restart of the server."""
    shown: int | None = st.session_state.get(_seen(interview))
    return shown


def note_seen(interview: Interview) -> None:
    st.session_state[_seen(interview)] = len(interview.events)


def start_over(notice: str, unsent: str | None = None) -> NoReturn:
    """Runs the page anew with `notice` in it, and with words that could not be taken in the box again."""
    st.session_state[_NOTICE] = notice
    if unsent is not None:
        st.session_state[_UNSENT] = unsent
    st.rerun()


def rescue_answer() -> None:
    """Keeps words that were just sent for the next run, because this one cannot take them."""
    sent = st.session_state.get(ANSWER)
    if text := getattr(sent, "text", sent):
        st.session_state[_UNSENT] = text


def restore_answer() -> None:
    """Puts words that were given back into the box. Called before the box is drawn."""
    if _UNSENT in st.session_state:
        st.session_state[ANSWER] = st.session_state.pop(_UNSENT)


def say(text: str) -> None:
    """Has the next run take `text` for the candidate's answer."""
    st.session_state[_SAID] = text


def take_said() -> str | None:
    """What a button said in the candidate's stead, once."""
    text: str | None = st.session_state.pop(_SAID, None)
    return text


def put_into_box(text: str) -> None:
    """Puts `text` into the box. Called before the box is drawn."""
    st.session_state[ANSWER] = text


def take_notice() -> str | None:
    """The notice for this run, once."""
    notice: str | None = st.session_state.pop(_NOTICE, None)
    return notice


def _failure(interview: Interview) -> str:
    return f"failure {interview.id}"


def _seen(interview: Interview) -> str:
    return f"seen {interview.id}"
