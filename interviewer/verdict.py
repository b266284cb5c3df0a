"""From ratings to a verdict: pure, monotone, and with what stands between it and the next one up.

Monotone means: raising a rating or taking away a red flag never lowers the verdict, and a higher level never judges easier. The
first holds because every rule below asks for "at least", and no weight is negative; the second because a level's verdict is the
lowest of its own and all lower levels'.

A review that says how likely each red flag is gets weighed, by the weights in ``verdict.json``, which were fitted on recorded
interviews (``evals/training``): a likely flag then counts more than an unlikely one. Any other is held against the rules.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from interviewer.brief import Brief
from interviewer.review import Review
from interviewer.rubric import (
    ECHOES,
    FLAG_CRITERIA,
    FLAGS,
    LEVELS,
    NO_CASE,
    VERDICTS,
    CriterionId,
    FlagId,
    Rating,
    Strict,
    Verdict,
    at_least,
)

WORTH: Mapping[Rating, float] = {"no": 0.0, "partly": 0.5, "yes": 1.0}
NOTHING = 0.12
"""Coverage below which there is no story to judge."""
NOTHING_REAL = 0.2
"""The same where what is told is what would be done: of 21 such recorded interviews 15 are no hire, above it 6 of 22."""
UNREAL_FROM = 0.7
"""How likely that has to be."""
THIN = 0.4
"""Coverage below which a red flag at the heart of the story leaves nothing that could outweigh it."""
HIRE = 0.55
STRONG_HIRE = 0.8
DECISIVE = 4.0
"""Weight from which a criterion must be at least partly met for Hire."""
WEIGHTS = Path(__file__).with_name("verdict.json")

Basis = Literal["nothing_said", "flag", "disqualified", "criterion", "coverage"]


class Reason(Strict):
    """One thing that holds a verdict down."""

    basis: Basis
    about: CriterionId | FlagId | None = None
    """The criterion, red flag or disqualifier it is about; for coverage, one of the two that would add most."""
    needs: Rating | None = None
    """For a criterion: the rating the next verdict asks for."""


class Decision(Strict):
    """A verdict and what stands between it and the next one up."""

    verdict: Verdict
    coverage: float
    """Share of the weighted criteria that is met, 0 to 1."""
    held_down_by: tuple[Reason, ...] = ()
    """Why it is not the next verdict up; empty for Strong Hire."""

    @property
    def told(self) -> tuple[Reason, ...]:
        """What to name of it: each thing once, without the red flags that a criterion named beside them says better."""
        named = {r.about for r in self.held_down_by if r.basis == "criterion"}
        once = {r.about: r for r in reversed(self.held_down_by)}
        said_better = {about for about in once if about in ECHOES and named & set(FLAG_CRITERIA[about])}
        return tuple(r for r in self.held_down_by if once[r.about] is r and r.about not in said_better)


class _Case(NamedTuple):
    brief: Brief
    review: Review
    coverage: float

    def short_of(self, criterion: CriterionId, floor: Rating) -> tuple[Reason, ...]:
        held = at_least(self.review.ratings.get(criterion, "no"), floor)
        return () if held else (Reason(basis="criterion", about=criterion, needs=floor),)

    def any_of(self, floor: Rating, *criteria: CriterionId) -> tuple[Reason, ...]:
        return () if any(not self.short_of(c, floor) for c in criteria) else self.short_of(criteria[0], floor)

    def covered(self, floor: float) -> tuple[Reason, ...]:
        if self.coverage >= floor:
            return ()
        missing = {c: weight * (1 - WORTH[self.rating(c)]) for c, weight in self.brief.weights.items()}
        return tuple(Reason(basis="coverage", about=c) for c in sorted(missing, key=lambda c: -missing[c])[:2])

    def rating(self, criterion: CriterionId) -> Rating:
        return self.review.ratings.get(criterion, "no")

    def raised(self, *flags: FlagId) -> tuple[Reason, ...]:
        return tuple(Reason(basis="flag", about=f) for f in flags if f in self.review.flag_ids)


def decide(brief: Brief, review: Review) -> Decision:
    """The verdict for this principle and level on everything the review found."""
    levels = LEVELS[: LEVELS.index(brief.level) + 1]
    decisions = [_at_level(brief.at(level), review) for level in levels]
    # min() keeps the first of equals; reversed, so that the candidate's own level speaks where it is as strict as a lower one.
    return min(reversed(decisions), key=lambda d: VERDICTS.index(d.verdict))


def coverage(brief: Brief, ratings: Mapping[CriterionId, Rating]) -> float:
    """Weighted share of the criteria met, `partly` counting half; 0 when nothing was rated."""
    total = sum(brief.weights.values())
    met = sum(weight * WORTH[ratings.get(criterion, "no")] for criterion, weight in brief.weights.items())
    return met / total if total else 0.0


class Weights(Strict):
    """What a weighed verdict is made of."""

    criteria: dict[CriterionId, float]
    """What a criterion adds when it is met; half of it when it is partly met."""
    flags: dict[FlagId, float]
    """What a red flag takes away when it is certain."""
    a_level_up: float
    """What the same answer is worth less at the next level."""
    starts: dict[Verdict, float]
    """The sum from which each verdict but the lowest is given."""


@cache
def weights() -> Weights:
    """Those that come with the program."""
    return Weights.model_validate(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def _weighed(brief: Brief, review: Review) -> Decision:
    """The verdict whose start the sum reaches, and what would close the gap to the next one's."""
    covered = coverage(brief, review.ratings)
    if nothing := (*_no_story(review, covered), *(Reason(basis="disqualified", about=d.id) for d in review.disqualifications)):
        return Decision(verdict="no_hire", coverage=covered, held_down_by=nothing)
    worth = _worths(brief)
    total = sum(worth[c] * WORTH[review.ratings.get(c, "no")] for c in worth) - LEVELS.index(brief.level) * weights().a_level_up
    total -= sum(weights().flags[f] * doubt for f, doubt in review.doubts.items())
    for verdict, start in weights().starts.items():
        if total < start:
            below = VERDICTS[VERDICTS.index(verdict) - 1]
            return Decision(verdict=below, coverage=covered, held_down_by=_missing(brief, review, verdict, worth, start - total))
    return Decision(verdict="strong_hire", coverage=covered)


def _worths(brief: Brief) -> dict[CriterionId, float]:
    """What each criterion adds here: as fitted, moved as the principle's pack moves it."""
    fitted = weights().criteria
    usual = sum(fitted.values()) / len(fitted)
    return {c: fitted.get(c, usual) * pull for c, pull in pulls(brief).items()}


def pulls(brief: Brief) -> dict[CriterionId, float]:
    """By how much the principle's pack raises or lowers each criterion, beside the mean of all."""
    moved = {c.id: brief.weights[c.id] / base if (base := c.weights.at(brief.level)) else 1.0 for c in brief.rubric.criteria}
    mean = sum(moved.values()) / len(moved)
    return {c: pull / mean for c, pull in moved.items()}


def _missing(brief: Brief, review: Review, aim: Verdict, worth: Mapping[CriterionId, float], short: float) -> tuple[Reason, ...]:
    """What would close the gap of `short` to `aim`, in the order of `_wanting`; nothing that the rest of it makes superfluous."""

    def gain(reason: Reason) -> float:
        return _gain(review, reason, worth)

    # A doubt that raised no flag is nothing the candidate could clear.
    short -= sum(weights().flags[f] * doubt for f, doubt in review.doubts.items() if f not in review.flag_ids)
    needed: list[Reason] = []
    for reason in _wanting(brief, review, aim):
        if (not needed or sum(map(gain, needed)) < short) and gain(reason) > 0:
            needed.append(reason)
    for reason in needed[::-1]:
        rest = [other for other in needed if other != reason]
        halfway = [other if other != reason else _halfway(reason, review) for other in needed]
        needed = next((way for way in (rest, halfway) if way and sum(map(gain, way)) >= short), needed)
    return tuple(needed)


def _halfway(reason: Reason, review: Review) -> Reason:
    """The same criterion, asked for only partly where nothing of it is there yet."""
    if reason.needs != "yes" or review.ratings.get(str(reason.about), "no") != "no":
        return reason
    return reason.model_copy(update={"needs": "partly"})


def _wanting(brief: Brief, review: Review, aim: Verdict) -> tuple[Reason, ...]:
    """What `aim` is about and the review is short of; then further red flags, then further criteria, the heaviest here first.

    The fitted weights say how much each helps, and not which to name: they share out among criteria what comes together in
    answers, so that the largest of them may be one that nobody would miss in a story.
    """
    case = _Case(brief, review, coverage(brief, review.ratings))
    by_rule = [r for r in _RULES[aim](case) if r.basis in ("criterion", "flag")]
    flags = sorted(case.raised(*FLAGS), key=lambda r: -weights().flags[next(f for f in FLAGS if f == r.about)])
    heaviest = sorted(brief.weights, key=lambda c: -brief.weights[c] * (1 - WORTH[case.rating(c)]))
    further = [r for c in heaviest if brief.weights[c] for r in case.short_of(c, "yes")]
    wanting: dict[str | None, Reason] = {}
    for reason in (*by_rule, *flags, *further):
        wanting.setdefault(reason.about, reason)
    return tuple(sorted(wanting.values(), key=lambda r: r.about in ECHOES))


def _gain(review: Review, reason: Reason, worth: Mapping[CriterionId, float]) -> float:
    """What it would add to the sum if `reason` no longer held: with a criterion goes the red flag that echoes it."""
    if reason.basis == "flag":
        return sum(weights().flags[f] * review.doubts.get(f, 1.0) for f in FLAGS if f == reason.about)
    criterion = str(reason.about)
    risen = WORTH[reason.needs or "yes"] - WORTH[review.ratings.get(criterion, "no")]
    echoes = [f for f in review.flag_ids & ECHOES if criterion in FLAG_CRITERIA[f]]
    return worth.get(criterion, 0.0) * risen + sum(weights().flags[f] * review.doubts.get(f, 1.0) for f in echoes)


def _no_story(review: Review, covered: float) -> tuple[Reason, ...]:
    unreal = review.doubts.get("hypothetical", 0.0) >= UNREAL_FROM
    if review.findings and covered >= (NOTHING_REAL if unreal else NOTHING):
        return ()
    raised = (f for f in NO_CASE if f in review.flag_ids)
    return (Reason(basis="nothing_said"), *(Reason(basis="flag", about=f) for f in raised))


def _at_level(brief: Brief, review: Review) -> Decision:
    if review.doubts:
        return _weighed(brief, review)
    case = _Case(brief, review, coverage(brief, review.ratings))
    for verdict, needs in _RULES.items():
        if missing := needs(case):
            below = VERDICTS[VERDICTS.index(verdict) - 1]
            return Decision(verdict=below, coverage=case.coverage, held_down_by=tuple(dict.fromkeys(missing)))
    return Decision(verdict="strong_hire", coverage=case.coverage)


def _lean_no_hire(case: _Case) -> tuple[Reason, ...]:
    """A real story of one's own must be there at all."""
    if not case.review.findings or case.coverage < NOTHING:
        return (Reason(basis="nothing_said"), *case.raised(*NO_CASE))
    out = [
        *(Reason(basis="disqualified", about=d.id) for d in case.review.disqualifications),
        *case.raised(*NO_CASE),
    ]
    if case.coverage < THIN:
        if case.rating("ownership") == "no" and case.rating("first_person") != "yes":
            out += case.raised("assigned")
        if case.rating("follow_through") != "yes" and case.rating("first_person") != "yes":
            out += case.raised("handed_off")
        if case.rating("learning") != "yes":
            out += case.raised("blame")
    return tuple(out)


def _hire(case: _Case) -> tuple[Reason, ...]:
    """Ownership, own actions and the result are established; what is missing a follow-up could close."""
    missing = [*case.short_of("ownership", "partly"), *case.short_of("first_person", "partly")]
    missing += case.any_of("partly", "metric", "impact", "lasting_effect")
    for criterion, weight in case.brief.weights.items():
        if weight >= DECISIVE:
            missing += case.short_of(criterion, "partly")
    if case.rating("ownership") != "yes":
        missing += case.raised("assigned")
    if case.rating("follow_through") != "yes":
        missing += case.raised("handed_off")
    if case.rating("first_person") != "yes":
        missing += case.raised("we_voice")
    if case.rating("metric") == "no":
        missing += case.raised("vague_result")
    return (*missing, *case.raised("blame"), *case.covered(HIRE))


def _strong_hire(case: _Case) -> tuple[Reason, ...]:
    """Own initiative, concrete own steps with depth, a measured result with its value, and something learned or left behind."""
    missing = [r for c in ("ownership", "first_person", "depth", "metric") for r in case.short_of(c, "yes")]
    missing += [*case.short_of("impact", "partly"), *case.any_of("yes", "learning", "lasting_effect")]
    if case.brief.level == "senior":
        missing += [*case.short_of("trade_off", "partly"), *case.short_of("systemic_insight", "partly")]
    flags = case.raised("assigned", "handed_off", "we_voice", "vague_result", "generic_learning", "blame")
    return (*missing, *flags, *case.covered(STRONG_HIRE))


_RULES: Mapping[Verdict, Callable[[_Case], tuple[Reason, ...]]] = {
    "lean_no_hire": _lean_no_hire,
    "hire": _hire,
    "strong_hire": _strong_hire,
}
"""What each verdict but the lowest asks for."""
