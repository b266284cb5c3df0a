"""``evals ray``: recorded answers assessed beyond one machine."""

import logging
import os
from importlib.util import find_spec
from typing import Annotated

import typer

from interviewer.command_line.common import STUCK, WRONG, EngineOption, Prompts, Scenarios, fail, sentences
from interviewer.settings import read

_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_raylet_start_wait_time_s": "180"}
"""Nothing is told to Ray's makers; a busy machine takes longer to start than Ray would wait."""
STORE = 200_000_000
"""Bytes for what is on its way between workers; answers are small."""
SHOWN = 10
"""Failures that are told one by one."""


def ray(
    source: Annotated[str, typer.Argument(metavar="IN", help="Answers: .jsonl or .parquet files, a folder, or an object store.")],
    out: Annotated[str, typer.Argument(metavar="OUT", help="The folder or address for the results, one file for each record.")],
    engine: EngineOption = None,
    address: Annotated[str | None, typer.Option(help="A Ray cluster; without one, this machine.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="At most so many at a time; else as many as there are.")] = None,
    prompts: Prompts = None,
    scenarios: Scenarios = None,
) -> None:
    """Have recorded answers assessed as a Ray Data job; what has a result in OUT is left out.

    python -m evals ray answers.jsonl assessed/ --engine local

    python -m evals ray s3://bucket/answers/ s3://bucket/assessed/ --address ray://head:10001
    """
    if find_spec("ray") is None:
        fail(WRONG, "Ray is not installed; pip install -e .[ray] does it.")
    with sentences():
        settings = read(engine=engine, prompts=prompts, scenarios=scenarios)
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    # Imported here, because it takes seconds and only this command needs it.
    from ray import init

    from evals.scale.ray_job import run

    if address:
        init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    else:
        init(
            num_cpus=workers,
            include_dashboard=False,
            _node_ip_address="127.0.0.1",  # Nobody else can reach it.
            object_store_memory=STORE,
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    try:
        done = run(source, out, settings, workers)
    except (OSError, ValueError) as error:
        fail(STUCK, f"The answers cannot be read, or the results not written: {error}")
    typer.echo(f"{done.assessed} assessed, {done.found} had a result already.")
    if done.failed:
        more = len(done.failed) - SHOWN
        fail(
            STUCK, *done.failed[:SHOWN], *([f"... and {more} more."] if more > 0 else []), f"{len(done.failed)} without a result."
        )
