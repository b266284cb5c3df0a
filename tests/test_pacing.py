import pytest

from interviewer.brief import Brief
from interviewer.interview import Asked
from interviewer.pacing import USUAL_SECONDS, Plan, plan, targets
from interviewer.rubric import PARTS, Part

MAIN = Asked(text="?", question="?", plainer="?")
ABOUT_METRIC = Asked(text="?", question="?", plainer="?", probe="metric", targets=("metric", "impact"), because="metric")


def test_a_story_is_planned_by_the_scenarios_targets_and_the_levels_minutes(brief: Brief) -> None:
    assert brief.scenario
    planned = plan(brief, MAIN)
    assert dict(planned.parts) == {part: brief.scenario.parts[part].seconds for part in PARTS}
    assert planned.minutes == brief.scenario.levels.sde2.minutes
    assert planned.seconds == max(planned.minutes) * 60


def test_a_follow_up_is_planned_by_the_part_it_asks_about(brief: Brief) -> None:
    planned = plan(brief, ABOUT_METRIC)
    assert [part for part, _ in planned.parts] == ["result"]
    assert planned.seconds == targets(brief)["result"]


def test_without_a_scenario_the_usual_times_apply(brief: Brief) -> None:
    without = Brief(pack=brief.pack, rubric=brief.rubric, level=brief.level)
    planned = plan(without, MAIN)
    assert dict(planned.parts) == USUAL_SECONDS
    assert planned.seconds == sum(USUAL_SECONDS.values())


@pytest.mark.parametrize(
    ("elapsed", "part"),
    [(0, "situation"), (29.9, "situation"), (30, "task"), (50, "action"), (139, "action"), (140, "result"), (174, "reflection"),
     (175, None), (9999, None)],
)  # fmt: skip
def test_the_part_that_would_be_told_by_now(elapsed: float, part: Part | None) -> None:
    assert Plan(tuple(USUAL_SECONDS.items()), ()).part_at(elapsed) == part
