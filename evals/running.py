"""Has trials assessed, many at once: in processes where the work is ours, in threads where a model does it."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from evals.conducting import Engines, conduct
from evals.patience import Patient
from evals.replies import Remembering
from evals.trial import Result, Trial
from interviewer import assembly
from interviewer.assessment import EngineName
from interviewer.engines.local import LocalEngine
from interviewer.library import Library, load
from interviewer.settings import Settings

AHEAD = 4
"""Trials handed out for each worker: enough that none waits, few enough that memory does not grow with their number."""
AT_ONCE = 8
"""Interviews assessed at a time by a model, unless somebody says otherwise."""

SPARE = 2
"""For so many calls in flight there is a thread more, whose call is ready when one of them ends: what we do with replies takes
time as well."""

Work = Callable[[Trial], Result]


def run(trials: Iterable[Trial], engine: EngineName, settings: Settings, replies: Path, at_once: int | None) -> Iterator[Result]:
    """The result of each of `trials`, in the order they are done; at most `at_once` at a time (None: what suits the engine)."""
    if engine == "local":
        workers = at_once or os.cpu_count() or 1
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from _through(pool, partial(_offline, settings.prompts, settings.scenarios), workers, trials)
    else:
        library = load(settings.prompts, settings.scenarios)
        at_once = at_once or AT_ONCE
        engines = _modelled(library, _with_room(settings, at_once), replies)
        workers = at_once + at_once // SPARE
        with ThreadPoolExecutor(workers) as pool:
            yield from _through(
                pool,
                partial(conduct, library=library, engines=engines),
                workers,
                trials,
            )


def run_in_batches(
    trials: Iterable[Trial], settings: Settings, replies: Path, batches: Path, interval: float, say: Callable[[str], None]
) -> Iterator[Result]:
    """The same with a model, through its provider's batch endpoint, which is looked at every `interval` seconds.

    Raises NoKey, and every ModelError that keeps a batch from being sent or fetched.
    """
    # Imported here, because the openai package takes most of a second to load.
    from evals import batching
    from interviewer.models.chat_completions import OPENAI
    from interviewer.models.faults import Service

    assembly.model(settings)  # Raises NoKey or WrongKey before anything is done.
    service = Service(settings.model, settings.openai_base_url or OPENAI)
    own_server = settings.openai_base_url is not None
    sent = batching.Batches(service, (settings.openai_api_key or "none").strip(), own_server, batches, interval, say)
    library = load(settings.prompts, settings.scenarios)
    yield from batching.run(trials, library, settings.model, sent, replies)


def _with_room(settings: Settings, at_once: int) -> Settings:
    """So many calls in flight; nobody else is served here."""
    return settings.model_copy(update={"calls_at_once": at_once})


def _modelled(library: Library, settings: Settings, replies: Path) -> Engines:
    from interviewer.engines.llm import LlmEngine

    model = Patient(assembly.model(settings))
    return lambda repeat: LlmEngine(library, Remembering(model, replies, repeat))


def _offline(prompts: Path, scenarios: Path, trial: Trial) -> Result:
    library, engine = _prepared(prompts, scenarios)
    return conduct(trial, library, lambda _: engine)


@cache
def _prepared(prompts: Path, scenarios: Path) -> tuple[Library, LocalEngine]:
    """Once in each process."""
    library = load(prompts, scenarios)
    return library, LocalEngine(library)


def _through(pool: Executor, work: Work, workers: int, trials: Iterable[Trial]) -> Iterator[Result]:
    waiting = iter(trials)
    running: set[Future[Result]] = {pool.submit(work, trial) for trial in islice(waiting, AHEAD * workers)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {pool.submit(work, trial) for trial in islice(waiting, len(done))}
        yield from (future.result() for future in done)
