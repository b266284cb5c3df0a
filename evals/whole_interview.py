"""One interview of usual length, held by script, to know what it asks of a model: calls, tokens, and what of them repeats.

The interview is the product's own; only the candidate and the model follow a script (``whole_interview.yaml``).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel, Field

from evals import prefixes
from evals.candidates import Candidate, Sheet
from evals.tokens import Counter
from interviewer.assessment import Feedback
from interviewer.brief import Brief
from interviewer.engines.llm import LlmEngine
from interviewer.engines.llm.wire import AdviceReply, FeedbackReply, FindingReply, ReviewReply
from interviewer.files import parse_yaml, read_text
from interviewer.interview import Event, Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.prices import Tokens
from interviewer.probing import NextProbe
from interviewer.review import Review
from interviewer.rubric import CriterionId, FlagId, Identifier, Level, Rating, Strict
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

FILE = Path(__file__).with_suffix(".yaml")
FOLLOW_UPS = 3
S = TypeVar("S", bound=BaseModel)


class Point(Strict):
    """What is to be noted of one criterion; see the file's first lines."""

    rating: Rating
    quote: str = ""
    comment: str = ""
    reply: str = ""
    then: str = ""


class Script(Strict):
    opening: str
    question: str
    sentence: str
    advice: str
    strength: str
    points: dict[CriterionId, Point] = Field(min_length=1)

    def finding(self, criterion: CriterionId, part: str, said: str) -> FindingReply:
        """The note on `criterion` once `said` was said."""
        point = self.points.get(criterion, Point(rating="no", comment="You do not speak of it."))
        if point.then and point.then in said:
            return FindingReply(criterion=criterion, quotes=[point.then], comment="", rating="yes", grounding=[f"{part}.strong"])
        quotes = [point.quote] if point.quote else []
        return FindingReply(
            criterion=criterion, quotes=quotes, comment=point.comment, rating=point.rating, grounding=[f"{part}.strong"]
        )


class Call(NamedTuple):
    """One request to the model and what it replied."""

    messages: "tuple[BaseMessage, ...]"
    schema: type[BaseModel] | None
    reply: str

    @property
    def kind(self) -> str:
        if self.schema is None:
            return "follow-up"
        return "review" if self.schema is ReviewReply else "feedback"


class Figures(NamedTuple):
    """Tokens of some calls."""

    input: int
    """The forms asked for included."""
    forms: int
    kept: int
    """Of the messages, what stands in an unchanged beginning; the form stands beside them."""
    kept_after_form: int
    """Of the input, the same where the form stands in front."""
    output: int

    @property
    def tokens(self) -> Tokens:
        return Tokens(input=self.input, cached=self.kept_after_form, output=self.output)

    @property
    def share(self) -> float:
        """Of the messages, what a service need not read again."""
        return self.kept / (self.input - self.forms)

    @property
    def share_after_form(self) -> float:
        return self.kept_after_form / self.input


class _Recorded:
    """A `Model` that says what it was told to, and keeps every call."""

    name = "scripted"

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.reply: BaseModel | str = ""

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        self.calls.append(Call(tuple(messages), None, str(self.reply)))
        yield str(self.reply)

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        assert isinstance(self.reply, schema)
        self.calls.append(Call(tuple(messages), schema, self.reply.model_dump_json()))
        return self.reply


class Recording(LlmEngine):
    """The engine as it is, before a model that knows the script."""

    def __init__(self, library: Library, script: Script) -> None:
        self._recorded = _Recorded()
        self._script = script
        super().__init__(library, self._recorded)

    @property
    def calls(self) -> tuple[Call, ...]:
        return tuple(self._recorded.calls)

    def review(self, brief: Brief, transcript: Transcript) -> Review:
        said = "\n".join(t.text for t in transcript.answers)
        criteria = [self._script.finding(c.id, c.part, said) for c in brief.rubric.criteria]
        self._recorded.reply = ReviewReply(last_turn="answer", criteria=criteria, red_flags=[], disqualifications=[])
        return super().review(brief, transcript)

    def phrase(self, brief: Brief, transcript: Transcript, following: NextProbe) -> Iterator[str]:
        self._recorded.reply = self._script.question.format(question=following.probe.question)
        return super().phrase(brief, transcript, following)

    def feedback(
        self, brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
    ) -> Feedback:
        self._recorded.reply = FeedbackReply(
            summary=self._script.sentence,
            bar_raiser_thinks=self._script.sentence,
            strengths=[self._script.strength] * 2,
            improvements=[AdviceReply(point=point, text=self._script.advice) for point in points],
        )
        return super().feedback(brief, transcript, review, decision, points)


def script(file: Path = FILE) -> Script:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Script, file)


def hold(
    library: Library, principle: Identifier = "ownership", level: Level = "sde2", scenario: Identifier | None = None
) -> tuple[Interview, tuple[Call, ...]]:
    """The interview to its assessment, and every call that it took."""
    told = script()
    facts = {criterion: point.reply for criterion, point in told.points.items() if point.reply}
    sheet, engine, kept = Sheet(Candidate(name="script", opening=told.opening, facts=facts)), Recording(library, told), _Kept()
    interviewer = Interviewer(library, kept, lambda _: engine)
    setup = Setup(principle=principle, scenario=scenario, level=level, engine="llm", probe_limit=FOLLOW_UPS)
    interview = interviewer.begin(setup)
    while not interview.ended:
        asked = interview.question
        interview = interviewer.hear(interview, sheet.reply(interview.probes_asked, asked.probe, next(iter(asked.targets), None)))
        for _piece in interviewer.respond(interview):
            pass
        interview = kept.latest
    return interviewer.assess(interview), engine.calls


class _Kept:
    """Keeps an interview only as long as it is held."""

    latest: Interview

    def create(self, interview: Interview) -> None:
        self.latest = interview

    def append(self, interview: Interview, *events: Event) -> Interview:
        self.latest = interview.after(*events)
        return self.latest


def figures(counter: Counter, calls: Sequence[Call]) -> tuple[Figures, ...]:
    """What each of `calls` took, and what of it the ones before had asked already."""
    rows = [prefixes.tokens(counter, call.messages) for call in calls]
    forms = [prefixes.form(counter, call.schema) for call in calls]
    whole = [(*form, *row) for form, row in zip(forms, rows, strict=True)]
    return tuple(
        Figures(
            input=len(whole[n]),
            forms=len(forms[n]),
            kept=prefixes.kept(rows[n], rows[:n]),
            kept_after_form=prefixes.kept(whole[n], whole[:n]),
            output=counter.count(call.reply),
        )
        for n, call in enumerate(calls)
    )


def total(of: Sequence[Figures]) -> Figures:
    return Figures(*(sum(column) for column in zip(*of, strict=True)))
