"""How the same criterion, and the same principle, came out over time: what a candidate sees who practises every evening.

Nothing is counted that was not there to be met: a criterion that was never asked about says nothing either way.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interviewer.overview import Overview, Standing
from interviewer.rubric import CriterionId, Identifier, Verdict

LATELY = 5
"""Interviews that "lately" means."""
ENOUGH = 2
"""Interviews before those from which a comparison means anything."""


class Share(NamedTuple):
    """In how many of some interviews a criterion was met."""

    met: int
    of: int

    def __str__(self) -> str:
        return f"{self.met} of {self.of}"


class Trend(NamedTuple):
    """A criterion over time."""

    criterion: CriterionId
    standings: tuple[Standing, ...]
    """One for each interview in which it was expected, the oldest first."""

    @property
    def known(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing != "unasked")

    @property
    def lately(self) -> Share:
        return _share(self.known[-LATELY:])

    @property
    def before(self) -> Share | None:
        """As many interviews before those of `lately`; None when there are too few to compare with."""
        earlier = self.known[:-LATELY][-LATELY:]
        return _share(earlier) if len(earlier) >= ENOUGH else None

    @property
    def sentence(self) -> str:
        """The trend in words."""
        if not self.known:
            return "Never asked about so far."
        if self.lately.of == 1:
            return {"yes": "Met the one time.", "partly": "Partly met the one time.", "no": "Not met the one time."}[
                self.known[-1]
            ]
        before = f"; {self.before} before that" if self.before else ""
        return f"Met in {self.lately} lately{before}."


def by_criterion(overviews: Sequence[Overview], criteria: Sequence[CriterionId]) -> tuple[Trend, ...]:
    """The trend of each of `criteria` that was ever expected, in their order; `overviews` are the oldest first."""
    over_time = {c: tuple(o.standings[c] for o in overviews if c in o.standings) for c in criteria}
    return tuple(Trend(c, standings) for c, standings in over_time.items() if standings)


def weakest(trends: Sequence[Trend], at_most: int = 3) -> tuple[CriterionId, ...]:
    """The criteria most often missing lately, the most frequent first; only those missing in at least half of the cases."""
    missing = {t.criterion: (t.lately.of - t.lately.met) / t.lately.of for t in trends if t.lately.of >= ENOUGH}
    ranked = sorted((c for c, share in missing.items() if share >= 0.5), key=lambda c: -missing[c])
    return tuple(ranked[:at_most])


def by_principle(overviews: Sequence[Overview]) -> Mapping[Identifier, tuple[tuple[Overview, Verdict], ...]]:
    """The assessed interviews of each principle, the oldest first; the principle practised last comes first."""
    grouped: dict[Identifier, tuple[tuple[Overview, Verdict], ...]] = {}
    for seen in reversed(overviews):
        if seen.verdict:
            grouped[seen.principle] = ((seen, seen.verdict), *grouped.get(seen.principle, ()))
    return grouped


def _share(standings: Sequence[Standing]) -> Share:
    return Share(sum(standing == "yes" for standing in standings), len(standings))
