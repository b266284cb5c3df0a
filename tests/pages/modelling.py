"""A model on loopback that finds nothing in any answer, asks what it is told to ask, and says what it is told to say."""

import json

from interviewer.rubric import BASE_CRITERIA
from tests.models.stub import Answer, Reply, Seen, text, whole

REVIEW = {
    "last_turn": "answer",
    "criteria": [{"criterion": c, "quotes": [], "comment": "Not told.", "rating": "no", "grounding": []} for c in BASE_CRITERIA],
    "red_flags": [],
    "disqualifications": [],
}


def asking(follow_up: str | Answer, said: str = "There is little to judge.") -> Reply:
    """Reviews, asks `follow_up` (as text or byte for byte) and writes feedback that consists of `said`."""

    def reply(seen: Seen) -> Answer:
        if seen.streamed:
            return follow_up if isinstance(follow_up, Answer) else answered(text(follow_up), seen)
        wanted = json.dumps(seen.body)
        feedback = {"summary": said, "bar_raiser_thinks": said, "strengths": [said], "improvements": []}
        return whole(json.dumps(feedback if "bar_raiser_thinks" in wanted else REVIEW))

    return reply


def answered(reply: Reply, seen: Seen) -> Answer:
    return reply if isinstance(reply, Answer) else reply(seen)
