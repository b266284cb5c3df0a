"""The licences of everything that is installed to run the page: `python deploy/licences.py`, or `make licences`."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LOCKS = tuple(file for file in (ROOT / "requirements.txt", ROOT / "requirements-server.txt") if file.exists())
"""What runs the page on a machine of one's own, and on a server."""


class Licensed(NamedTuple):
    name: str
    version: str
    licence: str
    """As its authors say; what they said nothing about is "unknown"."""


def licences(locks: Iterable[Path] = LOCKS) -> Iterator[Licensed]:
    """What `locks` name and is installed here; what is for other systems is not."""
    for name in sorted({name for lock in locks for name in names(lock)}):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        yield Licensed(name, found.version, licence(found))


def names(lock: Path) -> list[str]:
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)


def licence(found: Distribution) -> str:
    """The expression where there is one, else the classifiers, else what was written by hand."""
    told: dict[str, list[str]] = {
        name: found.metadata.get_all(name) or [] for name in ("License-Expression", "Classifier", "License")
    }
    if told["License-Expression"]:
        return told["License-Expression"][0]
    classified = [c.rpartition(" :: ")[2] for c in told["Classifier"] if c.startswith("License ::")]
    if named := [c for c in classified if c != "OSI Approved"]:
        return " AND ".join(sorted(named))
    return next(iter(told["License"]), "unknown").splitlines()[0][:80]


if __name__ == "__main__":
    for one in licences():
        print(f"{one.name} {one.version}: {one.licence}")
