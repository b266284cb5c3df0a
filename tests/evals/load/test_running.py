"""A small load on a real server."""

import asyncio
import random
from pathlib import Path

import pytest

from evals.benchmark.serving import APP, Server
from evals.load import marks, sayings
from evals.load.candidate import Visit
from evals.load.figures import Asked, Engine, Now
from evals.load.running import Load
from evals.load.session import Session
from evals.load.steps import Taken
from interviewer.library import Library


@pytest.mark.parametrize(("engine", "processes"), [("local", 2), ("stub", 1)])
def test_three_people_at_once_lose_nothing_and_see_nothing_of_one_another(
    library: Library, engine: Engine, processes: int
) -> None:
    seen: list[Now] = []
    asked = Asked(engine, users=3, minutes=0.2, pace=0, processes=processes)
    found = asyncio.run(Load(asked, library).run(seen.append))
    assert found.faults == {}
    assert found.leaks == 0
    assert found.differences == ()
    assert found.interviews >= 1
    assert found.sessions >= 4
    assert found.cpu_per_turn > 0
    assert seen


def test_an_interview_is_held_to_its_end_and_whoever_opens_anothers_is_found_out(library: Library, tmp_path: Path) -> None:
    taken: list[Taken] = []
    chance = random.Random(0)
    visit = Visit(sayings.role(marks.new(chance), chance), "", lambda: 0.0, lambda mark: 0.0, taken.append)
    own, leaked = marks.new(chance), set[str]()

    async def intrude(address: str) -> None:
        async with Session(address, f"interview={visit.id}", lambda data: leaked.update(marks.foreign(data, own))) as session:
            await session.at_rest(60)

    url = f"sqlite:///{tmp_path / 'interviews.db'}"
    with Server(APP, tmp_path / "server.log", INTERVIEWER_DATABASE_URL=url) as server:
        asyncio.run(visit.hold(server.address))
        asyncio.run(intrude(server.address))
    assert visit.fault is None
    assert visit.assessed
    assert [step.step for step in taken] == ["open", "start", *(["turn"] * len(visit.said)), "assessment"]
    assert not visit.leaked
    assert leaked == {visit.role.mark}
