"""The same answer from somebody else: rewritings by rule that leave what was done, how and with what result as it was.

The rules and word lists are data (``rewriting.yaml``), to be read and corrected by people who know how others speak.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from interviewer.files import parse_yaml, read_text
from interviewer.recorded import Record
from interviewer.rubric import Identifier, Strict, Text

FILE = Path(__file__).parent / "rewriting.yaml"

_GROUP = re.compile(r"\{(\d|one)\}")


class Change(Strict):
    """Words that are said differently."""

    find: Text
    """A regular expression; case does not matter unless it says so."""
    put: str
    """``{1}`` stands for its first group, ``{one}`` for the chosen of `one_of`; a capital at the start is kept."""
    every: int = Field(default=1, ge=1)
    """Only the first of so many matches, and so on."""

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        try:
            groups = re.compile(self.find).groups
        except re.error as error:
            raise ValueError(f"find is no regular expression: {error}") from None
        if any(g.isdigit() and int(g) > groups for g in _GROUP.findall(self.put)):
            raise ValueError("put names a group that find does not have")
        return self


class Group(Strict):
    """How a group of people would have said it, or what else they would have let drop."""

    id: Identifier
    about: Text
    """A sentence: what is changed, and what the change is taken from."""
    against: Identifier | None = None
    """The group it is compared with; None: the answer as recorded."""
    one_of: tuple[Text, ...] = ()
    """One of them, by story, stands for ``{one}``; groups that are compared have equally many."""
    before: Text | None = None
    """Said before the answer."""
    after: Text | None = None
    """Said after the first answer."""
    also: tuple[Identifier, ...] = ()
    """Groups whose changes come first."""
    swap: Mapping[str, str] = Field(default_factory=dict)
    """Whole words for whole words, all at once."""
    changes: tuple[Change, ...] = ()
    """In order."""
    unpunctuated: bool = False
    """In small letters and without punctuation, as some speech recognition writes."""
    least: int = Field(default=1, ge=1)
    """Changes in an interview below which it says nothing about the group."""


class Framing(Strict):
    """Words that tell how a feedback speaks of somebody."""

    positive: frozenset[str]
    negative: frozenset[str]


class Rewriting(Strict):
    """All groups."""

    groups: tuple[Group, ...]
    framing: Framing

    @model_validator(mode="after")
    def _known(self) -> Self:
        ids = [g.id for g in self.groups]
        if len(set(ids)) < len(ids):
            raise ValueError("two groups have the same id")
        if unknown := {i for g in self.groups for i in (*g.also, *((g.against,) if g.against else ()))} - set(ids):
            raise ValueError(f"there is no group {', '.join(sorted(unknown))}")
        return self

    def group(self, id: str) -> Group:
        return next(g for g in self.groups if g.id == id)


@cache
def read(file: Path = FILE) -> Rewriting:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), Rewriting, file)


def rewritten(record: Record, group: Group, rewriting: Rewriting) -> Record | None:
    """`record`, without its labels, as `group` would have said it; None when there is too little to change."""
    one = _chosen(group.one_of, record.story or record.id)
    answers, changed = [], 0
    for said in (record.answer, *(f.answer for f in record.follow_ups)):
        text, number = _reworded(said, group, rewriting, one)
        answers.append(text)
        changed += number
    first = " ".join(part for part in (group.before, answers[0], group.after) if part).replace("{one}", one)
    added = (group.before is not None) + (group.after is not None)
    if changed + added < group.least or (one and not any(one in answer for answer in (first, *answers))):
        return None
    return record.model_copy(
        update={
            "answer": first,
            "follow_ups": tuple(f.model_copy(update={"answer": a}) for f, a in zip(record.follow_ups, answers[1:], strict=True)),
            "labels": None,
            "second_labels": None,
        }
    )


def _chosen(some: Sequence[str], key: str) -> str:
    return some[int(hashlib.sha256(key.encode()).hexdigest(), 16) % len(some)] if some else ""


def _reworded(text: str, group: Group, rewriting: Rewriting, one: str) -> tuple[str, int]:
    """`text` with the group's changes, and how many there were."""
    changed = 0
    for id in group.also:
        text, number = _reworded(text, rewriting.group(id), rewriting, one)
        changed += number
    if group.swap:
        text, number = _swapped(text, group.swap)
        changed += number
    for change in group.changes:
        text, number = _changed(text, change, one)
        changed += number
    if group.unpunctuated:
        text, number = _unpunctuated(text)
        changed += number
    return text, changed


def _swapped(text: str, swap: Mapping[str, str]) -> tuple[str, int]:
    def instead(match: re.Match[str]) -> str:
        return _like(match[0], known[match[0].casefold().replace("’", "'")])

    known = {word.casefold(): other for word, other in swap.items()}
    longest_first = sorted(swap, key=len, reverse=True)
    either = "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)
    return re.subn(rf"(?<![\w’'-])(?:{either})(?![\w-]|['’]\w)", instead, text, flags=re.IGNORECASE)


def _changed(text: str, change: Change, one: str) -> tuple[str, int]:
    seen, done = count(), count()

    def instead(match: re.Match[str]) -> str:
        if next(seen) % change.every:
            return match[0]
        next(done)
        return _like(match[0], _GROUP.sub(lambda g: one if g[1] == "one" else _small(match, int(g[1])), change.put))

    changed = re.sub(change.find, instead, text, flags=re.IGNORECASE)
    return changed, next(done)


def _small(match: re.Match[str], number: int) -> str:
    """A group as it would be written inside a sentence."""
    said = match[number] or ""
    inside = match.start(number) > match.start() or re.match(r"I\b", said)
    return said if inside else said[:1].lower() + said[1:]


def _like(before: str, after: str) -> str:
    """`after` with a capital where `before` has one."""
    return after[:1].upper() + after[1:] if before[:1].isupper() else after


def _unpunctuated(text: str) -> tuple[str, int]:
    bare, number = re.subn(r"(?<!\d)[.,;:!?…\"“”()]+|[.,;:!?…\"“”()]+(?!\d)", "", text)
    return bare.lower(), number + (bare != bare.lower())
