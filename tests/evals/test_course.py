"""How an interview went."""

from evals.course import follow_ups
from interviewer.interview import Asked, Event, Interview, Observed, Replied, Said, Setup
from interviewer.review import Finding, Quote, Review
from interviewer.rubric import Rating

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")


def asked(probe: str | None) -> Asked:
    return Asked(text=f"{probe}?", question=f"{probe}?", plainer="", probe=probe, targets=("metric",) if probe else ())


def said(text: str) -> Said:
    return Said(text=text, kind="answer")


def observed(turn: int, rating: Rating) -> Observed:
    quotes = (Quote(turn=turn, text="x"),) if rating != "no" else ()
    return Observed(turn=turn, review=Review(findings=(Finding(criterion="metric", rating=rating, quotes=quotes),)))


def course(*events: Event) -> list[tuple[str | None, str, int]]:
    return [(f.asked.probe, f.said, f.step("metric")) for f in follow_ups(Interview.new(SETUP).after(*events))]


def test_a_rating_moves_with_the_answer_to_its_follow_up() -> None:
    found = course(
        asked(None), said("story"), observed(1, "no"),
        asked("one"), said("what?"), Replied(text="one?"), said("more"), observed(3, "partly"),
        asked("two"), said("most"), observed(4, "yes"),
    )  # fmt: skip
    assert found == [("one", "more", 1), ("two", "most", 1)]


def test_an_answer_to_a_main_question_belongs_to_no_follow_up() -> None:
    found = course(
        asked(None), said("story"), observed(1, "no"),
        asked("one"), said("another story, please"),
        asked(None), said("other story"), observed(3, "yes"),
    )  # fmt: skip
    assert found == [("one", "another story, please", 0)]


def test_a_follow_up_without_an_answer_moves_nothing() -> None:
    assert course(asked(None), said("story"), observed(1, "partly"), asked("one")) == [("one", "", 0)]
