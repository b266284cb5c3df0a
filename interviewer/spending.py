"""What interviews took of a model: kept per interview, shown to whoever pays for it, and stopped where it was to end."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple, Protocol

import sqlalchemy as sql

from interviewer.database import Database, StoreError, midnight, now
from interviewer.interview import Interview
from interviewer.models.ceiling import CeilingReached, checked
from interviewer.models.usage import Usage, metered
from interviewer.prices import Prices, Tokens
from interviewer.tables import USAGE

_REACHED = "The ceiling of {most} for {what} is reached, so no further call is made to the model. Go on offline{later}."
_NO_PRICE = (
    "{setting} is set, but no price is known for {model}, so nothing is asked of it. Go on offline, put its price into a file "
    "and name that in INTERVIEWER_PRICES, or set a ceiling in tokens."
)
_INTERVIEW, _DAY = "one interview", "one day"


class Ceilings(Protocol):
    """The settings that say how much may be spent; None means no end."""

    @property
    def spend_per_interview(self) -> float | None:
        """US dollars."""

    @property
    def spend_per_day(self) -> float | None:
        """US dollars, by everybody together, from midnight UTC."""

    @property
    def tokens_per_interview(self) -> int | None:
        """In and out."""

    @property
    def tokens_per_day(self) -> int | None: ...


class Spent(NamedTuple):
    """What an interview took."""

    calls: int
    tokens: Tokens
    estimates: int
    """Calls of which the service said nothing."""
    dollars: float | None
    """None where a model has no price."""
    priced: str
    """When the prices were written down."""

    def __str__(self) -> str:
        told = self.tokens
        calls = "1 model call" if self.calls == 1 else f"{self.calls} model calls"
        kept = f" ({told.cached:,} of them from the service's cache)" if told.cached else ""
        text = f"This interview took {calls}: {told.input:,} tokens in{kept}, {told.output:,} out"
        text += f", {'estimated' if self.estimates == self.calls else 'partly estimated'}" if self.estimates else ""
        return text + ("." if self.dollars is None else f"; about ${self.dollars:.4f} by prices of {self.priced}.")


class _Used(NamedTuple):
    model: str
    tokens: Tokens


class Spending:
    """The spending of one owner; the ceilings are the server's."""

    def __init__(self, database: Database, owner: str, prices: Prices, ceilings: Ceilings) -> None:
        self._database = database
        self._owner = owner
        self._prices = prices
        self._ceilings = ceilings

    @contextmanager
    def account(self, interview: Interview) -> Iterator[None]:
        """What is asked of a model inside is kept for `interview`; a call that would pass a ceiling raises CeilingReached."""
        with metered() as used:
            try:
                with checked(lambda coming: self._check(interview.id, used, coming)):
                    yield
            finally:
                self._keep(interview.id, used)

    def of(self, interview: Interview) -> Spent | None:
        """What `interview` took so far; None when it asked nothing of a model."""
        mine = (USAGE.c.owner == self._owner) & (USAGE.c.interview_id == interview.id)
        parts, calls, estimates = self._read(mine)
        if not calls:
            return None
        return Spent(
            calls=calls,
            tokens=sum((p.tokens for p in parts), Tokens()),
            estimates=estimates,
            dollars=self._dollars(parts),
            priced=f"{self._prices.date.day} {self._prices.date:%B %Y}",
        )

    def _check(self, id: str, used: Sequence[Usage], coming: Usage) -> None:
        asked = [_Used(u.model, Tokens(input=u.input, cached=u.cached, output=u.output)) for u in (*used, coming)]
        limits = self._ceilings
        if limits.spend_per_interview is not None or limits.tokens_per_interview is not None:
            mine = (USAGE.c.owner == self._owner) & (USAGE.c.interview_id == id)
            self._hold(asked, mine, limits.spend_per_interview, limits.tokens_per_interview, _INTERVIEW)
        if limits.spend_per_day is not None or limits.tokens_per_day is not None:
            self._hold(asked, USAGE.c.at >= midnight(), limits.spend_per_day, limits.tokens_per_day, _DAY)

    def _hold(
        self, asked: list[_Used], where: sql.ColumnElement[bool], dollars: float | None, tokens: int | None, what: str
    ) -> None:
        """Raises CeilingReached when what is kept and what is `asked` come to more than a ceiling."""
        parts = [*self._read(where)[0], *asked]
        later = ", or go on tomorrow" if what == _DAY else ""
        if tokens is not None and sum(p.tokens.input + p.tokens.output for p in parts) > tokens:
            raise CeilingReached(_REACHED.format(most=f"{tokens:,} tokens", what=what, later=later))
        if dollars is None:
            return
        cost = self._dollars(parts)
        if cost is None:
            setting = "INTERVIEWER_SPEND_PER_DAY" if what == _DAY else "INTERVIEWER_SPEND_PER_INTERVIEW"
            raise CeilingReached(_NO_PRICE.format(setting=setting, model=asked[-1].model))
        if cost > dollars:
            raise CeilingReached(_REACHED.format(most=f"${dollars:g}", what=what, later=later))

    def _dollars(self, parts: Sequence[_Used]) -> float | None:
        prices = [self._prices.price(part.model) for part in parts]
        costs = [price.of(part.tokens) for price, part in zip(prices, parts, strict=True) if price]
        return sum(costs) if len(costs) == len(parts) else None

    def _read(self, where: sql.ColumnElement[bool]) -> tuple[list[_Used], int, int]:
        """What is kept, by model; how many calls; how many of them are estimates."""
        sums = (sql.func.sum(c) for c in (USAGE.c.input, USAGE.c.cached, USAGE.c.output, USAGE.c.calls))
        estimates = sql.func.sum(sql.cast(USAGE.c.estimated, sql.Integer))
        found = sql.select(USAGE.c.model, *sums, estimates).where(where).group_by(USAGE.c.model)
        with self._database.snapshot() as connection:
            rows = connection.execute(found).all()
        parts = [_Used(row.model, Tokens(input=int(row[1]), cached=int(row[2]), output=int(row[3]))) for row in rows]
        return parts, sum(int(row[4]) for row in rows), sum(int(row[5]) for row in rows)

    def _keep(self, id: str, used: Sequence[Usage]) -> None:
        if not used:
            return
        at = now()
        rows = [
            {"owner": self._owner, "interview_id": id, "at": at, "calls": 1, **usage.model_dump(include=set(Usage.model_fields))}
            for usage in used
        ]
        # What was said and asked is safe by now, and a line missing in the accounts must not cost it.
        with suppress(StoreError), self._database.transaction() as connection:
            connection.execute(sql.insert(USAGE), rows)
