"""Which beginnings of prompts repeat."""

from hypothesis import given
from hypothesis import strategies as st
from langchain_core.messages import HumanMessage, SystemMessage

from evals.prefixes import FEWEST, STEP, Beginnings, kept, shared, tokens
from evals.tokens import ESTIMATING

rows = st.lists(st.integers(0, 2)).map(tuple)


@given(rows, rows)
def test_a_shared_beginning_is_the_longest_there_is(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    length = shared(one, other)
    assert one[:length] == other[:length]
    assert one[: length + 1] != other[: length + 1] or length == min(len(one), len(other))


def test_a_short_beginning_is_not_kept_by_a_service() -> None:
    row = tuple(range(FEWEST))
    assert kept(row, [row]) == FEWEST
    assert kept(row[1:], [row[1:]]) == 0
    assert kept(row, []) == 0


@given(st.integers(0, 3 * FEWEST), st.integers(0, 3 * FEWEST))
def test_among_many_calls_it_is_counted_in_steps_and_never_too_high(common: int, rest: int) -> None:
    one, other = (*range(common), *["a"] * rest), (*range(common), *["b"] * rest)
    known = Beginnings()
    assert known.add(one) == 0
    found = known.add(other)
    exact = kept(other, [one])
    assert exact - STEP < found <= exact or found == exact == 0


def test_a_message_begins_with_who_speaks() -> None:
    one, other = tokens(ESTIMATING, [SystemMessage("abc")]), tokens(ESTIMATING, [HumanMessage("abc")])
    assert len(one) == len(other) == 5
    assert shared(one, other) == 0
