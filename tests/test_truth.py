"""Generated text may not add facts."""

import pytest

from interviewer.truth import invented, without_invented

SAID = ("I cut the wait from 40 minutes to 12, and Marta in Leeds still uses the form. Seven people sent 2,300 of them.",)


@pytest.mark.parametrize(
    "text",
    [
        "You cut the wait from 40 minutes to 12.",
        "Marta still uses it.",
        "Say what it was worth: [the figure in $] per week.",
        "Hire needs ownership at SDE II.",
        "Bring the Customer Obsession side forward.",
        "What stays open is who decided. Nobody asked.",
        "How to say it next time. For example: After the first week I asked [who].",
        "All 7 people gained, and 2300 forms is the figure for the Result.",
        "That is enough at SDE2.",
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
        ("It was 1,200 forms.", ("1,200",)),
        ("It was 23 forms.", ("23",)),
    ],
)
def test_figures_and_names_nobody_gave_are_found(text: str, made_up: tuple[str, ...]) -> None:
    assert invented(text, SAID) == made_up


def test_only_the_sentence_that_invents_is_taken_out() -> None:
    text = "You cut the wait to 12 minutes. That saved $9,000 a month. Marta still uses it."
    assert without_invented(text, SAID) == "You cut the wait to 12 minutes. Marta still uses it."


def test_a_quotation_keeps_its_closing_mark_when_its_sentence_ends_inside() -> None:
    text = "“I cut the wait.” That is your doing. (So you said.) It counts."
    assert without_invented(text, SAID) == text
