"""One figure, what it has to be (``bounds.yaml``), and whether it is."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from interviewer.files import parse_yaml, read_text
from interviewer.rubric import Strict

FILE = Path(__file__).with_name("bounds.yaml")
State = Literal["holds", "within noise", "missed", "not measured"]


class Bound(Strict):
    """What a figure has to be; exactly one of `at_least` and `at_most`."""

    what: str
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    noise: float = Field(default=0.0, ge=0)
    """The share of the bound by which a busy machine may miss it."""

    @model_validator(mode="after")
    def _one_bound(self) -> "Bound":
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("give at_least or at_most")
        return self

    def state(self, value: float) -> State:
        bound, over = (self.at_most, 1) if self.at_most is not None else (self.at_least or 0.0, -1)
        if over * (value - bound) <= 0:
            return "holds"
        return "within noise" if over * (value - bound) <= self.noise * bound else "missed"

    def __str__(self) -> str:
        bound = f"at least {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"
        return f"{bound} {self.unit}".rstrip()


class Bounds(Strict):
    bounds: dict[str, Bound]


class Figure(NamedTuple):
    """What was measured under a name of ``bounds.yaml``."""

    name: str
    value: float | None
    """None when it could not be measured."""
    low: float = 0.0
    high: float = 0.0
    n: int = 1
    """How often it was measured, from `low` to `high`."""
    note: str = ""

    @classmethod
    def of(cls, name: str, values: Sequence[float], note: str = "", best: bool = False) -> Self:
        """Of `values` the median; the `best` one where whatever else runs can only have added to it."""
        if not values:
            return cls(name, None, n=0, note=note)
        return cls(name, min(values) if best else median(values), min(values), max(values), len(values), note)

    def state(self, bound: Bound) -> State:
        return "not measured" if self.value is None else bound.state(self.value)


def read(file: Path = FILE) -> dict[str, Bound]:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Bounds, file).bounds
