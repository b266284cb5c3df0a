"""Speaking instead of typing: a recording becomes text to be corrected before it counts, and questions are read aloud on wish.

A recording is kept in this session's memory until it is written down, and nowhere else.
"""

from typing import NamedTuple, NoReturn

import streamlit as st
from streamlit.typing import ChatInputValue

from interviewer import delivery, speech
from interviewer.interview import Asked, Interview, Replied, Spoken
from interviewer.models.errors import ModelError
from interviewer.pages import memory
from interviewer.pages.background import finished
from interviewer.pages.inert import escaped
from interviewer.speech import Speech, Transcription

EVERY_SECONDS = 0.3
HEARD = "This is what was heard. Correct what is wrong, then send it."
NOTHING_HEARD = "No words were heard in the recording. Record it again, or type your answer."
_RECORDING = "recording"
_HEARD = "heard"
_READ = "read aloud"
_SPEAK = """\
export default function ({ data }) {
  const spoken = (window.questionsReadAloud ??= new Set());
  if (!window.speechSynthesis || spoken.has(data.id)) return;
  spoken.add(data.id);
  speechSynthesis.cancel();
  if (!data.text) return;
  const words = new SpeechSynthesisUtterance(data.text);
  words.lang = "en";
  speechSynthesis.speak(words);
}
"""
_speaker = st.components.v2.component("question_speaker", js=_SPEAK)


class Recording(NamedTuple):
    """What was recorded and is not written down yet."""

    audio: bytes
    typed: str
    """What stood in the box beside it."""


class Heard(NamedTuple):
    """What was written down and is not sent yet."""

    text: str
    spoken: Spoken


def text_of(interview: Interview, given: str | ChatInputValue | None) -> str | None:
    """The text sent; None when a recording came, which is then waiting to be written down."""
    if not isinstance(given, ChatInputValue):
        return given
    if given.audio is None:
        return given.text
    st.session_state[_place(_RECORDING, interview)] = Recording(given.audio.getvalue(), given.text)
    return None


def is_waiting(interview: Interview) -> bool:
    """Whether a recording waits to be written down."""
    return _place(_RECORDING, interview) in st.session_state


def write_down(service: Speech, interview: Interview) -> None:
    """Has the waiting recording written down and put into the box; when that fails, says why and offers to try again."""
    if failure := memory.failure(interview):
        _show_failure(interview, failure)
        return
    recording: Recording = st.session_state[_place(_RECORDING, interview)]
    with st.spinner("Writing down what you said", show_time=True):
        try:
            # Streamlit acts on a click only when something is drawn.
            heard = finished(lambda: service.transcribe(recording.audio), EVERY_SECONDS, st.empty().empty)
        except ModelError as error:
            memory.note_failure(interview, speech.sentence(error))
            st.rerun()
    _put_into_box(interview, recording, heard)


def spoken(interview: Interview, text: str) -> Spoken | None:
    """How `text` was spoken, if it is what was dictated and perhaps corrected."""
    heard: Heard | None = st.session_state.pop(_place(_HEARD, interview), None)
    return heard.spoken if heard and delivery.same_speech(heard.text, text) else None


def read_aloud(service: Speech | None, interview: Interview) -> None:
    """Reads out what the interviewer said last: by the service, or where there is none by the browser."""
    line = next(e.text for e in reversed(interview.in_force) if isinstance(e, Asked | Replied))
    if service:
        _play(service, line)
    else:
        _speaker(key="speaker", data={"id": f"{interview.id} {len(interview.events)}", "text": line}, height=1)


def _play(service: Speech, line: str) -> None:
    read: tuple[str, bytes] | None = st.session_state.get(_READ)
    if read is None or read[0] != line:
        with st.spinner("Fetching the voice"):
            try:
                read = (line, finished(lambda: service.speak(line), EVERY_SECONDS, st.empty().empty))
            except ModelError as error:
                st.caption(f":material/volume_off: {escaped(speech.sentence(error))}")
                return
        st.session_state[_READ] = read
    st.audio(read[1], format="audio/mpeg", autoplay=True, width=300)


def _put_into_box(interview: Interview, recording: Recording, heard: Transcription) -> NoReturn:
    del st.session_state[_place(_RECORDING, interview)]
    before: Heard | None = st.session_state.get(_place(_HEARD, interview))
    took = Spoken(
        seconds=speech.seconds(recording.audio) or 0,
        longest_pause=delivery.longest_pause((word.start, word.end) for word in heard.words),
    )
    if before and delivery.same_speech(before.text, recording.typed):
        took = took.model_copy(update={"seconds": before.spoken.seconds + took.seconds})
    text = "\n\n".join(part for part in (recording.typed, heard.text) if part)
    st.session_state[_place(_HEARD, interview)] = Heard(text, took)
    memory.start_over(HEARD if heard.text else NOTHING_HEARD, unsent=text)


def _show_failure(interview: Interview, sentence: str) -> None:
    st.warning(f"{escaped(sentence)} Your recording is still here.", icon=":material/mic_off:")
    with st.container(horizontal=True):
        if st.button("Try again", type="primary", key="write_down_again"):
            memory.note_failure(interview, None)
            st.rerun()
        if st.button("Type instead", key="drop_recording"):
            recording: Recording = st.session_state.pop(_place(_RECORDING, interview))
            memory.note_failure(interview, None)
            memory.start_over("The recording is gone. Type your answer.", unsent=recording.typed)


def _place(what: str, interview: Interview) -> str:
    return f"{what} {interview.id}"
