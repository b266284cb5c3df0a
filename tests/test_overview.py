"""What a list needs of an interview, from its events alone."""

from datetime import UTC, datetime

from interviewer.assessing import assess
from interviewer.brief import Brief
from interviewer.engines.local import LocalEngine
from interviewer.interview import Asked, Assessed, Interview, Said, Setup
from interviewer.library import Library
from interviewer.overview import overview, standings
from tests.saying import said

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
BEGUN = datetime(2026, 1, 2, tzinfo=UTC)
STORY = "I noticed that nobody read the crash mailbox. I sorted 400 mails and crashes fell from 290 a month to 12."


def asked(question: str) -> Asked:
    return Asked(text=question, question=question, plainer="Any time.")


def answer(text: str) -> Said:
    return Said(text=text, kind="answer")


def test_an_unfinished_interview_has_no_verdict_and_no_standings() -> None:
    interview = Interview.new(SETUP).after(asked("Tell me about a time."), answer(STORY))
    seen = overview(interview, BEGUN)
    assert (seen.question, seen.answers, seen.ended, seen.verdict) == ("Tell me about a time.", (STORY,), False, None)
    assert seen.standings == {}


def test_what_is_searched_holds_question_answers_and_the_principles_title() -> None:
    interview = Interview.new(SETUP.model_copy(update={"principle": "dive_deep"}))
    seen = overview(interview.after(asked("Tell me about a TIME."), answer("The crash mailbox")), BEGUN)
    for word in ("dive deep", "a time", "crash mailbox"):
        assert word in seen.searched


def test_a_story_that_was_set_aside_is_not_the_story() -> None:
    another = Said(text="Can I take another story?", kind="another_story")
    interview = Interview.new(SETUP).after(asked("Q?"), answer("The first."), another, asked("Q?"), answer("The second."))
    assert overview(interview, BEGUN).answers == ("The second.",)


def test_a_criterion_that_is_missing_and_was_never_asked_about_is_told_apart(library: Library, brief: Brief) -> None:
    assessment = assess(LocalEngine(library), brief, said(STORY))
    came_out = standings(assessment)
    assert {c for c, standing in came_out.items() if standing == "unasked"} == {
        f.criterion for f in assessment.findings if f.rating == "no" and f.criterion in assessment.never_asked
    }
    assert came_out["metric"] == "yes"


def test_a_criterion_that_is_not_expected_and_not_met_is_left_out(library: Library) -> None:
    junior = library.brief("ownership", "sde1")
    unexpected = {c for c, weight in junior.weights.items() if not weight}
    assert unexpected
    assert not unexpected & standings(assess(LocalEngine(library), junior, said(STORY))).keys()


def test_an_assessed_interview_has_the_verdict_of_its_assessment(library: Library, brief: Brief) -> None:
    assessment = assess(LocalEngine(library), brief, said(STORY))
    interview = Interview.new(SETUP).after(asked("Q?"), answer(STORY), Assessed(assessment=assessment))
    assert overview(interview, BEGUN).verdict == assessment.verdict
