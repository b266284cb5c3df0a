import pytest

from interviewer.brief import Brief
from interviewer.library import Library
from interviewer.rubric import PARTS, Part, Rating, Verdict
from interviewer.self_rating import Standing, difference, standings
from tests.saying import rated


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ({"metric": "yes", "impact": "yes", "lasting_effect": "yes"}, "strong"),
        ({"metric": "yes", "impact": "partly", "lasting_effect": "no"}, "mixed"),
        ({"metric": "partly", "impact": "no", "lasting_effect": "no"}, "weak"),
        ({}, "weak"),
    ],
)
def test_a_part_stands_as_its_weighted_criteria_do(brief: Brief, ratings: dict[str, Rating], expected: Standing) -> None:
    assert standings(brief, rated(brief, ratings).findings)["result"] == expected


def test_what_the_level_does_not_expect_does_not_pull_a_part_down(library: Library) -> None:
    brief = library.brief("ownership", "sde1")
    assert standings(brief, rated(brief, {"learning": "yes"}).findings)["reflection"] == "strong"


@pytest.mark.parametrize(
    ("own", "assessed", "steps"),
    [("strong_hire", "hire", 1), ("no_hire", "hire", -2), ("hire", "hire", 0), (None, "hire", None)],
)
def test_the_difference_counts_the_steps_between_the_verdicts(own: Verdict | None, assessed: Verdict, steps: int | None) -> None:
    assert difference(own, (), (), assessed, {}).steps == steps


def test_only_parts_that_were_spoken_of_are_compared_in_the_story_s_order() -> None:
    found: dict[Part, Standing] = dict.fromkeys(PARTS, "strong")
    between = difference(None, ("result", "task"), ("situation",), "hire", found)
    assert [(view.part, view.own, view.agrees) for view in between.parts] == [
        ("situation", "weak", False),
        ("task", "strong", True),
        ("result", "strong", True),
    ]
