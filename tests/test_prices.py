"""What calls cost."""

from datetime import date
from pathlib import Path

import pytest

from interviewer.files import ContentError
from interviewer.prices import Price, Prices, Tokens, in_force, read

PRICES = Prices(date=date(2026, 11, 1), batch=0.5, models={"small": Price(input=1, cached=0.1, output=10)})


def test_input_and_output_are_paid_by_the_million() -> None:
    tokens = Tokens(input=2_000_000, cached=1_000_000, output=100_000)
    assert PRICES.models["small"].of(tokens, cache=False) == pytest.approx(3.0)
    assert PRICES.models["small"].of(tokens, cache=True) == pytest.approx(2.1)


@pytest.mark.parametrize(
    ("model", "known"), [("small", True), ("small-2026-10-01", True), ("smaller", False), ("small-2", False)]
)
def test_a_dated_version_costs_what_its_model_costs(model: str, known: bool) -> None:
    assert (PRICES.price(model) is not None) == known


def test_the_list_that_comes_along_can_be_read() -> None:
    assert read().models


def test_a_list_with_a_fault_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("date: 2026-11-01\nmodels:\n  small: {input: 1, cached: 1}\n")
    with pytest.raises(ContentError, match=r"mine.yaml:3: models.small.output"):
        read(file)


def test_ones_own_prices_come_before_those_that_come_along(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "date: 2026-01-02\nmodels:\n  gpt-5: {input: 9, cached: 9, output: 9}\n  mine: {input: 1, cached: 1, output: 1}\n"
    )
    listed = in_force(file)
    assert (listed.models["gpt-5"].input, listed.models["mine"].input) == (9, 1)
    assert listed.price("gpt-5-mini") == read().price("gpt-5-mini")


def test_the_folder_of_ones_settings_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "interviewer").mkdir()
    (tmp_path / "interviewer" / "prices.yaml").write_text("date: 2026-01-02\nmodels:\n  mine: {input: 1, cached: 1, output: 1}\n")
    assert in_force().price("mine")


def test_a_list_that_is_named_and_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        in_force(tmp_path / "none.yaml")
