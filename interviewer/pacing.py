"""How an answer keeps time: against the scenario's targets for each part, and the minutes its level allows for the whole."""

from typing import NamedTuple

from interviewer.brief import Brief
from interviewer.interview import Asked
from interviewer.rubric import PARTS, Part

USUAL_SECONDS: dict[Part, int] = {"situation": 30, "task": 20, "action": 90, "result": 20, "reflection": 15}
"""Where no scenario says otherwise."""


class Plan(NamedTuple):
    """How an answer to one question would spend its time when spoken."""

    parts: tuple[tuple[Part, int], ...]
    """The parts in their order, each with its seconds."""
    minutes: tuple[float, ...]
    """What the whole may take, from and to or one figure; empty where nothing is said about it."""

    @property
    def seconds(self) -> int:
        """What the answer may take at most."""
        return round(max(self.minutes) * 60) if self.minutes else sum(seconds for _, seconds in self.parts)

    def part_at(self, elapsed: float) -> Part | None:
        """The part that would be told `elapsed` seconds into the answer; None once all of them would be."""
        ends = 0
        for part, seconds in self.parts:
            ends += seconds
            if elapsed < ends:
                return part
        return None


def targets(brief: Brief) -> dict[Part, int]:
    """The seconds each part should take."""
    told = brief.scenario and brief.scenario.parts
    return {part: told[part].seconds if told else USUAL_SECONDS[part] for part in PARTS}


def plan(brief: Brief, asked: Asked) -> Plan:
    """The plan of an answer to `asked`: the whole story, or for a follow-up the part it asks about."""
    seconds = targets(brief)
    if asked.probe and asked.targets:
        part = brief.criterion(asked.targets[0]).part
        return Plan(parts=((part, seconds[part]),), minutes=())
    minutes = brief.scenario.levels.at(brief.level).minutes if brief.scenario else ()
    return Plan(parts=tuple(seconds.items()), minutes=minutes)
