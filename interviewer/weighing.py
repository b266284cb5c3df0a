"""What decided a verdict, in two or three points, and the shortest way from it to the next one up."""

from collections.abc import Collection
from typing import Literal

from interviewer.brief import Brief
from interviewer.review import Finding, Quote, Review
from interviewer.rubric import (
    ECHOES,
    FLAG_CRITERIA,
    RATINGS,
    VERDICTS,
    CriterionId,
    FlagId,
    Identifier,
    Rating,
    Strict,
    Verdict,
)
from interviewer.verdict import WORTH, Basis, Decision, Reason, decide

MOST_POINTS = 3
_DEAD_ENDS: frozenset[Basis] = frozenset({"nothing_said", "disqualified"})
"""What no better answer to the same follow-ups would have changed: there is no story, or the story is the trouble."""


class Point(Strict):
    """One thing that decides a verdict."""

    speaks: Literal["for", "against"]
    basis: Basis
    about: CriterionId | FlagId | Identifier | None
    """The criterion, red flag or disqualifier; None when nothing was said."""
    needs: Rating | None = None
    """For a criterion that speaks against: the rating the next verdict up asks for."""
    quotes: tuple[Quote, ...] = ()


class Change(Strict):
    """A criterion that would have to be rated higher."""

    criterion: CriterionId
    now: Rating
    needs: Rating
    hinted: tuple[Quote, ...]
    """The candidate's own words that come near it; empty when it was not hinted at."""


class WayUp(Strict):
    """What would have made it the next verdict up."""

    verdict: Verdict
    changes: tuple[Change, ...]
    """In the order in which they help most."""
    without: tuple[FlagId, ...]
    """Red flags that would have to be gone and that none of the changes takes care of."""


def points(brief: Brief, review: Review, decision: Decision) -> tuple[Point, ...]:
    """What decides the verdict, at most `MOST_POINTS`: first what carries it, then what holds it down."""
    against = [_against(review, reason) for reason in decision.told]
    carried = _carrying(brief, review, decision)
    room = MOST_POINTS - min(len(against), MOST_POINTS - 1) if carried else 0
    return _with_fresh_quotes([*carried[:room], *against[: MOST_POINTS - len(carried[:room])]])


def way_up(brief: Brief, review: Review) -> WayUp | None:
    """The fewest changes found that reach the next verdict up; None when there is none, or no answer could have led there."""
    start = decide(brief, review)
    if start.verdict == "strong_hire" or any(r.basis in _DEAD_ENDS for r in start.held_down_by):
        return None
    aim = VERDICTS.index(start.verdict) + 1
    raised, dropped = _climb(brief, review, aim)
    changes = tuple(_change(review, criterion, rating) for criterion, rating in raised.items())
    return WayUp(verdict=VERDICTS[aim], changes=changes, without=tuple(sorted(dropped)))


def bar(brief: Brief, verdict: Verdict) -> dict[CriterionId, Rating]:
    """The least rating of each criterion with which `verdict` can be reached, everything else being in order."""
    full: dict[CriterionId, Rating] = {c.id: "yes" for c in brief.rubric.criteria}
    aim = VERDICTS.index(verdict)

    def reached(criterion: CriterionId, rating: Rating) -> bool:
        return VERDICTS.index(decide(brief, _supposed({**full, criterion: rating})).verdict) >= aim

    return {c: next(rating for rating in RATINGS if rating == "yes" or reached(c, rating)) for c in full}


def _with_fresh_quotes(found: list[Point]) -> tuple[Point, ...]:
    """The points, each with words first that none before it led with, where it has such."""
    led: set[Quote] = set()
    for number, point in enumerate(found):
        ordered = tuple(sorted(point.quotes, key=lambda quote: quote in led))
        found[number] = point.model_copy(update={"quotes": ordered})
        led |= set(ordered[:1])
    return tuple(found)


def _against(review: Review, reason: Reason) -> Point:
    return Point(speaks="against", basis=reason.basis, about=reason.about, needs=reason.needs, quotes=_quotes(review, reason))


def _quotes(review: Review, reason: Reason) -> tuple[Quote, ...]:
    match reason.basis:
        case "flag":
            return next((f.quotes for f in review.flags if f.flag == reason.about), ())
        case "disqualified":
            return next((d.quotes for d in review.disqualifications if d.id == reason.about), ())
        case _:
            found = review.finding(reason.about) if reason.about else None
            return found.quotes if found else ()


def _carrying(brief: Brief, review: Review, decision: Decision) -> list[Point]:
    """The met criteria, those first without which the verdict would be lower, then the heaviest."""
    place = VERDICTS.index(decision.verdict)
    if not place:
        return []
    met = [f for f in review.findings if f.rating == "yes" and brief.weights.get(f.criterion)]

    def missed(criterion: CriterionId) -> int:
        return VERDICTS.index(decide(brief, _with(review, {criterion: "no"})).verdict)

    ranked = sorted(met, key=lambda f: (missed(f.criterion), -brief.weights[f.criterion]))
    return [Point(speaks="for", basis="criterion", about=f.criterion, quotes=f.quotes) for f in ranked]


def _climb(brief: Brief, review: Review, aim: int) -> tuple[dict[CriterionId, Rating], set[FlagId]]:
    """Ratings and dropped red flags with which `aim` is reached, none of them more than it takes."""
    raised: dict[CriterionId, Rating] = {}
    dropped: set[FlagId] = set()

    def reached(ratings: dict[CriterionId, Rating], without: set[FlagId]) -> bool:
        return VERDICTS.index(decide(brief, _with(review, ratings, without)).verdict) >= aim

    while not reached(raised, dropped):
        short, flags = _obstacles(brief, _with(review, raised, dropped))
        raised |= short
        dropped |= flags
    for criterion, rating in reversed(raised.copy().items()):
        less = {c: r for c, r in raised.items() if c != criterion}
        lower: list[dict[CriterionId, Rating]] = [less]
        if rating == "yes" and review.ratings.get(criterion, "no") == "no":
            lower.append({**raised, criterion: "partly"})
        raised = next((trial for trial in lower if reached(trial, dropped)), raised)
    for flag in sorted(dropped):
        if reached(raised, dropped - {flag}):
            dropped.discard(flag)
    return raised, dropped


def _obstacles(brief: Brief, review: Review) -> tuple[dict[CriterionId, Rating], set[FlagId]]:
    """What is in the way next: ratings to raise, and red flags to drop that no rating takes along."""
    reasons = decide(brief, review).held_down_by
    short = {r.about: r.needs for r in reasons if r.basis == "criterion" and r.about and r.needs}
    flags = {f for f in review.flag_ids if any(r.basis == "flag" and r.about == f for r in reasons)}
    for flag in flags & ECHOES:
        about = FLAG_CRITERIA[flag][0]
        if (rating := review.ratings.get(about, "no")) != "yes":
            short.setdefault(about, RATINGS[RATINGS.index(rating) + 1])
    if not short and not flags:
        short = {_heaviest(brief, review): "yes"}
    return short, {f for f in flags if f not in ECHOES or not set(FLAG_CRITERIA[f]) & short.keys()}


def _heaviest(brief: Brief, review: Review) -> CriterionId:
    """The criterion that adds most to what is covered."""
    return max(brief.weights, key=lambda c: brief.weights[c] * (1 - WORTH[review.ratings.get(c, "no")]))


def _change(review: Review, criterion: CriterionId, needs: Rating) -> Change:
    found = review.finding(criterion)
    now: Rating = found.rating if found else "no"
    return Change(criterion=criterion, now=now, needs=needs, hinted=found.quotes if found and now == "partly" else ())


def _with(review: Review, ratings: dict[CriterionId, Rating], without: Collection[FlagId] = ()) -> Review:
    """`review` as if it held other `ratings` and not the red flags `without`, nor those that only echo a rating it raised."""
    findings = tuple(f.model_copy(update={"rating": ratings.get(f.criterion, f.rating)}) for f in review.findings)
    echoed = {f for f in review.flag_ids & ECHOES if set(FLAG_CRITERIA[f]) & {c for c in ratings if ratings[c] != "no"}}
    flags = tuple(f for f in review.flags if f.flag not in without and f.flag not in echoed)
    if not review.doubts or not (ratings or without):
        return review.model_copy(update={"findings": findings, "flags": flags})
    # A doubt that raised no flag is nothing the candidate could clear, so that it does not stand in the way of what would help.
    doubts = {f: review.doubts.get(f, 1.0) if any(raised.flag == f for raised in flags) else 0.0 for f in review.doubts}
    return review.model_copy(update={"findings": findings, "flags": flags, "doubts": doubts})


def _supposed(ratings: dict[CriterionId, Rating]) -> Review:
    quote = (Quote(turn=1, text="…"),)
    return Review(findings=tuple(Finding(criterion=c, rating=r, quotes=() if r == "no" else quote) for c, r in ratings.items()))
