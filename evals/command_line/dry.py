"""``evals run --dry-run``: what a run would ask and cost, without asking anything."""

from collections.abc import Sequence
from pathlib import Path

import typer
from rich.progress import track

from evals.conducting import conduct
from evals.counting import CountingEngine, Tally
from evals.folder import RunFolder
from evals.tokens import counter
from evals.trial import Trial
from interviewer.command_line.common import console
from interviewer.library import Library
from interviewer.prices import Prices, in_force
from interviewer.settings import Settings


def foretell(
    trials: Sequence[Trial], library: Library, settings: Settings, folder: RunFolder, batch: bool, prices: Path | None
) -> None:
    """Says how many trials, calls and tokens are left to do and what they cost. Raises ContentError when `prices` is broken."""
    listed = in_force(prices or settings.prices)
    done = {result.trial.id for result in folder.results()}
    left = [trial for trial in trials if trial.id not in done]
    typer.echo(f"{len(left)} trials{f', {len(done)} more are done' if done else ''}.")
    if settings.default_engine == "local":
        typer.echo("The offline engine calls no model.")
        return
    counting = counter(settings.model)
    tally = Tally(counting, settings.model, folder.replies)
    screen = console(stderr=True)
    for trial in track(left, "Counting", console=screen, transient=True, disable=not screen.is_terminal):
        conduct(trial, library, lambda repeat: CountingEngine(library, settings.model, tally, repeat))
    typer.echo(f"{tally.calls:,} calls of {settings.model}{f', {tally.kept:,} more have a reply kept' if tally.kept else ''}.")
    told, how = tally.tokens, "estimate" if counting.is_estimate else "counted with tiktoken; output: estimate"
    typer.echo(f"{told.input:,} tokens in, {told.cached:,} of them a repeated beginning; {told.output:,} out ({how}).")
    for sentence in _cost(tally, settings.model, listed, batch):
        typer.echo(sentence)


def _cost(tally: Tally, model: str, listed: Prices, batch: bool) -> list[str]:
    price = listed.price(model)
    if price is None:
        return [f"No price is known for {model}; put it into a file like interviewer/prices.yaml and name that with --prices."]
    share = listed.batch if batch else 1.0
    most, least = (share * price.of(tally.tokens, cache) for cache in (False, True))
    through = " through the batch endpoint" if batch else ""
    return [
        f"About ${most:,.2f}{through}, ${least:,.2f} where the service keeps repeated beginnings.",
        f"By prices written down on {listed.date}; check them. Repairs and a reasoning model's own thinking come on top.",
    ]
