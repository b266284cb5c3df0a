"""An interview's course: each follow-up with how the criteria stood when it was asked and after it was answered."""

from typing import NamedTuple

from evals.trial import Conducted, Result, Simulated
from interviewer.interview import Asked, Interview, Observed, Said
from interviewer.review import Review
from interviewer.rubric import RATINGS, CriterionId


class FollowedUp(NamedTuple):
    """A follow-up, and what came of it."""

    asked: Asked
    before: Review
    """Of the answers up to then."""
    said: str
    """The last turn it got; nothing when it got none."""
    after: Review
    """Of the answers up to the next question; the same as `before` when it got no answer."""

    @property
    def about(self) -> CriterionId | None:
        """What it is mainly about."""
        return next(iter(self.asked.targets), None)

    def step(self, criterion: CriterionId) -> int:
        """By how many rating steps the criterion rose with what was said."""
        return _place(self.after, criterion) - _place(self.before, criterion)


class Session(NamedTuple):
    """A conducted interview."""

    trial: str
    story: str
    kind: str
    task: Simulated
    interview: Interview
    first: Review
    """Of the first answer."""
    follow_ups: tuple[FollowedUp, ...]

    @property
    def last(self) -> Review:
        return self.follow_ups[-1].after if self.follow_ups else self.first


def session(result: Result) -> Session | None:
    """The course of a simulated interview; None when it is not scored."""
    trial, outcome = result.trial, result.outcome
    if not isinstance(outcome, Conducted) or not isinstance(trial.task, Simulated):
        return None
    held = outcome.interview
    return Session(trial.id, trial.story, trial.kind, trial.task, held, _first(held), follow_ups(held))


def follow_ups(interview: Interview) -> tuple[FollowedUp, ...]:
    """In the order they were asked."""
    found: list[FollowedUp] = []
    review, open_ = Review(), False
    for event in interview.events:
        match event:
            case Asked(probe=probe):
                open_ = probe is not None
                if open_:
                    found.append(FollowedUp(event, review, "", review))
            case Said(text=text) if open_:
                found[-1] = found[-1]._replace(said=text)
            case Observed(review=observed) if observed.findings:
                review = observed
                if open_:
                    found[-1] = found[-1]._replace(after=review)
            case _:
                pass
    return tuple(found)


def _first(interview: Interview) -> Review:
    observed = (event.review for event in interview.events if isinstance(event, Observed) and event.review.findings)
    return next(observed, Review())


def _place(review: Review, criterion: CriterionId) -> int:
    return RATINGS.index(review.ratings.get(criterion, "no"))
