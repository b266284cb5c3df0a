import pytest

from interviewer.assessing import assess
from interviewer.brief import Brief
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.rubric import LEVELS, VERDICTS, Level
from interviewer.sample import sample


def test_every_scenario_makes_a_sample_that_can_be_assessed(library: Library) -> None:
    engine = LocalEngine(library)
    for scenario in library.scenarios.values():
        brief = library.brief(scenario.principle, "senior", scenario.id)
        interview = sample(brief)
        assert interview.ended
        assert all(turn.kind == "answer" for turn in interview.transcript.turns)
        assert assess(engine, brief, interview.transcript).verdict in VERDICTS


def test_the_sample_tells_the_examples_own_words(library: Library) -> None:
    brief = library.brief("ownership", LEVELS[-1])
    assert brief.scenario
    first, missed, met = sample(brief).transcript.turns
    assert brief.scenario.parts.action.strong in first.text
    assert met.text in {f.strong.answer for f in brief.scenario.follow_ups}
    assert missed.text in {f.weak.answer for f in brief.scenario.follow_ups}


@pytest.mark.parametrize("level", LEVELS)
def test_the_first_sample_a_beginner_sees_leaves_something_to_be_wished_for(library: Library, level: Level) -> None:
    brief = library.brief("ownership", level)
    assessment = assess(LocalEngine(library), brief, sample(brief).transcript)
    assert assessment.verdict == "hire"
    assert assessment.feedback.improvements
    assert assessment.not_said == ("metric",), "what came of it was asked for and not told"


def test_without_a_scenario_there_is_no_sample(brief: Brief) -> None:
    with pytest.raises(LookupError):
        sample(Brief(pack=brief.pack, rubric=brief.rubric, level=brief.level))
