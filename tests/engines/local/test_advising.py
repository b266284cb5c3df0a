"""What the offline engine advises: the candidate's own words, blanks for what is missing, and nothing twice."""

import re
from itertools import combinations

import pytest

from interviewer.assessing import assess
from interviewer.assessment import Feedback
from interviewer.engines.local import LocalEngine
from interviewer.engines.local.advising import Advisor
from interviewer.library import bundled, load
from interviewer.review import Finding, Quote, RaisedFlag
from interviewer.rubric import BASE_CRITERIA
from interviewer.text import folded
from tests.saying import rated, said

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
BRIEF = LIBRARY.brief("ownership", "sde2")
ENGINE = LocalEngine(LIBRARY)
FOR_EXAMPLE = "For example: "
ANSWERS = {
    "told to": "My manager told me to fix the login page. I fixed it and then it worked. It was good.",
    "modest": (
        "An old lady at the library could not use the new machines, so I sat with her for a bit. I made a little sheet with four "
        "pictures of the steps and taped it next to the machine. I asked twenty people what they did not understand."
    ),
    "second language": (
        "One Friday scanner system stop in evening, boss is not reach. I think if we wait Monday, 300 orders is late. So I take "
        "paper list from printer and I make with two colleague a system with number on box. We send 287 of 300 orders same night."
    ),
    "team": "We had fifteen services. We built one pipeline for everybody and we migrated all of them in eight months.",
    "blame": "The backend team didn't do their job. I told everybody that this would happen. In the end the customer was angry.",
    "handed off": "I saw that our payment errors had doubled. I opened a ticket with all the graphs. They looked into it.",
}


def feedback(answer: str) -> Feedback:
    return assess(ENGINE, BRIEF, said(answer)).feedback


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_sentence_for_next_time_is_their_own_words_and_blanks(answer: str) -> None:
    sentences = [a.text.partition(FOR_EXAMPLE)[2] for a in feedback(answer).improvements]
    for sentence in filter(None, sentences):
        begun = sentence.split(". ")[0]
        assert folded(begun) in folded(answer)
        assert re.search(r"\[[^\]]+\]", sentence)
        assert not re.search(r"\d", sentence.removeprefix(begun))


def test_two_answers_never_get_the_same_feedback() -> None:
    given = [feedback(answer) for answer in ANSWERS.values()]
    for one, other in combinations(given, 2):
        assert one.summary != other.summary
        assert {a.text for a in one.improvements}.isdisjoint({a.text for a in other.improvements if FOR_EXAMPLE in a.text})


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_whoever_told_a_case_gets_such_a_sentence(answer: str) -> None:
    improvements = feedback(answer).improvements
    assert len(improvements) == 1 or any(FOR_EXAMPLE in advice.text for advice in improvements)


def test_that_no_follow_up_went_there_is_said_once() -> None:
    advisor = Advisor(BRIEF, said(ANSWERS["modest"]), rated(BRIEF, "no"))
    told = " ".join(advisor.advice(criterion) for criterion in BASE_CRITERIA)
    assert told.count("No follow-up went there") == 1


def test_what_others_did_wrong_is_not_to_be_said_again() -> None:
    answer = ANSWERS["blame"]
    blamed = RaisedFlag(flag="blame", quotes=(Quote(turn=1, text="The backend team didn't do their job."),))
    review = rated(BRIEF, "no").model_copy(update={"flags": (blamed,)})
    text = Advisor(BRIEF, said(answer), review).advice("blame")
    assert "“The backend team didn't do their job”" in text
    assert "backend" not in text.partition(FOR_EXAMPLE)[2]


def test_a_claim_without_a_figure_is_what_the_figure_is_asked_for() -> None:
    answer = "I asked each team when they needed the machines and wrote a script for it. It costs a lot less now."
    vague = RaisedFlag(flag="vague_result", quotes=(Quote(turn=1, text="It costs a lot less now."),))
    review = rated(BRIEF, "no").model_copy(update={"flags": (vague,)})
    text = Advisor(BRIEF, said(answer), review).advice("metric")
    assert "You said “It costs a lot less now”." in text
    assert "It costs a lot less now. Before, it was [the figure before]" in text


def test_a_lesson_is_to_be_drawn_from_a_moment_and_not_from_another_lesson() -> None:
    answer = "I moved the basket to disk. Next time I would make sure that the information reaches everyone."
    general = RaisedFlag(flag="generic_learning", quotes=(Quote(turn=1, text=answer.split(". ")[1]),))
    step = Finding(criterion="first_person", rating="yes", quotes=(Quote(turn=1, text="I moved the basket to disk."),))
    review = rated(BRIEF, "no").model_copy(update={"flags": (general,), "findings": (step,)})
    sentence = Advisor(BRIEF, said(answer), review).advice("generic_learning").partition(FOR_EXAMPLE)[2]
    assert sentence.startswith("I moved the basket to disk. Next time I would [")
