"""Speaking times of the example's parts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.quality.timing import LEEWAY, off_target, speaking_seconds
from interviewer.scenario import Scenario


def with_result(scenario: Scenario, words: int) -> Scenario:
    """The scenario with a result of so many words, for which there are 20 seconds: 50 words."""
    result = scenario.parts.result.model_copy(update={"strong": " ".join(["word"] * words)})
    return scenario.model_copy(update={"parts": scenario.parts.model_copy(update={"result": result})})


@given(st.integers(min_value=1, max_value=2000))
def test_speech_runs_at_150_words_a_minute(count: int) -> None:
    assert speaking_seconds("word " * count) == pytest.approx(count * 0.4)


@pytest.mark.parametrize(("words", "faults"), [(39, 1), (40, 0), (50, 0), (60, 0), (61, 1)])
def test_a_part_may_miss_its_target_by_a_fifth(scenario: Scenario, file: Path, words: int, faults: int) -> None:
    assert LEEWAY == 0.2
    assert len(list(off_target(with_result(scenario, words), file))) == faults


def test_the_fault_says_where_and_how_long(scenario: Scenario, file: Path) -> None:
    (fault,) = off_target(with_result(scenario, 100), file)
    assert fault.field == "parts.result.strong"
    assert fault.message.startswith("takes 40 seconds")
    lines = file.read_text().splitlines()
    assert scenario.parts.result.strong.split()[0] in " ".join(lines[fault.line - 1 : fault.line + 1])
