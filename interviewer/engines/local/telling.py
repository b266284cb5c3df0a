"""Written feedback."""

from interviewer.assessment import Advice, Feedback
from interviewer.brief import Brief
from interviewer.review import Review
from interviewer.rubric import CriterionId, FLAGS, FlagId
from interviewer.transcript import Transcript
from interviewer.verdict import Decision, explain


def feedback(brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]) -> Feedback:
    """What was good and what to say next time, in the candidate's own words."""
    yes = [f for f in review.findings if f.rating == "yes"]
    strengths = tuple(f"“{f.quotes[0].text}” {brief.criterion(f.criterion).met_when}" for f in yes[:3])
    improvements = tuple(Advice(about=p, text=_advice(brief, p)) for p in points)
    return Feedback(summary=explain(decision, brief), bar_raiser_thinks=explain(decision, brief), strengths=strengths, improvements=improvements)


def _advice(brief: Brief, point: CriterionId | FlagId) -> str:
    return brief.rubric.flag(point).advice if point in FLAGS else brief.criterion(point).advice  # type: ignore[arg-type]
