"""The process is killed in the middle of an interview, over and over: no word that was taken is lost, and none is doubled."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import ClassVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from interviewer.database import LOCAL, Database
from interviewer.engines import Engine
from interviewer.engines.local import LocalEngine
from interviewer.interview import Interview, Said, Setup, TakenBack
from interviewer.interviewer import Interviewer
from interviewer.library import Library, bundled, load
from interviewer.store import NoSuchInterview, Store
from tests.crashes.dying import Death, Fate, Mortal, Steps, Tell, attempt

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local", probe_limit=3)
TELLINGS = (
    "I noticed that refunds in our shop took nine days, although nobody had asked me to look. I merged two queues.",
    "I pulled the logs of one month myself. Refunds went from nine days to two, and support had a third fewer calls.",
    "What do you mean by that?",
    "I have no example for that.",
)
TRIALS, TIMED = 500, 60
MOST_STEPS = 40
"""More than any act takes, the opening of the database included."""
DEATHS = st.integers(1, MOST_STEPS).map(lambda step: Death(step=step))
"""Some survive, because they have fewer steps."""


class Surroundings:
    """What every process works with: loaded once, before it is forked."""

    def __init__(self, folder: Path) -> None:
        self.library: Library = load(bundled("prompts"), bundled("scenarios"))
        self.engine: Engine = LocalEngine(self.library)
        self.new = folder / "new.db"
        """A database in which nothing is kept yet."""
        Database(f"sqlite:///{self.new}").close()

    def interviewer(self, store: Store, engine: Engine | None = None) -> Interviewer:
        return Interviewer(self.library, store, lambda _: engine or self.engine)


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    return Surroundings(tmp_path_factory.mktemp("crashes"))


class Candidate:
    """One interview in one file, and what is known of it for certain."""

    def __init__(self, file: Path, surroundings: Surroundings) -> None:
        self.file, self._surroundings = file, surroundings
        self.id = uuid4().hex
        self.seen: Interview | None = None
        """The interview as it was last found."""
        self.taken: list[str] = []
        """What the candidate said and was told that it is kept, in this order."""
        self.number = 0

    def copied(self, file: Path) -> "Candidate":
        """The same, in a file of its own; in none yet when there is none."""
        other = Candidate(file, self._surroundings)
        other.id, other.seen, other.taken, other.number = self.id, self.seen, [*self.taken], self.number
        if self.file.exists():
            shutil.copy(self.file, file)
        return other

    def do(self, death: Death | None, act: Callable[[Interviewer, Store, Tell], object]) -> Fate:
        """`act` in a process that dies, or in this one; then what is kept is looked at."""
        fate = attempt(death, lambda steps, tell: self._live(steps, act, tell)) if death else self._survive(act)
        self.look(fate)
        return fate

    def _survive(self, act: Callable[[Interviewer, Store, Tell], object]) -> Fate:
        told: list[str] = []
        self._live(None, act, told.append)
        return Fate(tuple(told), killed=False, stale=False)

    def _live(self, steps: Steps | None, act: Callable[[Interviewer, Store, Tell], object], tell: Tell) -> None:
        database = Database(f"sqlite:///{self.file}")
        engine = Mortal(self._surroundings.engine, steps) if steps else self._surroundings.engine
        store = Store(database, LOCAL)
        act(self._surroundings.interviewer(store, engine), store, tell)
        database.close()

    def begin(self, death: Death | None) -> Fate:
        def act(interviewer: Interviewer, _: Store, tell: Tell) -> None:
            interviewer.begin(SETUP, self.id)
            tell("begun")

        return self.do(death, act)

    def say(self, death: Death | None, telling: str, base: Interview | None = None) -> Fate:
        """Says something new and waits for the reply, as a page does that shows `base`: the latest state, if none is given."""
        self.number += 1
        words = f"Number {self.number}. {telling}"

        def act(interviewer: Interviewer, store: Store, tell: Tell) -> None:
            heard = interviewer.hear(base or store.load(self.id), words)
            tell(words)
            for _ in interviewer.respond(heard):
                pass

        return self.do(death, act)

    def go_on(self, death: Death | None) -> Fate:
        """The page is opened again, and gives the reply that is still owed."""
        return self.do(death, lambda interviewer, store, _: list(interviewer.respond(store.load(self.id))))

    def take_back(self, death: Death | None) -> Fate:
        return self.do(death, lambda interviewer, store, _: interviewer.take_back(store.load(self.id)))

    def finish(self, death: Death | None) -> Fate:
        """Ends the interview and has it assessed."""
        return self.do(death, lambda interviewer, store, _: interviewer.assess(interviewer.end(store.load(self.id))))

    def look(self, fate: Fate) -> None:
        """Holds what is kept against what is known."""
        database = Database(f"sqlite:///{self.file}")
        try:
            now = Store(database, LOCAL).load(self.id)
        except NoSuchInterview:
            assert self.seen is None
            assert "begun" not in fate.told
            return
        finally:
            database.close()
        assert database.notice is None
        if self.seen:
            assert now.events[: len(self.seen.events)] == self.seen.events
        self.taken += [line for line in fate.told if line.startswith("Number ")]
        kept = [event.text for event in now.events if isinstance(event, Said)]
        assert len(kept) == len(set(kept))
        # Of what was under way when death came, the words may be kept without anybody having been told.
        self.taken += [text for text in kept if text not in self.taken]
        assert kept == self.taken
        self.seen = now

    def resume(self) -> None:
        """Whatever happened, the interview can be brought to its assessment, by a process that lives."""
        if self.seen is None:
            self.begin(None)
        self.go_on(None)
        assert self.seen
        assert not self.seen.awaits_reply
        if not self.seen.ended:
            self.say(None, TELLINGS[1])
        self.finish(None)
        assert self.seen.assessment
        if not any(isinstance(event, TakenBack) for event in self.seen.events):
            assert [turn.text for turn in self.seen.transcript.turns] == self.taken


ACTS: dict[str, Callable[[Candidate, Death | None], Fate]] = {
    "begin": lambda candidate, death: candidate.begin(death),
    "say": lambda candidate, death: candidate.say(death, TELLINGS[0]),
    "finish": lambda candidate, death: candidate.finish(death),
}


@pytest.mark.parametrize("act", ACTS)
def test_death_at_every_single_step_loses_nothing(tmp_path: Path, surroundings: Surroundings, act: str) -> None:
    """One step after the other, until the act outlives it. The first one includes the making of the database."""
    ready = Candidate(tmp_path / "ready.db", surroundings)
    for before in list(ACTS)[: list(ACTS).index(act)]:
        ACTS[before](ready, None)
    for step in range(1, 10_000):
        candidate = ready.copied(tmp_path / f"{step}.db")
        fate = ACTS[act](candidate, Death(step=step))
        candidate.resume()
        if not fate.killed:
            break
    assert step > 8


class Life(RuleBasedStateMachine):
    """A candidate whose server keeps dying, and who has old windows open."""

    surroundings: ClassVar[Surroundings]
    died: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        file = Path(self.folder.name) / "interviews.db"
        shutil.copy(self.surroundings.new, file)
        self.candidate = Candidate(file, self.surroundings)
        self.old: list[Interview] = []

    def teardown(self) -> None:
        self.candidate.resume()
        self.folder.cleanup()

    @property
    def begun(self) -> bool:
        return self.candidate.seen is not None

    @property
    def talking(self) -> bool:
        return self.candidate.seen is not None and not self.candidate.seen.ended

    @precondition(lambda self: not self.begun)
    @rule(death=DEATHS)
    def begin(self, death: Death) -> None:
        self.count(self.candidate.begin(death))

    @precondition(lambda self: self.talking and not self.candidate.seen.awaits_reply)
    @rule(death=DEATHS, telling=st.sampled_from(TELLINGS))
    def say(self, death: Death, telling: str) -> None:
        assert not self.count(self.candidate.say(death, telling)).stale

    @precondition(lambda self: self.begun and self.candidate.seen.awaits_reply)
    @rule(death=DEATHS)
    def go_on(self, death: Death) -> None:
        self.count(self.candidate.go_on(death))

    @precondition(lambda self: self.talking and self.candidate.taken)
    @rule(death=DEATHS)
    def take_back(self, death: Death) -> None:
        self.count(self.candidate.take_back(death))

    @precondition(lambda self: self.begun and self.candidate.number > 2)
    @rule(death=DEATHS)
    def finish(self, death: Death) -> None:
        self.count(self.candidate.finish(death))

    @precondition(lambda self: len(self.old) > 1)
    @rule(death=DEATHS, telling=st.sampled_from(TELLINGS), which=st.integers(0, 9))
    def speak_in_an_old_window(self, death: Death, telling: str, which: int) -> None:
        base, before = self.old[which % len(self.old)], self.candidate.seen
        fate = self.count(self.candidate.say(death, telling, base))
        if base != before:
            assert fate.stale or fate.killed
            assert self.candidate.seen == before

    @invariant()
    def remember(self) -> None:
        """A window stays open on each state."""
        if self.candidate.seen and self.candidate.seen not in self.old:
            self.old = [*self.old[-3:], self.candidate.seen]

    def count(self, fate: Fate) -> Fate:
        Life.died += fate.killed
        return fate


def test_five_hundred_deaths_at_any_moment_lose_and_double_nothing(surroundings: Surroundings) -> None:
    Life.surroundings, Life.died = surroundings, 0
    trials = settings(
        max_examples=58, stateful_step_count=12, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Life, settings=trials)
    assert Life.died >= TRIALS


def test_death_at_any_moment_loses_and_doubles_nothing(tmp_path: Path, surroundings: Surroundings) -> None:
    """Between the steps too, in the middle of a write: whenever the clock says so."""
    clock = Random(7)
    candidate = Candidate(tmp_path / "interviews.db", surroundings)
    candidate.begin(None)
    for _ in range(TIMED):
        soon = Death(seconds=clock.uniform(0, 0.1))
        assert candidate.seen
        candidate.go_on(soon) if candidate.seen.awaits_reply else candidate.say(soon, clock.choice(TELLINGS))
        if candidate.seen.ended:
            candidate.resume()
            candidate = Candidate(candidate.file, surroundings)
            candidate.begin(None)
    candidate.resume()
