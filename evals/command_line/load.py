"""``evals load``: many people at once in front of the page."""

import asyncio
import signal
from typing import Annotated

import typer
from rich.live import Live
from rich.table import Table

from evals.load.figures import MOST_OWN_MILLISECONDS, Asked, Engine, Figures, Now
from interviewer.command_line.common import STUCK, console, sentences
from interviewer.library import load as load_library
from interviewer.settings import read


def load(
    engine: Annotated[
        Engine, typer.Option(help="The offline engine, or a stub of a model with the latency of a real one.")
    ] = "local",
    users: Annotated[int, typer.Option(min=1, help="How many people are there at once.")] = 200,
    minutes: Annotated[float, typer.Option(min=0, help="For how long, after everybody has come.")] = 10,
    pace: Annotated[float, typer.Option(min=0, help="What think times (10 to 60 seconds) are multiplied by.")] = 1,
    processes: Annotated[int, typer.Option(min=1, help="How many processes of the page share one database.")] = 1,
    seed: Annotated[int, typer.Option(help="Draws who says what, and how long it takes them.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="The figures as one JSON object.")] = False,
) -> None:
    """Hold many interviews at once with servers of its own, by Streamlit's own protocol, and measure what they wait for.

    Ends with 1 when something went wrong, when anybody was shown another's words or lost their own, or when the app's own time
    for a turn is too long.
    """
    # Imported here, because Streamlit takes a second to load, and the other commands need none.
    from evals.load.running import Load

    with sentences():
        settings = read()
        library = load_library(settings.prompts, settings.scenarios)
    # Asked to end it ends as by Ctrl-C, and its servers with it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asked = Asked(engine, users, minutes, pace, seed, processes)
    with Live(console=console(stderr=True), refresh_per_second=2, transient=True) as live:
        found = asyncio.run(Load(asked, library).run(lambda now: live.update(_progress(asked, now))))
    if json:
        typer.echo(found.model_dump_json())
    else:
        console().print(_table(found))
        for told in found.differences:
            typer.echo(told, err=True)
        if found.generator_is_late:
            typer.echo(f"The load generator itself was late by {found.generator_lag:.0f} ms: the times say too much.", err=True)
    for told in found.crossed:
        typer.echo(f"Does not hold: {told}.", err=True)
    raise typer.Exit(STUCK if found.crossed else 0)


def _progress(asked: Asked, now: Now) -> Table:
    drawn = Table("time", "people", "interviews", "turns", "own p95", "errors", "leaks", "memory", "threads")
    elapsed = f"{int(now.elapsed) // 60}:{int(now.elapsed) % 60:02}"
    memory, threads = (f"{now.sample.megabytes:.0f} MB", str(now.sample.threads)) if now.sample else ("", "")
    figures = (now.interviews, now.turns, f"{now.p95:.0f} ms", now.faults, now.leaks)
    drawn.add_row(elapsed, f"{now.open} of {asked.users}", *map(str, figures), memory, threads)
    return drawn


def _table(found: Figures) -> Table:
    of = f", {found.processes} processes" if found.processes > 1 else ""
    title = f"{found.users} people at once for {found.minutes:g} minutes, {found.engine} engine{of}"
    drawn = Table("figure", "value", "has to be", title=title, title_justify="left")
    drawn.add_row("interviews held", f"{found.interviews:,}")
    drawn.add_row("turns", f"{found.turns:,}")
    drawn.add_row("pages opened", f"{found.sessions:,}")
    drawn.add_row("errors", str(sum(found.faults.values())), "0")
    for what, count in found.faults.items():
        drawn.add_row(f"  {what}", str(count))
    drawn.add_row("shown to somebody else", str(found.leaks), "0")
    drawn.add_row("lost, doubled, out of order", str(len(found.differences)), "0")
    for step, times in found.times.items():
        bound = f"p95 at most {MOST_OWN_MILLISECONDS}" if step == "turn" else ""
        told = f"p50 {times.p50:,.0f}, p95 {times.p95:,.0f}, longest {times.worst:,.0f} ms"
        drawn.add_row(f"own time: {step}", told, bound)
    drawn.add_row("processor time per turn, all in all", f"{found.cpu_per_turn:.0f} ms")
    drawn.add_row("processor cores kept busy", f"{found.cores:.2f}")
    drawn.add_row("memory at most", f"{found.megabytes:.0f} MB, {found.threads} threads")
    drawn.add_row("memory per 100 interviews", "-" if found.slope is None else f"{found.slope:+.1f} MB")
    drawn.add_row("the generator itself", f"{found.generator_cores:.2f} cores, {found.generator_lag:.0f} ms late at p95")
    drawn.add_row("other programs meanwhile", f"{found.other_cores:.2f} cores")
    return drawn
