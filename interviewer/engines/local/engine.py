"""The offline engine: deterministic, without model or network."""

from collections.abc import Iterator

from interviewer.assessment import EngineName, Feedback, Source
from interviewer.brief import Brief
from interviewer.engines.local.lexicon import any_of
from interviewer.library import Library
from interviewer.probing import NextProbe
from interviewer.prompt_files import Prompt
from interviewer.review import Review
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import folded, words
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

_HOW_LONG = any_of(r"how (?:long|detailed|brief|short|much (?:time|detail))")
LONGEST = 60
"""Words that can be kept in mind at a time: an explanation of more goes without leading over to it."""


class LocalEngine:
    """Reads answers by rules and by what was learned; the same answers always get the same review.

    What it knows is imported when it is first used: a page that only shows a form should not wait for it.
    Raises `published.Unreadable`, a ModelError, when the installed model of language is missing or altered.
    """

    def __init__(self, library: Library) -> None:
        self._probe: Prompt = library.lines["probe"]
        self._clarify: Prompt = library.lines["clarify"]
        self._length: Prompt = library.lines["length"]

    @property
    def name(self) -> EngineName:
        return "local"

    @property
    def model(self) -> str | None:
        return None

    @property
    def prompts(self) -> tuple[Source, ...]:
        return tuple(Source(name=p.name, version=p.version, hash=p.hash) for p in (self._probe, self._clarify, self._length))

    def review(self, brief: Brief, transcript: Transcript) -> Review:
        from interviewer.engines.local.observing import observe

        return observe(brief, transcript)

    def phrase(self, brief: Brief, transcript: Transcript, following: NextProbe) -> Iterator[str]:
        from interviewer.engines.local.asking import follow_up

        return _pieces(follow_up(self._probe, transcript, following))

    def clarify(self, brief: Brief, transcript: Transcript, question: str, plainer: str) -> Iterator[str]:
        asked, turn = folded(transcript.turns[-1].text) if transcript.turns else "", len(transcript.turns)
        if _HOW_LONG.search(asked):
            return _pieces(self._length.line(turn, question=question))
        said = self._clarify.line(turn, plainer=plainer)
        return _pieces(said if len(words(said)) <= LONGEST else plainer)

    def feedback(
        self, brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
    ) -> Feedback:
        from interviewer.engines.local.telling import feedback

        return feedback(brief, transcript, review, decision, points)


def _pieces(text: str) -> Iterator[str]:
    """Word by word; the pieces join to `text` exactly."""
    start = 0
    for position, character in enumerate(text):
        if character == " ":
            yield text[start : position + 1]
            start = position + 1
    if text[start:]:
        yield text[start:]
