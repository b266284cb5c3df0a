"""A report as JSON: the assessment as scripts know it, and with it what was said."""

import json

from interviewer.assessment import Assessment
from interviewer.interview import Interview
from interviewer.recorded import contract


def as_json(interview: Interview, assessment: Assessment) -> str:
    turns = [{"turn": t.number, "question": t.question, "text": t.text, "kind": t.kind} for t in interview.transcript.turns]
    disputes = [dispute.model_dump(mode="json") for dispute in interview.disputes]
    told = {**contract(interview.id, assessment), "disputes": disputes, "transcript": turns}
    return json.dumps(told, ensure_ascii=False, indent=2)
