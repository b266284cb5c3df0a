"""``python -m evals``: run, score, compare, gate, tokens, load, benchmark."""

import typer

from evals.command_line.benchmark import benchmark
from evals.command_line.compare import compare
from evals.command_line.gate import gate
from evals.command_line.load import load
from evals.command_line.ray import ray
from evals.command_line.run import run
from evals.command_line.score import score
from evals.command_line.throughput import throughput
from evals.command_line.tokens import tokens

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="How well does the judge judge?"
)
app.command()(run)
app.command()(score)
app.command()(compare)
app.command()(gate)
app.command()(tokens)
app.command()(ray)
app.command()(throughput)
app.command()(load)
app.command()(benchmark)


def main() -> None:
    app(prog_name="python -m evals")
