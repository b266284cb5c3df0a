"""What a model would reply to the requests of a run, as the stub servers are asked them."""

import json
import re
from typing import Any

from interviewer.rubric import BASE_CRITERIA, FLAGS

_CRITERION = re.compile(r"^- (\w+)\. yes:", re.MULTILINE)
_POINT = re.compile(r"^- (\w+)(?: \(|$)", re.MULTILINE)


def reply(body: dict[str, Any]) -> dict[str, Any]:
    """A review in which nothing is met, or the feedback on it, whichever was asked for."""
    asked = "\n".join(m["content"] for m in body["messages"])
    if body["response_format"]["json_schema"]["name"] == "ReviewReply":
        nothing = {"quotes": [], "comment": "You do not say.", "rating": "no", "grounding": []}
        criteria = [{"criterion": id, **nothing} for id in _CRITERION.findall(asked)]
        return {"last_turn": "answer", "criteria": criteria, "red_flags": [], "disqualifications": []}
    points = [p for p in dict.fromkeys(_POINT.findall(asked.partition("Points to improve")[2])) if p in {*BASE_CRITERIA, *FLAGS}]
    return {
        "summary": "You tell little.",
        "bar_raiser_thinks": "They tell little.",
        "strengths": [],
        "improvements": [{"point": point, "text": "Say what you did."} for point in points],
    }


def completion(content: object, finish: str = "stop") -> dict[str, Any]:
    """The body of a chat completion that says `content` as JSON."""
    message = {"role": "assistant", "content": content if isinstance(content, str) else json.dumps(content)}
    return {"id": "c1", "object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": finish}]}
