"""Engines observe and put into words; they decide nothing.

Two kinds, one vocabulary: `local` works offline, `llm` through a model. The verdict, the next follow-up and the end of the
interview are computed elsewhere from what an engine observes.
"""

from collections.abc import Iterator
from typing import Protocol

from interviewer.assessment import EngineName, Feedback, Source
from interviewer.brief import Brief
from interviewer.probing import NextProbe
from interviewer.review import Review
from interviewer.rubric import CriterionId, FlagId
from interviewer.transcript import Transcript
from interviewer.verdict import Decision


class Engine(Protocol):
    """What the interviewer needs from an engine. A model behind it may fail: every method raises `ModelError` then."""

    @property
    def name(self) -> EngineName: ...

    @property
    def model(self) -> str | None:
        """The model's id, None when there is none."""

    @property
    def prompts(self) -> tuple[Source, ...]:
        """The prompt files it speaks with, for provenance."""

    def review(self, brief: Brief, transcript: Transcript) -> Review:
        """What the answers so far show, every claim verified (`evidence.check`). Also says what kind of turn the last one was."""

    def phrase(self, brief: Brief, transcript: Transcript, following: NextProbe) -> Iterator[str]:
        """The follow-up in words that take up the candidate's own, piece by piece."""

    def clarify(self, brief: Brief, transcript: Transcript, question: str, plainer: str) -> Iterator[str]:
        """The reply to a candidate who asked what `question` means, piece by piece; `plainer` says it in other words."""

    def feedback(
        self, brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
    ) -> Feedback:
        """The written feedback; `points` are what to improve, the most valuable first. It states no fact that was not given."""
