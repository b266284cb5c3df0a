"""The engine that observes and phrases through a model.

One structured review and one streamed line a turn, one structured call for the feedback.
"""

from interviewer.engines.llm.engine import LlmEngine

__all__ = ["LlmEngine"]
