"""What an assessment is made of."""

from interviewer.assessment import asked_and_not, worth_improving
from interviewer.brief import Brief
from interviewer.rubric import FLAGS, CriterionId, Rating
from interviewer.transcript import Transcript, Turn
from interviewer.verdict import decide
from tests.saying import rated

SOLID: dict[CriterionId, Rating] = dict.fromkeys(
    ("stakes", "role", "first_person", "depth", "follow_through", "impact", "learning"), "yes"
)


def test_what_stands_between_this_verdict_and_the_next_is_improved_first(brief: Brief) -> None:
    review = rated(brief, SOLID | {"ownership": "yes", "metric": "no", "trade_off": "no", "lasting_effect": "no"})
    assert worth_improving(brief, review)[0] == "metric"


def test_a_red_flag_that_decides_comes_before_any_criterion(brief: Brief) -> None:
    review = rated(brief, SOLID | {"ownership": "no", "metric": "yes"}, "assigned")
    assert worth_improving(brief, review)[0] == "assigned"


def test_a_red_flag_and_the_criterion_it_is_about_are_one_point(brief: Brief) -> None:
    review = rated(brief, SOLID | {"ownership": "no", "metric": "yes"}, "assigned")
    assert "ownership" not in worth_improving(brief, review, at_most=20)


def test_nothing_is_improved_where_everything_is_met(brief: Brief) -> None:
    assert worth_improving(brief, rated(brief, "yes")) == ()


def test_asked_and_not_said_is_told_apart_from_never_asked(brief: Brief) -> None:
    review = rated(brief, {c.id: "no" if c.id in ("metric", "learning") else "yes" for c in brief.rubric.criteria})
    turns = (
        Turn(number=1, question="?", text="I did it."),
        Turn(number=2, question="How much?", targets=("metric",), text="I don't know."),
    )
    assert asked_and_not(brief, Transcript(turns=turns), review) == (("metric",), ("learning",))


def test_without_a_real_case_there_is_one_thing_to_improve(brief: Brief) -> None:
    assert worth_improving(brief, rated(brief, "no", "hypothetical", "vague_result")) == ("hypothetical",)


def test_a_story_beside_the_question_is_only_told_so_where_that_decides(brief: Brief) -> None:
    review = rated(brief, {"first_person": "partly", "stakes": "yes", "depth": "partly"}, "off_topic", "blame")
    doubts = dict.fromkeys(FLAGS, 0.0) | {"off_topic": 0.5, "blame": 1.0}
    points = worth_improving(brief, review.model_copy(update={"doubts": doubts}))
    assert points[0] in {r.about for r in decide(brief, review.model_copy(update={"doubts": doubts})).held_down_by}
