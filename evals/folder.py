"""A run on disk: what was asked for, every result as soon as it is there, and what was made of them.

::

    run.json       the manifest: with what exactly the run was made
    results.jsonl  one result a line, in the order they came in
    metrics.json   the scores
    report.html    the same to read
    replies/       the model's replies, by content
    batches/       what went to a batch endpoint, and what came back
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from pydantic import Field, ValidationError

from evals.score import Score
from evals.thresholds import Thresholds
from evals.trial import Result, SuiteName
from interviewer.assessment import EngineName
from interviewer.rubric import Strict


class Wrong(Exception):
    """A run cannot be used or continued; the sentence says why and what to do."""


class Manifest(Strict):
    """With what a run was made; only a run with the same can be continued."""

    engine: EngineName
    model: str | None
    suites: tuple[SuiteName, ...]
    datasets: dict[str, str]
    """Content hash by file name."""
    content: str
    """Hash over every prompt, pack and scenario."""
    repeats: int
    limit: int | None
    part: dict[SuiteName, int] = Field(default_factory=dict)
    """Stories judged of each suite, where not all were."""
    package: str


class RunFolder:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()

    @property
    def replies(self) -> Path:
        return self.path / "replies"

    @property
    def batches(self) -> Path:
        return self.path / "batches"

    @property
    def report(self) -> Path:
        return self.path / "report.html"

    def open(self, manifest: Manifest) -> None:
        """Begins the run, or takes it up again. Raises Wrong when the folder holds a run of something else."""
        self.path.mkdir(parents=True, exist_ok=True)
        file = self.path / "run.json"
        if file.exists() and (differing := _differing(self.manifest(), manifest)):
            raise Wrong(f"{self.path} holds a run with another {', '.join(differing)}; choose another --out, or delete it.")
        file.write_text(manifest.model_dump_json(indent=2) + "\n")

    def manifest(self) -> Manifest:
        """Raises Wrong when there is no run here."""
        try:
            return Manifest.model_validate_json((self.path / "run.json").read_text())
        except (OSError, ValidationError):
            raise Wrong(f"{self.path} holds no run of this version; `python -m evals run` makes one.") from None

    def results(self) -> Iterator[Result]:
        """Every trial's latest result; a line that broke off when the run was interrupted is left out."""
        file = self.path / "results.jsonl"
        if not file.exists():
            return
        found: dict[str, Result] = {}
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                with suppress(ValidationError):
                    result = Result.model_validate_json(line)
                    found[result.trial.id] = result
        yield from found.values()

    def add(self, result: Result) -> None:
        """Puts `result` on disk at once. May be called from several threads."""
        with self._lock, (self.path / "results.jsonl").open("a", encoding="utf-8") as file:
            file.write(result.model_dump_json() + "\n")

    def forget(self) -> None:
        """Takes away what a run left here, so that everything is judged anew; replies that were paid for stay."""
        for name in ("run.json", "results.jsonl", "metrics.json", "report.html"):
            (self.path / name).unlink(missing_ok=True)

    def mend(self) -> None:
        """Drops a line that broke off, so that the next one starts on its own."""
        file = self.path / "results.jsonl"
        if file.exists() and (text := file.read_bytes()) and not text.endswith(b"\n"):
            file.write_bytes(text[: text.rfind(b"\n") + 1])

    def keep_scores(self, scores: tuple[Score, ...], thresholds: Thresholds) -> None:
        """Writes the scores, each with the bounds it was held against, for people and programs that read them elsewhere."""
        engine = self.manifest().engine
        kept = {}
        for score in scores:
            bounds = {
                name: bound.model_dump(mode="json", exclude_none=True)
                for name, bound in thresholds.of(engine, score.suite).items()
            }
            kept[score.suite] = {**score.model_dump(mode="json", exclude={"suite"}), "bounds": bounds}
        (self.path / "metrics.json").write_text(json.dumps(kept, indent=1) + "\n")

    def scores(self) -> tuple[Score, ...]:
        """Raises Wrong when the run was not scored."""
        try:
            kept = json.loads((self.path / "metrics.json").read_text())
            for score in kept.values():
                score.pop("bounds", None)
            return tuple(Score.model_validate({**score, "suite": suite}) for suite, score in kept.items())
        except (OSError, ValueError):
            raise Wrong(f"{self.path} is not scored; `python -m evals score {self.path}` does it.") from None


def _differing(one: Manifest, other: Manifest) -> list[str]:
    return [field for field in Manifest.model_fields if getattr(one, field) != getattr(other, field)]
