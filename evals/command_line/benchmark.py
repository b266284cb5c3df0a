"""``evals benchmark``: how fast and how frugal the product is."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from evals.benchmark import figures, parts, picture
from evals.benchmark.figures import Bound, Figure
from interviewer.command_line.common import STUCK, WRONG, console, fail, sentences
from interviewer.library import bundled, load


def benchmark(
    only: Annotated[list[str] | None, typer.Option("--only", metavar="NAME", help="Only this part; may be given again.")] = None,
    gate: Annotated[bool, typer.Option("--gate", help="Only what a busy machine cannot blur: counts and growth.")] = False,
    rounds: Annotated[int, typer.Option(min=1, max=50, help="How often each thing is measured.")] = 5,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where figures.json and growth.svg are written.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of the table.")] = False,
) -> None:
    """Measure speed and cost as ratios, each beside its target; no key is needed.

    Ends with 1 when a target is missed by more than its noise (evals/benchmark/bounds.yaml). The parts: counts, growth, history,
    offline, start, overhead. The last two need Chromium.

    python -m evals benchmark --out runs/benchmark

    python -m evals benchmark --only overhead --rounds 10
    """
    names = _parts(only, gate)
    with sentences():
        bounds, library = figures.read(), load(bundled("prompts"), bundled("scenarios"))
    screen, found = console(stderr=True), list[Figure]()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress,
    ):
        bench = parts.Bench(library, Path(folder), rounds, [])
        for name in names:
            task = progress.add_task(f"Measuring {name}", total=None)
            for figure in parts.PARTS[name](bench):
                found.append(figure)
                progress.update(task, description=f"Measuring {name}: {figure.name} {_value(figure)}")
            progress.remove_task(task)
    if out:
        _keep(out, found, bounds, bench)
    typer.echo(json.dumps(_told(found, bounds), indent=1)) if as_json else console().print(_table(found, bounds))
    missed = [figure for figure in found if figure.state(bounds[figure.name]) == "missed"]
    for figure in missed:
        typer.echo(f"Missed: {figure.name} is {_value(figure)}, it has to be {bounds[figure.name]}.", err=True)
    raise typer.Exit(STUCK if missed else 0)


def _parts(only: Sequence[str] | None, gate: bool) -> tuple[str, ...]:
    if unknown := sorted(set(only or ()) - set(parts.PARTS)):
        fail(WRONG, f"There is no part {', '.join(unknown)}; there are {', '.join(parts.PARTS)}.")
    usual = parts.GATE if gate else tuple(parts.PARTS)
    return tuple(name for name in usual if not only or name in only)


def _keep(out: Path, found: Sequence[Figure], bounds: dict[str, Bound], bench: parts.Bench) -> None:
    out.mkdir(parents=True, exist_ok=True)
    (out / "figures.json").write_text(json.dumps(_told(found, bounds), indent=1) + "\n", encoding="utf-8")
    if bench.panels:
        (out / "growth.svg").write_text(picture.draw(bench.panels), encoding="utf-8")


def _told(found: Sequence[Figure], bounds: dict[str, Bound]) -> dict[str, object]:
    return {
        figure.name: {
            "what": bounds[figure.name].what,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "n": figure.n,
            "has_to_be": str(bounds[figure.name]),
            "noise": bounds[figure.name].noise,
            "state": figure.state(bounds[figure.name]),
            "note": figure.note,
        }
        for figure in found
    }


def _table(found: Sequence[Figure], bounds: dict[str, Bound]) -> Table:
    drawn = Table("figure", "value", "from, to", "has to be", "", pad_edge=False)
    for figure in found:
        bound = bounds[figure.name]
        spread = f"{figure.low:.3g}, {figure.high:.3g}" if figure.n > 1 else ""
        told = f"{figure.name}\n[dim]{bound.what}.{f' {figure.note}.' if figure.note else ''}[/]"
        drawn.add_row(Text.from_markup(told), _value(figure), spread, str(bound), figure.state(bound), end_section=True)
    return drawn


def _value(figure: Figure) -> str:
    return "-" if figure.value is None else f"{figure.value:.3g}"
