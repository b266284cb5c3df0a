"""What a passage cannot show because of how it is put."""

import pytest

from interviewer.engines.local.form import imagined, not_met, not_shown, of_a_team, undone
from interviewer.text import folded


@pytest.mark.parametrize(
    "text",
    [
        "Complaints fell from nine a week to one.",
        "Not one of the sixty came back.",
        "the bill halved",
        "Nobody has fallen on it since.",
    ],
)
def test_a_figure_or_something_checkable_may_be_a_measured_result(text: str) -> None:
    assert "metric" not in not_met(text)


@pytest.mark.parametrize(
    "text", ["It was a lot better than it had been before.", "It improved noticeably.", "People were very pleased."]
)
def test_an_assurance_is_no_measured_result(text: str) -> None:
    assert "metric" in not_met(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I would look at the log first.", True),
        ("Then I'd ask the caretakers.", True),
        ("I said that I would stay, and I stayed.", False),
        ("I'd noticed it on Monday.", False),
        ("I would have called earlier.", False),
    ],
)
def test_what_would_be_done_is_told_from_what_was_done(text: str, expected: bool) -> None:
    assert imagined(folded(text)) is expected


def test_what_would_be_done_shows_no_deed_but_may_show_a_lesson() -> None:
    shut_out = not_shown("I would ask the night shift first.")
    assert {"first_person", "metric", "ownership"} <= shut_out
    assert "learning" not in shut_out


@pytest.mark.parametrize(
    ("text", "expected"), [("We rebuilt it.", True), ("We rebuilt it, I did the wiring.", False), ("Rang all nineteen.", False)]
)
def test_a_team_is_told_from_a_person(text: str, expected: bool) -> None:
    assert of_a_team(folded(text)) is expected
    assert ("first_person" in not_met(text)) is expected


@pytest.mark.parametrize(
    "text", ["It was never rolled out.", "In the end it was shelved.", "Things are still the way they were."]
)
def test_what_came_to_nothing_is_no_result(text: str) -> None:
    assert undone(folded(text))
    assert {"follow_through", "impact", "lasting_effect"} <= not_shown(text)
