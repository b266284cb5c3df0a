"""The engine that observes and phrases through a model: one structured review and one streamed line a turn, one call for feedback."""

from interviewer.engines.llm.engine import LlmEngine

__all__ = ["LlmEngine"]
