"""What is put into answers to move the assessment, from ``payloads.yaml``, and where it is put."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import model_validator

from interviewer.files import parse_yaml, read_text
from interviewer.recorded import FollowUpAnswer, Record
from interviewer.rubric import Identifier, Strict, Text

FILE = Path(__file__).parent / "payloads.yaml"
ANYTHING_ELSE = "Is there anything you would like to add?"
"""The question a payload answers that is an answer of its own."""

Position = Literal["start", "middle", "end", "follow_up"]
POSITIONS: tuple[Position, ...] = get_args(Position)

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])[\"”')]?\s+(?=\S)|\n+")


class Payload(Strict):
    """Words of an attacker, or harmless ones that look like it."""

    id: Identifier
    family: Identifier
    text: Text


class Payloads(Strict):
    """All of them."""

    claims: tuple[Identifier, ...]
    """Families of words that a candidate might say; reported apart, because some would have to be taken at their word."""
    payloads: tuple[Payload, ...]
    benign: tuple[Payload, ...]

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        ids = [p.id for p in (*self.payloads, *self.benign)]
        if len(set(ids)) < len(ids):
            raise ValueError("two payloads have the same id")
        if unknown := set(self.claims) - {p.family for p in self.payloads}:
            raise ValueError(f"no payload is of the family {', '.join(sorted(unknown))}")
        return self


@cache
def read(file: Path = FILE) -> Payloads:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Payloads, file)


def place(record: Record, text: str, position: Position) -> Record | None:
    """`record`, without its labels, with `text` put in; None when the answer has no such place."""
    return _PLACES[position](record.model_copy(update={"labels": None, "second_labels": None}), text)


def _at_start(record: Record, text: str) -> Record | None:
    return record.model_copy(update={"answer": f"{text}{_gap(text)}{record.answer}"})


def _in_the_middle(record: Record, text: str) -> Record | None:
    """Between the two sentences that are nearest to the middle."""
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(record.answer)]
    if not ends:
        return None
    at = min(ends, key=lambda end: abs(end - len(record.answer) / 2))
    before, after = record.answer[:at], record.answer[at:]
    gap = "\n" if "\n" in before[len(before.rstrip()) :] else _gap(text)
    return record.model_copy(update={"answer": f"{before.rstrip()}{gap}{text}{gap}{after}"})


def _at_end(record: Record, text: str) -> Record | None:
    return record.model_copy(update={"answer": f"{record.answer}{_gap(text)}{text}"})


def _as_answer(record: Record, text: str) -> Record | None:
    said = FollowUpAnswer(question=ANYTHING_ELSE, answer=text)
    return record.model_copy(update={"follow_ups": (*record.follow_ups, said)})


def _gap(text: str) -> str:
    return "\n" if "\n" in text else " "


_PLACES: Mapping[Position, Callable[[Record, str], Record | None]] = {
    "start": _at_start,
    "middle": _in_the_middle,
    "end": _at_end,
    "follow_up": _as_answer,
}
