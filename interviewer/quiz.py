"""Knowledge checks dealt out, to practise with and as a timed test.

Everything follows from a seed, so that a refresh or another window deals the same. The order is that of a hash of seed and id: it
is the same on every machine, and a check that is added or removed leaves the others where they are.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from math import ceil
from typing import Annotated, Literal, Self, get_args

from pydantic import Field

from interviewer.ids import new_id
from interviewer.rubric import CriterionId, FlagId, Identifier, Strict
from interviewer.scenario import Difficulty, KnowledgeCheck, Scenario

Letter = Literal["A", "B", "C", "D", "E"]
LETTERS: tuple[Letter, ...] = get_args(Letter)
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)
Seed = Annotated[int, Field(ge=0, lt=2**31)]
"""Fits a column of any database."""
Answers = Mapping[str, Letter]
"""The option chosen for each item that was answered, by the item's id."""

TEST_MIX: Mapping[Difficulty, int] = {"easy": 4, "medium": 4, "hard": 2}
"""What a test paper consists of."""
TEST_SIZE = sum(TEST_MIX.values())
TEST_SECONDS = 600


class Item(Strict):
    """A knowledge check, and the order in which its options are shown."""

    id: str
    """``scenario.number``, from 1; its place in the file."""
    principle: Identifier
    scenario: Identifier
    check: KnowledgeCheck
    shown: tuple[Letter, ...]
    """Letters as in the file, whose explanations speak of them; a shuffled item shows its options in this order."""

    def option(self, letter: Letter) -> str:
        return self.check.options[LETTERS.index(letter)]

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters of its options, in the order of the file."""
        return LETTERS[: len(self.check.options)]


class Score(Strict):
    """What the answers to some items are worth."""

    right: int
    of: int
    missed: tuple[str, ...]
    """Ids of the items answered wrongly or not at all, in their order."""
    revise: tuple[CriterionId | FlagId, ...]
    """What the missed items teach first of all, the most frequent first."""


class Paper(Strict):
    """A test that somebody began."""

    id: str
    """32 hex digits."""
    principle: Identifier | None
    """None: drawn from all of them."""
    seed: Seed
    items: tuple[str, ...]
    """Ids in their order, so that a scenario added meanwhile does not change what was drawn."""
    started_at: datetime
    """UTC."""

    @classmethod
    def new(cls, sheet: Sequence[Item], principle: Identifier | None, seed: Seed) -> Self:
        drawn = tuple(item.id for item in sheet)
        return cls(id=new_id(), principle=principle, seed=seed, items=drawn, started_at=datetime.now(UTC))

    def sheet(self, bank: Iterable[Item]) -> tuple[Item, ...]:
        """The paper as it was drawn, without what `bank` no longer has."""
        found = {item.id: _shuffled(item, self.seed) for item in bank}
        return tuple(found[id] for id in self.items if id in found)

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds, rounded up; 0 when time is up."""
        left = TEST_SECONDS - (now - self.started_at).total_seconds()
        return min(TEST_SECONDS, max(0, ceil(left)))


class Result(Strict):
    """A test that was handed in, or that ran out of time."""

    id: str
    """The paper's."""
    taken_at: datetime
    """UTC."""
    principle: Identifier | None
    seed: Seed
    answers: tuple[tuple[str, Letter | None], ...]
    """Each item's id with the option chosen; None where none was."""
    right: int
    seconds: int
    """From the start to the handing in, at most `TEST_SECONDS`."""

    @property
    def of(self) -> int:
        return len(self.answers)


def items(scenarios: Iterable[Scenario]) -> tuple[Item, ...]:
    """Every check of `scenarios`, as it stands there."""
    return tuple(
        Item(
            id=f"{scenario.id}.{number}",
            principle=scenario.principle,
            scenario=scenario.id,
            check=check,
            shown=LETTERS[: len(check.options)],
        )
        for scenario in scenarios
        for number, check in enumerate(scenario.knowledge_checks, 1)
    )


def matching(
    bank: Iterable[Item],
    principle: Identifier | None = None,
    difficulty: Difficulty | None = None,
    about: CriterionId | FlagId | None = None,
) -> tuple[Item, ...]:
    """The items of `bank` that fit; None fits everything."""
    return tuple(
        item
        for item in bank
        if principle in (None, item.principle)
        and difficulty in (None, item.check.difficulty)
        and (about is None or about in item.check.about)
    )


def deal(bank: Iterable[Item], seed: Seed) -> tuple[Item, ...]:
    """All of `bank` in the order of `seed`, the options too."""
    return tuple(_shuffled(item, seed) for item in sorted(bank, key=lambda item: _place(seed, item.id)))


def paper(bank: Iterable[Item], seed: Seed) -> tuple[Item, ...]:
    """A test paper, the easy ones first: `TEST_MIX`, spread over the principles and scenarios there are.

    Where a difficulty has too few, the medium ones make up for it, then the easy, then the hard; a bank of fewer than `TEST_SIZE`
    makes a shorter paper.
    """
    pool = list(deal(bank, seed))
    drawn: list[Item] = []
    for difficulty, wanted in TEST_MIX.items():
        _draw(pool, drawn, difficulty, wanted)
    for difficulty in ("medium", "easy", "hard"):
        _draw(pool, drawn, difficulty, TEST_SIZE - len(drawn))
    return tuple(sorted(drawn, key=lambda item: (DIFFICULTIES.index(item.check.difficulty), _place(seed, item.id))))


def is_right(item: Item, answers: Answers) -> bool:
    return answers.get(item.id) == item.check.answer


def score(sheet: Sequence[Item], answers: Answers) -> Score:
    missed = [item for item in sheet if not is_right(item, answers)]
    taught = Counter(item.check.about[0] for item in missed)
    return Score(
        right=len(sheet) - len(missed),
        of=len(sheet),
        missed=tuple(item.id for item in missed),
        revise=tuple(about for about, _ in taught.most_common()),
    )


def hand_in(paper: Paper, sheet: Sequence[Item], answers: Answers, now: datetime) -> Result:
    """What comes of `paper` when it is handed in at `now` as it stands."""
    return Result(
        id=paper.id,
        taken_at=now,
        principle=paper.principle,
        seed=paper.seed,
        answers=tuple((item.id, answers.get(item.id)) for item in sheet),
        right=score(sheet, answers).right,
        seconds=TEST_SECONDS - paper.seconds_left(now),
    )


def _draw(pool: list[Item], drawn: list[Item], difficulty: Difficulty, wanted: int) -> None:
    """Moves up to `wanted` items of `difficulty` from `pool` to `drawn`, each from where least has been drawn so far."""
    for _ in range(wanted):
        fitting = [item for item in pool if item.check.difficulty == difficulty]
        if not fitting:
            return
        principles, scenarios = Counter(d.principle for d in drawn), Counter(d.scenario for d in drawn)
        chosen = min(fitting, key=lambda item: (principles[item.principle], scenarios[item.scenario]))
        pool.remove(chosen)
        drawn.append(chosen)


def _shuffled(item: Item, seed: Seed) -> Item:
    shown = sorted(item.letters, key=lambda letter: _place(seed, f"{item.id} {letter}"))
    return item.model_copy(update={"shown": tuple(shown)})


def _place(seed: Seed, name: str) -> bytes:
    return sha256(f"{seed} {name}".encode()).digest()
