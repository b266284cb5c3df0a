"""From ratings to a verdict: pure, monotone, and able to say why.

Monotone means: raising a rating or taking away a red flag never lowers the verdict, and a higher level never judges easier. The
first holds because every rule below asks for "at least", and no weight is negative; the second because a level's verdict is the
lowest of its own and all lower levels'.

A review that says how likely each red flag is gets weighed, by the weights in ``verdict.json``, which were fitted on recorded
interviews (``evals/training``): a likely flag then counts more than an unlikely one. Any other is held against the rules.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from interviewer.brief import Brief
from interviewer.review import Review
from interviewer.rubric import (
    ECHOES,
    FLAG_CRITERIA,
    FLAGS,
    LEVEL_NAMES,
    LEVELS,
    VERDICT_NAMES,
    VERDICTS,
    CriterionId,
    FlagId,
    Rating,
    Strict,
    Verdict,
    at_least,
)
from interviewer.text import listed

WORTH: Mapping[Rating, float] = {"no": 0.0, "partly": 0.5, "yes": 1.0}
NOTHING = 0.12
"""Coverage below which there is no story to judge."""
THIN = 0.4
"""Coverage below which a red flag at the heart of the story leaves nothing that could outweigh it."""
HIRE = 0.55
STRONG_HIRE = 0.8
DECISIVE = 4.0
"""Weight from which a criterion must be at least partly met for Hire."""
WEIGHTS = Path(__file__).with_name("verdict.json")
MOST_NEEDED = 3
"""Things named that a weighed verdict is short of."""

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
    """The verdict whose start the sum reaches, and the fewest things with which the next one's would be."""
    covered = coverage(brief, review.ratings)
    if nothing := (*_no_story(review, covered), *(Reason(basis="disqualified", about=d.id) for d in review.disqualifications)):
        return Decision(verdict="no_hire", coverage=covered, held_down_by=nothing)
    worth = _worths(brief)
    total = sum(worth[c] * WORTH[review.ratings.get(c, "no")] for c in worth) - LEVELS.index(brief.level) * weights().a_level_up
    total -= sum(weights().flags[f] * doubt for f, doubt in review.doubts.items())
    for verdict, start in weights().starts.items():
        if total < start:
            below = VERDICTS[VERDICTS.index(verdict) - 1]
            return Decision(verdict=below, coverage=covered, held_down_by=_missing(brief, review, worth, start - total))
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


def _missing(brief: Brief, review: Review, worth: Mapping[CriterionId, float], short: float) -> tuple[Reason, ...]:
    """What would close the gap of `short` soonest: criteria met in full, raised red flags gone."""
    open_ = {c: worth[c] * (1 - WORTH[review.ratings.get(c, "no")]) for c in worth if brief.weights[c]}
    gains = [(gain, Reason(basis="criterion", about=c, needs="yes")) for c, gain in open_.items() if gain > 0]
    gains += [
        (weights().flags[f] * review.doubts.get(f, 1.0), Reason(basis="flag", about=f)) for f in FLAGS if f in review.flag_ids
    ]
    needed: list[Reason] = []
    for gain, reason in sorted(gains, key=lambda g: -g[0]):
        if short <= 0 or len(needed) == MOST_NEEDED:
            break
        needed.append(reason)
        short -= gain
    return tuple(needed)


def _no_story(review: Review, covered: float) -> tuple[Reason, ...]:
    if review.findings and covered >= NOTHING:
        return ()
    raised = (f for f in ("hypothetical", "off_topic") if f in review.flag_ids)
    return (Reason(basis="nothing_said"), *(Reason(basis="flag", about=f) for f in raised))


def _at_level(brief: Brief, review: Review) -> Decision:
    if review.doubts:
        return _weighed(brief, review)
    case = _Case(brief, review, coverage(brief, review.ratings))
    for verdict, needs in (("lean_no_hire", _lean_no_hire), ("hire", _hire), ("strong_hire", _strong_hire)):
        if missing := needs(case):
            below = VERDICTS[VERDICTS.index(verdict) - 1]
            return Decision(verdict=below, coverage=case.coverage, held_down_by=tuple(dict.fromkeys(missing)))
    return Decision(verdict="strong_hire", coverage=case.coverage)


def _lean_no_hire(case: _Case) -> tuple[Reason, ...]:
    """A real story of one's own must be there at all."""
    if not case.review.findings or case.coverage < NOTHING:
        return (Reason(basis="nothing_said"), *case.raised("hypothetical", "off_topic"))
    out = [
        *(Reason(basis="disqualified", about=d.id) for d in case.review.disqualifications),
        *case.raised("hypothetical", "off_topic"),
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


def explain(decision: Decision, brief: Brief) -> str:
    """The decision in one sentence, for example "Hire at SDE II needs ownership and a measured result"."""
    if decision.verdict == "strong_hire":
        return "Every point that decides at this level is met."
    following = VERDICT_NAMES[VERDICTS[VERDICTS.index(decision.verdict) + 1]]
    level = LEVEL_NAMES[brief.level]
    if any(r.basis == "nothing_said" for r in decision.held_down_by):
        return f"There is too little in the answers to judge; {following} needs a real story told in steps."
    if broken := [r.about for r in decision.held_down_by if r.basis == "disqualified"]:
        when = next(d.when for d in brief.pack.disqualifiers if d.id == broken[0])
        return f"{brief.pack.title} is missed whatever else the story holds: {when}"
    criteria, flags = _needed(decision, brief), _against(decision, brief)
    if criteria:
        return f"{following} at {level} needs {criteria}{f', and not {listed(flags)}' if flags else ''}."
    if flags:
        thin = any(r.basis == "coverage" for r in decision.held_down_by)
        return f"{following} is out of reach because of {listed(flags)}{', and too few of the criteria are met' if thin else ''}."
    open_ = [brief.criterion(r.about).name.lower() for r in decision.held_down_by if r.basis == "coverage" and r.about]
    return f"{following} at {level} needs more of the criteria to be met, above all {listed(open_)}."


def _needed(decision: Decision, brief: Brief) -> str:
    """The criteria that are short of what the next verdict asks for; empty when none is."""
    short = [
        (r.needs, brief.criterion(r.about).name.lower()) for r in decision.held_down_by if r.basis == "criterion" and r.about
    ]
    at_all = [name for needs, name in short if needs != "yes"]
    in_full = [name for needs, name in short if needs == "yes"]
    return ", and ".join([*([listed(at_all)] if at_all else []), *([f"{listed(in_full)} in full"] if in_full else [])])


def _against(decision: Decision, brief: Brief) -> list[str]:
    """The red flags in the way, without those that a criterion named beside them says better."""
    named = {r.about for r in decision.held_down_by if r.basis == "criterion"}
    raised = [r.about for r in decision.held_down_by if r.basis == "flag" and r.about]
    told = [f for f in raised if not (f in ECHOES and named & set(FLAG_CRITERIA[f]))]
    return [f"the red flag “{flag.name.lower()}”" for flag in brief.rubric.flags if flag.id in told]
