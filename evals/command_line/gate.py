"""``evals gate``: a fixed part of the trials, judged offline, against the bounds and against what was measured before."""

import datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from evals import gate as part
from evals import thresholds
from evals.command_line.compare import changes
from evals.command_line.run import assess_all, manifest
from evals.command_line.showing import say_crossed
from evals.folder import RunFolder
from evals.gate import Baseline, Part
from evals.reporting.page import write
from evals.scoring import scores
from interviewer.command_line.common import STUCK, console, sentences
from interviewer.library import load
from interviewer.settings import read

OUT = Path("runs/gate")
RENEW = "python -m evals gate --renew"


def gate(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the run is kept, in place of an earlier one.")] = OUT,
    renew: Annotated[bool, typer.Option("--renew", help="Keep what was measured as the baseline of later runs.")] = False,
) -> None:
    """Judge the trials of evals/gate.yaml offline: the check before a change may land.

    Ends with 1 when a bound of evals/thresholds.yaml does not hold, and not only as is known; when a measure with a bound is
    significantly worse than in evals/baseline.json; or when that was made of other trials.
    """
    with sentences():
        held = hold(part.read(), part.BASELINE, out, renew)
    raise typer.Exit(0 if held else STUCK)


def hold(asked: Part, baseline: Path, out: Path, renew: bool) -> bool:
    """Judges the trials of `asked` and says what is wrong; whether nothing is. Raises ContentError when a file cannot be read."""
    settings, bounds = read(engine="local"), thresholds.read()
    folder = RunFolder(out)
    folder.forget()
    folder.open(manifest(tuple(asked.stories), [part.FILE.parent / asked.dataset], settings, 1, None, asked.stories))
    assess_all(part.trials(asked, load(settings.prompts, settings.scenarios)), folder, settings, None, None)
    results = list(folder.results())
    found, now = scores(results), part.baseline(results, bounds, datetime.datetime.now(datetime.UTC).date())
    folder.keep_scores(found, bounds)
    write(folder, found, results, bounds)
    if renew:
        baseline.write_text(now.written())
    worse = _worse(part.read_baseline(baseline), now)
    missed = thresholds.crossed(found, "local", bounds)
    say_crossed(missed)
    for name in thresholds.mended(found, "local", bounds):
        typer.echo(f"Holds now: {name}; take `known` out of evals/thresholds.yaml.")
    typer.echo(f"{len(results)} trials, {len(missed)} bounds not met. Report: {folder.report}")
    return not worse and all(c.known for c in missed) and not any(s.unscored for s in found)


def _worse(before: Baseline, now: Baseline) -> bool:
    """Says what differs from the baseline; whether something is significantly worse, or nothing can be said."""
    if other := part.other_trials(before, now):
        names = ", ".join(other)
        typer.echo(f"The baseline knows other trials of {names}; `{RENEW}` makes a new one, to be committed.", err=True)
    found = [d for d in part.differences(before, now) if d.change]
    page = console()
    for suite, some in groupby(found, key=lambda d: d.suite):
        page.print(changes(suite, list(some), set()))
    worse = [d for d in found if d.significant == "worse"]
    for d in worse:
        typer.echo(f"Significantly worse than on {before.made:%-d %B %Y}: {d.suite}: {d.name}.", err=True)
    return bool(worse or other)
