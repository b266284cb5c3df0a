"""A model on loopback that finds nothing in any answer, asks what it is told to ask, and says what it is told to say."""

import json
import re

from interviewer.rubric import BASE_CRITERIA
from tests.models.stub import Answer, Reply, Seen, text, whole

UNMET = [{"criterion": c, "quotes": [], "comment": "Not told.", "rating": "no", "grounding": []} for c in BASE_CRITERIA]
REVIEW = {
    "last_turn": "answer",
    "criteria": UNMET,
    "red_flags": [],
    "disqualifications": [],
}


def asking(follow_up: str | Answer, said: str = "There is little to judge.") -> Reply:
    """Reviews, asks `follow_up` (as text or byte for byte) and writes feedback that consists of `said`."""

    def reply(seen: Seen) -> Answer:
        if seen.streamed:
            return answered(follow_up if isinstance(follow_up, Answer) else text(follow_up), seen)
        schema = json.dumps(seen.body["response_format"])
        return whole(json.dumps(feedback(seen, said) if "bar_raiser_thinks" in schema else REVIEW))

    return reply


def finding(criterion: str, quote: str, said: str) -> Reply:
    """Finds one criterion met in the first answer, by `quote`, and writes feedback that consists of `said`."""
    rated = {"criterion": criterion, "quotes": [quote], "comment": "Told.", "rating": "yes", "grounding": []}
    review = {**REVIEW, "criteria": [rated if c["criterion"] == criterion else c for c in UNMET]}

    def reply(seen: Seen) -> Answer:
        schema = json.dumps(seen.body["response_format"])
        return whole(json.dumps(feedback(seen, said) if "bar_raiser_thinks" in schema else review))

    return reply


def feedback(seen: Seen, said: str) -> dict[str, object]:
    """Feedback that speaks to no point at first, and to those it is then told it must."""
    told = re.search(r"exactly these points: ([\w, ]+)", seen.messages[-1]["content"])
    points = told.group(1).split(", ") if told else []
    improvements = [{"point": point, "text": said} for point in points]
    return {"summary": said, "bar_raiser_thinks": said, "strengths": [said], "improvements": improvements}


def answered(reply: Reply, seen: Seen) -> Answer:
    return reply if isinstance(reply, Answer) else reply(seen)
