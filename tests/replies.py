"""What a model might write, for the scripted one."""

from interviewer.brief import Brief
from interviewer.engines.llm.wire import AdviceReply, FeedbackReply, FindingReply, ReviewReply

STORY = (
    "I noticed that the stock report was late every Monday, and nobody had asked me to look. I read the job's log, I found "
    "a query that locked the whole table, and I rewrote it. The report went from two hours late to on time, and the shops "
    "could order again."
)
QUOTE = "I found a query that locked the whole table"


def review_reply(brief: Brief, last_turn: str = "answer", **ratings: str) -> ReviewReply:
    """A reply that rates everything yes, but for `ratings`, each yes with the same quote from the first turn."""
    criteria = [
        FindingReply.model_validate(
            {
                "criterion": c.id,
                "quotes": [] if ratings.get(c.id) == "no" else [QUOTE],
                "comment": "You say what you found.",
                "rating": ratings.get(c.id, "yes"),
                "grounding": ["action.strong"],
            }
        )
        for c in brief.rubric.criteria
    ]
    return ReviewReply.model_validate({"last_turn": last_turn, "criteria": criteria, "red_flags": [], "disqualifications": []})


def feedback_reply(**texts: str) -> FeedbackReply:
    """Feedback without invention; `texts` are improvements by point."""
    return FeedbackReply(
        summary="You found why the stock report was late and mended it.",
        bar_raiser_thinks="“I found a query that locked the whole table” is a real finding.",
        strengths=["“I rewrote it” is a step of your own."],
        improvements=[AdviceReply(point=point, text=text) for point, text in texts.items()],
    )
