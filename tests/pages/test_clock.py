import pytest

from interviewer.pacing import USUAL_SECONDS, Plan
from interviewer.pages.clock import LONGEST_SECONDS, reading, stages

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


@pytest.mark.parametrize("plan", [STORY, FOLLOW_UP])
def test_the_browser_is_told_beforehand_all_that_the_clock_will_say(plan: Plan) -> None:
    for seconds in range(LONGEST_SECONDS + 60):
        stage = max(stage for stage in stages(plan) if stage.since <= seconds)
        time = f"{seconds // 60}:{seconds % 60:02} · " if stage.counts else ""
        assert time + stage.says == reading(seconds + 0.9, plan)
