"""Evaluation runs as `python -m evals run` leaves them on disk, read for people who write prompts and scenarios."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class _Kept(BaseModel):
    """Written by another program, perhaps a later one: what is not known is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Bound(_Kept):
    """What a measure has to be."""

    at_least: float | None = None
    at_most: float | None = None
    goal: float | None = None

    def holds(self, value: float) -> bool:
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)

    def __str__(self) -> str:
        return f"at least {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"


class Measure(_Kept):
    name: str
    value: float | None
    """None when there was nothing to measure."""
    low: float | None = None
    high: float | None = None
    n: int


class Remark(_Kept):
    """A trial worth looking at."""

    trial: str
    what: str
    weight: float = 1.0


class Suite(_Kept):
    metrics: tuple[Measure, ...]
    remarks: tuple[Remark, ...] = ()
    bounds: dict[str, Bound] = Field(default_factory=dict)
    unscored: int = 0


class Made(_Kept):
    """With what the run was made."""

    engine: str
    model: str | None = None
    datasets: dict[str, str] = Field(default_factory=dict)


class Run(NamedTuple):
    """One scored run."""

    path: Path
    made: Made
    suites: Mapping[str, Suite]

    @property
    def report(self) -> Path | None:
        file = self.path / "report.html"
        return file if file.exists() else None


def runs(folder: Path) -> tuple[Run, ...]:
    """The scored runs in `folder`, the latest first; a folder that holds none, or holds one that cannot be read, is left out."""
    found = [run for file in folder.glob("*/metrics.json") if (run := _read(file.parent))]
    return tuple(sorted(found, key=lambda run: -(run.path / "metrics.json").stat().st_mtime))


def _read(path: Path) -> Run | None:
    try:
        made = Made.model_validate_json((path / "run.json").read_text(encoding="utf-8"))
        kept = json.loads((path / "metrics.json").read_text(encoding="utf-8"))
        return Run(path, made, {name: Suite.model_validate(suite) for name, suite in kept.items()})
    except (OSError, ValueError, ValidationError):
        return None
