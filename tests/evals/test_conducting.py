"""From a trial to its outcome."""

from evals.candidates import Candidate
from evals.conducting import conduct
from evals.trial import Conducted, Judged, Recorded, Simulated, Trial, Unscored
from interviewer.engines.llm import LlmEngine
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.models.errors import TimedOut
from interviewer.models.scripted import Scripted
from tests.evals.conftest import STRONG, WEAK, Making


def test_a_recorded_interview_is_judged(library: Library, record: Making) -> None:
    trial = Trial(id="t", suite="agreement", story="s", task=Recorded(record=record()))
    result = conduct(trial, library, lambda _: LocalEngine(library))
    assert isinstance(result.outcome, Judged)
    assert result.assessment == result.outcome.assessment


def test_a_model_that_fails_leaves_it_unscored_with_the_sentence(library: Library, record: Making) -> None:
    trial = Trial(id="t", suite="agreement", story="s", task=Recorded(record=record()))
    result = conduct(trial, library, lambda _: LlmEngine(library, Scripted([TimedOut(60)])))
    assert isinstance(result.outcome, Unscored)
    assert "longer than 60 seconds" in result.outcome.error
    assert result.assessment is None


def test_the_repeat_says_which_engine(library: Library, record: Making) -> None:
    asked: list[int] = []

    def engine(repeat: int) -> LocalEngine:
        asked.append(repeat)
        return LocalEngine(library)

    conduct(Trial(id="t", suite="agreement", story="s", repeat=3, task=Recorded(record=record())), library, engine)
    assert asked == [3]


def test_a_simulated_candidate_is_interviewed_to_the_end(library: Library) -> None:
    candidate = Candidate(name="one fact", opening=WEAK + " I was part of it.", facts={"metric": "From nine days to two."})
    trial = Trial(id="t", suite="closed_loop", story="s", task=Simulated(candidate=candidate, principle="ownership"))
    outcome = conduct(trial, library, lambda _: LocalEngine(library)).outcome
    assert isinstance(outcome, Conducted)
    assert outcome.interview.ended
    assert outcome.interview.assessment
    said = [t.text for t in outcome.interview.transcript.turns]
    asked = [t.targets[:1] for t in outcome.interview.transcript.turns]
    assert said[0] == candidate.opening
    assert all((targets == ("metric",)) == (text == "From nine days to two.") for text, targets in zip(said, asked, strict=True))


def test_a_complete_answer_needs_no_more_than_a_few_follow_ups(library: Library) -> None:
    candidate = Candidate(name="complete", opening=STRONG)
    trial = Trial(id="t", suite="probes", story="s", task=Simulated(candidate=candidate, principle="ownership", level="sde1"))
    outcome = conduct(trial, library, lambda _: LocalEngine(library)).outcome
    assert isinstance(outcome, Conducted)
    assert outcome.interview.probes_asked <= 2
