"""The whole examination, one scenario after another."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from interviewer.engines.local import LocalEngine
from interviewer.files import Fault
from interviewer.library import Library
from interviewer.quality.judged import misjudged_examples, misjudged_replies
from interviewer.quality.likeness import already_said, repeated
from interviewer.quality.timing import off_target


def examine(library: Library, folder: Path) -> Iterator[tuple[Fault, ...]]:
    """What is wrong with each scenario of `library` (loaded from `folder`), one after another; at last what repeats what."""
    engine = LocalEngine(library)
    files = {folder / f"{scenario.id}.yaml": scenario for scenario in library.scenarios.values()}
    for file, scenario in files.items():
        yield tuple(
            chain(
                off_target(scenario, file),
                already_said(scenario, file),
                misjudged_examples(engine, library, scenario, file),
                misjudged_replies(engine, library, scenario, file),
            )
        )
    yield tuple(repeated(files))
