"""A scenario: one question with an example story, its strong and weak tellings, and the follow-ups a bar raiser would ask.

One YAML file each under ``scenarios/``. The example teaches and grounds the assessment; the follow-ups are worded so that they
fit any candidate's own story.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from interviewer.rubric import PARTS, CriterionId, FlagId, Identifier, Level, Part, Strict, Text, Verdict

Difficulty = Literal["easy", "medium", "hard"]


class StarPart(Strict):
    """One part of the STAR answer as the example tells it."""

    seconds: int = Field(ge=5, le=300)
    """Speaking time to aim for."""
    strong: Text
    key_phrases: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The words of `strong` that earn the rating, verbatim."""
    coaching: Text
    common_mistake: Text


class StarParts(Strict):
    situation: StarPart
    task: StarPart
    action: StarPart
    result: StarPart
    reflection: StarPart

    def __getitem__(self, part: Part) -> StarPart:
        found: StarPart = getattr(self, part)
        return found


class WeakReply(Strict):
    answer: Text
    why: Text
    """Why a bar raiser is not satisfied by it."""


class StrongReply(Strict):
    answer: Text
    key_phrase: Text
    """The line that carries the reply, in the candidate's voice."""


class FollowUp(Strict):
    """A probe of the bank."""

    id: Identifier
    question: Text
    """Fits any candidate's story: names no fact of the example."""
    plainer: Text
    """The same question for someone who asks what it means; gives nothing away."""
    for_example: Text
    """The question as put to the teller of the example story."""
    targets: Annotated[tuple[CriterionId, ...], Field(min_length=1, max_length=3)]
    """The criteria it can close, the main one first."""
    listens_for: Text
    weak: WeakReply
    strong: StrongReply


class Fault(Strict):
    """A place in the weak answer and what is wrong with it."""

    quote: Text
    """Verbatim from the weak answer."""
    fault: Text
    shows: CriterionId | FlagId
    """The criterion that is missed or the red flag that is raised."""


class WeakAnswer(Strict):
    text: Text
    faults: Annotated[tuple[Fault, ...], Field(min_length=2)]
    bar_raiser_thinks: Text
    verdict: Verdict


class Angle(Strict):
    """The same story told for another principle."""

    principle: Identifier
    lead_with: Text
    emphasise: Text
    downplay: Text


class LevelGuide(Strict):
    expected: Text
    bar: Text
    minutes: Annotated[tuple[float, ...], Field(min_length=1, max_length=2)]
    """How long the whole answer may take: one figure, or from and to."""


class LevelGuides(Strict):
    sde1: LevelGuide
    sde2: LevelGuide
    senior: LevelGuide

    def at(self, level: Level) -> LevelGuide:
        found: LevelGuide = getattr(self, level)
        return found


class Reflections(Strict):
    """The example's reflection as each level would be expected to give it."""

    sde1: Text
    sde2: Text
    senior: Text


class KnowledgeCheck(Strict):
    """A multiple-choice question about telling such a story."""

    question: Text
    about: Annotated[tuple[CriterionId | FlagId, ...], Field(min_length=1)]
    """The criteria or red flags it teaches, the main one first."""
    options: Annotated[tuple[Text, ...], Field(min_length=3, max_length=5)]
    answer: Literal["A", "B", "C", "D", "E"]
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The reasoning to the answer, step by step."""
    hint: Text
    common_mistakes: tuple[Text, ...] = ()
    difficulty: Difficulty

    @model_validator(mode="after")
    def _answer_is_an_option(self) -> Self:
        if "ABCDE".index(self.answer) >= len(self.options):
            raise ValueError(f"answer {self.answer} is not among the {len(self.options)} options")
        return self


class Scenario(Strict):
    """One complete exercise; see the module's docstring."""

    id: Identifier
    version: int = Field(ge=1)
    title: Text
    principle: Identifier
    question: Text
    plainer: Text
    """The main question for someone who asks what it means."""
    alternative_questions: tuple[Text, ...] = ()
    overview: Text
    takeaways: Annotated[tuple[Text, ...], Field(min_length=1)]
    parts: StarParts
    reflections: Reflections
    follow_ups: Annotated[tuple[FollowUp, ...], Field(min_length=1)]
    weak_answer: WeakAnswer
    angles: Annotated[tuple[Angle, ...], Field(min_length=1)]
    levels: LevelGuides
    knowledge_checks: Annotated[tuple[KnowledgeCheck, ...], Field(min_length=1)]
    hash: str = ""
    """Content hash of the file, set when it is loaded."""

    @property
    def strong_answer(self) -> str:
        """The example told in one go: its parts joined."""
        return " ".join(self.parts[part].strong for part in PARTS)

    def references(self) -> dict[str, str]:
        """Every place of the strong/weak rubric a judgement may point at, by reference, with its text.

        For example ``result.strong``, ``result.mistake``, ``adoption.weak``, ``weak_answer.2``.
        """
        places: dict[str, str] = {}
        for part in PARTS:
            places[f"{part}.strong"] = self.parts[part].strong
            places[f"{part}.mistake"] = self.parts[part].common_mistake
        for probe in self.follow_ups:
            places[f"{probe.id}.strong"] = probe.strong.answer
            places[f"{probe.id}.weak"] = f"{probe.weak.answer} ({probe.weak.why})"
        for number, fault in enumerate(self.weak_answer.faults, 1):
            places[f"weak_answer.{number}"] = f"{fault.quote} ({fault.fault})"
        return places
