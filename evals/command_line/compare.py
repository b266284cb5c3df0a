"""``evals compare``: what differs between two runs, and whether the later one may stay."""

import json
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table

from evals import thresholds
from evals.command_line.showing import say_crossed
from evals.comparing import Comparison, Difference, Flip
from evals.comparing import compare as compare_results
from evals.folder import RunFolder, Wrong
from evals.trial import SuiteName
from interviewer.command_line.common import STUCK, WRONG, console, fail, inert, sentences
from interviewer.rubric import VERDICT_NAMES

Gates = set[tuple[SuiteName, str]]


def compare(
    before: Annotated[Path, typer.Argument(metavar="DIR_A", help="The run to compare with.")],
    after: Annotated[Path, typer.Argument(metavar="DIR_B", help="The run in question.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for scripts.")] = False,
) -> None:
    """Compare two runs on the trials that both have scored.

    Each measure's change comes with a 95 % interval from a paired bootstrap over whole stories. What flipped is listed.

    Ends with 1 when DIR_B misses a bound of evals/thresholds.yaml (for its engine, on all of its results; where that is noted as
    known there, by more than noted), or when a measure that has a bound there is significantly worse in DIR_B: its whole interval
    lies on the wrong side of zero. A goal is no bound.
    Ends with 2 when a folder holds no scored run, or the two have no scored trial in common.
    """
    one, other = RunFolder(before), RunFolder(after)
    with sentences():
        bounds = thresholds.read()
    try:
        one.manifest()
        engine, scores = other.manifest().engine, other.scores()
    except Wrong as wrong:
        fail(WRONG, str(wrong))
    found = compare_results(one.results(), other.results())
    if not found.compared:
        fail(WRONG, f"{before} and {after} have no scored trial in common.")
    gates: Gates = {(suite, name) for suite in (s.suite for s in scores) for name in bounds.of(engine, suite)}
    worse = [d for d in found.differences if (d.suite, d.name) in gates and d.significant == "worse"]
    crossed = thresholds.crossed(scores, engine, bounds)
    news = [c for c in crossed if not c.known]
    if as_json:
        named = {"missed": [str(c) for c in news], "known": [str(c) for c in crossed if c.known]}
        typer.echo(json.dumps(found.model_dump(mode="json") | {"worse": [f"{d.suite}: {d.name}" for d in worse]} | named))
    else:
        _show(console(), found, gates)
        say_crossed(crossed)
        for d in worse:
            typer.echo(f"Significantly worse: {d.suite}: {d.name}.", err=True)
    raise typer.Exit(STUCK if worse or news else 0)


def _show(page: Console, found: Comparison, gates: Gates) -> None:
    page.print(f"{found.compared} trials compared.")
    for text, trials in (
        ("only in the first run", found.only_before),
        ("only in the second run", found.only_after),
        ("asked with other words in the second run", found.other_task),
    ):
        if trials:
            page.print(inert(f"{len(trials)} {text}: {', '.join(trials[:3])}{', ...' if len(trials) > 3 else ''}"))
    changed = [d for d in found.differences if d.change or (d.suite, d.name) in gates]
    for suite, some in groupby(changed, key=lambda d: d.suite):
        page.print(changes(suite, list(some), gates))
    page.print("* has a bound in thresholds.yaml" if gates else "No measure has a bound in thresholds.yaml.")
    if found.flips:
        page.print(_flips(found.flips))
    moved = Table("criterion", "raised", "lowered", "same", title="ratings", title_justify="left")
    for m in found.moved:
        moved.add_row(m.criterion, str(m.raised), str(m.lowered), str(m.same))
    page.print(moved)


def changes(suite: SuiteName, differences: list[Difference], gates: Gates) -> Table:
    drawn = Table("measure", "first", "second", "change", "95 % interval", "", title=suite, title_justify="left")
    for d in differences:
        gate = "*" if (d.suite, d.name) in gates else ""
        interval = "" if d.low is None or d.high is None else f"{d.low:+.3f} to {d.high:+.3f}"
        change = "" if d.change is None else f"{d.change:+.3f}"
        drawn.add_row(f"{d.name}{gate}", _figure(d.before), _figure(d.after), change, interval, d.significant or "")
    return drawn


def _flips(flips: tuple[Flip, ...]) -> Table:
    drawn = Table(
        Column("trial", overflow="fold"),
        "first",
        "second",
        "labelled",
        "",
        title=f"{len(flips)} verdicts differ",
        title_justify="left",
    )
    for f in flips:
        label = VERDICT_NAMES[f.labelled] if f.labelled else ""
        drawn.add_row(inert(f.trial), VERDICT_NAMES[f.before], VERDICT_NAMES[f.after], label, f.towards_label or "")
    return drawn


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
