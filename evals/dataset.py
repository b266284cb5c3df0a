"""Recorded interviews to be assessed, most of them with labels."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from interviewer.recorded import Record, Unreadable, read_records
from interviewer.text import words


class Dataset(NamedTuple):
    """What the files of a run hold."""

    records: tuple[Record, ...]
    broken: tuple[Unreadable, ...]
    """Records that cannot be read, with file and line; the others go on."""

    @property
    def labelled(self) -> tuple[Record, ...]:
        return tuple(r for r in self.records if r.labels)

    def judged(self, *verdicts: str) -> tuple[Record, ...]:
        """The records whose labelled verdict is one of `verdicts`."""
        return tuple(r for r in self.labelled if r.labels and r.labels.verdict in verdicts)


def read(files: Iterable[Path]) -> Dataset:
    """The records of all `files`. Raises ContentError when a file as a whole cannot be read."""
    records: dict[str, Record] = {}
    broken: list[Unreadable] = []
    for file in files:
        for item in read_records(file):
            if isinstance(item, Unreadable):
                broken.append(item)
            elif item.id in records:
                broken.append(Unreadable(item.id, f"{file}: a record with the id {item.id!r} was already read"))
            else:
                records[item.id] = item
    return Dataset(tuple(records.values()), tuple(broken))


def said(record: Record) -> str:
    """Everything the candidate said."""
    return "\n".join([record.answer, *(f.answer for f in record.follow_ups)])


def length(record: Record) -> int:
    """Words the candidate said."""
    return len(words(said(record)))


def story(record: Record) -> str:
    """What records that are not independent have in common: they tell the same story."""
    return record.story or record.id
