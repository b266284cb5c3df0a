import pytest

from interviewer.pacing import USUAL_SECONDS, Plan
from interviewer.pages.clock import LONGEST_SECONDS, reading

STORY = Plan(tuple(USUAL_SECONDS.items()), (2, 2.5))
FOLLOW_UP = Plan((("result", 20),), ())


@pytest.mark.parametrize(
    ("elapsed", "plan", "said"),
    [
        (0, STORY, "0:00 · Situation · 2–2.5 min"),
        (65.9, STORY, "1:05 · Action · 2–2.5 min"),
        (150, STORY, "2:30 · Result · 2–2.5 min"),
        (151, STORY, "2:31 · Result · past 2–2.5 min"),
        (400, STORY, "6:40 · past 2–2.5 min"),
        (5, FOLLOW_UP, "0:05 · about 20 s"),
        (21, FOLLOW_UP, "0:21 · past 20 s"),
        (LONGEST_SECONDS, STORY, "more than 20 minutes"),
        (10**7, FOLLOW_UP, "more than 20 minutes"),
    ],
)
def test_the_clock_says_the_time_the_part_and_what_is_allowed(elapsed: float, plan: Plan, said: str) -> None:
    assert reading(elapsed, plan) == said
