"""Generated text may not add facts."""

import pytest

from interviewer.truth import invented, without_invented

SAID = ("I cut the wait from 40 minutes to 12, and Marta in Leeds still uses the form.",)


@pytest.mark.parametrize(
    "text",
    [
        "You cut the wait from 40 minutes to 12.",
        "Marta still uses it.",
        "Say what it was worth: [the figure in $] per week.",
        "Hire needs ownership at SDE II.",
        "Bring the Customer Obsession side forward.",
        "What stays open is who decided. Nobody asked.",
    ],
)
def test_what_was_said_and_blanks_are_no_inventions(text: str) -> None:
    assert invented(text, SAID) == ()


@pytest.mark.parametrize(
    ("text", "made_up"),
    [
        ("You saved 30% of the time.", ("30",)),
        ("You cut it from 40 minutes to 1.", ("1",)),
        ("The team at Contoso was glad.", ("Contoso",)),
        ("You convinced Priya and Tom.", ("Priya", "Tom")),
    ],
)
def test_figures_and_names_nobody_gave_are_found(text: str, made_up: tuple[str, ...]) -> None:
    assert invented(text, SAID) == made_up


def test_only_the_sentence_that_invents_is_taken_out() -> None:
    text = "You cut the wait to 12 minutes. That saved $9,000 a month. Marta still uses it."
    assert without_invented(text, SAID) == "You cut the wait to 12 minutes. Marta still uses it."
