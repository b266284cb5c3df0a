"""`interviewer check`: every fault in the prompts and scenarios, at once."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.progress import track

from interviewer.command_line.common import STUCK, Prompts, Scenarios, console, one_line, sentences
from interviewer.files import ContentError, Fault
from interviewer.library import Library, load
from interviewer.quality import examine
from interviewer.settings import Settings, read


def check(
    prompts: Prompts = None,
    scenarios: Scenarios = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Validate every prompt and scenario; list everything that is wrong, one fault a line.

    Scenarios are also held against the quality they need: speaking times, no repetition, and the product itself must rate each
    strong example Hire or better, each weak one Leaning No Hire or worse, and every weak reply below the strong one.
    """
    with sentences():
        settings = read(prompts=prompts, scenarios=scenarios)
    counts: dict[str, int] = {}
    try:
        library = load(settings.prompts, settings.scenarios)
    except ContentError as error:
        faults: Sequence[Fault] = error.faults
    else:
        faults, counts = _examined(library, settings), _counts(library)
    if as_json:
        print(json.dumps({**counts, "faults": [{**fault._asdict(), "file": str(fault.file)} for fault in faults]}))
    else:
        print("\n".join(map(one_line, faults)) or f"{', '.join(f'{n} {what}' for what, n in counts.items())}: all good.")
    raise typer.Exit(STUCK if faults else 0)


def _examined(library: Library, settings: Settings) -> Sequence[Fault]:
    """The faults of every scenario; progress goes to stderr, where somebody watches."""
    screen = console(stderr=True)
    found = track(
        examine(library, settings.scenarios),
        description="Examining the scenarios",
        total=len(library.scenarios) + 1,
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )
    return sorted(fault for faults in found for fault in faults)


def _counts(library: Library) -> dict[str, int]:
    return {
        "scenarios": len(library.scenarios),
        "packs": len(library.packs),
        "prompts": len(library.prompts) + len(library.lines),
    }
