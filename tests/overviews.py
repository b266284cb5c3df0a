"""Shorthand for tests: overviews in a line."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import count

from interviewer.overview import Overview, Standing
from interviewer.rubric import CriterionId, Identifier, Level, Verdict

_NUMBERS = count(1)
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def seen(
    principle: Identifier = "ownership",
    verdict: Verdict | None = "hire",
    standings: Mapping[CriterionId, Standing] | None = None,
    *answers: str,
    level: Level = "sde2",
) -> Overview:
    """The overview of an interview a day later than the one before."""
    number = next(_NUMBERS)
    return Overview(
        id=f"{number:032x}",
        created_at=FIRST + timedelta(days=number),
        principle=principle,
        scenario=None,
        level=level,
        engine="local",
        question="Tell me about a time.",
        answers=answers,
        ended=True,
        verdict=verdict,
        standings=dict(standings or {}),
    )
