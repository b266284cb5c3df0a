"""A round of practice as the page's address tells it; knows nothing of Streamlit.

The address holds all of it, so a refresh keeps the place, the browser's Back leads one step back, and a round can be shared. What
makes no sense in an address is ignored.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, Self

from pydantic import Field, TypeAdapter, ValidationError

from interviewer import quiz
from interviewer.quiz import DIFFICULTIES, LETTERS, Answers, Item, Letter, Seed
from interviewer.rubric import CriterionId, FlagId, Identifier, Strict
from interviewer.scenario import Difficulty

ROUND_SIZE = 10
"""Items in a round, at most."""
Step = Literal["asking", "answered", "done"]
_SEED: TypeAdapter[int] = TypeAdapter(Seed)


class Choice(Strict):
    """What to be asked; None is everything."""

    principle: Identifier | None = None
    difficulty: Difficulty | None = None
    about: CriterionId | FlagId | None = None

    def items(self, bank: Iterable[Item]) -> tuple[Item, ...]:
        return quiz.matching(bank, self.principle, self.difficulty, self.about)

    def widened(self, bank: tuple[Item, ...]) -> Self:
        """The choice itself, or the nearest to it that `bank` has items for: in all principles, or about everything."""
        ways: tuple[Mapping[str, None], ...] = ({}, {"difficulty": None}, {"difficulty": None, "principle": None})
        choices = (self.model_copy(update=way) for way in (*ways, {"difficulty": None, "about": None}))
        return next((choice for choice in choices if choice.items(bank)), type(self)())


class Round(Strict):
    """The items of a deal that are asked in one go, and how far it has come."""

    choice: Choice = Choice()
    seed: Seed
    skip: int = Field(default=0, ge=0)
    """How many of the deal were asked in the rounds before."""
    only: tuple[str, ...] = ()
    """The ids to choose from, when only those missed before are asked again."""
    answers: tuple[Letter, ...] = ()
    """The options chosen so far."""
    at: int = Field(default=1, ge=1)
    """The item that is shown, from 1; one more than there are when the round is done."""

    def deal(self, bank: Iterable[Item]) -> tuple[Item, ...]:
        """Everything this round and those after it have to ask."""
        chosen = tuple(item for item in bank if item.id in self.only) or self.choice.items(bank)
        return quiz.deal(chosen, self.seed)

    def sheet(self, bank: Iterable[Item]) -> tuple[Item, ...]:
        return self.deal(bank)[self.skip : self.skip + ROUND_SIZE]

    def chosen(self, sheet: tuple[Item, ...]) -> Answers:
        return {item.id: letter for item, letter in zip(sheet, self.answers, strict=False)}

    def step(self, sheet: tuple[Item, ...]) -> Step:
        if self.at > len(sheet):
            return "done"
        return "answered" if self.at <= len(self.answers) else "asking"

    def answered(self, letter: Letter) -> Self:
        """The item shown is answered, and stays."""
        return self.model_copy(update={"answers": (*self.answers[: self.at - 1], letter)})

    def onward(self) -> Self:
        return self.model_copy(update={"at": self.at + 1})

    def following(self) -> Self:
        """The next items of the same deal."""
        return self.model_copy(update={"skip": self.skip + ROUND_SIZE, "answers": (), "at": 1})

    def again(self, missed: tuple[str, ...], seed: Seed) -> Self:
        """Only the `missed` ones, shuffled anew."""
        return self.model_copy(update={"seed": seed, "skip": 0, "only": missed, "answers": (), "at": 1})


def address(round: Round) -> dict[str, str]:
    """`round` as the parts of an address."""
    return {
        **place(round.choice),
        "seed": str(round.seed),
        **({"skip": str(round.skip)} if round.skip else {}),
        **({"only": ",".join(round.only)} if round.only else {}),
        **({"answers": "".join(round.answers)} if round.answers else {}),
        "at": str(round.at),
    }


def place(choice: Choice) -> dict[str, str]:
    return {name: value for name, value in choice.model_dump().items() if value}


def choice_at(query: Mapping[str, str], bank: Iterable[Item]) -> Choice:
    """The choice at an address, without what does not occur in `bank`."""
    known = tuple(bank)
    principle, about, difficulty = (query.get(name) for name in ("principle", "about", "difficulty"))
    return Choice(
        principle=principle if any(item.principle == principle for item in known) else None,
        difficulty=next((d for d in DIFFICULTIES if d == difficulty), None),
        about=about if any(about in item.check.about for item in known) else None,
    )


def seed_at(query: Mapping[str, str]) -> Seed | None:
    """None when the address has none, so no round has been begun there."""
    try:
        return _SEED.validate_python(query.get("seed"))
    except ValidationError:
        return None


def round_at(query: Mapping[str, str], choice: Choice, seed: Seed, bank: tuple[Item, ...]) -> Round:
    """The round at an address, its place no further than its answers reach."""
    only = tuple(id for id in query.get("only", "").split(",") if any(item.id == id for item in bank))
    begun = Round(choice=choice, seed=seed, only=only, skip=_number(query, "skip"))
    sheet = begun.sheet(bank)
    answers = _letters(query.get("answers", ""), sheet)
    at = min(max(1, _number(query, "at")), len(answers) + 1)
    return begun.model_copy(update={"answers": answers, "at": at})


def _letters(told: str, sheet: tuple[Item, ...]) -> tuple[Letter, ...]:
    """The answers up to the first that is not an option."""
    answers: list[Letter] = []
    for character, item in zip(told, sheet, strict=False):
        letter = next((letter for letter in LETTERS if letter == character), None)
        if letter not in item.letters:
            break
        answers.append(letter)
    return tuple(answers)


def _number(query: Mapping[str, str], name: str) -> int:
    told = query.get(name, "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 7 else 0
