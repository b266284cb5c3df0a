"""What an engine observes in a transcript: ratings and red flags, each resting on the candidate's words."""

from typing import Literal, Self

from pydantic import Field, model_validator

from interviewer.rubric import CriterionId, FlagId, Identifier, Rating, Strict
from interviewer.transcript import TurnKind


class Quote(Strict):
    """Words of the candidate, verbatim."""

    turn: int = Field(ge=1)
    text: str = Field(min_length=1)


class Finding(Strict):
    """One criterion's rating and what it rests on."""

    criterion: CriterionId
    rating: Rating
    quotes: tuple[Quote, ...] = ()
    grounding: tuple[str, ...] = ()
    """Places of the scenario's strong/weak rubric it was held against (`Scenario.references`)."""
    comment: str = ""

    @model_validator(mode="after")
    def _evidence_or_it_did_not_happen(self) -> Self:
        if self.rating != "no" and not self.quotes:
            raise ValueError(f"{self.criterion} is rated {self.rating} without a quote")
        return self


class RaisedFlag(Strict):
    """A red flag that the engine saw. Quotes may be empty where the flag is an absence (no result at all)."""

    flag: FlagId
    quotes: tuple[Quote, ...] = ()
    comment: str = ""


class Disqualification(Strict):
    """A disqualifier of the principle's pack that the story meets."""

    id: Identifier
    quotes: tuple[Quote, ...] = Field(min_length=1)
    comment: str = ""


class Contradiction(Strict):
    """Two things said in different turns that cannot both be true."""

    kind: Literal["figures", "initiative", "help"]
    first: Quote
    second: Quote
    comment: str


class Review(Strict):
    """Everything an engine observes; it decides nothing."""

    kind: TurnKind = "answer"
    """What the latest turn turned out to be."""
    findings: tuple[Finding, ...] = ()
    """One for each criterion of the rubric, in its order; empty when nothing was answered yet."""
    flags: tuple[RaisedFlag, ...] = ()
    doubts: dict[FlagId, float] = Field(default_factory=dict)
    """How likely each red flag is, 0 to 1, raised or not; empty from an engine that only raises them or does not."""
    likely: dict[CriterionId, float] = Field(default_factory=dict)
    """How likely each criterion is met, 0 to 1, whatever it is rated; empty from an engine that only rates."""
    disqualifications: tuple[Disqualification, ...] = ()
    unsupported: int = 0
    """Ratings, flags and references dropped because their evidence could not be verified."""

    @property
    def ratings(self) -> dict[CriterionId, Rating]:
        return {f.criterion: f.rating for f in self.findings}

    @property
    def flag_ids(self) -> frozenset[FlagId]:
        return frozenset(f.flag for f in self.flags)

    def finding(self, criterion: CriterionId) -> Finding | None:
        return next((f for f in self.findings if f.criterion == criterion), None)
