"""Shorthand for tests: transcripts and reviews in a line."""

from collections.abc import Mapping

from interviewer.brief import Brief
from interviewer.review import Finding, Quote, RaisedFlag, Review
from interviewer.rubric import CriterionId, FlagId, Rating
from interviewer.transcript import Transcript, Turn


def said(*texts: str, question: str = "Tell me about a time.") -> Transcript:
    """A transcript of answers."""
    return Transcript(turns=tuple(Turn(number=n, question=question, text=text) for n, text in enumerate(texts, 1)))


def rated(brief: Brief, ratings: Mapping[CriterionId, Rating] | Rating, *flags: FlagId) -> Review:
    """A review with these ratings (the rest `no`) and flags."""
    given = {c.id: ratings for c in brief.rubric.criteria} if isinstance(ratings, str) else ratings
    quote = (Quote(turn=1, text="the candidate's words"),)
    findings = (
        Finding(criterion=c.id, rating=given.get(c.id, "no"), quotes=() if given.get(c.id, "no") == "no" else quote)
        for c in brief.rubric.criteria
    )
    return Review(findings=tuple(findings), flags=tuple(RaisedFlag(flag=f, quotes=quote) for f in flags))
