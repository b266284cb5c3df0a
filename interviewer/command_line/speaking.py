"""The two voices of a terminal interview: the interviewer's, as it is phrased, and the candidate's, over several lines."""

import select
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console

END = "/end"
_PASTE_SECONDS = 0.05
"""A pasted line follows the one before it faster than this; a typed one does not."""


class Heard(NamedTuple):
    """What the candidate said before pausing."""

    text: str
    """Empty when there was nothing but the wish to end."""
    ends: bool
    """Whether the candidate ends the interview here."""


def listen() -> Heard:
    """The candidate's lines up to an empty one. Blank lines inside a pasted text do not end it."""
    live = sys.stdin.isatty()
    if live:
        _edit_lines()
    lines: list[str] = []
    while True:
        try:
            line = input("> " if live else "")
        except EOFError:
            if live:
                print()
            return Heard("\n".join(lines), ends=not lines)
        if line.strip() == END:
            return Heard("\n".join(lines), ends=True)
        if line.strip() or (lines and live and _more_is_pasted()):
            lines.append(line)
        elif any(lines):
            return Heard("\n".join(lines), ends=False)


def speak(console: Console, speaker: str, pieces: Iterable[str]) -> None:
    """Writes the pieces as they come, broken between words; whatever happens in between, the line is closed."""
    console.print(speaker, style="bold", end="")
    column, word = cell_len(speaker), ""
    try:
        for character in (c for piece in pieces for c in _inert(piece)):
            if not character.isspace():
                word += character
                continue
            column, word = _put(console, column, word), ""
            if character == "\n":
                console.file.write("\n")
                column = 0
        _put(console, column, word)
    finally:
        console.file.write("\n")
        console.file.flush()


def _put(console: Console, column: int, word: str) -> int:
    """Writes `word` at `column` or, when it does not fit there, on the next line; the column after it."""
    if not word:
        return column
    gap = " " if column else ""
    if column and column + 1 + cell_len(word) > console.width:
        gap, column = "\n", 0
    console.file.write(gap + word)
    console.file.flush()
    return column + len(gap.strip("\n")) + cell_len(word)


def _inert(piece: str) -> str:
    """`piece` without anything a terminal would obey; a piece may hold half of an escape sequence."""
    return "".join(c if c.isprintable() or c == "\n" else " " if c.isspace() else "" for c in piece)


def _edit_lines() -> None:
    """Gives input() its line editing, and lines longer than the 4095 bytes that a bare terminal passes on."""
    with suppress(ImportError):  # Windows has both without it
        import readline  # noqa: F401


def _more_is_pasted() -> bool:
    if sys.platform == "win32":
        return False  # select() knows only sockets there
    return bool(select.select([sys.stdin], [], [], _PASTE_SECONDS)[0])
