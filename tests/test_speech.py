"""The speech service over a real line to a stub."""

from collections.abc import Iterator

import pytest

from interviewer import assembly, speech
from interviewer.models.errors import Malformed, ModelError, NoKey, Rejected, ServerTrouble, TimedOut, Unreachable, WrongKey
from interviewer.settings import Settings
from interviewer.speech import SpeechService
from tests.models.stub import Step, Stub, events
from tests.pages.serving import free_port
from tests.pages.speaking import Speaking, speaking, tone

AUDIO = tone(1.5)


@pytest.fixture
def said() -> Iterator[Speaking]:
    with speaking() as running:
        yield running


def service(base_url: str, model: str = "whisper-1", key: str | None = "unused", timeout: float = 20) -> SpeechService:
    return SpeechService(
        transcription_model=model, speech_model="voice-1", voice="alloy", api_key=key, base_url=base_url, timeout=timeout
    )


def test_a_recording_becomes_text_with_the_time_of_each_word(said: Speaking) -> None:
    heard = service(said.base_url).transcribe(AUDIO)
    assert heard.text == said.text
    assert heard.words[:2] == (("I", 0.0, 0.5), ("moved", 2.5, 3.0))
    assert AUDIO in said.bodies[0]
    assert b"whisper-1" in said.bodies[0]


def test_a_service_that_tells_no_times_is_asked_without_them_and_not_twice(said: Speaking) -> None:
    said.timed = False
    one = service(said.base_url)
    assert one.transcribe(AUDIO) == (said.text, ())
    assert one.transcribe(AUDIO).text == said.text
    assert [b"verbose_json" in body for body in said.bodies] == [True, False, False]


def test_what_was_heard_is_cleaned_like_what_is_typed(said: Speaking) -> None:
    said.timed = False
    said.text = " \x1b[31mI fixed\u202e it. "
    assert service(said.base_url).transcribe(AUDIO).text == "I fixed it."


def test_a_question_becomes_a_recording(said: Speaking) -> None:
    assert service(said.base_url).speak("What did you measure?") == tone(0.2)
    assert b"What did you measure?" in said.bodies[0]
    assert b"voice-1" in said.bodies[0]


@pytest.mark.parametrize(
    ("status", "error"), [(401, WrongKey), (400, Rejected), (404, Unreachable), (500, ServerTrouble), (503, ServerTrouble)]
)
def test_a_failure_has_its_name_and_a_sentence_without_what_was_said(
    said: Speaking, status: int, error: type[ModelError]
) -> None:
    said.status = status
    with pytest.raises(error) as caught:
        service(said.base_url).transcribe(AUDIO)
    assert "speech service" in speech.sentence(caught.value)


def test_a_service_that_does_not_answer_is_left_at_the_deadline() -> None:
    with Stub() as silent:
        silent.default = events(Step.STALL)
        with pytest.raises(TimedOut):
            service(silent.base_url, timeout=0.3).speak("Hello")


def test_a_service_that_is_not_there_is_unreachable() -> None:
    with pytest.raises(Unreachable):
        service(f"http://127.0.0.1:{free_port()}/v1").transcribe(AUDIO)


@pytest.mark.parametrize("text", ["[]", "<html>", '{"words": []}', ""])
def test_a_reply_of_another_form_is_no_transcription(text: str) -> None:
    with pytest.raises(Malformed) as caught:
        speech._read(text.encode())
    assert caught.value.__cause__ is None


def test_without_a_key_or_with_an_impossible_one_it_says_so() -> None:
    with pytest.raises(NoKey):
        SpeechService(transcription_model="m", speech_model="m", voice="v", api_key=None).speak("Hello")
    with pytest.raises(WrongKey):
        service("http://127.0.0.1:1/v1", key="schlüssel").speak("Hello")


def test_how_long_a_recording_is() -> None:
    assert speech.seconds(AUDIO) == pytest.approx(1.5)
    assert speech.seconds(b"no recording") is None


def test_without_any_service_there_is_no_speech() -> None:
    assert assembly.speech(Settings()) is None


def test_a_models_key_is_not_shown_to_another_speech_server(said: Speaking) -> None:
    settings = Settings(openai_api_key="secret-of-the-model", speech_base_url=said.base_url)
    chosen = assembly.speech(settings)
    assert isinstance(chosen, SpeechService)
    assert chosen._key == "none"


def test_the_models_service_does_the_speech_too_where_nothing_else_is_set() -> None:
    chosen = assembly.speech(Settings(openai_api_key="the-key"))
    assert isinstance(chosen, SpeechService)
    assert (chosen._key, chosen._base_url) == ("the-key", speech.OPENAI)
