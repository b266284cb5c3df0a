"""How long, how warm and how thoughtful a reply is asked to be, at OpenAI and elsewhere."""

from typing import Any

import pytest
from pydantic import BaseModel

from interviewer.models.dialect import Dialect
from interviewer.models.errors import ContextOverflow
from tests.models.conftest import ASKED, adapter
from tests.models.stub import Stub, failure, text

ASK = [{"role": "user", "content": "Hello"}]


class Score(BaseModel):
    score: int


def options(request: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in request.items() if k not in ("messages", "stream", "stream_options", "response_format")}


@pytest.mark.parametrize(
    ("model", "own_server", "streaming", "structured"),
    [
        (
            "gpt-6-luna",
            False,
            {"max_completion_tokens": 400, "reasoning_effort": "none"},
            {"max_completion_tokens": 6000, "reasoning_effort": "low"},
        ),
        ("gpt-4.1", False, {"max_completion_tokens": 400}, {"max_completion_tokens": 6000}),
        ("qwen3", True, {"max_tokens": 400, "temperature": 0}, {"max_tokens": 6000, "temperature": 0}),
        (
            "openai/gpt-5.1",
            True,
            {"max_tokens": 400, "temperature": 0, "reasoning_effort": "none"},
            {"max_tokens": 6000, "temperature": 0, "reasoning_effort": "low"},
        ),
    ],
)
def test_the_options_fit_the_model_and_the_server(
    model: str, own_server: bool, streaming: dict[str, Any], structured: dict[str, Any]
) -> None:
    dialect = Dialect.of(model, own_server)
    assert options(dialect.streaming(ASK)) == streaming
    assert options(dialect.structured(ASK, Score)) == structured


@pytest.mark.parametrize(
    ("objection", "left"),
    [
        (
            "Unsupported value: 'reasoning_effort' does not support 'none'",
            {"reasoning_effort": "minimal", "temperature": 0, "max_tokens": 400},
        ),
        ("Unsupported value: 'temperature' does not support 0", {"reasoning_effort": "none", "max_tokens": 400}),
        (
            "'max_tokens' is unsupported. Use 'max_completion_tokens'",
            {"reasoning_effort": "none", "temperature": 0, "max_completion_tokens": 400},
        ),
    ],
)
def test_what_is_objected_to_is_given_up(objection: str, left: dict[str, Any]) -> None:
    poorer = Dialect.of("gpt-5", own_server=True).without(objection)
    assert poorer is not None
    assert options(poorer.streaming(ASK)) == left


def test_an_objection_to_something_else_gives_nothing_up() -> None:
    assert Dialect.of("gpt-5", own_server=True).without("Your messages are too rude.") is None


def test_giving_up_comes_to_an_end() -> None:
    poorer = [Dialect.of("gpt-5", own_server=True)]
    while following := poorer[-1].without("reasoning_effort temperature max_completion_tokens response_format"):
        poorer.append(following)
    assert options(poorer[-1].structured(ASK, Score)) == {"max_completion_tokens": 6000}
    assert "response_format" not in poorer[-1].structured(ASK, Score)


def test_a_server_that_rejects_an_option_still_replies(stub: Stub) -> None:
    stub.replies(
        failure(400, "unsupported_value", "'reasoning_effort' does not support 'none'", "reasoning_effort"),
        failure(400, "unsupported_value", "'temperature' does not support 0", "temperature"),
        text("Why?"),
    )
    model = adapter(stub, model="gpt-5-mini")
    assert "".join(model.stream(ASKED)) == "Why?"
    list(model.stream(ASKED))
    assert len(stub.requests) == 4
    assert options(stub.requests[-1].body) == {"model": "gpt-5-mini", "max_tokens": 400, "reasoning_effort": "minimal"}


def test_a_bound_that_is_too_long_for_the_model_is_not_taken_for_an_unknown_one(stub: Stub) -> None:
    stub.replies(failure(400, None, "'max_completion_tokens' is too large: the maximum context length is 2048 tokens"))
    with pytest.raises(ContextOverflow):
        list(adapter(stub).stream(ASKED))
    assert len(stub.requests) == 1
