"""The same question answered twice, side by side on the same rubric."""

from typing import Literal

from interviewer.assessment import Assessment
from interviewer.rubric import RATINGS, VERDICTS, CriterionId, FlagId, Rating, Strict

Movement = Literal["up", "same", "down"]


class Row(Strict):
    """One criterion before and after."""

    criterion: CriterionId
    before: Rating
    after: Rating

    @property
    def moved(self) -> Movement:
        return _movement(RATINGS.index(self.after) - RATINGS.index(self.before))


class Retelling(Strict):
    """What moved between two tellings."""

    verdict: Movement
    rows: tuple[Row, ...]
    """Every criterion rated in either, in rubric order."""
    flags_gone: tuple[FlagId, ...]
    flags_new: tuple[FlagId, ...]

    def rows_moved(self, moved: Movement) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.moved == moved)


def compare(before: Assessment, after: Assessment) -> Retelling:
    """Both must be for the same principle; a criterion that one of them did not rate counts as not met there."""
    first, second = before.review.ratings, after.review.ratings
    old, new = before.review.flag_ids, after.review.flag_ids
    return Retelling(
        verdict=_movement(VERDICTS.index(after.verdict) - VERDICTS.index(before.verdict)),
        rows=tuple(Row(criterion=c, before=first.get(c, "no"), after=second.get(c, "no")) for c in {**second, **first}),
        flags_gone=tuple(sorted(old - new)),
        flags_new=tuple(sorted(new - old)),
    )


def _movement(by: int) -> Movement:
    return "up" if by > 0 else "down" if by < 0 else "same"
