"""The parts put together by the settings: the one place that knows which engine, model and store there are."""

from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from interviewer import heap
from interviewer.assessment import EngineName
from interviewer.engines import Engine
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.models.errors import ModelError
from interviewer.settings import Settings

if TYPE_CHECKING:
    from interviewer.models import Model
    from interviewer.models.door import Door
    from interviewer.speech import Speech


def engine(name: EngineName, library: Library, settings: Settings) -> Engine:
    """The engine called `name`. Raises NoKey when a model is wanted and none is set."""
    if name == "local":
        return LocalEngine(library)
    # Imported here, so that who stays offline never pays for it.
    from interviewer.engines.llm import LlmEngine
    from interviewer.models.ceiling import Capped

    return LlmEngine(library, Capped(model(settings)))


def warm_up(name: EngineName) -> None:
    """Imports and reads what the engine called `name` needs first in its first turn: about a second that nobody has to wait for.

    Whatever is wrong is told when it is needed.
    """
    import_module("interviewer.off_script")
    import_module("interviewer.other_languages")
    if name == "llm":
        import_module("langchain_core.prompts.chat")
        import_module("langchain_core.messages.system")
        import_module("interviewer.models.exchange")
    else:
        for part in ("asking", "observing", "telling"):
            import_module(f"interviewer.engines.local.{part}")
        with suppress(ModelError):
            import_module("interviewer.engines.local.encoder").encoder()
    heap.settle()


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
        model=settings.model,
        api_key=settings.openai_api_key,
        base_url=settings.openai_base_url,
        timeout=settings.timeout,
        door=_door(settings.openai_base_url, settings.calls_at_once),
    )


@cache
def _door(base_url: str | None, at_once: int) -> "Door":
    """One for the whole process, however many models go through it."""
    from interviewer.models.door import Door

    return Door(at_once)
