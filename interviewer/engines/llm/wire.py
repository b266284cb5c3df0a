"""The shapes a model is asked to reply in: no defaults, few bounds, evidence before the judgement it supports."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from interviewer.rubric import Rating


class Wire(BaseModel):
    """What a model writes; values of the domain are made from it in `reading`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FindingReply(Wire):
    criterion: str
    quotes: list[str]
    comment: str
    rating: Rating
    grounding: list[str]


class NoteReply(Wire):
    """A red flag or what disqualifies, by its id."""

    id: str
    quotes: list[str]
    comment: str


class ReviewReply(Wire):
    last_turn: Literal[
        "answer", "repeat", "think", "clarify", "skip", "another_story", "stop", "distress", "outcome", "asked_before",
        "off_topic", "abuse", "instruction", "unreadable",
    ]  # fmt: skip
    criteria: list[FindingReply]
    red_flags: list[NoteReply]
    disqualifications: list[NoteReply]


class AdviceReply(Wire):
    point: str
    text: str


class FeedbackReply(Wire):
    summary: str
    bar_raiser_thinks: str
    strengths: list[str]
    improvements: list[AdviceReply]
