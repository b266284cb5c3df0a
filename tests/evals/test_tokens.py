"""Counting tokens without a network."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.tokens import AROUND_A_MESSAGE, counter, estimated, vocabulary


@pytest.mark.parametrize("model", ["gpt-5-mini", "llama-3", "my/gpt-4.1"])
def test_without_a_vocabulary_it_is_an_estimate(model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    counting = counter(model)
    assert counting.is_estimate
    assert counting.message("abcd") == 2 + AROUND_A_MESSAGE


def test_the_vocabulary_is_where_tiktoken_looks_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert vocabulary() == tmp_path / "fb374d419588a4632f3f557e76b4b70aebbca790"


@given(st.text(), st.text())
def test_more_text_is_never_fewer_tokens(one: str, other: str) -> None:
    assert estimated(one) <= estimated(one + other) <= estimated(one) + estimated(other)
