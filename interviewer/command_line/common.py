"""What the commands share: their options, their consoles, and sentences in place of tracebacks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from interviewer.assessment import EngineName
from interviewer.files import ContentError
from interviewer.models.errors import ModelError
from interviewer.settings import BadSetting
from interviewer.store import NoSuchInterview, StoreError
from interviewer.text import clean

STUCK, WRONG, LEFT = 1, 2, 130
"""Exit codes: it could not be done; usage, settings or content are wrong; left with Ctrl-C, as every program says it."""
READABLE = 100
"""The longest line, in columns: prose across a wide window is hard to follow."""

EngineOption = Annotated[
    EngineName | None, typer.Option("--engine", help="Who asks and assesses: a model (llm) or the offline engine (local).")
]
Prompts = Annotated[
    Path | None, typer.Option("--prompts", metavar="DIR", help="Prompts to use instead of the ones that come along.")
]
Scenarios = Annotated[
    Path | None, typer.Option("--scenarios", metavar="DIR", help="Scenarios to use instead of the ones that come along.")
]


def console(stderr: bool = False) -> Console:
    """A console that takes no text for markup."""
    made = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    made.width = min(made.width, READABLE)
    return made


def inert(text: str, style: str = "") -> Text:
    """`text` from outside, as nothing but characters."""
    return Text(clean(text), style=style)


def fail(code: int, *sentences: str) -> NoReturn:
    """Ends the program with `sentences` on stderr, one a line."""
    for sentence in sentences:
        typer.echo(one_line(sentence), err=True)
    raise typer.Exit(code)


def one_line(text: object) -> str:
    return " ".join(clean(str(text)).splitlines())


@contextmanager
def sentences() -> Iterator[None]:
    """Whatever is wrong with usage, settings or content ends the program with a sentence."""
    try:
        yield
    except ContentError as error:
        fail(WRONG, *map(str, error.faults))
    except (BadSetting, NoSuchInterview, ModelError) as error:
        fail(WRONG, str(error))
    except StoreError as error:
        fail(STUCK, str(error))
