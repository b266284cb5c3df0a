"""``python -m evals``: run, score, compare."""

import typer

from evals.command_line.compare import compare
from evals.command_line.run import run
from evals.command_line.score import score

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help="How well does the judge judge?"
)
app.command()(run)
app.command()(score)
app.command()(compare)


def main() -> None:
    app(prog_name="python -m evals")
