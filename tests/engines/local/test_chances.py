"""What was learned adds up as it should."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.engines.local.chances import AGAINST, LABELS, for_criterion, for_flag, weights
from interviewer.engines.local.passages import CRITERIA
from interviewer.rubric import FLAGS

chance = st.floats(0, 1)


def column(label: str, *held: float) -> "np.typing.NDArray[np.float32]":
    rows = np.zeros((len(held), len(LABELS)), np.float32)
    rows[:, LABELS.index(label)] = held
    return rows


@pytest.mark.parametrize("criterion", CRITERIA)
@given(held=st.lists(chance, max_size=4), more=chance)
@settings(max_examples=25)
def test_more_evidence_never_lowers_a_rating(criterion: str, held: list[float], more: float) -> None:
    before, after = (for_criterion(column(criterion, *said), criterion, 0.5) for said in (held, [*held, more]))
    assert weights().met[criterion].chance(after) >= weights().met[criterion].chance(before) - 1e-9


@pytest.mark.parametrize("flag", FLAGS)
@given(less=chance, more=chance)
@settings(max_examples=25)
def test_what_speaks_against_a_red_flag_never_makes_it_likelier(flag: str, less: float, more: float) -> None:
    low, high = sorted((less, more))
    for criterion in AGAINST[flag]:  # type: ignore[index]
        weak, strong = (for_flag(column(criterion, c), flag, 0.0) for c in (low, high))  # type: ignore[arg-type]
        assert weights().flags[flag].chance(strong) <= weights().flags[flag].chance(weak) + 1e-9  # type: ignore[index]


def test_every_criterion_and_flag_has_its_weights() -> None:
    learned = weights()
    assert set(learned.met) == set(learned.hinted) == set(CRITERIA)
    assert set(learned.flags) == set(learned.raised_from) == set(FLAGS)
    assert learned.passages.shape[1] == len(learned.bias) == len(LABELS)
