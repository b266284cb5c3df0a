"""What interviews took of a model: kept, told, and stopped at a ceiling with nothing lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sql
from pydantic import BaseModel

from interviewer.assessment import EngineName
from interviewer.brief import Brief
from interviewer.database import LOCAL, Database, now
from interviewer.engines import Engine
from interviewer.engines.llm import LlmEngine
from interviewer.engines.local import LocalEngine
from interviewer.interview import Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.models.ceiling import Capped, CeilingReached
from interviewer.models.scripted import Scripted
from interviewer.models.usage import Usage, note
from interviewer.prices import Price, Prices
from interviewer.spending import Spending
from interviewer.store import Store
from interviewer.tables import USAGE
from tests.replies import STORY, feedback_reply, review_reply

PRICES = Prices(date=date(2026, 11, 23), models={"scripted": Price(input=10, cached=1, output=100)})


class Ceilings(BaseModel):
    spend_per_interview: float | None = None
    spend_per_day: float | None = None
    tokens_per_interview: int | None = None
    tokens_per_day: int | None = None


class Room:
    """An interview by a scripted model, before a real database."""

    def __init__(
        self, library: Library, database: Database, owner: str = LOCAL, prices: Prices = PRICES, most: Ceilings | None = None
    ) -> None:
        self.brief = library.brief("ownership", "sde2")
        self.model = Scripted(
            [review_reply(self.brief, metric="no"), "What changed?", review_reply(self.brief), feedback_reply()]
        )
        self.store = Store(database, owner)
        self.spending = Spending(database, owner, prices, most or Ceilings())
        engines: dict[EngineName, Engine] = {"llm": LlmEngine(library, Capped(self.model)), "local": LocalEngine(library)}
        self.interviewer = Interviewer(library, self.store, engines.__getitem__, self.spending.account)
        setup = Setup(principle="ownership", scenario=None, level="sde2", engine="llm", probe_limit=1)
        self.id = self.interviewer.begin(setup).id

    @property
    def interview(self) -> Interview:
        return self.store.load(self.id)

    def answer(self, text: str) -> str:
        return "".join(self.interviewer.respond(self.interviewer.hear(self.interview, text)))


@pytest.fixture
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database(f"sqlite:///{tmp_path_factory.mktemp('kept') / 'kept.db'}")


def test_every_call_of_an_interview_is_kept_with_it(library: Library, database: Database) -> None:
    room = Room(library, database)
    assert room.spending.of(room.interview) is None
    room.answer(STORY)
    taken = room.spending.of(room.interview)
    assert taken
    assert (taken.calls, taken.estimates) == (2, 2)
    assert taken.tokens.input > 2 * 1000
    assert taken.dollars == pytest.approx(taken.tokens.input * 10e-6 + taken.tokens.output * 100e-6)
    assert str(taken).startswith("This interview took 2 model calls: ")
    assert str(taken).endswith("by prices of 23 November 2026.")


def test_what_a_service_had_kept_is_told_apart(library: Library, database: Database) -> None:
    room = Room(library, database)
    with room.spending.account(room.interview):
        note(Usage(model="scripted", input=1000, cached=900, output=10, estimated=False))
    taken = room.spending.of(room.interview)
    assert taken
    assert taken.dollars == pytest.approx(100 * 10e-6 + 900 * 1e-6 + 10 * 100e-6)
    assert "1 model call: 1,000 tokens in (900 of them from the service's cache), 10 out; about $0.0029" in str(taken)


def test_of_a_model_without_a_price_the_tokens_alone_are_told(library: Library, database: Database) -> None:
    room = Room(library, database, prices=Prices(date=PRICES.date, models={}))
    room.answer(STORY)
    assert "$" not in str(room.spending.of(room.interview))


def test_an_interview_held_offline_took_nothing(library: Library, database: Database) -> None:
    room = Room(library, database)
    room.interviewer.switch(room.interview, "local")
    room.answer(STORY)
    assert room.spending.of(room.interview) is None
    assert not room.model.requests


def test_a_call_that_failed_is_paid_for_too(library: Library, database: Database, brief: Brief) -> None:
    room = Room(library, database)
    room.model._replies.clear()
    room.model._replies.extend(["no JSON", review_reply(brief, metric="no"), "What changed?"])
    room.answer(STORY)
    taken = room.spending.of(room.interview)
    assert taken
    assert taken.calls == 3


@pytest.mark.parametrize(
    "most", [{"spend_per_interview": 0.0001}, {"spend_per_day": 0.0001}, {"tokens_per_interview": 100}, {"tokens_per_day": 100}]
)
def test_at_a_ceiling_no_call_is_made_and_the_interview_goes_on_offline(
    library: Library, database: Database, most: dict[str, float]
) -> None:
    room = Room(library, database, most=Ceilings.model_validate(most))
    with pytest.raises(CeilingReached, match=r"ceiling of (\$0.0001|100 tokens) for one (interview|day) is reached"):
        room.answer(STORY)
    assert not room.model.requests
    assert room.interview.awaits_reply, "what was said is kept"
    room.interviewer.switch(room.interview, "local")
    assert "".join(room.interviewer.respond(room.interview))
    assert room.interviewer.assess(room.interviewer.end(room.interview)).assessment


def test_a_ceiling_counts_what_the_turns_before_took(library: Library, database: Database) -> None:
    room = Room(library, database)
    room.answer(STORY)
    taken = room.spending.of(room.interview)
    assert taken
    tight = Room(library, database, most=Ceilings(tokens_per_interview=taken.tokens.input + taken.tokens.output + 500))
    tight.answer(STORY)
    with pytest.raises(CeilingReached):
        tight.answer("It fell from 40 to 2.")
    assert len(tight.model.requests) == 2


@pytest.mark.parametrize("owner", [LOCAL, "somebody else"])
def test_a_day_is_everybodys_and_ends_at_midnight(library: Library, database: Database, owner: str) -> None:
    Room(library, database).answer(STORY)
    other = Room(library, database, owner=owner, most=Ceilings(tokens_per_day=8000))
    with pytest.raises(CeilingReached, match="or go on tomorrow"):
        other.answer(STORY)
    with database.transaction() as connection:
        connection.execute(sql.update(USAGE).values(at=now() - timedelta(days=1)))
    assert "".join(other.interviewer.respond(other.interview))


def test_a_ceiling_in_dollars_without_a_price_stops_and_says_so(library: Library, database: Database) -> None:
    room = Room(library, database, prices=Prices(date=PRICES.date, models={}), most=Ceilings(spend_per_day=5))
    with pytest.raises(CeilingReached, match="INTERVIEWER_SPEND_PER_DAY is set, but no price is known for scripted"):
        room.answer(STORY)


def test_another_owner_is_told_nothing_of_it(library: Library, database: Database) -> None:
    room = Room(library, database)
    room.answer(STORY)
    assert Spending(database, "somebody else", PRICES, Ceilings()).of(room.interview) is None


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "   ",
        "…",
        "asdf asdf",
        "Could you repeat the question?",
        "I'd like to skip this one.",
        "Give me a moment, please.",
        "How am I doing?",
    ],
)
def test_what_code_can_tell_alone_takes_no_call(library: Library, database: Database, answer: str) -> None:
    room = Room(library, database)
    assert room.answer(answer)
    assert not room.model.requests


def test_an_answer_given_once_more_takes_no_call(library: Library, database: Database) -> None:
    room = Room(library, database)
    room.answer(STORY)
    before = len(room.model.requests)
    assert room.answer(STORY.replace("I noticed", "I  NOTICED"))
    assert len(room.model.requests) == before
    review = room.interview.review_of(2)
    assert review
    assert review == room.interview.review_of(1)


def test_a_turn_takes_two_calls_at_most_and_the_feedback_one(library: Library, database: Database) -> None:
    room = Room(library, database)
    counts: list[int] = []
    steps: tuple[Callable[[], object], ...] = (
        lambda: room.answer(STORY),
        lambda: room.answer("It fell from 40 late reports a month to 2, by the log."),
        lambda: room.interviewer.assess(room.interview),
    )
    for step in steps:
        before = len(room.model.requests)
        step()
        counts.append(len(room.model.requests) - before)
    assert counts == [2, 1, 1]
