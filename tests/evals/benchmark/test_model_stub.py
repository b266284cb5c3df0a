"""The stub is a model that the product takes for one, in a process of its own."""

from pathlib import Path

from evals.benchmark import counts
from evals.benchmark.interviews import answer, setup
from evals.benchmark.model_stub import QUESTION, Pace, Stub
from interviewer import assembly
from interviewer.database import LOCAL, Database
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.settings import Settings
from interviewer.store import Store


def test_it_takes_the_time_it_was_told_to_and_says_how_much(library: Library, tmp_path: Path) -> None:
    pace = Pace(review=0.05, first_token=0.02, token=0.001, feedback=0.03)
    with Stub(pace) as stub:
        engine = assembly.engine("llm", library, Settings(OPENAI_BASE_URL=stub.base_url, OPENAI_API_KEY="unused"))
        interviewer = Interviewer(library, Store(Database(f"sqlite:///{tmp_path / 'i.db'}"), LOCAL), lambda _: engine)
        interview = interviewer.begin(setup(library, "llm"))
        said = "".join(interviewer.respond(interviewer.hear(interview, answer(0))))
        review, probe = stub.take_times()
        assert said.strip() == QUESTION
        assert (review.kind, probe.kind) == ("review", "follow-up")
        assert review.whole >= pace.review
        assert pace.first_token <= probe.first <= probe.whole
        assert probe.whole >= pace.first_token + (probe.tokens - 1) * pace.token
        assert stub.take_times() == []


def test_a_turn_takes_two_requests_and_an_assessment_of_what_was_reviewed_takes_one(library: Library, tmp_path: Path) -> None:
    turns, assessed = counts.interview(library, tmp_path)
    assert [turn.requests for turn in turns] == [2] * len(turns)
    assert assessed.requests == 1


def test_no_two_answers_of_an_interview_are_the_same() -> None:
    assert len({answer(number) for number in range(20)}) == 20
