"""``evals run``: has the trials of the suites assessed, and scores them."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

import evals
from evals import dataset
from evals.command_line.dry import foretell
from evals.command_line.showing import finish
from evals.folder import Manifest, RunFolder, Wrong
from evals.running import run as run_trials
from evals.running import run_in_batches
from evals.scoring import SUITES
from evals.trial import SuiteName, Trial, Unscored
from interviewer import __version__
from interviewer.command_line.common import WRONG, EngineOption, Prompts, Scenarios, console, fail, sentences
from interviewer.files import content_hash
from interviewer.library import load
from interviewer.settings import Settings, read


def run(
    datasets: Annotated[list[Path], typer.Argument(metavar="DATASET...", help="Recorded interviews: .jsonl, .json or .yaml.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the run is kept; an interrupted one is resumed.")],
    engine: EngineOption = None,
    suite: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this suite; may be given again.")] = None,
    prompts: Prompts = None,
    scenarios: Scenarios = None,
    repeats: Annotated[int, typer.Option(min=1, max=50, help="How often each recorded interview is judged.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many records.")] = None,
    at_once: Annotated[int | None, typer.Option(min=1, max=512, help="How many interviews are assessed at a time.")] = None,
    batch: Annotated[bool, typer.Option("--batch", help="Through the provider's batch endpoint: cheaper, within a day.")] = False,
    poll: Annotated[float, typer.Option(min=0.01, metavar="SECONDS", help="How often a batch is looked at.")] = 30.0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would ask and cost; calls nothing.")] = False,
    prices: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Prices for --dry-run, like interviewer/prices.yaml.")
    ] = None,
) -> None:
    """Have recorded interviews assessed and see how well.

    python -m evals run evals/recorded/development.jsonl --out runs/before

    python -m evals run mine.jsonl --engine llm --suite agreement --out runs/mine

    python -m evals run mine.jsonl --engine llm --batch --out runs/mine --dry-run
    """
    with sentences():
        settings = read(engine=engine, prompts=prompts, scenarios=scenarios)
        library = load(settings.prompts, settings.scenarios)
        data = dataset.read(datasets)
    for broken in data.broken:
        typer.echo(broken.error, err=True)
    if not data.records:
        fail(WRONG, "There is no record to assess.")
    names = _suites(suite)
    data = data._replace(records=data.records[:limit])
    by_suite = {name: list(SUITES[name].trials(data, library, repeats)) for name in names}
    if empty := [name for name, own in by_suite.items() if not own]:
        typer.echo(f"Without labelled records there is nothing to judge in {', '.join(empty)}.", err=True)
    trials = [trial for own in by_suite.values() for trial in own]
    folder = RunFolder(out)
    if batch and settings.default_engine != "llm":
        fail(WRONG, "--batch is for --engine llm; the offline engine calls nobody.")
    if dry_run:
        with sentences():
            foretell(trials, library, settings, folder, batch, prices)
        raise typer.Exit
    try:
        folder.open(manifest(names, datasets, settings, repeats, limit))
    except Wrong as wrong:
        fail(WRONG, str(wrong))
    assess_all(trials, folder, settings, at_once, poll if batch else None)
    finish(folder, settings.default_engine, len(data.broken))


def _suites(given: Sequence[str] | None) -> tuple[SuiteName, ...]:
    if unknown := sorted(set(given or ()) - set(SUITES)):
        fail(WRONG, f"There is no suite {', '.join(unknown)}; there are {', '.join(SUITES)}.")
    return tuple(name for name in SUITES if not given or name in given)


def manifest(
    names: tuple[SuiteName, ...],
    datasets: Sequence[Path],
    settings: Settings,
    repeats: int,
    limit: int | None,
    part: Mapping[SuiteName, int] | None = None,
) -> Manifest:
    return Manifest(
        engine=settings.default_engine,
        model=settings.model if settings.default_engine == "llm" else None,
        suites=names,
        datasets={file.name: content_hash(file.read_text(encoding="utf-8-sig")) for file in datasets},
        content=_content(settings),
        repeats=repeats,
        limit=limit,
        part=dict(part or {}),
        package=__version__,
    )


def _content(settings: Settings) -> str:
    """A hash over everything the judge reads and the trials are made from."""
    folders = (settings.prompts, settings.scenarios, Path(evals.__file__).parent)
    files = sorted(file for folder in folders for kind in ("*.md", "*.yaml") for file in folder.rglob(kind))
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]


def assess_all(trials: Sequence[Trial], folder: RunFolder, settings: Settings, at_once: int | None, poll: float | None) -> None:
    """Has what is missing or failed assessed, in batches if `poll` says how often to look; every result is on disk at once."""
    folder.mend()
    done = {result.trial.id for result in folder.results() if not isinstance(result.outcome, Unscored)}
    left = [trial for trial in trials if trial.id not in done]
    screen = console(stderr=True)
    columns = (TextColumn("Assessing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with sentences(), Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task("", total=len(trials), completed=len(trials) - len(left))
        results = (
            run_trials(left, settings.default_engine, settings, folder.replies, at_once)
            if poll is None
            else run_in_batches(left, settings, folder.replies, folder.batches, poll, lambda text: screen.print(text))
        )
        for result in results:
            folder.add(result)
            progress.advance(task)
