"""What the interviewer does next: pure, from the state of the interview."""

from itertools import takewhile
from typing import NamedTuple

from interviewer.brief import Brief
from interviewer.interview import EndReason, Interview
from interviewer.probing import NextProbe, next_probe
from interviewer.text import words
from interviewer.transcript import Turn, TurnKind

FEWEST_WORDS = 12
"""Words from which a first answer can be asked about."""
ABUSE_LIMIT = 3
"""The turn of abuse that ends an interview."""
UNHEARD_WARNING = 3
"""The unreadable turn in a row from which the interviewer says that it cannot go on like this."""
UNHEARD_LIMIT = 5
"""The unreadable turn in a row that ends an interview: nobody is there, or nobody that can be understood."""


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


class GiveUpSoon(NamedTuple):
    """Say that nothing could be followed for some turns, and that it cannot go on so; the question stands."""


class AskAgain(NamedTuple):
    """Say why a main question that was put before is put again."""


class AskForMore(NamedTuple):
    """The first answer tells nothing yet: the question stands, once."""


class End(NamedTuple):
    why: EndReason


Move = AskMain | AskProbe | AskForMore | AskAgain | GiveUpSoon | Clarify | Reply | End


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
        case "asked_before":
            return _follow_up(brief, interview) if interview.question.probe else AskAgain()
        case "stop":
            return End("candidate")
        case "clarify":
            return Clarify()
        case "abuse" if sum(t.kind == "abuse" for t in turns) >= ABUSE_LIMIT:
            return End("conduct")
        case "unreadable" if (unheard := _unheard(turns)) >= UNHEARD_WARNING:
            return End("unheard") if unheard >= UNHEARD_LIMIT else GiveUpSoon()
        case kind:
            return Reply(kind)


def _unheard(turns: tuple[Turn, ...]) -> int:
    """How many turns in a row, up to the last, could not be read."""
    return sum(1 for _ in takewhile(lambda t: t.kind == "unreadable", reversed(turns)))


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
