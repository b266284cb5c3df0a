"""`interviewer check`: every fault in the prompts and scenarios, at once."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from interviewer.command_line.common import STUCK, Prompts, Scenarios, one_line, sentences
from interviewer.files import ContentError, Fault
from interviewer.library import load
from interviewer.settings import read


def check(
    prompts: Prompts = None,
    scenarios: Scenarios = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Validate every prompt and scenario; list everything that is wrong, one fault a line."""
    with sentences():
        settings = read(prompts=prompts, scenarios=scenarios)
    counts: dict[str, int] = {}
    faults: Sequence[Fault] = ()
    try:
        library = load(settings.prompts, settings.scenarios)
        counts = {
            "scenarios": len(library.scenarios),
            "packs": len(library.packs),
            "prompts": len(library.prompts) + len(library.lines),
        }
    except ContentError as error:
        faults = error.faults
    if as_json:
        print(json.dumps({**counts, "faults": [{**fault._asdict(), "file": str(fault.file)} for fault in faults]}))
    else:
        print("\n".join(map(one_line, faults)) or f"{', '.join(f'{n} {what}' for what, n in counts.items())}: all good.")
    raise typer.Exit(STUCK if faults else 0)
