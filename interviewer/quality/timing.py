"""Whether each part of an example can be said in the time it is given."""

from collections.abc import Iterator
from pathlib import Path

from interviewer.files import Fault, fault_at
from interviewer.rubric import PARTS
from interviewer.scenario import Scenario

WORDS_A_MINUTE = 150
"""The pace of calm speech; the target times of the parts were set with it."""
LEEWAY = 0.2
"""The share of the target by which a part may be shorter or longer."""


def speaking_seconds(text: str) -> float:
    """How long `text` takes to say."""
    return len(text.split()) / WORDS_A_MINUTE * 60


def off_target(scenario: Scenario, file: Path) -> Iterator[Fault]:
    """The parts whose strong example does not fit their target time."""
    for part in PARTS:
        told = scenario.parts[part]
        takes = speaking_seconds(told.strong)
        if abs(takes - told.seconds) > LEEWAY * told.seconds:
            why = (
                f"takes {takes:.0f} seconds at {WORDS_A_MINUTE} words a minute, its target is {told.seconds} (give or take 20 %)"
            )
            yield fault_at(file, why, "parts", part, "strong")
