"""What candidates think of their own answers before they see the verdict, held against it."""

from collections.abc import Iterable
from typing import Literal

from interviewer.brief import Brief
from interviewer.review import Finding
from interviewer.rubric import PARTS, VERDICTS, Part, Strict, Verdict
from interviewer.verdict import WORTH

Standing = Literal["strong", "mixed", "weak"]
STRONG = 0.75
"""Share of a part's weighted criteria from which it is called strong."""
WEAK = 0.4
"""Share below which it is called weak."""


class PartView(Strict):
    """One part as the candidate sees it and as it was found."""

    part: Part
    own: Literal["strong", "weak"]
    found: Standing

    @property
    def agrees(self) -> bool:
        return self.own == self.found


class Difference(Strict):
    """Between one's own rating and the assessment."""

    steps: int | None
    """How many verdicts higher the own one is; negative when it is lower, None when none was given."""
    parts: tuple[PartView, ...]


def standings(brief: Brief, findings: Iterable[Finding]) -> dict[Part, Standing]:
    """How each part of the story stands; parts of which nothing is expected are left out."""
    ratings = {f.criterion: f.rating for f in findings}
    found: dict[Part, Standing] = {}
    for part in PARTS:
        weights = {c.id: brief.weights[c.id] for c in brief.rubric.criteria if c.part == part and brief.weights[c.id]}
        if weights:
            met = sum(weight * WORTH[ratings.get(c, "no")] for c, weight in weights.items()) / sum(weights.values())
            found[part] = "strong" if met >= STRONG else "weak" if met < WEAK else "mixed"
    return found


def difference(
    own: Verdict | None,
    strong: Iterable[Part],
    weak: Iterable[Part],
    verdict: Verdict,
    found: dict[Part, Standing],
) -> Difference:
    """What the candidate thought against what was found; parts they said nothing of are left out."""
    said: dict[Part, Literal["strong", "weak"]] = {**dict.fromkeys(weak, "weak"), **dict.fromkeys(strong, "strong")}
    return Difference(
        steps=VERDICTS.index(own) - VERDICTS.index(verdict) if own else None,
        parts=tuple(PartView(part=p, own=said[p], found=found[p]) for p in PARTS if p in said and p in found),
    )
