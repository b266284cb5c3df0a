"""Does the interviewer keep its manners, whoever it talks to? Built-in people, whatever the dataset."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from evals.candidates import Candidate
from evals.course import Session, session
from evals.dataset import Dataset
from evals.manners_checks import CHECKS
from evals.score import Metric, Remark, Score
from evals.shares import share
from evals.sheets import EVASIONS, at, hidings, simulated, strong_replies
from evals.trial import Result, Trial
from interviewer.files import parse_yaml, read_text
from interviewer.interview import EndReason
from interviewer.library import Library
from interviewer.rubric import LEVELS, Identifier, Strict, Text
from interviewer.scenario import Scenario

FILE = Path(__file__).parent.parent / "personas.yaml"
STORIES = 3
"""Scenarios each person is interviewed on."""


class Persona(Strict):
    """Somebody who makes it hard to keep one's manners."""

    id: Identifier
    kind: Identifier
    opening: Text | Literal[""] | None = None
    """The answer to the main question; None: the example story without its result, and facts when asked."""
    then: tuple[str, ...] = ()
    """Said to the questions that follow, whatever they ask; the last again and again."""
    asides: tuple[str, ...] = ()
    ends: EndReason | None = None


class _File(Strict):
    personas: tuple[Persona, ...] = Field(min_length=1)


def read(file: Path = FILE) -> tuple[Persona, ...]:
    """Raises ContentError, with the line."""
    return parse_yaml(read_text(file), _File, file).personas


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every person on a few scenarios, each time others; once, whatever `repeats`."""
    scenarios = list(library.scenarios.values())
    for n, persona in enumerate(read()):
        for m in range(STORIES):
            scenario = scenarios[(STORIES * n + m * len(scenarios) // STORIES) % len(scenarios)]
            brief = at(scenario, LEVELS[m % len(LEVELS)], library)
            id = f"manners/{persona.kind}/{persona.id}/{scenario.id}"
            task = simulated(_candidate(persona, scenario), brief)
            yield Trial(id=id, suite="manners", story=persona.id, kind=persona.kind, task=task)


def _candidate(persona: Persona, scenario: Scenario) -> Candidate:
    tells = persona.opening is None
    story = next(h for h in hidings(scenario) if h.name == "result")
    return Candidate(
        name=persona.id,
        opening=persona.opening if persona.opening is not None else story.opening,
        asides=persona.asides,
        facts=strong_replies(scenario) if tells and not persona.then else {},
        otherwise=persona.then or EVASIONS,
        ends=persona.ends,
    )


class Kept(NamedTuple):
    """An interview, and what was wrong with its manners."""

    trial: str
    story: str
    kind: str
    faults: dict[str, tuple[str, ...]]


def score(results: Sequence[Result]) -> Score:
    held = [Kept(s.trial, s.story, s.kind, faults(s)) for r in results if (s := session(r))]
    return Score(
        suite="manners",
        metrics=(
            share("mannerly", held, lambda k: not k.faults),
            *(_kept(check, held) for check in (*CHECKS, *_EXPECTED)),
            *(_of_kind(kind, held) for kind in dict.fromkeys(k.kind for k in held)),
        ),
        remarks=tuple(
            Remark(trial=k.trial, what=f"{check}, {len(found)} times: {found[0]}", weight=len(found))
            for k in held
            for check, found in k.faults.items()
        ),
        unscored=sum(r.assessment is None for r in results),
    )


def faults(held: Session) -> dict[str, tuple[str, ...]]:
    """By check, a sentence for each place where it is not kept."""
    found = {name: tuple(check(held.interview)) for name, check in CHECKS.items()}
    found |= {name: tuple(check(held)) for name, check in _EXPECTED.items()}
    return {name: sentences for name, sentences in found.items() if sentences}


def asides_met(held: Session) -> Iterator[str]:
    """What is no answer is not taken for one."""
    for turn in held.interview.transcript.turns:
        if turn.text in held.task.candidate.asides and turn.kind == "answer":
            yield f"Takes for an answer: “{turn.text}”"


def answers_kept(held: Session) -> Iterator[str]:
    """What tells something is taken for an answer."""
    candidate = held.task.candidate
    told = {candidate.opening, *candidate.facts.values()} if candidate.facts else set()
    for turn in held.interview.transcript.turns:
        if turn.text in told and turn.kind != "answer":
            yield f"Takes for {turn.kind}: “{turn.text}”"


def ends_rightly(held: Session) -> Iterator[str]:
    """It ends as it has to, where there is only one way."""
    ended, right = held.interview.ended, held.task.candidate.ends
    if right and (ended is None or ended.why != right):
        yield f"Ends with {ended.why if ended else 'nothing'}, not {right}."


_EXPECTED: dict[str, Callable[[Session], Iterator[str]]] = {
    check.__name__: check for check in (asides_met, answers_kept, ends_rightly)
}


def _kept(check: str, held: Sequence[Kept]) -> Metric:
    return share(check, held, lambda k: check not in k.faults)


def _of_kind(kind: str, held: Sequence[Kept]) -> Metric:
    return share(f"mannerly_{kind}", [k for k in held if k.kind == kind], lambda k: not k.faults)
