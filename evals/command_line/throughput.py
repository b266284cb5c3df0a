"""``evals throughput``: how near a run with a model comes to what the service allows."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from evals import dataset
from evals.scale.throughput import measure
from interviewer.command_line.common import sentences
from interviewer.settings import read


def throughput(
    records: Annotated[Path, typer.Argument(metavar="DATASET", help="Recorded interviews; used over and over.")],
    answers: Annotated[int, typer.Option(min=20, help="How many answers are assessed.")] = 1000,
    at_once: Annotated[int, typer.Option(min=1, max=512, help="Calls in flight.")] = 64,
) -> None:
    """Assess many answers against a stub that takes one second for each call, and compare with what the stub allows."""
    with sentences():
        settings = read()
        data = dataset.read([records])
    with TemporaryDirectory() as folder:
        found = measure(data.records, answers, at_once, settings, Path(folder))
    typer.echo(
        f"{found.answers:,} answers, {found.failed} failed, {found.calls:,} calls in {found.seconds:.1f} s, {at_once} in flight."
    )
    typer.echo(f"{found.share:.1%} of what the stub allows: {found.idle:.1f} s for the same calls without any work; ", nl=False)
    typer.echo(f"lines in use {found.steady_share:.1%}, without the first and the last tenth.")
    typer.echo(f"{found.cpu / found.answers * 1000:.0f} ms of CPU each; ", nl=False)
    typer.echo(f"{found.bytes_each / 1024:.1f} KiB of memory each, {found.largest / 2**20:.0f} MiB at most.")
