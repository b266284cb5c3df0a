"""The command line: `interviewer chat`, `interviewer assess` and `interviewer check`."""

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from interviewer import __version__
from interviewer.command_line.assess import assess
from interviewer.command_line.chat import chat
from interviewer.command_line.check import check

# Tracebacks stay plain: a decorated one shows local variables, and those hold what candidates said.
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 done, 1 something could not be assessed or is broken, 2 wrong usage, settings or content.",
)
app.command(epilog="Example: interviewer chat --principle ownership --level senior")(chat)
app.command(epilog="Example: interviewer assess answers.jsonl --json > assessments.jsonl")(assess)
app.command(epilog="Example: interviewer check --prompts my_prompts")(check)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"interviewer {__version__}")
        raise typer.Exit


@app.callback()
def _interviewer(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Practise behavioral interviews, and assess recorded ones."""


def main() -> None:
    """The `interviewer` program."""
    # As in the Makefile, and before anything imports numpy: with more threads `check` takes three times as long.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Candidates use characters that not every terminal and pipe can show; a replacement beats a crash.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()
