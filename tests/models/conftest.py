"""A service that fails on demand, and the adapter pointed at it."""

from collections.abc import Iterator

import pytest
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from interviewer.models.chat_completions import ChatCompletions
from tests.models.stub import Stub

KEY = "sk-test-1234567890"
CANDIDATE = "I rewrote the locked query on a Saturday."
ASKED: list[BaseMessage] = [SystemMessage("Ask one question."), HumanMessage(CANDIDATE)]


@pytest.fixture
def stub() -> Iterator[Stub]:
    with Stub() as running:
        yield running


@pytest.fixture
def model(stub: Stub) -> ChatCompletions:
    return adapter(stub)


def adapter(stub: Stub, *, model: str = "small", timeout: float = 30, key: str | None = KEY) -> ChatCompletions:
    return ChatCompletions(model=model, api_key=key, base_url=stub.base_url, timeout=timeout, pause=0)
