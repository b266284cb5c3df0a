"""Which words of the example story show a criterion best."""

import re
from collections.abc import Mapping

from interviewer.brief import Brief
from interviewer.engines.local.judging import DETECTORS
from interviewer.engines.local.story import Story
from interviewer.rubric import CriterionId, FlagId
from interviewer.scenario import Scenario
from interviewer.text import folded
from interviewer.transcript import Transcript, Turn

FEWEST_WORDS = 4
_DENIAL = re.compile(r"\b(?:without|instead of|too late)\b")
_MENDED_BY: Mapping[FlagId, CriterionId] = {
    "assigned": "ownership",
    "handed_off": "follow_through",
    "we_voice": "first_person",
    "vague_result": "metric",
    "generic_learning": "learning",
    "blame": "learning",
}
"""The criterion whose example shows how to avoid a red flag."""


def example_phrase(brief: Brief, point: CriterionId | FlagId, shown: frozenset[str]) -> str | None:
    """A key phrase of the example that shows `point` done well and is not among `shown`; None when there is none."""
    if brief.scenario is None:
        return None
    criterion = next((c for flag, c in _MENDED_BY.items() if flag == point), point)
    if criterion not in DETECTORS:
        return None
    return next((p for p in _showing(brief, brief.scenario, criterion) if p not in shown), None)


def _showing(brief: Brief, scenario: Scenario, criterion: CriterionId) -> list[str]:
    """Phrases of the criterion's part that its own detector accepts and that stand on their own; a blunder is no model."""
    phrases = scenario.parts[brief.criterion(criterion).part].key_phrases
    detect = DETECTORS.get(criterion)
    telling = (p for p in phrases if len(p.split()) >= FEWEST_WORDS and not _DENIAL.search(folded(p)))
    return [p.rstrip(".,;") for p in telling if detect and detect(_alone(p, criterion)).rating == "yes"]


def _alone(phrase: str, criterion: CriterionId) -> Story:
    """The phrase read as a reply to a question about the criterion."""
    opening = Turn(number=1, question="", text="I did that.")
    return Story(Transcript(turns=(opening, Turn(number=2, question="", targets=(criterion,), text=phrase))))
