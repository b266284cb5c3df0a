"""Everything that is kept, in one JSON file: written, read strictly, and taken in again without doubling anything.

The file is a contract: ``format``, ``version``, and a list each of ``interviews``, ``papers`` (tests) and ``loops``, one record a
line. It is read as a whole before anything of it is kept, and every record at fault is named by its place.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import AwareDatetime, Field, ValidationError

from interviewer.ids import Id, is_id
from interviewer.interview import Asked, Event, Said, Setup
from interviewer.loop import Loop
from interviewer.quiz import Letter, Paper, Result
from interviewer.rubric import Strict
from interviewer.text import clean

FORMAT = "mock-interviewer"
VERSION = 1
MOST_FAULTS = 20
"""Faults that are named; a file with more is not mended by reading on."""


class KeptEvent(Strict):
    at: AwareDatetime
    event: Event


class KeptInterview(Strict):
    id: Id
    created_at: AwareDatetime
    setup: Setup
    events: tuple[KeptEvent, ...] = Field(min_length=1)

    @property
    def log(self) -> tuple[Event, ...]:
        return tuple(kept.event for kept in self.events)


class KeptPaper(Strict):
    paper: Paper
    answers: dict[str, Letter]
    result: Result | None


class KeptLoop(Strict):
    created_at: AwareDatetime
    loop: Loop


class Archive(NamedTuple):
    """What a file holds, valid."""

    interviews: tuple[KeptInterview, ...] = ()
    papers: tuple[KeptPaper, ...] = ()
    loops: tuple[KeptLoop, ...] = ()


class BadArchive(Exception):
    """The file cannot be taken in, and nothing of it was; `faults` are a sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults[:MOST_FAULTS])
        self.further = max(0, len(faults) - MOST_FAULTS)
        super().__init__("\n".join(self.faults))


Record = KeptInterview | KeptPaper | KeptLoop
R = TypeVar("R", KeptInterview, KeptPaper, KeptLoop)


def write(records: Iterator[Record]) -> Iterator[str]:
    """The file, piece by piece. `records` come kind by kind."""
    yield f'{{"format": "{FORMAT}", "version": {VERSION}'
    open_: str | None = None
    for record in records:
        name = _LISTS[type(record)]
        if name == open_:
            yield ",\n"
        else:
            yield f'{chr(10) + "]" if open_ else ""},\n"{name}": [\n'
            open_ = name
        yield record.model_dump_json()
    yield f"{chr(10) + ']' if open_ else ''}}}\n"


def read(data: bytes) -> Archive:
    """What is in a file. Raises BadArchive."""
    whole = _parsed(data)
    faults: list[str] = []
    interviews = _records(whole, "interviews", "interview", KeptInterview, faults)
    papers = _records(whole, "papers", "test", KeptPaper, faults)
    loops = _records(whole, "loops", "loop", KeptLoop, faults)
    if faults:
        raise BadArchive(faults)
    return Archive(interviews, papers, loops)


_LISTS: Mapping[type[Strict], str] = {KeptInterview: "interviews", KeptPaper: "papers", KeptLoop: "loops"}


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadArchive([f"Line {line}: not UTF-8 text."]) from None
    except json.JSONDecodeError as error:
        raise BadArchive([f"Line {error.lineno}: not valid JSON: {error.msg}."]) from None
    except RecursionError:
        raise BadArchive(["The file is nested too deeply."]) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise BadArchive(["This is no file that was exported here."])
    if whole.get("version") != VERSION:
        raise BadArchive(["The file was exported by another version of this program. Import it with the newest version."])
    if unknown := sorted(whole.keys() - {"format", "version", *_LISTS.values()}):
        raise BadArchive([f"{unknown[0][:40]!r} is not a known field."])
    return whole


def _records(whole: dict[str, Any], name: str, one: str, kind: type[R], faults: list[str]) -> tuple[R, ...]:
    given = whole.get(name, [])
    if not isinstance(given, list):
        faults.append(f"{name!r} is not a list.")
        return ()
    found: dict[str, int] = {}
    records: list[R] = []
    for number, item in enumerate(given, 1):
        place = f"{one.capitalize()} {number}"
        try:
            record = kind.model_validate_json(json.dumps(item))
        except ValidationError as error:
            faults.extend(f"{place}: {_fault(e)}." for e in error.errors(include_url=False, include_input=False)[:3])
            continue
        faults.extend(f"{place}: {why}." for why in _wrong(record))
        first = found.setdefault(_id(record), number)
        if first != number:
            faults.append(f"{place}: has the same id as {one} {first}.")
        records.append(record)
    return tuple(records)


def _fault(error: Any) -> str:
    place = ".".join(str(step) for step in error["loc"])
    message = {"missing": "is missing", "extra_forbidden": "is not a known field"}.get(error["type"], error["msg"])
    return f"{place}: {message}" if place else message


def _wrong(record: Record) -> Iterator[str]:
    """What no interview or test that was held here can be."""
    if isinstance(record, KeptInterview):
        if not isinstance(record.events[0].event, Asked):
            yield "events.0: an interview begins with a question"
        for n, event in enumerate(record.log):
            if isinstance(event, Said) and clean(event.text) != event.text:
                yield f"events.{n}: holds characters that are never kept"
    elif isinstance(record, KeptPaper):
        ids = {record.paper.id, record.result.id} if record.result else {record.paper.id}
        if len(ids) > 1:
            yield "the result is another test's"
        if not all(map(is_id, ids)):
            yield "paper.id: must be 32 hex digits"


def _id(record: Record) -> str:
    match record:
        case KeptInterview():
            return record.id
        case KeptPaper():
            return record.paper.id
        case KeptLoop():
            return record.loop.id
