"""Each check holds for an interview as it should be, and finds what it is about."""

import pytest

from evals.manners_checks import CHECKS, LONGEST
from interviewer.interview import Asked, Ended, Event, Interview, Replied, Said, Setup
from interviewer.transcript import TurnKind

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
MAIN = Asked(text="Tell me about a time.", question="Tell me about a time.", plainer="One case.")
STORY = Said(text="I counted the boxes every morning, and Maria drove 40 of them to Leeds.", kind="answer")
END = Ended(why="nothing_left", text="Thank you, that's all I wanted to ask.")


def probe(text: str) -> Asked:
    return Asked(text=text, question=text, plainer="In other words.", probe="metric", targets=("metric",))


def said(text: str, kind: TurnKind = "answer") -> Said:
    return Said(text=text, kind=kind)


def held(*events: Event) -> Interview:
    return Interview.new(SETUP).after(MAIN, STORY, *events)


WELL = held(
    probe("You said “I counted the boxes every morning”, and I'd like to stay with that. What did it show?"),
    said("Could you repeat that?", "repeat"),
    Replied(text="Of course. You said “I counted the boxes every morning”, and I'd like to stay with that. What did it show?"),
    said("That two were missing on Mondays."),
    probe("Let me go back to “two were missing on Mondays” for a moment. Who drove Maria's 40 boxes?"),
    said("She did."),
    END,
)
AGAIN = "What did it show in the end?"

BROKEN: dict[str, list[Interview]] = {
    "one_question": [
        held(probe("What did it show? And who saw it?"), said("I."), END),
        held(probe("What did it show, and why did you count?"), said("I."), END),
    ],
    "not_repeated": [held(probe(AGAIN), said("Much."), probe(AGAIN), said("Much."), END)],
    "quotes_true": [held(probe("You said “I weighed the boxes”. What did it show?"), said("Much."), END)],
    "quotes_once": [
        held(
            probe("You said “I counted the boxes every morning”. What did it show?"),
            said("Much."),
            probe("You said “counted the boxes every morning, and Maria”. Who saw it?"),
            said("I."),
            END,
        ),
    ],
    "nothing_presupposed": [
        held(probe("What did Peter think of it?"), said("Much."), END),
        held(probe("What became of the 90 boxes?"), said("Much."), END),
    ],
    "no_hint": [
        held(probe("What about a measured result?"), said("None."), END),
        held(probe("You should give a figure. How many were there?"), said("Two."), END),
        held(probe("Was it told to somebody who noticed and taken on beyond the remit or without?"), said("No."), END),
    ],
    "no_praise": [
        held(probe("That's impressive. What did it show?"), said("Much."), END),
        held(probe("Exactly. What did it show?"), said("Much."), END),
    ],
    "no_leak": [
        held(probe("The result is measured, by a number or a before and after. How?"), said("So."), END),
    ],
    "no_summary": [held(probe("So you counted boxes in the morning. What did it show?"), said("Much."), END)],
    "right_ending": [
        held(),
        held(Ended(why="nothing_left", text="Is there anything else?")),
        held(Ended(why="candidate", text="Thank you.")),
        held(Ended(why="conduct", text="Thank you.")),
        held(END, Replied(text="One more thing.")),
        held(said("Can we stop?", "stop"), probe(AGAIN), said("Please stop.", "stop"), Ended(why="candidate", text="Thank you.")),
    ],
    "brief": [held(probe("Well " * LONGEST + "what did it show?"), said("Much."), END)],
    "takes_turns": [held(probe(AGAIN), Replied(text="Take your time."), said("Much."), END)],
}


@pytest.mark.parametrize("name", CHECKS)
def test_an_interview_as_it_should_be_passes(name: str) -> None:
    assert list(CHECKS[name](WELL)) == []


@pytest.mark.parametrize(("name", "interview"), [(name, one) for name, some in BROKEN.items() for one in some])
def test_what_must_not_happen_is_found(name: str, interview: Interview) -> None:
    assert list(CHECKS[name](interview))


def test_every_check_has_been_seen_to_fail() -> None:
    assert BROKEN.keys() == CHECKS.keys()


def test_what_the_candidate_said_may_be_said_to_them() -> None:
    story = said("It was great, my boss gave me the score of 90, and Peter cried.")
    interview = Interview.new(SETUP).after(MAIN, story, probe("You said “It was great”. What did the score of 90 mean?"), END)
    assert not any(list(CHECKS[name](interview)) for name in ("no_praise", "no_hint", "nothing_presupposed", "quotes_true"))


def test_a_stop_is_followed_by_the_end() -> None:
    interview = held(probe(AGAIN), said("I'd like to stop.", "stop"), Ended(why="candidate", text="Thank you for your time."))
    assert not list(CHECKS["right_ending"](interview))
