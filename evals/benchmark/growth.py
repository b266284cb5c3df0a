"""What a turn takes as the interview grows, and as the answer does."""

import cProfile
import time
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel

from evals import prefixes
from evals.benchmark.interviews import setup, told
from evals.benchmark.model_stub import QUESTION, written
from evals.tokens import Counter, counter
from interviewer import transcript
from interviewer.assessment import EngineName
from interviewer.database import LOCAL, Database
from interviewer.engines import Engine
from interviewer.engines.llm import LlmEngine
from interviewer.engines.local import LocalEngine
from interviewer.interview import Interview
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.store import Store

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

TURNS = 13
ANSWER = 100
"""Words of each answer where turns are counted, so that every turn brings the same. The last turn ends the interview."""
LENGTHS = (125, 250, 500, 1000, 2000)
"""Words of the answers where their length is looked at."""
S = TypeVar("S", bound=BaseModel)


class Turn(NamedTuple):
    """One turn, from the answer until the reply is kept."""

    number: int
    words: int
    """Of the answer."""
    seconds: float
    """Of processor time in the server, without the model's."""
    calls: int
    """Of functions, Python's and the interpreter's own: the same on every machine."""
    input: int
    """Tokens sent to the model."""
    fresh: int
    """Of them, those in no unchanged beginning of an earlier call."""


Turns = tuple[Turn, ...]


class Model:
    """Answers at once, in the same process, and keeps what it was asked."""

    name = "stub"

    def __init__(self) -> None:
        self.asked: list[Sequence[BaseMessage]] = []

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        self.asked.append(messages)
        for word in QUESTION.split(" "):
            yield f"{word} "

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        self.asked.append(messages)
        return schema.model_validate_json(written("review", []))


class _Desk(NamedTuple):
    interviewer: Interviewer
    store: Store
    model: Model


def turns(library: Library, folder: Path, engine: EngineName, counts: bool = False) -> Turns:
    """The turns of one interview whose answers are all of the same length; `counts` counts calls instead of time."""
    desk = _desk(library, folder)
    return tuple(_interview(desk, engine, [told(ANSWER, n) for n in range(TURNS)], counts))


def reviews(library: Library, counts: bool = False) -> Turns:
    """The same for the offline engine alone, which would not ask as often: a review after each turn."""
    engine, brief = LocalEngine(library), library.brief("ownership", "sde2")
    said = [told(ANSWER, n) for n in range(TURNS)]
    given = [transcript.Turn(number=n, question=brief.questions[0], text=text) for n, text in enumerate(said, 1)]

    def review(number: int) -> Turn:
        whole = transcript.Transcript(turns=tuple(given[:number]))
        taken = _taken(lambda: engine.review(brief, whole), counts)
        return Turn(number, ANSWER, 0.0 if counts else taken, int(taken) if counts else 0, 0, 0)

    return tuple(review(number) for number in range(1, TURNS))


def middle(runs: Sequence[Turns]) -> Turns:
    """The runs as one, each turn with its median time."""
    return tuple(same[0]._replace(seconds=median(turn.seconds for turn in same)) for same in zip(*runs, strict=False))


def lengths(library: Library, folder: Path, engine: EngineName) -> Turns:
    """The first turns of interviews whose answers are longer and longer."""
    desk = _desk(library, folder)
    return tuple(turn for words in LENGTHS for turn in _interview(desk, engine, [told(words, words)], counts=False))


def exponent(of: Sequence[tuple[float, float]]) -> float:
    """How `y` grows with `x`: the k of the curve y = c * x^k that fits best. 1 is linear."""
    points = [(log(x), log(y)) for x, y in of]
    x0, y0 = mean(x for x, _ in points), mean(y for _, y in points)
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


def rise(values: Sequence[float]) -> float:
    """The last quarter's median over the first quarter's: 1 is flat."""
    quarter = max(1, len(values) // 4)
    return median(values[-quarter:]) / median(values[:quarter])


def _desk(library: Library, folder: Path) -> _Desk:
    store, model = Store(Database(f"sqlite:///{folder / 'growth.db'}"), LOCAL), Model()
    engines: dict[EngineName, Engine] = {"local": LocalEngine(library), "llm": LlmEngine(library, model)}
    return _Desk(Interviewer(library, store, engines.__getitem__), store, model)


def _interview(desk: _Desk, engine: EngineName, answers: Sequence[str], counts: bool) -> Iterator[Turn]:
    counting = counter("gpt-5-mini")
    interview = desk.interviewer.begin(setup(desk.interviewer.library, engine))
    asked: list[prefixes.Tokens] = []
    for number, said in enumerate(answers, 1):
        desk.model.asked.clear()

        def turn(before: Interview = interview, said: str = said) -> None:
            for _piece in desk.interviewer.respond(desk.interviewer.hear(before, said)):
                pass

        taken = _taken(turn, counts)
        interview = desk.store.load(interview.id)
        if interview.ended:
            return
        input, fresh = _tokens(counting, desk.model.asked, asked)
        yield Turn(number, len(said.split()), 0.0 if counts else taken, int(taken) if counts else 0, input, fresh)


def _taken(work: Callable[[], object], counts: bool) -> float:
    """Seconds of processor time; the calls of functions instead if `counts`."""
    calling, began = cProfile.Profile(), time.process_time()
    if not counts:
        work()
        return time.process_time() - began
    calling.runcall(work)
    return sum(entry.callcount for entry in calling.getstats())


def _tokens(counting: Counter, calls: "Sequence[Sequence[BaseMessage]]", earlier: list[prefixes.Tokens]) -> tuple[int, int]:
    """Of `calls`: all tokens, and those in no unchanged beginning of the `earlier` ones, to which they are added."""
    total = fresh = 0
    for messages in calls:
        row = prefixes.tokens(counting, messages)
        total += len(row)
        fresh += len(row) - prefixes.kept(row, earlier)
        earlier.append(row)
    return total, fresh
