"""A load: so many people at once, for so long, in front of one page; measured while it lasts, examined when it is over."""

import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from evals.benchmark.model_stub import Pace
from evals.benchmark.serving import APP, Server
from evals.load import figures, kept, marks, sayings, watching
from evals.load.candidate import Visit
from evals.load.figures import Asked, Figures, Now
from evals.load.model import Model
from evals.load.steps import Taken
from evals.load.watching import Sample
from interviewer.database import LOCAL, Database
from interviewer.library import Library
from interviewer.store import Store

THINK_SECONDS = (10.0, 60.0)
"""Between reading a question and sending the answer to it, at pace 1."""
COME_SECONDS = 0.3
"""Between one person's coming and the next one's, at pace 1: two hundred are there after a minute."""
SAMPLE_SECONDS = 1.0
LAG_SECONDS = 0.05
WARM_UP = 1 / 3
"""The part of the interviews after which memory is expected to stay as it is."""


class Load:
    def __init__(self, asked: Asked, library: Library) -> None:
        self.asked = asked
        self._library = library
        self._taken: list[Taken] = []
        self._visits: list[Visit] = []
        self._samples: list[Sample] = []
        self._lags: list[float] = []
        self._open = 0

    async def run(self, show: Callable[[Now], None]) -> Figures:
        """The figures. `show` is told every second how it stands."""
        asked = self.asked
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            url, log = f"sqlite:///{folder / 'interviews.db'}", folder / "server.log"
            async with AsyncExitStack() as held:
                # As `make run` starts it.
                settings = {"INTERVIEWER_DATABASE_URL": url, "OPENBLAS_NUM_THREADS": "1"}
                model = None
                if asked.engine == "stub":
                    model = await held.enter_async_context(Model(Pace()))
                    settings |= {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "unused"}
                servers = [held.enter_context(Server(APP, log, **settings)) for _ in range(asked.processes)]
                began, cpu = await self._all(servers, model, show)
                cpu = time.process_time() - cpu
                database = Database(url)
                differences = kept.differences(Store(database, LOCAL), self._visits)
                database.close()
            tracebacks = log.read_text(errors="replace").count("Traceback (most recent call last)")
        return self._figures(began, cpu, differences, tracebacks, model)

    async def _all(self, servers: Sequence[Server], model: Model | None, show: Callable[[Now], None]) -> tuple[float, float]:
        """Has everybody come, stay and leave; returns when all were there, and the generator's own processor time until then."""
        asked = self.asked
        async with asyncio.TaskGroup() as group:
            beside = [group.create_task(self._watch(servers, show)), group.create_task(self._mind_the_clock())]
            # One before the others, in whose interview everything is read and imported for the first time.
            for server in servers:
                await self._hold(server, self._visit(random.Random(self.asked.seed), model, pace=0))  # noqa: S311
            people = [group.create_task(self._person(n, servers[n % len(servers)], model)) for n in range(asked.users)]
            await asyncio.sleep(asked.users * COME_SECONDS * asked.pace)
            began, cpu = time.monotonic(), time.process_time()
            self._lags.clear()
            await asyncio.sleep(asked.minutes * 60)
            for task in (*people, *beside):
                task.cancel()
        self._samples.append(self._sample(servers))
        return began, cpu

    async def _person(self, number: int, server: Server, model: Model | None) -> None:
        """One person after another at the same place: each holds an interview and leaves."""
        chance = random.Random(f"{self.asked.seed} {number}")  # noqa: S311
        await asyncio.sleep(number * COME_SECONDS * self.asked.pace)
        while True:
            await self._hold(server, self._visit(chance, model, self.asked.pace))
            await asyncio.sleep(chance.uniform(*THINK_SECONDS) * self.asked.pace / 4)

    async def _hold(self, server: Server, visit: Visit) -> None:
        self._visits.append(visit)
        self._open += 1
        try:
            await visit.hold(server.address)
        finally:
            self._open -= 1

    def _visit(self, chance: random.Random, model: Model | None, pace: float) -> Visit:
        role = sayings.role(marks.new(chance), chance)
        scenarios = self._library.scenarios_of(role.principle)
        query = f"scenario={chance.choice(scenarios).id}" if scenarios else ""
        seconds: Callable[[str], float] = model.take_seconds if model else lambda mark: 0.0
        return Visit(role, query, lambda: chance.uniform(*THINK_SECONDS) * pace, seconds, self._taken.append)

    async def _watch(self, servers: Sequence[Server], show: Callable[[Now], None]) -> None:
        began = time.monotonic()
        while True:
            self._samples.append(self._sample(servers))
            turns = [t.own * 1000 for t in self._taken if t.step == "turn"]
            faults = sum(v.fault is not None for v in self._visits)
            p95 = figures.percentile(turns[-1000:], 95)
            now = self._samples[-1]
            leaks = sum(bool(v.leaked) for v in self._visits)
            show(Now(time.monotonic() - began, self._open, now.interviews, len(turns), p95, faults, leaks, now))
            await asyncio.sleep(SAMPLE_SECONDS)

    async def _mind_the_clock(self) -> None:
        """How late this process is: what it measures of the app is late by as much."""
        while True:
            due = time.monotonic() + LAG_SECONDS
            await asyncio.sleep(LAG_SECONDS)
            self._lags.append(time.monotonic() - due)

    def _sample(self, servers: Sequence[Server]) -> Sample:
        return watching.sample([s.pid for s in servers], sum(v.assessed for v in self._visits), self._open)

    def _figures(self, began: float, cpu: float, differences: list[str], tracebacks: int, model: Model | None) -> Figures:
        asked = self.asked
        taken = [t for t in self._taken if t.at >= began]
        measured = [s for s in self._samples if s.at >= began]
        turns = sum(t.step == "turn" for t in taken)
        seconds = measured[-1].at - began
        server_cpu = measured[-1].cpu - measured[0].cpu
        faults = Counter(f"{v.fault.step}: {v.fault.what}" for v in self._visits if v.fault)
        if tracebacks:
            faults["tracebacks in the server's log"] = tracebacks
        held = self._samples[-1].interviews
        settled = [(float(s.interviews), s.megabytes) for s in self._samples if s.interviews >= held * WARM_UP]
        growth = watching.slope(settled)
        return Figures(
            engine=asked.engine,
            users=asked.users,
            minutes=asked.minutes,
            pace=asked.pace,
            processes=asked.processes,
            interviews=held,
            turns=turns,
            sessions=len(self._visits),
            faults=dict(faults),
            leaks=sum(bool(v.leaked) for v in self._visits) + (model.mixed if model else 0),
            differences=tuple(differences),
            times=figures.times(taken),
            cpu_per_turn=server_cpu * 1000 / max(1, turns),
            cores=server_cpu / seconds,
            megabytes=max(s.megabytes for s in self._samples),
            slope=None if growth is None else growth * 100,
            threads=max(s.threads for s in self._samples),
            other_cores=max(0.0, measured[-1].machine - measured[0].machine - server_cpu - cpu) / seconds,
            generator_cores=cpu / seconds,
            generator_lag=figures.percentile(self._lags, 95) * 1000,
        )
