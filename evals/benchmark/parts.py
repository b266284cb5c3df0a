"""The parts of the benchmark: what each measures, as figures."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from evals.benchmark import counts, growth, history, offline, overhead, startup
from evals.benchmark.figures import Figure
from evals.benchmark.model_stub import QUESTION, Pace
from evals.benchmark.picture import Line, Panel
from evals.benchmark.serving import NAVIGATION, NoBrowser, chromium
from interviewer.library import Library

FAST = Pace(review=0, first_token=0, token=1 / 40)
"""A model that only speaks at its usual pace: what is counted per word hangs on that alone."""


class Bench(NamedTuple):
    """What the parts share."""

    library: Library
    folder: Path
    rounds: int
    panels: list[Panel]
    """What there is to draw; the parts add to it."""


def _counts(bench: Bench) -> Iterator[Figure]:
    turns, assessed = counts.interview(bench.library, bench.folder)
    yield Figure.of("counts calls a turn", [turn.requests for turn in turns])
    yield Figure.of("counts calls feedback", [assessed.requests])
    yield Figure.of("counts statements a turn", [turn.statements for turn in turns])
    yield Figure.of("counts statements a rerun", [_rerun(bench)])
    model = growth.turns(bench.library, bench.folder, "llm", counts=True)
    yield Figure.of("counts rise of work, model", [growth.rise([turn.calls for turn in model])])
    offline_turns = growth.reviews(bench.library, counts=True)
    rise = growth.exponent([(turn.number, turn.calls) for turn in offline_turns])
    yield Figure.of("counts rise of work, offline", [rise])
    early = startup.imported_early()
    yield Figure.of("start imported early", [len(early)], ", ".join(early))
    try:
        with chromium() as browser:
            turns_seen = list(overhead.turns(browser, bench.library, bench.folder, 3, FAST))
            said = len(QUESTION.split())
            yield Figure.of("counts bytes a word", [turn.bytes / said for turn in turns_seen])
    except NoBrowser as missing:
        yield Figure.of("counts bytes a word", [], str(missing))


def _rerun(bench: Bench) -> int:
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    st.cache_resource.clear()
    url = f"sqlite:///{bench.folder / 'rerun.db'}"
    os.environ["INTERVIEWER_DATABASE_URL"] = url
    return counts.rerun(bench.library, AppTest.from_file(NAVIGATION, default_timeout=120), url)


def _growth(bench: Bench) -> Iterator[Figure]:
    growth.turns(bench.library, bench.folder, "llm")  # Everything is used for the first time.
    growth.reviews(bench.library)
    model = [growth.turns(bench.library, bench.folder, "llm") for _ in range(bench.rounds)]
    yield Figure.of("growth of time, model", [growth.rise([t.seconds for t in turns]) for turns in model])
    reviews = [growth.reviews(bench.library) for _ in range(bench.rounds)]
    exponents = [growth.exponent([(t.number, t.seconds) for t in turns]) for turns in reviews]
    yield Figure.of("growth of time, offline", exponents)
    yield Figure.of("growth of tokens", [growth.rise([t.fresh for t in model[0][1:]])])
    longer = [growth.lengths(bench.library, bench.folder, "llm") for _ in range(bench.rounds)]
    yield Figure.of("growth of an answer, model", [growth.exponent([(t.words, t.seconds) for t in turns]) for turns in longer])
    read = [growth.lengths(bench.library, bench.folder, "local") for _ in range(bench.rounds)]
    yield Figure.of("growth of an answer, offline", [growth.exponent([(t.words, t.seconds) for t in turns]) for turns in read])
    bench.panels.extend(_panels(growth.middle(model), growth.middle(reviews), growth.middle(longer), growth.middle(read)))


def _panels(model: growth.Turns, reviews: growth.Turns, longer: growth.Turns, read: growth.Turns) -> Iterator[Panel]:
    yield Panel(
        "Processor time of a turn, milliseconds",
        "turn, answers of 100 words",
        [
            Line("server, with a model", [(t.number, 1000 * t.seconds) for t in model]),
            Line("offline engine, all said so far", [(t.number, 1000 * t.seconds) for t in reviews]),
        ],
    )
    yield Panel(
        "Tokens sent in a turn",
        "turn, answers of 100 words",
        [
            Line("all", [(t.number, t.input) for t in model]),
            Line("not sent before", [(t.number, t.fresh) for t in model]),
        ],
    )
    yield Panel(
        "Processor time of the first turn, milliseconds",
        "words of the answer",
        [
            Line("server, with a model", [(t.words, 1000 * t.seconds) for t in longer]),
            Line("offline engine", [(t.words, 1000 * t.seconds) for t in read]),
        ],
    )


def _history(bench: Bench) -> Iterator[Figure]:
    url = f"sqlite:///{bench.folder / 'history.db'}"
    history.fill(bench.library, url, history.LENGTH)
    drawn = list(history.pages(url, bench.rounds))
    yield Figure.of("history list", [1000 * seconds for view, seconds in drawn if view == "interviews"])
    yield Figure.of("history trends", [1000 * seconds for view, seconds in drawn if view == "trends"])


def _offline(bench: Bench) -> Iterator[Figure]:
    rounds = list(offline.rounds(bench.rounds))
    alone = [each.alone for each in rounds]
    yield Figure.of("offline answers", [work.rate for work in alone])
    by_the_clock = ", ".join(f"{each.wall_scaling:.2f}" for each in rounds)
    yield Figure.of("offline two processes", [each.scaling for each in rounds], f"By the clock: {by_the_clock}")
    yield Figure.of("offline first use", [1000 * work.first_use for work in alone])
    yield Figure.of("offline each", [1000 * seconds for work in alone for seconds in work.each])
    yield Figure.of("offline memory", [work.megabytes for work in alone])


def _start(bench: Bench) -> Iterator[Figure]:
    names = ("start first screen", "start rerun")
    try:
        with chromium() as browser:
            pairs = list(startup.starts(browser, bench.folder, bench.rounds))
            seconds = sum(app.wall for app, _ in pairs) / len(pairs)
            yield Figure.of(names[0], [app.wall / empty.wall for app, empty in pairs], f"{seconds:.1f} seconds here")
            drawn = [startup.reruns(browser, bench.library, bench.folder, 5) for _ in range(2)]
            yield Figure.of(names[1], [1000 * seconds for seconds in drawn])
    except NoBrowser as missing:
        yield from (Figure.of(name, [], str(missing)) for name in names)


def _overhead(bench: Bench) -> Iterator[Figure]:
    names = ("overhead first word", "overhead whole probe", "overhead processor", "overhead verdict")
    try:
        with chromium() as browser:
            turns = list(overhead.turns(browser, bench.library, bench.folder, bench.rounds, Pace()))
            yield Figure.of(names[0], [turn.first_word / turn.model_first_word for turn in turns], best=True)
            yield Figure.of(names[1], [turn.whole / turn.model_whole for turn in turns], best=True)
            yield Figure.of(names[2], [turn.cpu / turn.model_whole for turn in turns])
            verdicts = list(overhead.verdicts(browser, bench.library, bench.folder, bench.rounds, Pace()))
            yield Figure.of(names[3], [verdict.shown / verdict.model_first_call for verdict in verdicts], best=True)
    except NoBrowser as missing:
        yield from (Figure.of(name, [], str(missing)) for name in names)


PARTS: Mapping[str, Callable[[Bench], Iterator[Figure]]] = {
    "counts": _counts,
    "growth": _growth,
    "history": _history,
    "offline": _offline,
    "start": _start,
    "overhead": _overhead,
}
GATE = ("counts", "growth", "history")
"""The parts that say the same on a busy machine."""
