"""The parts put together by the settings: the one place that knows which engine, model and store there are."""

from interviewer.assessment import EngineName
from interviewer.engines import Engine
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.settings import Settings


def engine(name: EngineName, library: Library, settings: Settings) -> Engine:
    """The engine called `name`. Raises NoKey when a model is wanted and none is set."""
    if name == "local":
        return LocalEngine(library)
    # Imported here, so that who stays offline never pays for it.
    from interviewer.engines.llm import LlmEngine
    from interviewer.models.chat_completions import ChatCompletions

    model = ChatCompletions(
        model=settings.model, api_key=settings.openai_api_key, base_url=settings.openai_base_url, timeout=settings.timeout
    )
    return LlmEngine(library, model)
