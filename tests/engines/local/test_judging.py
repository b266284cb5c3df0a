"""What a finding is worth in the turns it rests on."""

import pytest

from interviewer.engines.local.judging import DETECTORS
from interviewer.engines.local.replies import answered
from interviewer.engines.local.story import Story
from interviewer.rubric import CriterionId, Rating
from interviewer.transcript import Transcript, Turn

OPENING = "Parcels came back every week. I saw it and wrote a list."
FULL_OF_FACTS = (
    "On the Monday I sat next to the oldest driver for two tours. He showed me eleven doors without a bell, and at the "
    "third one he said, this is where it starts. That evening I marked them on the map and two colleagues added nine."
)
ASSERTIONS = (
    "I really looked into everything very carefully, talked to all the stakeholders and checked the data from different "
    "perspectives. Communication was always important, and everybody was fully involved."
)


def judged(criterion: CriterionId, reply: str, answer: str = OPENING) -> Rating:
    turns = (
        Turn(number=1, question="Tell me about a time.", text=answer),
        Turn(number=2, question="And?", targets=(criterion,), text=reply),
    )
    story = Story(Transcript(turns=turns))
    return answered(story, criterion, DETECTORS[criterion](story)).rating


@pytest.mark.parametrize("criterion", ["depth", "trade_off", "follow_through", "impact", "lasting_effect", "learning"])
def test_assertions_are_no_yes(criterion: CriterionId) -> None:
    assert judged(criterion, ASSERTIONS) != "yes"


@pytest.mark.parametrize("criterion", ["depth", "role", "follow_through", "lasting_effect"])
def test_a_reply_full_of_facts_counts_for_what_was_asked(criterion: CriterionId) -> None:
    assert judged(criterion, FULL_OF_FACTS) != "no"


def test_words_of_speech_take_nothing_from_what_was_done() -> None:
    spoken = (
        "Um, so I really just basically cleaned out the shelf, and honestly I moved the old stock to the front, and I think I "
        "even wrote a label for everything, it was quite a lot."
    )
    assert judged("first_person", spoken, answer="Parcels came back every week.") == "yes"


def test_facts_are_no_figure_of_a_result() -> None:
    assert judged("metric", FULL_OF_FACTS) == "no"


def test_facts_about_an_assignment_are_no_ownership() -> None:
    assigned = "On the Monday my manager gave me the task. He had two people for it, and he said it was due in three weeks."
    assert judged("ownership", assigned, answer="Parcels came back every week. I wrote a list.") == "no"


def test_a_reply_that_sees_no_alternative_weighs_none() -> None:
    reply = "Honestly, I don't see one. Another label would have been a waste, because anybody could tell in five minutes."
    assert judged("trade_off", reply) != "yes"


def test_a_paragraph_of_assertions_earns_nothing() -> None:
    speech = (
        "I'm somebody who always takes problems very seriously. We looked into it properly, had a lot of great conversations "
        "with all the stakeholders and went through the pain points together. Everybody was really happy with the new process, "
        "and the whole atmosphere is much better now. It showed me that communication is everything."
    )
    story = Story(Transcript(turns=(Turn(number=1, question="", text=speech),)))
    assert {c for c, detect in DETECTORS.items() if answered(story, c, detect(story)).rating == "yes"} == set()
