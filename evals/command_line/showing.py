"""What the commands show at their end: the measures, and whether they hold."""

from collections.abc import Iterable

import typer
from rich.table import Table

from evals import thresholds
from evals.folder import RunFolder
from evals.reporting.page import write
from evals.score import Metric, Score
from evals.scoring import scores
from evals.thresholds import Crossed
from interviewer.assessment import EngineName
from interviewer.command_line.common import STUCK, console


def finish(folder: RunFolder, engine: EngineName, broken: int = 0) -> None:
    """Scores the run in `folder` and shows it.

    Ends with 1 when something could not be assessed, or when a bound does not hold, and not only as is known.
    """
    results = list(folder.results())
    found = scores(results)
    bounds = thresholds.read()
    folder.keep_scores(found, bounds)
    write(folder, found, results, bounds)
    page = console()
    for score in found:
        page.print(table(score, bounds.of(engine, score.suite)))
    missed = thresholds.crossed(found, engine, bounds)
    say_crossed(missed)
    unscored = sum(score.unscored for score in found)
    if unscored or broken:
        typer.echo(f"Not assessed: {unscored} trials, {broken} unreadable records; they count in no figure.", err=True)
    typer.echo(f"Report: {folder.report}")
    raise typer.Exit(STUCK if any(not c.known for c in missed) or unscored or broken else 0)


def say_crossed(missed: Iterable[Crossed]) -> None:
    """Says which bounds do not hold, and of which that is no news."""
    for crossed in missed:
        typer.echo(f"{'Still does' if crossed.known else 'Does'} not hold: {crossed}.", err=True)


def table(score: Score, bounds: dict[str, thresholds.Threshold]) -> Table:
    """The measures of one suite that have a bound; the report has them all."""
    drawn = Table("measure", "value", "95 % interval", "n", "has to be", title=score.suite, title_justify="left")
    for metric in score.metrics:
        if bound := bounds.get(metric.name):
            goal = f", goal {bound.goal:g}" if bound.goal is not None else ""
            drawn.add_row(metric.name, _figure(metric.value), _interval(metric), str(metric.n), f"{bound}{goal}")
    return drawn


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(metric: Metric) -> str:
    if metric.low is None or metric.high is None:
        return ""
    other = "" if metric.confidence == 0.95 else f" ({metric.confidence:.0%})"
    return f"{metric.low:.3f} to {metric.high:.3f}{other}"
