"""``evals tokens``: what an interview of usual length asks of a model."""

from typing import Annotated

import typer
from rich.table import Table

from evals import whole_interview
from evals.tokens import counter
from evals.whole_interview import Call, Figures
from interviewer.command_line.common import Prompts, Scenarios, console, sentences
from interviewer.library import load
from interviewer.prices import in_force
from interviewer.rubric import Level
from interviewer.settings import read


def tokens(
    principle: Annotated[str, typer.Option(metavar="ID", help="The principle to be asked about.")] = "ownership",
    level: Annotated[Level, typer.Option(help="The level to be assessed at.")] = "sde2",
    model: Annotated[str | None, typer.Option(metavar="ID", help="The model to count and price for.")] = None,
    show: Annotated[bool, typer.Option("--show", help="Every message of every call, too.")] = False,
    prompts: Prompts = None,
    scenarios: Scenarios = None,
) -> None:
    """Hold an interview by script (an answer of 250 words, three follow-ups, the assessment) and count what it asks of a model.

    No model is called.
    """
    with sentences():
        settings = read(model=model, prompts=prompts, scenarios=scenarios)
        library = load(settings.prompts, settings.scenarios)
        price = in_force(settings.prices).price(settings.model)
        _, calls = whole_interview.hold(library, principle, level)
    counting = counter(settings.model)
    figures = whole_interview.figures(counting, calls)
    if show:
        for call in calls:
            _print(call)
    total = whole_interview.total(figures)
    console().print(_table(calls, figures, total))
    typer.echo(f"An unchanged beginning of 1,024 tokens or more: {total.share:.1%} of the messages; ", nl=False)
    typer.echo(f"{total.share_after_form:.1%} of all where the schema stands in front of them.")
    if price:
        cost, uncached = price.of(total.tokens), price.of(total.tokens, cache=False)
        typer.echo(f"About ${cost:.4f} with {settings.model} and the schema in front; ${uncached:.4f} without a cache.")
    if counting.is_estimate:
        typer.echo("Estimated by bytes: tiktoken is not installed, or this is no model of OpenAI's.")


def _table(calls: tuple[Call, ...], figures: tuple[Figures, ...], total: Figures) -> Table:
    drawn = Table("call", "tokens in", "of them the schema", "kept beginning", "tokens out")
    for name, f in (*((c.kind, f) for c, f in zip(calls, figures, strict=True)), ("all", total)):
        drawn.add_row(name, f"{f.input:,}", f"{f.forms:,}", f"{f.kept:,}", f"{f.output:,}")
    return drawn


def _print(call: Call) -> None:
    typer.echo(f"\n===== {call.kind}")
    for message in call.messages:
        typer.echo(f"--- {message.type}\n{message.content}")
    typer.echo(f"--- reply\n{call.reply}")
