"""What is being written, kept in the browser until it is sent: a refresh, a crash or a server that is gone loses none of it.

Streamlit learns of an answer only when it is sent, so this takes a script in the browser. It writes what is in the box to the
browser's own storage at every key, hands it back when the page is opened anew, and forgets it once the interview holds more turns
than when it was written, which is when it was sent. The words go through nothing but the browser's storage and Streamlit.
"""

from uuid import uuid4

import streamlit as st

from interviewer.interview import Interview, Said
from interviewer.pages import memory

_SESSION = "draft session"
_KEEP = """\
export default function ({ data, setTriggerValue }) {
  const looked = (window.draftsLookedFor ??= new Set());
  const box = () => document.querySelector('[data-testid="stChatInputTextArea"]');
  const write = (text) => {
    try {
      if (text) localStorage.setItem(data.place, JSON.stringify({ turns: data.turns, text }));
      else localStorage.removeItem(data.place);
    } catch {} // Storage that is full or forbidden keeps nothing, and nothing else changes.
  };
  const read = () => {
    try { return JSON.parse(localStorage.getItem(data.place)); } catch { return null; }
  };
  const written = box()?.value ?? "";
  const kept = read();
  if (kept && kept.turns !== data.turns) write(written);
  else if (kept && !written && !data.sent && !looked.has(data.session)) setTriggerValue("found", String(kept.text));
  looked.add(data.session);
  const typed = (event) => { if (event.target === box()) write(event.target.value); };
  const left = () => { const text = box()?.value; if (text) write(text); };
  document.addEventListener("input", typed);
  window.addEventListener("pagehide", left);
  return () => {
    document.removeEventListener("input", typed);
    window.removeEventListener("pagehide", left);
  };
}
"""
_FORGET = "export default ({ data }) => { try { localStorage.removeItem(data.place); } catch {} }\n"
_keeper = st.components.v2.component("draft_keeper", js=_KEEP)
_forgetter = st.components.v2.component("draft_forgetter", js=_FORGET)


def keep(interview: Interview) -> None:
    """Keeps what is written for `interview`, and puts what was kept back into the box. Called before the box is drawn."""
    turns = sum(isinstance(event, Said) for event in interview.events)
    # A new session is a page opened anew, or a server started again; only then is what was kept wanted back.
    session = st.session_state.setdefault(_SESSION, uuid4().hex)
    # What this very run was sent is not wanted back: asking for it would break off the run that is to save it.
    sent = bool(st.session_state.get(memory.ANSWER))
    data = {"place": _place(interview), "turns": turns, "session": session, "sent": sent}
    found = _keeper(key=_place(interview), data=data, height=1, on_found_change=_nothing).found
    if isinstance(found, str):
        memory.put_into_box(found)


def forget(interview: Interview) -> None:
    """Leaves nothing of an interview that is over in the browser's storage."""
    _forgetter(key=f"no {_place(interview)}", data={"place": _place(interview)}, height=1)


def _place(interview: Interview) -> str:
    return f"draft {interview.id}"


def _nothing() -> None:
    """What was found is read from the result."""
