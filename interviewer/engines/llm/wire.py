"""The shapes a model is asked to reply in: no defaults, few bounds, evidence before the judgement it supports."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from interviewer.rubric import FlagId, Rating


class Wire(BaseModel):
    """What a model writes; values of the domain are made from it in `reading`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class QuoteReply(Wire):
    turn: int
    text: str


class FindingReply(Wire):
    criterion: str
    quotes: list[QuoteReply]
    comment: str
    rating: Rating
    grounding: list[str]


class FlagReply(Wire):
    flag: FlagId
    quotes: list[QuoteReply]
    comment: str


class DisqualificationReply(Wire):
    id: str
    quotes: list[QuoteReply]
    comment: str


class ReviewReply(Wire):
    last_turn: Literal[
        "answer", "repeat", "think", "clarify", "skip", "another_story", "stop", "distress", "outcome", "asked_before",
        "off_topic", "abuse", "instruction", "unreadable",
    ]  # fmt: skip
    criteria: list[FindingReply]
    red_flags: list[FlagReply]
    disqualifications: list[DisqualificationReply]


class AdviceReply(Wire):
    point: str
    text: str


class FeedbackReply(Wire):
    summary: str
    bar_raiser_thinks: str
    strengths: list[str]
    improvements: list[AdviceReply]
