"""The words of the assessment: parts, criteria, ratings, red flags, levels, verdicts.

The ids are a contract: they appear in scenario files, labels, JSON and reports. What each means in full sentences is data
(``prompts/rubric.yaml``), because a coach may want to word it differently; which ids exist is not.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Part = Literal["situation", "task", "action", "result", "reflection"]
Rating = Literal["no", "partly", "yes"]
Level = Literal["sde1", "sde2", "senior"]
Verdict = Literal["no_hire", "lean_no_hire", "hire", "strong_hire"]
FlagId = Literal["assigned", "handed_off", "we_voice", "vague_result", "generic_learning", "blame", "hypothetical", "off_topic"]

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
CriterionId = Identifier
"""One of `BASE_CRITERIA`, or a criterion that a principle's pack adds."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Prose that may not be empty."""

PARTS: tuple[Part, ...] = ("situation", "task", "action", "result", "reflection")
RATINGS: tuple[Rating, ...] = ("no", "partly", "yes")
LEVELS: tuple[Level, ...] = ("sde1", "sde2", "senior")
VERDICTS: tuple[Verdict, ...] = ("no_hire", "lean_no_hire", "hire", "strong_hire")
FLAGS: tuple[FlagId, ...] = (
    "assigned", "handed_off", "we_voice", "vague_result", "generic_learning", "blame", "hypothetical", "off_topic",
)  # fmt: skip

LEVEL_NAMES: dict[Level, str] = {"sde1": "SDE I", "sde2": "SDE II", "senior": "Senior"}
VERDICT_NAMES: dict[Verdict, str] = {
    "no_hire": "No Hire",
    "lean_no_hire": "Leaning No Hire",
    "hire": "Hire",
    "strong_hire": "Strong Hire",
}

BASE_CRITERIA: dict[CriterionId, Part] = {
    "stakes": "situation",
    "ownership": "task",
    "role": "task",
    "first_person": "action",
    "depth": "action",
    "trade_off": "action",
    "follow_through": "action",
    "metric": "result",
    "impact": "result",
    "lasting_effect": "result",
    "learning": "reflection",
    "systemic_insight": "reflection",
}

FLAG_CRITERIA: dict[str, tuple[CriterionId, ...]] = {
    "assigned": ("ownership",),
    "handed_off": ("follow_through",),
    "we_voice": ("role", "first_person"),
    "vague_result": ("metric",),
    "generic_learning": ("learning",),
}
"""The criteria a red flag is about."""
ECHOES: frozenset[str] = frozenset({"vague_result", "generic_learning"})
"""Red flags that only repeat what their criterion's rating says, with less to act on."""
NO_CASE: tuple[FlagId, ...] = ("hypothetical", "off_topic")
"""Red flags that say that there is no case to assess."""

PRINCIPLES: dict[str, str] = {
    "customer_obsession": "Customer Obsession",
    "ownership": "Ownership",
    "invent_and_simplify": "Invent and Simplify",
    "are_right_a_lot": "Are Right, A Lot",
    "learn_and_be_curious": "Learn and Be Curious",
    "hire_and_develop_the_best": "Hire and Develop the Best",
    "insist_on_the_highest_standards": "Insist on the Highest Standards",
    "think_big": "Think Big",
    "bias_for_action": "Bias for Action",
    "frugality": "Frugality",
    "earn_trust": "Earn Trust",
    "dive_deep": "Dive Deep",
    "have_backbone_disagree_and_commit": "Have Backbone; Disagree and Commit",
    "deliver_results": "Deliver Results",
    "strive_to_be_earths_best_employer": "Strive to be Earth's Best Employer",
    "success_and_scale_bring_broad_responsibility": "Success and Scale Bring Broad Responsibility",
}
"""The sixteen Leadership Principles by id; packs for other competencies may use ids of their own."""


class Strict(BaseModel):
    """Base of every value in the product: immutable, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Weight = Annotated[float, Field(ge=0, le=5)]
"""How much a criterion counts: 0 not expected, 1 minor, 2 matters, 3 important, 4 and more decisive."""


class LevelWeights(Strict):
    """A criterion's weight at each level."""

    sde1: Weight
    sde2: Weight
    senior: Weight

    def at(self, level: Level) -> float:
        return {"sde1": self.sde1, "sde2": self.sde2, "senior": self.senior}[level]


class Criterion(Strict):
    """What an answer should contain, and how to ask for it when it does not."""

    id: CriterionId
    part: Part
    name: Text
    """A few words for headings, sentence case."""
    met_when: Text
    """When the rating is `yes`; read by the model and shown to the candidate."""
    partly_when: Text
    """When it is only hinted at."""
    advice: Text
    """What to do next time, addressed to the candidate; names no fact of any story."""
    question: Text
    """The follow-up for this criterion in wording that fits any story, used where no scenario has a better one."""
    plainer: Text
    """The same question for someone who asks what it means."""
    weights: LevelWeights
    cues: tuple[Text, ...] = ()
    """Phrases the offline engine takes as a sign; needed only for criteria it has no detector for (those a pack adds)."""


class RedFlag(Strict):
    """Something in an answer that counts against the candidate."""

    id: FlagId
    name: Text
    when: Text
    advice: Text


class Redirect(Strict):
    """A question that leads back to a real, fitting story, asked before any follow-up about its details."""

    id: Identifier
    flag: FlagId
    """The red flag it answers."""
    question: Text
    plainer: Text
    targets: tuple[CriterionId, ...]
    listens_for: Text


class Rubric(Strict):
    """All criteria and red flags, in reading order."""

    version: int = Field(ge=1)
    criteria: tuple[Criterion, ...]
    flags: tuple[RedFlag, ...]
    redirects: tuple[Redirect, ...] = ()
    hash: str = ""
    """Content hash of the file, set when it is loaded."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        parts = {c.id: c.part for c in self.criteria}
        if wrong := sorted(set(BASE_CRITERIA.items()) - set(parts.items())):
            raise ValueError(f"criteria missing or under another part: {', '.join(i for i, _ in wrong)}")
        if len(parts) != len(self.criteria):
            raise ValueError("a criterion is defined twice")
        if missing := sorted(set(FLAGS) - {f.id for f in self.flags}):
            raise ValueError(f"red flags missing: {', '.join(missing)}")
        return self

    def criterion(self, id: CriterionId) -> Criterion:
        return next(c for c in self.criteria if c.id == id)

    def flag(self, id: FlagId) -> RedFlag:
        return next(f for f in self.flags if f.id == id)


def at_least(rating: Rating, floor: Rating) -> bool:
    """Whether `rating` reaches `floor` on the scale no < partly < yes."""
    return RATINGS.index(rating) >= RATINGS.index(floor)
