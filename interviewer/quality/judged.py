"""Whether the product rates the examples as they are meant: what it teaches as strong, it must find strong."""

from collections.abc import Iterator
from pathlib import Path

from interviewer.assessing import judged
from interviewer.brief import Brief
from interviewer.engines import Engine
from interviewer.files import Fault, fault_at
from interviewer.library import Library
from interviewer.review import Review
from interviewer.rubric import LEVELS, RATINGS, VERDICT_NAMES, VERDICTS, Level, Verdict
from interviewer.scenario import FollowUp, Scenario
from interviewer.transcript import Transcript, Turn

OPENER = "Okay, so this was at my last job, there was this problem."
"""An answer that says nothing yet, so that a reply after it is judged by itself."""
TWINS_LEVEL: Level = "sde2"


def misjudged_examples(engine: Engine, library: Library, scenario: Scenario, file: Path) -> Iterator[Fault]:
    """Levels at which the strong example is no hire, or the weak one is; and a weak one that is said to be a hire."""
    if _is_hire(said := scenario.weak_answer.verdict):
        yield fault_at(file, f"is {VERDICT_NAMES[said]}, which no weak answer is", "weak_answer", "verdict")
    for level in LEVELS:
        brief = library.brief(scenario.principle, level, scenario.id)
        if not _is_hire(strong := _verdict(engine, brief, scenario.strong_answer)):
            yield fault_at(file, f"the parts joined are rated {VERDICT_NAMES[strong]} at {level}, not Hire or better", "parts")
        if _is_hire(weak := _verdict(engine, brief, scenario.weak_answer.text)):
            yield fault_at(
                file, f"is rated {VERDICT_NAMES[weak]} at {level}, not Leaning No Hire or worse", "weak_answer", "text"
            )


def misjudged_replies(engine: Engine, library: Library, scenario: Scenario, file: Path) -> Iterator[Fault]:
    """Follow-ups whose weak reply is not rated below the strong one.

    Both are given after `OPENER`. The rating of the main target counts first, then those of all its targets, then the red flags
    that the reply raises.
    """
    brief = library.brief(scenario.principle, TWINS_LEVEL, scenario.id)
    for n, probe in enumerate(scenario.follow_ups):
        weak, strong = (_worth(engine, brief, probe, reply.answer) for reply in (probe.weak, probe.strong))
        if weak >= strong:
            why = f"is rated {'above' if weak > strong else 'as high as'} the strong answer for {probe.targets[0]}"
            yield fault_at(file, why, "follow_ups", n, "weak", "answer")


def _is_hire(verdict: Verdict) -> bool:
    return VERDICTS.index(verdict) >= VERDICTS.index("hire")


def _verdict(engine: Engine, brief: Brief, answer: str) -> Verdict:
    said = Transcript(turns=(Turn(number=1, question=brief.questions[0], text=answer),))
    return judged(engine, brief, said).verdict


def _worth(engine: Engine, brief: Brief, probe: FollowUp, answer: str) -> tuple[int, int, int]:
    """What the reply is worth, to be compared place by place."""
    opening = Turn(number=1, question=brief.questions[0], text=OPENER)
    reply = Turn(number=2, question=probe.question, probe=probe.id, targets=probe.targets, text=answer)
    review = engine.review(brief, Transcript(turns=(opening, reply)))
    ratings = [RATINGS.index(review.ratings[target]) for target in probe.targets]
    return ratings[0], sum(ratings), -_flags_of_the_reply(review)


def _flags_of_the_reply(review: Review) -> int:
    return sum(any(quote.turn == 2 for quote in raised.quotes) for raised in review.flags)
