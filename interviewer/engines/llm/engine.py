"""The `llm` engine; see the package's docstring."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from interviewer.assessment import EngineName, Feedback, Source
from interviewer.brief import Brief
from interviewer.engines.llm import reading, rendering, speaking
from interviewer.engines.llm.wire import FeedbackReply, ReviewReply, Wire
from interviewer.explaining import explain
from interviewer.library import Library
from interviewer.models import Model
from interviewer.models.errors import Malformed
from interviewer.probing import NextProbe
from interviewer.review import Review
from interviewer.rubric import VERDICT_NAMES, CriterionId, FlagId
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

W = TypeVar("W", bound=Wire)
T = TypeVar("T")


class LlmEngine:
    """Implements `interviewer.engines.Engine` over a `Model`; every method raises `ModelError` when the model fails."""

    name: EngineName = "llm"

    def __init__(self, library: Library, model: Model) -> None:
        self._prompts = library.prompts
        self._restart = library.lines["restart"]
        self._model = model

    @property
    def model(self) -> str | None:
        return self._model.name

    @property
    def prompts(self) -> tuple[Source, ...]:
        return tuple(Source(name=p.name, version=p.version, hash=p.hash) for p in self._prompts.values())

    def review(self, brief: Brief, transcript: Transcript) -> Review:
        messages = self._task(
            "review",
            brief,
            transcript,
            principle=rendering.principle(brief),
            scenario=rendering.scenario(brief),
            level=rendering.level(brief),
        )
        return self._ask(messages, ReviewReply, lambda reply: reading.review(reply, brief, transcript))

    def phrase(self, brief: Brief, transcript: Transcript, following: NextProbe) -> Iterator[str]:
        probe = following.probe
        about = rendering.about(brief, probe)
        messages = self._task("probe", brief, transcript, question=probe.question, about=about)
        return speaking.one_question(self._model.stream(messages), probe.question, self._restart, brief, transcript)

    def clarify(self, brief: Brief, transcript: Transcript, question: str, plainer: str) -> Iterator[str]:
        messages = self._task("clarify", brief, transcript, question=question, plainer=plainer)
        return speaking.brief_reply(self._model.stream(messages))

    def feedback(
        self, brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
    ) -> Feedback:
        messages = self._task(
            "feedback",
            brief,
            Transcript(turns=transcript.answers),
            principle=brief.pack.title,
            verdict=f"{VERDICT_NAMES[decision.verdict]}. {explain(decision, brief)}",
            findings=rendering.findings(brief, transcript, review),
            points=rendering.points(brief, transcript, points),
        )
        return self._ask(messages, FeedbackReply, lambda reply: reading.feedback(reply, brief, transcript, points))

    def _task(self, name: str, brief: Brief, transcript: Transcript, **values: str) -> "list[BaseMessage]":
        """What every call begins with, the same to the byte so that a service need not read it again; the task comes last."""
        from langchain_core.messages import SystemMessage

        shared = self._prompts["shared"].messages(rubric=rendering.rubric(brief))
        fence = rendering.boundary(transcript)
        own = self._prompts[name].messages(boundary=fence, transcript=rendering.transcript(transcript), **values)
        system = "\n\n".join(str(m.content) for m in (*shared, *own) if m.type == "system")
        return [SystemMessage(content=system), *(m for m in own if m.type != "system")]

    def _ask(self, messages: "list[BaseMessage]", schema: type[W], read: Callable[[W], "reading.Read[T]"]) -> T:
        """The reply read into the domain; one retry that names the faults, after which what is unsupported has been taken out."""
        from langchain_core.messages import AIMessage

        faults: tuple[str, ...]
        try:
            reply = self._model.structured(messages, schema)
            value, faults = read(reply)
            if not faults:
                return value
            written = reply.model_dump_json()
        except Malformed as error:
            if not error.reply:  # Nothing to mend, and asked twice already.
                raise
            faults, written = (error.what,), error.reply
        mend = self._prompts["mend"].messages(fault="\n".join(f"- {fault}" for fault in faults))
        return read(self._model.structured([*messages, AIMessage(content=written), *mend], schema)).value
