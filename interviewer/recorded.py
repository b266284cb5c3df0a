"""Recorded interviews: read from files, turned into transcripts, assessed one by one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.files import ContentError, Fault, read_text
from interviewer.library import Library
from interviewer.manners import kind_of
from interviewer.probing import targets_of
from interviewer.rubric import CriterionId, FlagId, Identifier, Level, Rating, Text, Verdict
from interviewer.text import clean
from interviewer.transcript import Transcript, Turn


class _Given(BaseModel):
    """Other people's files: what is not known is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class FollowUpAnswer(_Given):
    question: Text
    answer: str


class Labels(_Given):
    """What a careful reader says; criteria, flags and next_probes describe the first answer, the verdict the whole."""

    verdict: Verdict | None = None
    criteria: dict[CriterionId, Rating] = Field(default_factory=dict)
    flags: dict[FlagId, bool] = Field(default_factory=dict)
    next_probes: tuple[CriterionId, ...] = ()
    evidence: dict[CriterionId | FlagId, tuple[str, ...]] = Field(default_factory=dict)
    """Words of the first answer that a rating of yes, or a red flag, rests on."""


class Record(_Given):
    """One recorded interview, as in the file."""

    id: Annotated[str, Field(min_length=1, max_length=200)]
    story: str = ""
    """Records with the same one tell the same case and are not independent of each other."""
    principle: Identifier
    scenario: Identifier | None = None
    level: Level = "sde2"
    question: str = ""
    answer: str
    follow_ups: tuple[FollowUpAnswer, ...] = ()
    labels: Labels | None = None
    second_labels: Labels | None = None
    """What another reader says, who did not see the first labels."""


class Unreadable(NamedTuple):
    """A record that cannot be read, and why."""

    id: str
    error: str


def read_records(file: Path) -> Iterator[Record | Unreadable]:
    """The records of a .jsonl, .json or .yaml file (one record, or a list of them), in order.

    A broken record is yielded as Unreadable, naming file and line, and the others go on. Raises ContentError when the file as a
    whole cannot be read.
    """
    text = read_text(file)
    yield from read_lines(text, file) if file.suffix == ".jsonl" else _from_document(text, file)


def read_lines(text: str, file: Path) -> Iterator[Record | Unreadable]:
    """The records of JSON Lines that came from `file`, as `read_records`."""
    # Not splitlines(): a JSON string may hold U+2028 and its like as they are.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _from_json_line(line, file, number)


def transcript(record: Record, brief: Brief) -> Transcript:
    """What was said, cleaned, with each recorded question matched to the follow-up it is."""
    first = clean(record.answer)
    turns = [Turn(number=1, question=record.question or brief.questions[0], text=first, kind=kind_of(first))]
    for number, follow_up in enumerate(record.follow_ups, 2):
        probe, targets = targets_of(follow_up.question, brief)
        said = clean(follow_up.answer)
        turns.append(
            Turn(number=number, question=follow_up.question, probe=probe, targets=targets, text=said, kind=kind_of(said))
        )
    return Transcript(turns=tuple(turns))


def brief_of(record: Record, library: Library, principle: str | None = None) -> Brief:
    """What the record is assessed against, for another principle if one is given. Raises LookupError, in a sentence."""
    if principle and principle != record.principle:
        return library.brief(principle, record.level)
    return library.brief(record.principle, record.level, record.scenario)


def contract(id: str, assessment: Assessment) -> dict[str, Any]:
    """The assessment as the JSON object that scripts rely on."""
    first = assessment.first_answer
    probe = first.next_probe
    return {
        "id": id,
        "principle": assessment.principle,
        "level": assessment.level,
        "verdict": assessment.verdict,
        "first_answer": {
            "criteria": first.criteria,
            "flags": first.flags,
            "next_probe": probe and {"id": probe.id, "question": probe.question, "targets": list(probe.targets)},
        },
        "criteria": [_renamed(f.model_dump(mode="json"), criterion="id") for f in assessment.findings],
        "red_flags": [_renamed(f.model_dump(mode="json"), flag="id") for f in assessment.flags],
        "disqualifications": [d.model_dump(mode="json") for d in assessment.disqualifications],
        "contradictions": [c.model_dump(mode="json") for c in assessment.contradictions],
        "reason": assessment.reason,
        "summary": assessment.feedback.summary,
        "bar_raiser_thinks": assessment.feedback.bar_raiser_thinks,
        "strengths": list(assessment.feedback.strengths),
        "improvements": [advice.text for advice in assessment.feedback.improvements],
        "not_said": list(assessment.not_said),
        "never_asked": list(assessment.never_asked),
        "unsupported": assessment.unsupported,
        "provenance": assessment.provenance.model_dump(mode="json"),
    }


def _renamed(fields: dict[str, Any], **names: str) -> dict[str, Any]:
    return {names.get(key, key): value for key, value in fields.items()}


def _from_json_line(line: str, file: Path, number: int) -> Record | Unreadable:
    place = f"{file}:{number}"
    try:
        return _record(json.loads(line), place)
    except json.JSONDecodeError as error:
        return Unreadable(place, f"{place}: not valid JSON: {error.msg} at column {error.colno}")
    except RecursionError:
        return Unreadable(place, f"{place}: nested too deeply")


def _from_document(text: str, file: Path) -> Iterator[Record | Unreadable]:
    try:
        data = json.loads(text) if file.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader)
    except json.JSONDecodeError as error:
        raise ContentError([Fault(file, error.lineno, "", f"not valid JSON: {error.msg}")]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ContentError([Fault(file, mark.line + 1 if mark else 1, "", "not valid YAML")]) from error
    for number, item in enumerate(data if isinstance(data, list) else [data], 1):
        yield _record(item, f"{file}, record {number}")


def _record(data: Any, place: str) -> Record | Unreadable:
    id = str(data["id"]) if isinstance(data, dict) and data.get("id") else place
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        faults = (
            f"{'.'.join(map(str, e['loc'])) or 'record'}: {e['msg']}"
            for e in error.errors(include_url=False, include_input=False)
        )
        return Unreadable(id, f"{place}: {'; '.join(faults)}")
