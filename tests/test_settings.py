"""Settings: flags, then the environment, then defaults."""

import pytest

from interviewer import settings
from interviewer.settings import BadSetting

VARIABLES = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "INTERVIEWER_MODEL", "INTERVIEWER_ENGINE", "INTERVIEWER_TIMEOUT")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_without_key_or_address_the_offline_engine_is_used() -> None:
    assert not settings.read().has_model
    assert settings.read().default_engine == "local"


@pytest.mark.parametrize(("name", "value"), [("OPENAI_API_KEY", "k"), ("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")])
def test_a_key_or_an_address_makes_the_model_the_default(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert settings.read().default_engine == "llm"


def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "")
    assert not settings.read().has_model


def test_a_flag_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWER_ENGINE", "llm")
    assert settings.read(engine="local").default_engine == "local"
    assert settings.read(engine=None).default_engine == "llm"


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWER_TIMEOUT", "soon")
    with pytest.raises(BadSetting, match="INTERVIEWER_TIMEOUT"):
        settings.read()


def test_the_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    assert "very-secret" not in repr(settings.read())
