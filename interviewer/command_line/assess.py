"""`interviewer assess`: recorded interviews, one by one."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console
from rich.progress import track
from rich.text import Text

from interviewer.assembly import engine as engine_of
from interviewer.assessing import assess as assess_transcript
from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.command_line.common import (
    STUCK,
    WRONG,
    EngineOption,
    Prompts,
    Scenarios,
    console,
    fail,
    inert,
    one_line,
    sentences,
)
from interviewer.command_line.show import show_assessment, show_example, show_provenance
from interviewer.engines import Engine
from interviewer.files import ContentError, Fault
from interviewer.library import Library, load
from interviewer.models.errors import ModelError
from interviewer.recorded import Record, Unreadable, brief_of, contract, read_lines, read_records, transcript
from interviewer.settings import OFFLINE_NOTICE, read

A_FEW = 3
"""Up to so many records nobody needs to be shown how far it is."""


class Assessed(NamedTuple):
    """A record that could be assessed."""

    id: str
    brief: Brief
    assessment: Assessment


Outcome = Assessed | Unreadable


def assess(
    file: Annotated[
        Path,
        typer.Argument(help="A .jsonl, .json or .yaml file, or - for JSON Lines on standard input."),
    ],
    engine: EngineOption = None,
    principle: Annotated[str | None, typer.Option(metavar="ID", help="Assess all of them for this principle.")] = None,
    prompts: Prompts = None,
    scenarios: Scenarios = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, for scripts.")] = False,
) -> None:
    """Assess recorded interviews."""
    with sentences():
        settings = read(engine=engine, prompts=prompts, scenarios=scenarios)
        library = load(settings.prompts, settings.scenarios)
        assessor = engine_of(settings.default_engine, library, settings)
        records = _records(file)
    if not settings.has_model and not as_json:
        typer.echo(OFFLINE_NOTICE, err=True)
    if not records:
        fail(WRONG, f"{file} holds no records.")
    outcomes = _counted((_outcome(record, library, assessor, principle) for record in records), len(records))
    failed = _print_json(outcomes) if as_json else _print_text(outcomes)
    if failed:
        fail(STUCK, f"{failed} of {len(records)} could not be assessed.")


def _records(file: Path) -> Sequence[Record | Unreadable]:
    """Everything in `file`. Raises ContentError when it is broken as a whole."""
    if str(file) != "-":
        if not file.exists():
            fail(WRONG, f"There is no file {file}.")
        return tuple(read_records(file))
    source = Path("standard input")
    try:
        return tuple(read_lines(sys.stdin.buffer.read().decode("utf-8"), source))
    except UnicodeDecodeError:
        raise ContentError([Fault(source, 1, "", "is not UTF-8 text")]) from None


def _outcome(record: Record | Unreadable, library: Library, engine: Engine, principle: str | None) -> Outcome:
    if isinstance(record, Unreadable):
        return record
    try:
        brief = brief_of(record, library, principle)
    except LookupError as error:
        return Unreadable(record.id, str(error))
    try:
        return Assessed(record.id, brief, assess_transcript(engine, brief, transcript(record, brief)))
    except ModelError as error:
        return Unreadable(record.id, str(error))


def _counted(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """`outcomes`, counted on stderr while they go into a file; on a terminal they are their own progress."""
    counter = console(stderr=True)
    if total <= A_FEW or not counter.is_terminal or sys.stdout.isatty():
        return outcomes
    return iter(track(outcomes, "Assessing", total=total, console=counter, transient=True))


def _print_json(outcomes: Iterator[Outcome]) -> int:
    """One line for each; how many failed."""
    failed = 0
    for outcome in outcomes:
        failed += isinstance(outcome, Unreadable)
        found = outcome._asdict() if isinstance(outcome, Unreadable) else contract(outcome.id, outcome.assessment)
        print(json.dumps(found), flush=True)
    return failed


def _print_text(outcomes: Iterator[Outcome]) -> int:
    """One report for each, and every example once at the end; how many failed."""
    page, failed = console(), 0
    examples: dict[str, Brief] = {}
    for outcome in outcomes:
        page.print(_rule(page, outcome.id))
        if isinstance(outcome, Unreadable):
            failed += 1
            page.print(inert(f"Not assessed. {one_line(outcome.error)}"))
        else:
            show_assessment(page, outcome.brief, outcome.assessment)
            show_provenance(page, outcome.assessment)
            if scenario := outcome.brief.scenario:
                examples.setdefault(scenario.id, outcome.brief)
        page.print()
    for brief in examples.values():
        if brief.scenario:
            show_example(page, brief.scenario, brief)
    return failed


def _rule(page: Console, id: str) -> Text:
    """A line across the page with the record's id in it."""
    title = inert(f"--- {one_line(id)}", "bold").append(" ")
    title.truncate(page.width)
    return title.append("-" * (page.width - title.cell_len))
