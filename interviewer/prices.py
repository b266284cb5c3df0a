"""What model calls cost, by a dated list of prices."""

import re
from datetime import date
from pathlib import Path

import platformdirs
from pydantic import Field

from interviewer.files import parse_yaml, read_text
from interviewer.rubric import Strict

FILE = Path(__file__).with_suffix(".yaml")
_MILLION = 1_000_000
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")


class Tokens(Strict):
    """Tokens of some calls."""

    input: int = 0
    cached: int = 0
    """Of the input, what a provider's cache held or may hold."""
    output: int = 0

    def __add__(self, other: "Tokens") -> "Tokens":
        return Tokens(input=self.input + other.input, cached=self.cached + other.cached, output=self.output + other.output)


class Price(Strict):
    """US dollars per million tokens."""

    input: float = Field(ge=0)
    cached: float = Field(ge=0)
    output: float = Field(ge=0)

    def of(self, tokens: Tokens, cache: bool = True) -> float:
        """US dollars; `cache` says whether the provider's cache holds what it may."""
        cached = tokens.cached if cache else 0
        return ((tokens.input - cached) * self.input + cached * self.cached + tokens.output * self.output) / _MILLION


class Prices(Strict):
    """A list of prices."""

    date: date
    """When it was written down."""
    batch: float = Field(default=1.0, ge=0, le=1)
    """What of a price the batch endpoint charges."""
    models: dict[str, Price]

    def price(self, model: str) -> Price | None:
        """Of the model or of the one it is a dated version of; None when the list has neither."""
        return self.models.get(model) or self.models.get(_SNAPSHOT.sub("", model))


def read(file: Path = FILE) -> Prices:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Prices, file)


def in_force(own: Path | None = None) -> Prices:
    """The list that comes along, with the user's before it: the file `own`, or the one in the folder of their settings.

    Raises ContentError when `own` is not there or a list is broken.
    """
    usual = platformdirs.user_config_path("interviewer", appauthor=False) / "prices.yaml"
    file = own or (usual if usual.exists() else None)
    bundled = read()
    if file is None:
        return bundled
    mine = read(file)
    return mine.model_copy(update={"models": {**bundled.models, **mine.models}, "date": min(bundled.date, mine.date)})
