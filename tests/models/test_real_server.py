"""The adapter against llama.cpp's own server and a real, if tiny, model."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import BaseModel, ConfigDict

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.errors import ContextOverflow
from interviewer.models.usage import metered
from tests.models.fetch_model import MODEL

pytestmark = pytest.mark.llama

ASKED = [SystemMessage("You reply in five words."), HumanMessage("What is two and two?")]


class Judgement(BaseModel):
    model_config = ConfigDict(extra="forbid")

    answered: bool
    rating: Literal["no", "partly", "yes"]
    turn: Literal[1, 2]


def missing(what: str) -> None:
    """Skips, except where the suite must be complete."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """The address of a server that runs as long as the module's tests."""
    path = Path(os.environ.get("INTERVIEWER_TEST_GGUF") or MODEL)
    if not path.is_file():
        missing(f"There is no model at {path}: run python -m tests.models.fetch_model, or set INTERVIEWER_TEST_GGUF.")
    try:
        import xllamacpp
    except ImportError:
        missing("xllamacpp is not installed; it has wheels for Linux and macOS.")
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = 1024
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.port = 0
    params.verbosity = -1
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


@pytest.fixture
def model(base_url: str) -> ChatCompletions:
    return ChatCompletions(model="smollm2", api_key=None, base_url=base_url, timeout=120)


def test_a_reply_is_streamed_to_its_end(model: ChatCompletions) -> None:
    pieces = list(model.stream(ASKED))
    assert len(pieces) > 1
    assert "".join(pieces).strip()


def test_a_value_of_the_schema_comes_back(model: ChatCompletions) -> None:
    assert isinstance(model.structured(ASKED, Judgement), Judgement)


def test_breaking_off_frees_the_only_slot_of_the_server(model: ChatCompletions) -> None:
    for _ in model.stream([HumanMessage("Tell a very long story about a warehouse.")]):
        break
    assert "".join(model.stream(ASKED))


def test_a_conversation_that_is_too_long_is_named(model: ChatCompletions) -> None:
    with pytest.raises(ContextOverflow):
        list(model.stream([HumanMessage("warehouse " * 2000)]))


def test_a_real_server_says_what_it_used(model: ChatCompletions) -> None:
    with metered() as used:
        list(model.stream(ASKED))
        model.structured(ASKED, Judgement)
    assert [usage.estimated for usage in used] == [False, False]
    assert all(10 < usage.input < 200 and usage.output > 0 and usage.cached <= usage.input for usage in used)
