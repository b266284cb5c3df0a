"""A verdict's reason in a sentence."""

import pytest

from interviewer.brief import Brief
from interviewer.explaining import MOST_NAMED, explain
from interviewer.rubric import BASE_CRITERIA, FLAGS, FlagId
from interviewer.verdict import decide
from interviewer.weighing import way_up
from tests.saying import rated

SHORT = ("ownership", "first_person", "depth", "metric")


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (("blame",), "The red flag “blame” stands between this and Hire."),
        (("handed_off", "assigned"), "The red flags “assigned” and “handed off” stand between this and Strong Hire."),
    ],
)
def test_red_flags_are_named_as_a_person_would(brief: Brief, flags: tuple[FlagId, ...], sentence: str) -> None:
    assert explain(decide(brief, rated(brief, "yes", *flags)), brief) == sentence


def test_what_has_to_be_there_is_told_from_what_has_to_be_clearly_shown(brief: Brief) -> None:
    review = rated(brief, {**dict.fromkeys(BASE_CRITERIA, "yes"), "impact": "no", "depth": "partly"})
    assert explain(decide(brief, review), brief) == (
        "Strong Hire at SDE II needs the value for somebody, and depth clearly shown."
    )


def test_no_more_is_named_than_can_be_kept_in_mind(brief: Brief) -> None:
    decision = decide(brief, rated(brief, {c: "partly" if c in SHORT else "yes" for c in BASE_CRITERIA}))
    assert len(decision.held_down_by) > MOST_NAMED
    told = explain(decision, brief)
    assert told == "Strong Hire at SDE II needs above all ownership, your own steps and depth clearly shown."


def test_of_an_offline_review_the_reason_names_what_the_way_up_leads_over(brief: Brief) -> None:
    review = rated(brief, {c: "yes" if c in (*SHORT, "stakes") else "no" for c in BASE_CRITERIA})
    weighed = review.model_copy(update={"doubts": dict.fromkeys(FLAGS, 0.0)})
    decision, way = decide(brief, weighed), way_up(brief, weighed)
    assert way
    assert {r.about for r in decision.held_down_by} == {change.criterion for change in way.changes}


def test_an_assigned_task_is_held_against_the_assignment_and_not_against_what_is_rarest(brief: Brief) -> None:
    review = rated(brief, {"first_person": "yes", "follow_through": "partly"}, "assigned")
    weighed = review.model_copy(update={"doubts": dict.fromkeys(FLAGS, 0.1) | {"assigned": 1.0}})
    decision = decide(brief, weighed)
    assert decision.verdict == "no_hire"
    assert [r.about for r in decision.held_down_by] == ["assigned"]
