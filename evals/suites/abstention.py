"""Does the judge say that there is too little to judge, where nothing was told? Built-in interviews, whatever the dataset."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from evals.dataset import Dataset
from evals.score import Metric, Remark, Score
from evals.shares import share
from evals.trial import Recorded, Result, Trial
from interviewer.assessment import Assessment
from interviewer.files import parse_yaml, read_text
from interviewer.library import Library
from interviewer.recorded import FollowUpAnswer, Record
from interviewer.rubric import VERDICT_NAMES, VERDICTS, Identifier, Strict

FILE = Path(__file__).parent.parent / "abstentions.yaml"
HIGH = 0.12
"""Coverage from which something is taken to have been told; the highest an empty answer may reach."""
_PRINCIPLES = ("ownership", "earn_trust", "dive_deep")
"""Asked in turn."""
_TOO_LITTLE = re.compile(
    r"\b(?:too little|not enough|nothing)\b[^.]{0,40}\b(?:judge[ds]?|assess(?:ed)?|rate[ds]?|say|go on|work with)\b"
    r"|\b(?:can ?not|can't|could not|couldn't) be (?:judged|assessed|rated)\b|\binsufficient\b",
    re.IGNORECASE,
)


class Nothing(Strict):
    """Something that holds no story."""

    id: Identifier
    kind: Identifier
    text: str
    times: int = Field(default=1, ge=1)
    then: tuple[str, ...] = ()


class _File(Strict):
    items: tuple[Nothing, ...]


class Item(NamedTuple):
    """An assessment of nothing, and what is wrong with it."""

    trial: str
    story: str
    kind: str
    given: Assessment

    @property
    def faults(self) -> dict[str, str]:
        """By measure, a sentence for each that does not hold."""
        given = self.given
        yes = [f.criterion for f in given.findings if f.rating == "yes"]
        faults = {
            "no_hire": (given.verdict != "no_hire", f"judged {VERDICT_NAMES[given.verdict]}"),
            "says_so": (not _says_so(given), "no sentence says that there is too little to judge"),
            "nothing_met": (bool(yes), f"{', '.join(yes)} rated yes"),
            "never_high": (
                VERDICTS.index(given.verdict) >= VERDICTS.index("hire") or given.decision.coverage >= HIGH,
                f"coverage {given.decision.coverage:.2f}",
            ),
        }
        return {measure: sentence for measure, (wrong, sentence) in faults.items() if wrong}


MEASURES = ("no_hire", "says_so", "nothing_met", "never_high")


def read(file: Path = FILE) -> tuple[Nothing, ...]:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), _File, file).items


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every built-in interview; once, whatever `repeats`."""
    for number, item in enumerate(read()):
        brief = library.brief(_PRINCIPLES[number % len(_PRINCIPLES)], "sde2")
        probes = [probe.question for probe in brief.bank]
        record = Record(
            id=f"abstention-{item.id}",
            principle=brief.pack.name,
            question=brief.questions[0],
            answer=item.text * item.times,
            follow_ups=tuple(FollowUpAnswer(question=q, answer=a) for q, a in zip(probes, item.then, strict=False)),
        )
        yield Trial(
            id=f"abstention/{item.kind}/{item.id}",
            suite="abstention",
            story=record.id,
            kind=item.kind,
            task=Recorded(record=record),
        )


def score(results: Sequence[Result]) -> Score:
    items = [Item(r.trial.id, r.story, r.trial.kind, given) for r in results if (given := r.assessment)]
    kinds = dict.fromkeys(item.kind for item in items)
    return Score(
        suite="abstention",
        metrics=(
            _right("abstained", items, MEASURES),
            *(_right(measure, items, (measure,)) for measure in MEASURES),
            *(_right(f"abstained_{kind}", [i for i in items if i.kind == kind], MEASURES) for kind in kinds),
        ),
        remarks=tuple(
            Remark(trial=i.trial, what=f"{'; '.join(faults.values())}.".capitalize(), weight=len(faults))
            for i in items
            if (faults := i.faults)
        ),
        unscored=sum(r.assessment is None for r in results),
    )


def _says_so(given: Assessment) -> bool:
    return any(_TOO_LITTLE.search(text) for text in (given.reason, given.feedback.summary, given.feedback.bar_raiser_thinks))


def _right(name: str, items: Sequence[Item], measures: Sequence[str]) -> Metric:
    """The share of `items` with which nothing is wrong by any of `measures`."""
    return share(name, items, lambda i: not set(measures) & set(i.faults))
