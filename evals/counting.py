"""A run without a model: every call it would make, counted.

Where a model would answer, a reply of usual size is put in its place: everything partly met, with a quote each. What a real model
replies decides how many follow-up calls there are (a repair, a question more), so the count is of the usual course.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from evals.prefixes import Beginnings, form, tokens
from evals.replies import place
from evals.tokens import Counter
from interviewer.assessment import Feedback
from interviewer.brief import Brief
from interviewer.engines.llm import LlmEngine
from interviewer.engines.llm.wire import AdviceReply, FeedbackReply, FindingReply, ReviewReply
from interviewer.evidence import gives_orders
from interviewer.library import Library
from interviewer.prices import Tokens
from interviewer.review import Review
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import locate
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)

QUESTION = (
    "You said that you looked into it yourself. What exactly did you do first, and how did you know that it was the right thing?"
)
_COMMENT = "You say that something was done about it, but not what it was and how you went about it."
_SENTENCES = (
    "You tell a case of your own and name some of the steps you took. What came of it stays open, and so does your part. "
)


class Tally:
    """The calls of a run, each prompt once: what was asked before is not asked again."""

    def __init__(self, counter: Counter, model: str, replies: Path) -> None:
        self.calls = 0
        self.kept = 0
        """Calls that a reply is already on disk for."""
        self.tokens = Tokens()
        self._counter = counter
        self._model = model
        self._replies = replies
        self._seen: set[Path] = set()
        self._beginnings = Beginnings()

    def asked(self, messages: "Sequence[BaseMessage]", schema: type[BaseModel] | None, repeat: int, reply: str) -> None:
        file = place(self._replies, self._model, repeat, messages, schema)
        if file in self._seen:
            return
        self._seen.add(file)
        if file.exists():
            self.kept += 1
            return
        self.calls += 1
        row, shape = tokens(self._counter, messages), form(self._counter, schema)
        self.tokens = Tokens(
            input=self.tokens.input + len(shape) + len(row),
            cached=self.tokens.cached + self._beginnings.add((*shape, *row)),
            output=self.tokens.output + self._counter.count(reply),
        )


class _Counted:
    """A `Model` that counts what it is asked, and replies what it was told to."""

    def __init__(self, name: str, tally: Tally, repeat: int) -> None:
        self.name = name
        self.reply: BaseModel = FeedbackReply(summary="", bar_raiser_thinks="", strengths=[], improvements=[])
        self._tally = tally
        self._repeat = repeat

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        self._tally.asked(messages, None, self._repeat, QUESTION)
        yield QUESTION

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        reply = self.reply.model_dump_json()
        self._tally.asked(messages, schema, self._repeat, reply)
        return schema.model_validate_json(reply)


class CountingEngine(LlmEngine):
    """The engine as it is, before a model that only counts."""

    def __init__(self, library: Library, model: str, tally: Tally, repeat: int) -> None:
        self._counted = _Counted(model, tally, repeat)
        super().__init__(library, self._counted)

    def review(self, brief: Brief, transcript: Transcript) -> Review:
        self._counted.reply = _usual_review(brief, transcript)
        return super().review(brief, transcript)

    def feedback(
        self, brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
    ) -> Feedback:
        self._counted.reply = FeedbackReply(
            summary=_SENTENCES,
            bar_raiser_thinks=_SENTENCES,
            strengths=[_COMMENT, _COMMENT],
            improvements=[AdviceReply(point=point, text=_SENTENCES) for point in points],
        )
        return super().feedback(brief, transcript, review, decision, points)


def _usual_review(brief: Brief, transcript: Transcript) -> ReviewReply:
    """Every criterion partly met by the same words, or not at all where there are no words to quote."""
    quotes = [q for t in transcript.answers[:1] if (q := _some_words(t.text))]
    finding = FindingReply(
        criterion="", quotes=quotes, comment=_COMMENT, rating="partly" if quotes else "no", grounding=sorted(brief.references)[:1]
    )
    criteria = [finding.model_copy(update={"criterion": c.id}) for c in brief.rubric.criteria]
    return ReviewReply(last_turn="answer", criteria=criteria, red_flags=[], disqualifications=[])


def _some_words(text: str) -> str | None:
    words = " ".join(text.split()[:12])
    usable = len(words.split()) > 1 and locate(words, text) and not gives_orders(words)
    return words if usable else None
