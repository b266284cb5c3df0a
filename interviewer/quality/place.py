"""Where in a scenario's file a fault is."""

from pathlib import Path

from interviewer.files import Fault, line_of, read_text


def fault(file: Path, why: str, *path: str | int) -> Fault:
    """A fault in the field at `path` of the scenario in `file`."""
    return Fault(file, line_of(read_text(file), *path), ".".join(map(str, path)), why)
