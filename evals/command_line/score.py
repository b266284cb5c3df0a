"""``evals score``: scores a finished run again, without assessing anything."""

from pathlib import Path
from typing import Annotated

import typer

from evals.command_line.showing import finish
from evals.folder import RunFolder, Wrong
from interviewer.command_line.common import WRONG, fail


def score(run: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `run` wrote.")]) -> None:
    """Score a finished run again; no model is called."""
    folder = RunFolder(run)
    try:
        engine = folder.manifest().engine
    except Wrong as wrong:
        fail(WRONG, str(wrong))
    finish(folder, engine)
