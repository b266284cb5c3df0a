"""The page for people who write prompts and scenarios."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.test_runs import keep


def drawn() -> AppTest:
    def page() -> None:
        from interviewer.pages import authors

        authors.show()

    return AppTest.from_function(page, default_timeout=60).run()


def test_without_a_run_the_page_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVIEWER_RUNS", str(tmp_path))
    assert "python -m evals run" in drawn().code[0].value


def test_each_measure_is_shown_with_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, "before", age=0)
    monkeypatch.setenv("INTERVIEWER_RUNS", str(tmp_path))
    page = drawn()
    assert not page.exception
    (table,) = page.dataframe
    assert list(table.value.iloc[0]) == ["verdict qwk", 0.7, "0.60 to 0.80", 9, "at least 0.5", "holds"]
    assert "1 trials could not be assessed" in page.caption[1].value
