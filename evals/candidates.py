"""Simulated candidates: what they say to begin with, and to which question they say what."""

from pydantic import Field

from interviewer.interview import EndReason
from interviewer.rubric import CriterionId, Identifier, Strict


class Candidate(Strict):
    """Somebody who answers by a sheet."""

    name: str
    opening: str
    """The answer to the main question."""
    asides: tuple[str, ...] = ()
    """Said one by one, each before the answer to the next new question: a request, a remark, nothing that answers it."""
    facts: dict[CriterionId, str] = Field(default_factory=dict)
    """What comes out when a follow-up asks mainly about the criterion; said once."""
    replies: dict[Identifier, str] = Field(default_factory=dict)
    """What is said to a follow-up of the bank, by its id, where there is no fact for it; said once."""
    otherwise: tuple[str, ...] = ("I don't really remember more than that.",)
    """Said in turn when there is nothing else for a question; the last one again and again."""
    ends: EndReason | None = None
    """How the interview has to end, where only one way is right."""


class Sheet:
    """A candidate's sheet, and what of it was said."""

    def __init__(self, candidate: Candidate) -> None:
        self._candidate = candidate
        self._asides = list(candidate.asides)
        self._facts = dict(candidate.facts)
        self._replies = dict(candidate.replies)
        self._evasions = 0
        self._begun = False
        self._interrupted = 0

    def reply(self, number: int, probe: Identifier | None, about: CriterionId | None) -> str:
        """What is said to the interview's question `number`, from 1: the follow-up `probe`, which asks mainly about `about`."""
        if self._asides and self._interrupted < number:
            self._interrupted = number
            return self._asides.pop(0)
        if not self._begun:
            self._begun = True
            return self._candidate.opening
        if about in self._facts:
            return self._facts.pop(about)
        if probe in self._replies:
            return self._replies.pop(probe)
        evasion = self._candidate.otherwise[min(self._evasions, len(self._candidate.otherwise) - 1)]
        self._evasions += 1
        return evasion
