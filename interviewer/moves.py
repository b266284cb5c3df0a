"""What the interviewer does next: pure, from the state of the interview."""

from typing import NamedTuple

from interviewer.brief import Brief
from interviewer.interview import EndReason, Interview
from interviewer.probing import NextProbe, next_probe
from interviewer.text import words
from interviewer.transcript import TurnKind

FEWEST_WORDS = 12
"""Words from which a first answer can be asked about."""
ABUSE_LIMIT = 3
"""The turn of abuse that ends an interview."""


class AskMain(NamedTuple):
    """Put a main question: the first, or another one after the candidate passed."""

    question: str
    plainer: str


class AskProbe(NamedTuple):
    following: NextProbe


class Clarify(NamedTuple):
    """Say in other words what was asked."""


class Reply(NamedTuple):
    """Meet a turn that is no answer; the question stands."""

    kind: TurnKind


class AskForMore(NamedTuple):
    """The first answer tells nothing yet: the question stands, once."""


class End(NamedTuple):
    why: EndReason


Move = AskMain | AskProbe | AskForMore | Clarify | Reply | End


def next_move(brief: Brief, interview: Interview) -> Move:
    """The response to the candidate's last turn; the opening question when nothing was asked yet."""
    turns = interview.transcript.turns
    if not turns:
        return _main_question(brief, interview)
    match turns[-1].kind:
        case "answer" if _tells_nothing(interview):
            return AskForMore()
        case "answer":
            return _follow_up(brief, interview)
        case "skip":
            return _follow_up(brief, interview) if interview.question.probe else _main_question(brief, interview)
        case "stop":
            return End("candidate")
        case "clarify":
            return Clarify()
        case "abuse" if sum(t.kind == "abuse" for t in turns) >= ABUSE_LIMIT:
            return End("conduct")
        case kind:
            return Reply(kind)


def _tells_nothing(interview: Interview) -> bool:
    """Whether a main question got a first reply too short to ask anything about."""
    answers = interview.transcript.answers
    return not interview.question.probe and len(answers) == 1 and len(words(answers[0].text)) < FEWEST_WORDS


def _follow_up(brief: Brief, interview: Interview) -> Move:
    if interview.probes_asked >= interview.setup.probe_limit:
        return End("probe_limit")
    following = next_probe(brief, interview.transcript, interview.latest_review)
    return AskProbe(following) if following else End("nothing_left")


def _main_question(brief: Brief, interview: Interview) -> Move:
    unasked = [q for q in brief.questions if q not in interview.main_questions]
    return AskMain(unasked[0], brief.plainer) if unasked else End("nothing_left")
