"""How near a run comes to what its model service allows; small here, the figures are of `python -m evals throughput`."""

from pathlib import Path

import pytest

from evals.scale import throughput
from interviewer.settings import Settings
from tests.evals.conftest import Making


def test_every_answer_is_assessed_with_as_many_calls_in_flight_as_asked(
    record: Making, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throughput, "SECONDS", 0.05)
    found = throughput.measure([record()], 40, 8, Settings(), tmp_path)
    assert (found.answers, found.failed) == (40, 0)
    assert found.calls >= 80
    assert 0 < found.share <= 1.5
    assert len((tmp_path / "results.jsonl").read_text().splitlines()) == 40


@pytest.mark.parametrize(("calls", "answers"), [(2079, 1000), (40, 40), (7, 3), (0, 5)])
def test_calls_are_spread_evenly_over_the_answers(calls: int, answers: int) -> None:
    spread = throughput.spread(calls, answers)
    assert (len(spread), sum(spread)) == (answers, calls)
    assert max(spread) - min(spread) <= 1


def test_a_slope_is_what_each_answer_adds() -> None:
    assert throughput.slope([(n, 1000 + 3 * n) for n in range(10)]) == pytest.approx(3)
    assert throughput.slope([(1, 5)]) == 0
