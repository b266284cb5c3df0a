from pathlib import Path
from xml.etree import ElementTree

import pytest

from evals.benchmark import growth
from evals.benchmark.picture import Line, Panel, draw
from interviewer.library import Library


@pytest.mark.parametrize("k", [0.5, 1, 2])
def test_a_curve_s_exponent_is_found(k: float) -> None:
    assert growth.exponent([(x, 3 * x**k) for x in (1, 2, 5, 12)]) == pytest.approx(k)


def test_what_stays_the_same_does_not_rise() -> None:
    assert growth.rise([2] * 12) == 1
    assert growth.rise([1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3]) == 3


def test_a_turn_sends_as_much_that_is_new_late_as_early(library: Library, tmp_path: Path) -> None:
    turns = growth.turns(library, tmp_path, "llm", counts=True)
    assert len(turns) >= 10
    assert growth.rise([turn.fresh for turn in turns[1:]]) < 1.05
    assert growth.rise([turn.calls for turn in turns]) < 1.5
    assert turns[-1].input > turns[0].input


def test_the_picture_is_whole_and_names_what_it_shows() -> None:
    line = Line("server & model", [(1, 10.0), (12, 20.0)])
    drawn = draw([Panel("Time <of a turn>", "turn", [line, line]), Panel("Tokens", "turn", [line])])
    root = ElementTree.fromstring(drawn)
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Time <of a turn>", "Tokens", "server & model"} <= set(texts)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}polyline"))) == 3
