"""The assessment on the terminal: what it says, and that nothing in it is obeyed."""

from collections.abc import Callable
from io import StringIO

import pytest
from rich.console import Console

from interviewer.assembly import engine
from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.command_line.show import show_assessment, show_provenance
from interviewer.library import Library
from interviewer.review import Disqualification, Finding, Quote, RaisedFlag
from interviewer.rubric import Level
from interviewer.settings import Settings
from interviewer.text import words
from tests.command_line.conftest import STORY
from tests.saying import said

Assessing = Callable[[Brief], Assessment]


@pytest.fixture
def assessed(library: Library) -> Assessing:
    return lambda brief: assess(engine("local", library, Settings()), brief, said(STORY))


def shown(brief: Brief, assessment: Assessment, width: int = 80) -> str:
    page = StringIO()
    show_assessment(Console(file=page, width=width, markup=False), brief, assessment)
    return page.getvalue()


def test_the_verdict_and_its_reason_come_first(brief: Brief, assessed: Assessing) -> None:
    assessment = assessed(brief)
    first, second, *_ = shown(brief, assessment, width=400).splitlines()
    assert first.endswith(f"Hire for {brief.pack.title} at SDE II")
    assert second == assessment.reason


@pytest.mark.parametrize(("level", "expected"), [("sde1", False), ("senior", True)])
def test_what_a_level_does_not_expect_is_marked(brief: Brief, assessed: Assessing, level: Level, expected: bool) -> None:
    text = shown(brief.at(level), assessed(brief.at(level)))
    assert ("Systemic insight (not expected at" in text) is not expected


def test_asked_and_never_asked_are_told_apart(brief: Brief, assessed: Assessing) -> None:
    assessment = assessed(brief).model_copy(update={"not_said": ("metric",), "never_asked": ("trade_off", "learning")})
    before, asked, never = (
        shown(brief, assessment).partition("\nAsked about")[0],
        *shown(brief, assessment).partition("\nAsked about")[2].split("\nNever asked"),
    )
    assert "Measured result" in before
    assert ("Measured result" in asked, "Trade-offs, Learning" in asked) == (True, False)
    assert ("Measured result" in never, "Trade-offs, Learning" in never) == (False, True)


def test_a_disqualification_is_told_in_the_words_of_the_principle(brief: Brief, assessed: Assessing) -> None:
    disqualifier = brief.pack.disqualifiers[0]
    raised = Disqualification(id=disqualifier.id, quotes=(Quote(turn=1, text="merged the queues"),))
    flag = RaisedFlag(flag="vague_result", comment="No figure.")
    text = shown(brief, assessed(brief).model_copy(update={"disqualifications": (raised,), "flags": (flag,)}), width=1000)
    red_flags = text.partition("\nRed flags\n")[2]
    assert disqualifier.when in red_flags
    assert "“merged the queues” (turn 1)" in red_flags
    assert "Vague result" in red_flags


def test_words_of_a_model_are_not_obeyed(brief: Brief, assessed: Assessing) -> None:
    assessment = assessed(brief)
    evil = assessment.feedback.model_copy(update={"summary": "A [red]fine\x1b[2J\x1b]8;;http://x.example\x07 [/red] story."})
    text = shown(brief, assessment.model_copy(update={"feedback": evil}))
    assert "A [red]fine [/red] story." in text
    assert "\x1b" not in text


def test_no_word_is_lost_in_a_narrow_window(brief: Brief, assessed: Assessing) -> None:
    assessment = assessed(brief)
    narrow = shown(brief, assessment, width=34)
    assert max(map(len, narrow.splitlines())) <= 34
    assert words(narrow) == words(shown(brief, assessment, width=1000))


def test_an_assessment_outlives_the_content_it_was_made_with(brief: Brief, assessed: Assessing) -> None:
    gone = {
        "never_asked": ("dissent",),
        "disqualifications": (Disqualification(id="shouted", quotes=(Quote(turn=1, text="queues"),)),),
        "findings": (Finding(criterion="dissent", rating="no"),),
    }
    text = shown(brief, assessed(brief).model_copy(update=gone))
    assert "  dissent\n" in text
    assert "shouted" in text


def test_provenance_names_what_it_was_made_with(brief: Brief, assessed: Assessing) -> None:
    page = StringIO()
    show_provenance(Console(file=page, width=1000), assessed(brief).model_copy(update={"unsupported": 2}))
    assert brief.scenario
    assert all(
        made_with in page.getvalue() for made_with in ("the offline engine", brief.pack.hash, brief.scenario.hash, "2 claims")
    )
