"""The offline engine."""

from interviewer.engines.local.engine import LocalEngine

__all__ = ["LocalEngine"]
