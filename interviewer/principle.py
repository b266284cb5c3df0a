"""A principle's pack: what is asked, what counts how much, and what disqualifies.

One Markdown file per principle under ``prompts/principles/``: the fields below as front matter, the prose for interviewers as
text. Copying one file and changing its words is all it takes to target another competency.
"""

from typing import Annotated, Self

from pydantic import Field, model_validator

from interviewer.rubric import Criterion, CriterionId, Identifier, Level, Rubric, Strict, Text, Weight


class Disqualifier(Strict):
    """Something that fails the principle however complete the story is."""

    id: Identifier
    when: Text
    cues: tuple[Text, ...] = ()
    """Phrases the offline engine takes as a sign of it; a model reads `when`."""


class Pack(Strict):
    """One principle, or another competency, as an interviewer sees it."""

    name: Identifier
    version: int = Field(ge=1)
    title: Text
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Main questions; the first is asked when no scenario is chosen."""
    default_scenario: Identifier | None = None
    """The scenario used when only the principle is named; None means the general follow-ups of the rubric."""
    emphasise: tuple[CriterionId, ...] = ()
    """Criteria that count one step more than usual, at every level."""
    downplay: tuple[CriterionId, ...] = ()
    """Criteria that count one step less than usual, never below 0."""
    weights: dict[CriterionId, dict[Level, Weight]] = Field(default_factory=dict)
    """Exact weights where a step is not enough."""
    criteria: tuple[Criterion, ...] = ()
    """Criteria this principle adds to the rubric."""
    disqualifiers: tuple[Disqualifier, ...] = ()
    text: Text
    """The pack's prose: what the principle is, what it is confused with, what to listen for."""
    hash: str = ""
    """Content hash of the file, set when it is loaded."""

    @model_validator(mode="after")
    def _each_criterion_weighed_once(self) -> Self:
        named = [*self.emphasise, *self.downplay, *self.weights]
        if twice := sorted({c for c in named if named.count(c) > 1}):
            raise ValueError(f"weighed more than once (emphasise, downplay, weights): {', '.join(twice)}")
        return self

    def rubric(self, base: Rubric) -> Rubric:
        """The rubric this principle is judged by: the base criteria and its own."""
        return base.model_copy(update={"criteria": (*base.criteria, *self.criteria)})

    def weight(self, criterion: Criterion, level: Level) -> float:
        """How much `criterion` counts for this principle at `level`, 0 to 5."""
        usual = criterion.weights.at(level)
        step = (criterion.id in self.emphasise) - (criterion.id in self.downplay)
        stepped = min(5.0, max(0.0, usual + step)) if usual else 0.0
        return self.weights.get(criterion.id, {}).get(level, stepped)
