import asyncio
import random

from evals.benchmark.model_stub import INSTANT, Pace
from evals.load import marks, sayings
from evals.load.model import Model
from interviewer.brief import Brief
from interviewer.engines.llm import LlmEngine
from interviewer.library import Library
from interviewer.models.chat_completions import ChatCompletions
from interviewer.probing import next_probe
from interviewer.review import Review
from interviewer.transcript import Transcript, Turn

CHANCE = random.Random(0)
ROLE = sayings.role(marks.new(CHANCE), CHANCE)


def told(brief: Brief, text: str) -> Transcript:
    return Transcript(
        turns=(Turn(number=1, question=brief.questions[0], probe=None, targets=(), text=text, kind="answer"),), left_open=None
    )


def ask(library: Library, model: Model, brief: Brief, transcript: Transcript) -> tuple[Review, str]:
    engine = LlmEngine(library, ChatCompletions(model="any", api_key="none", base_url=model.base_url))
    review = engine.review(brief, transcript)
    following = next_probe(brief, transcript, review)
    assert following
    return review, "".join(engine.phrase(brief, transcript, following))


def test_the_model_says_back_what_it_was_told_and_keeps_account_of_its_time(library: Library, brief: Brief) -> None:
    async def hold() -> None:
        async with Model(Pace(review=0.05, first_token=0.01, token=0, feedback=0)) as model:
            review, probe = await asyncio.to_thread(ask, library, model, brief, told(brief, next(ROLE.lines())))
            assert any(ROLE.mark in quote.text for finding in review.findings for quote in finding.quotes)
            assert ROLE.mark in probe
            assert (model.calls, model.mixed) == (2, 0)
            assert model.take_seconds(ROLE.mark) >= 0.06
            assert model.take_seconds(ROLE.mark) == 0

    asyncio.run(hold())


def test_a_request_with_the_words_of_two_interviews_is_noticed(library: Library, brief: Brief) -> None:
    async def hold() -> None:
        async with Model(INSTANT) as model:
            both = f"{next(ROLE.lines())} We also called it {marks.new(random.Random(5))}."
            await asyncio.to_thread(ask, library, model, brief, told(brief, both))
            assert model.mixed == 2

    asyncio.run(hold())
