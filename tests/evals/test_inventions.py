"""Figures and names nobody gave."""

import pytest

from evals.inventions import strange

SAID = "We cut the wait at the Leeds depot from eleven days to 4, for 1,200 people."


@pytest.mark.parametrize(
    "text", ["From 11 to 4 days in Leeds.", "Four days for 1200, a Bar Raiser would note: Hire.", "Say [Name, 50%]."]
)
def test_what_was_said_is_not_strange_in_other_spelling(text: str) -> None:
    assert strange(text, [SAID]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [("It fell by 63 percent.", ("63",)), ("You told Maria about it.", ("Maria",)), ("It saved forty hours.", ("forty",))],
)
def test_what_nobody_said_is_found(text: str, found: tuple[str, ...]) -> None:
    assert strange(text, [SAID]) == found
