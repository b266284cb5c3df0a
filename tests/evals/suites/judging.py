"""Trials judged offline, and judgements altered by hand."""

from collections.abc import Iterable

from evals.conducting import conduct
from evals.trial import Judged, Result, Trial, Unscored
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.rubric import CriterionId, Rating, Verdict


def judged(trials: Iterable[Trial], library: Library) -> list[Result]:
    """What the offline engine says."""
    engine = LocalEngine(library)
    return [conduct(trial, library, lambda _: engine) for trial in trials]


def lost(result: Result) -> Result:
    return result.model_copy(update={"outcome": Unscored(error="The model took too long.")})


def altered(result: Result, **changes: object) -> Result:
    """The same result with another assessment."""
    assert result.assessment
    return result.model_copy(update={"outcome": Judged(assessment=result.assessment.model_copy(update=changes))})


def with_verdict(result: Result, verdict: Verdict) -> Result:
    assert result.assessment
    return altered(result, decision=result.assessment.decision.model_copy(update={"verdict": verdict}))


def with_rating(result: Result, criterion: CriterionId, rating: Rating) -> Result:
    """With the criterion rated so, in the first answer and in the end."""
    given = result.assessment
    assert given
    first = given.first_answer.model_copy(update={"criteria": {**given.first_answer.criteria, criterion: rating}})
    findings = tuple(f.model_copy(update={"rating": rating}) if f.criterion == criterion else f for f in given.findings)
    return altered(result, first_answer=first, findings=findings)
