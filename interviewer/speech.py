"""Speech in and out, behind one narrow door: any service that speaks OpenAI's audio protocol.

Recordings and transcripts pass through and are kept nowhere; nothing of them is logged. What fails is a `ModelError`, as with any
model, and `sentence` says what the person in front of the page can do about it.
"""

import io
import wave
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from interviewer.models.deadline import Deadline, Line, within
from interviewer.models.errors import (
    ContextOverflow,
    Malformed,
    ModelError,
    NoKey,
    QuotaExhausted,
    RateLimited,
    Rejected,
    TimedOut,
    UnknownModel,
    Unreachable,
    WrongKey,
)
from interviewer.text import clean

if TYPE_CHECKING:
    import openai

OPENAI = "https://api.openai.com/v1"
CONNECT_SECONDS = 5.0
MOST_MEGABYTES = 24
"""What services take in one recording; more than twelve minutes of it."""
_SENTENCES: dict[type[ModelError], str] = {
    NoKey: "No speech service is set. Set OPENAI_API_KEY, or INTERVIEWER_SPEECH_BASE_URL for a server of your own.",
    WrongKey: "The speech service did not accept the key. Check INTERVIEWER_SPEECH_API_KEY or OPENAI_API_KEY.",
    UnknownModel: "The speech service has no such model. Set INTERVIEWER_TRANSCRIPTION_MODEL or INTERVIEWER_SPEECH_MODEL.",
    QuotaExhausted: "The account behind the speech service's key has no credit left.",
    Unreachable: "The speech service could not be reached, or it does not do this. Check INTERVIEWER_SPEECH_BASE_URL.",
    TimedOut: "The speech service took too long.",
    RateLimited: "The speech service is asking for fewer requests. Wait a minute.",
    ContextOverflow: "The recording is longer than the speech service takes. Record it in two parts.",
    Rejected: "The speech service did not accept the request. Set INTERVIEWER_TRANSCRIPTION_MODEL or INTERVIEWER_SPEECH_MODEL.",
}


class Word(NamedTuple):
    """A word heard, and when it began and ended, in seconds."""

    text: str
    start: float
    end: float


class Transcription(NamedTuple):
    text: str
    words: tuple[Word, ...] = ()
    """Empty where the service does not say when each word was spoken."""


class Speech(Protocol):
    """What the pages need of a speech service. Both raise ModelError, and nothing else, when it does not deliver."""

    def transcribe(self, audio: bytes) -> Transcription:
        """The words in `audio`, a WAV file."""

    def speak(self, text: str) -> bytes:
        """`text` read aloud, as an MP3 file."""


def sentence(error: ModelError) -> str:
    """What went wrong with speech, for whoever is in front of the page."""
    return _SENTENCES.get(type(error), "The speech service has trouble of its own.")


def seconds(audio: bytes) -> float | None:
    """How long the WAV file `audio` is; None when it is none."""
    try:
        with wave.open(io.BytesIO(audio)) as recording:
            return float(recording.getnframes() / recording.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return None


class _Heard(BaseModel):
    """A service's reply; what else is in it is left alone."""

    model_config = ConfigDict(extra="ignore")

    class _Timed(BaseModel):
        word: str
        start: float
        end: float

    text: str
    words: tuple[_Timed, ...] | None = None


class SpeechService:
    """A `Speech` over the openai SDK; may be shared between threads. A call has `timeout` seconds in all."""

    def __init__(
        self,
        *,
        transcription_model: str,
        speech_model: str,
        voice: str,
        api_key: str | None,
        base_url: str | None = None,
        timeout: float = 60,
    ) -> None:
        """Every call raises NoKey or WrongKey when there is none or it can be none."""
        self._key = (api_key or "").strip() or ("none" if base_url else "")
        self._base_url = base_url or OPENAI
        self._transcription_model = transcription_model
        self._speech_model = speech_model
        self._voice = voice
        self._timeout = timeout
        # OpenAI's newer models say no times and turn down whoever asks for them.
        self._tells_times = not transcription_model.startswith("gpt-")

    def transcribe(self, audio: bytes) -> Transcription:
        deadline = Deadline(self._timeout)
        if self._tells_times:
            try:
                return _read(self._heard(audio, deadline, response_format="verbose_json", timestamp_granularities=["word"]))
            except Rejected:
                self._tells_times = False
        return _read(self._heard(audio, deadline, response_format="json"))

    def speak(self, text: str) -> bytes:
        def ask(client: "openai.OpenAI", timeout: "openai.Timeout") -> Any:
            return client.audio.speech.with_streaming_response.create(
                model=self._speech_model, voice=self._voice, input=text, response_format="mp3", timeout=timeout
            )

        spoken = self._answered(ask, self._speech_model, Deadline(self._timeout))
        if not spoken or spoken.lstrip()[:1] in (b"{", b"<"):
            raise Malformed("The reply is no recording.")
        return spoken

    def _heard(self, audio: bytes, deadline: Deadline, **form: Any) -> bytes:
        def ask(client: "openai.OpenAI", timeout: "openai.Timeout") -> Any:
            file = ("answer.wav", audio, "audio/wav")
            return client.audio.transcriptions.with_streaming_response.create(
                model=self._transcription_model, file=file, timeout=timeout, **form
            )

        return self._answered(ask, self._transcription_model, deadline)

    def _answered(self, ask: "_Ask", model: str, deadline: Deadline) -> bytes:
        """The body of the reply, all of it before the deadline."""
        arriving = within(deadline, deadline.seconds, lambda line: self._exchange(ask, model, deadline, line))
        with closing(arriving):
            return next(arriving)

    def _exchange(self, ask: "_Ask", model: str, deadline: Deadline, line: Line) -> Iterator[bytes]:
        import openai

        from interviewer.models.faults import SEAM, Service, named

        left = deadline.left()
        try:
            with ask(self._client, openai.Timeout(left, connect=min(CONNECT_SECONDS, left))) as response:
                network = response.http_response.extensions.get("network_stream")
                with line.over(network and network.get_extra_info("socket")):
                    yield response.read()
        except SEAM as error:
            raise named(error, Service(model, self._base_url), deadline.seconds) from None

    @cached_property
    def _client(self) -> "openai.OpenAI":
        # Imported here, because the openai package takes most of a second to load.
        import openai

        if not self._key:
            raise NoKey
        if not (self._key.isascii() and self._key.isprintable()):
            raise WrongKey
        return openai.OpenAI(api_key=self._key, base_url=self._base_url, max_retries=0)


_Ask = Callable[["openai.OpenAI", "openai.Timeout"], Any]
"""Sends a request; what it returns is the response, to be used in a `with` block."""


def _read(body: bytes) -> Transcription:
    """What was heard. Raises Malformed."""
    try:
        heard = _Heard.model_validate_json(body)
    except ValidationError:
        # Not chained: a validation error quotes its input, here the candidate's words.
        raise Malformed("The reply does not have the form of a transcription.") from None
    return Transcription(clean(heard.text), tuple(Word(w.word, w.start, w.end) for w in heard.words or ()))
