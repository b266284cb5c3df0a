"""What counts as an insight into how work was arranged, and as something that outlived the story."""

import pytest

from interviewer.engines.local.judging import DETECTORS
from interviewer.engines.local.story import Story
from interviewer.rubric import Rating
from tests.saying import said

STORY = (
    "Every week parcels came back, and the drivers lost an hour with them. I wrote a list of the orders. "
    "I called the supplier about each of the forty orders. On Friday I changed the form with two clerks. "
    "The waiting time fell from 9 days to 3. "
)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Damage was reported to the yard and complaints came to the shop.", "yes"),
        ("No contract said who checks the seal.", "yes"),
        ("The delivery date was the only figure anybody looked at.", "yes"),
        ("Labelling came last on every plan.", "yes"),
        ("Each depot planned its own tours, and none of them saw the whole.", "yes"),
        ("Sales was judged by orders and the warehouse by returns.", "yes"),
        ("They had bought the scanners before anyone asked a driver.", "yes"),
        ("It could go on for years because we only ever counted what left the yard.", "yes"),
        ("Nobody has to wait any more.", "no"),
        ("Everyone was pleased and we celebrated.", "no"),
        ("I never checked the seals myself.", "no"),
        ("We always try to give our best.", "no"),
        ("I learned that communication between teams is important.", "partly"),
    ],
)
def test_an_insight_says_how_work_was_arranged(end: str, expected: Rating) -> None:
    assert DETECTORS["systemic_insight"](Story(said(STORY + end))).rating == expected


def test_what_nobody_did_is_no_insight_before_the_end() -> None:
    assert DETECTORS["systemic_insight"](Story(said("No contract said who checks the seal. " + STORY))).rating != "yes"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("All four depots now ask for the door code.", "yes"),
        ("Our tours now start with the blocked streets.", "yes"),
        ("Two clerks still count the returns every Friday.", "yes"),
        ("New drivers learn it in their first week.", "yes"),
        ("The office prints the code with each label since then.", "yes"),
        ("I still think about it every month.", "no"),
        ("Now I always ask first.", "no"),
        ("People are happier now.", "no"),
        ("Colleagues still tell me what a good idea it was.", "no"),
    ],
)
def test_an_effect_lasts_when_others_make_it_a_habit(end: str, expected: Rating) -> None:
    assert DETECTORS["lasting_effect"](Story(said(STORY + end))).rating == expected
