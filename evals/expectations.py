"""What must hold between the judgement of an answer and that of its edited version."""

from collections.abc import Callable
from typing import NamedTuple

from interviewer.assessment import Assessment
from interviewer.recorded import Record
from interviewer.rubric import RATINGS, VERDICT_NAMES, VERDICTS, CriterionId, FlagId, Rating, Verdict, at_least

_EPSILON = 1e-9


class Seen(NamedTuple):
    """The two judgements, and the record that was edited."""

    original: Record
    before: Assessment
    after: Assessment

    def rating(self, which: Assessment, criterion: CriterionId) -> Rating:
        return which.first_answer.criteria.get(criterion, "no")

    def step(self, criterion: CriterionId) -> int:
        """By how many rating steps the criterion rose."""
        return RATINGS.index(self.rating(self.after, criterion)) - RATINGS.index(self.rating(self.before, criterion))

    @property
    def coverage(self) -> float:
        """By how much the coverage rose."""
        return self.after.decision.coverage - self.before.decision.coverage

    @property
    def verdict(self) -> int:
        """By how many steps the verdict rose."""
        return VERDICTS.index(self.after.verdict) - VERDICTS.index(self.before.verdict)


class Verified(NamedTuple):
    """Whether an expectation holds."""

    holds: bool | None
    """None: it says nothing here, because what should change was not seen to begin with."""
    what: str = ""
    """What is wrong, for the remark."""


Expectation = Callable[[Seen], Verified]


def falls(*criteria: CriterionId) -> Expectation:
    """Some of `criteria` is rated lower than before."""

    def expectation(seen: Seen) -> Verified:
        had = [c for c in criteria if seen.rating(seen.before, c) != "no"]
        if not had:
            return Verified(None)
        return Verified(any(seen.step(c) < 0 for c in had), f"{', '.join(had)} did not fall")

    return expectation


def raises(flag: FlagId) -> Expectation:
    """The red flag is up; says nothing where it was up before."""

    def expectation(seen: Seen) -> Verified:
        up = seen.after.first_answer.flags.get(flag, False)
        if up and seen.before.first_answer.flags.get(flag, False):
            return Verified(None)
        return Verified(up, f"the red flag {flag} is not up")

    return expectation


def redirected(probe: str) -> Expectation:
    """The next question leads back to a real, fitting case."""

    def expectation(seen: Seen) -> Verified:
        asked = seen.after.first_answer.next_probe
        return Verified(
            asked is not None and asked.id == probe, f"the next question is {asked.id if asked else 'none'}, not {probe}"
        )

    return expectation


def not_better() -> Expectation:
    """Neither coverage nor verdict rises."""

    def expectation(seen: Seen) -> Verified:
        better = seen.coverage > _EPSILON or seen.verdict > 0
        return Verified(not better, f"coverage rose by {seen.coverage:.3f}, the verdict by {seen.verdict}")

    return expectation


def not_risen(criterion: CriterionId, to: Rating) -> Expectation:
    """The criterion does not come to be rated `to`."""

    def expectation(seen: Seen) -> Verified:
        if at_least(seen.rating(seen.before, criterion), to):
            return Verified(None)
        return Verified(not at_least(seen.rating(seen.after, criterion), to), f"{criterion} rose to {to}")

    return expectation


def verdict_at_most(highest: Verdict) -> Expectation:
    def expectation(seen: Seen) -> Verified:
        low_enough = VERDICTS.index(seen.after.verdict) <= VERDICTS.index(highest)
        return Verified(low_enough, f"the verdict is {VERDICT_NAMES[seen.after.verdict]}")

    return expectation


def within(low: float, high: float) -> Expectation:
    """Coverage moves by no less than `low` and no more than `high`."""

    def expectation(seen: Seen) -> Verified:
        return Verified(low - _EPSILON <= seen.coverage <= high + _EPSILON, f"coverage moved by {seen.coverage:+.3f}")

    return expectation


def steady(tolerance: float) -> Expectation:
    """Coverage moves by at most `tolerance`."""
    return within(-tolerance, tolerance)


def keeps(tolerance: float) -> Expectation:
    """What the labels say is shown does not fall, by more than `tolerance` rating steps on average."""

    def expectation(seen: Seen) -> Verified:
        labels = seen.original.labels
        shown = [c for c, rating in labels.criteria.items() if rating == "yes"] if labels else []
        if not shown:
            return Verified(None)
        moved = sum(seen.step(c) for c in shown) / len(shown)
        fallen = [c for c in shown if seen.step(c) < 0]
        return Verified(moved >= -tolerance - _EPSILON, f"{', '.join(fallen)} fell though the evidence stayed")

    return expectation
