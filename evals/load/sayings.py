"""What is said in the interviews: recorded answers, each with the interview's secret word worked into it."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from evals.dataset import read
from interviewer.recorded import Record
from interviewer.text import clean

FILE = Path(__file__).parents[1] / "recorded" / "development.jsonl"


class Role(NamedTuple):
    """One interview to be held."""

    mark: str
    principle: str
    first: str
    """The answer to the main question."""
    further: tuple[str, ...]
    """What is said to the follow-ups, as often as it takes."""

    def lines(self) -> Iterator[str]:
        """What to say, turn after turn; no two alike."""
        yield f"{self.first} Among ourselves we called it {self.mark}."
        number = 1
        while True:
            for said in self.further:
                number += 1
                yield f"{said} That is the {number}. thing I can say about {self.mark}."


def role(mark: str, chance: random.Random) -> Role:
    """A story drawn by `chance`, with the replies of others told for the same principle."""
    told = _records()
    record = chance.choice(told)
    replies = [f.answer for other in told if other.principle == record.principle for f in other.follow_ups]
    chance.shuffle(replies)
    return Role(mark, record.principle, clean(record.answer), tuple(map(clean, replies)))


@cache
def _records() -> tuple[Record, ...]:
    return read([FILE]).records
