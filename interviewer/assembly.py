"""The parts put together by the settings: the one place that knows which engine, model and store there are."""

from typing import TYPE_CHECKING

from interviewer.assessment import EngineName
from interviewer.engines import Engine
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.settings import Settings

if TYPE_CHECKING:
    from interviewer.models import Model
    from interviewer.speech import Speech


def engine(name: EngineName, library: Library, settings: Settings) -> Engine:
    """The engine called `name`. Raises NoKey when a model is wanted and none is set."""
    if name == "local":
        return LocalEngine(library)
    # Imported here, so that who stays offline never pays for it.
    from interviewer.engines.llm import LlmEngine

    return LlmEngine(library, model(settings))


def speech(settings: Settings) -> "Speech | None":
    """The speech service, None when none is set."""
    if not settings.has_speech:
        return None
    from interviewer.speech import SpeechService

    # A key is for the server it came with and is never shown to another one.
    inherited = None if settings.speech_base_url else settings.openai_api_key
    return SpeechService(
        transcription_model=settings.transcription_model,
        speech_model=settings.speech_model,
        voice=settings.voice,
        api_key=settings.speech_api_key or inherited,
        base_url=settings.speech_base_url or settings.openai_base_url,
        timeout=settings.timeout,
    )


def model(settings: Settings) -> "Model":
    """The model behind the narrow door. Raises NoKey when none is set."""
    from interviewer.models.chat_completions import ChatCompletions

    return ChatCompletions(
        model=settings.model, api_key=settings.openai_api_key, base_url=settings.openai_base_url, timeout=settings.timeout
    )
