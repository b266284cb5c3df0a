"""Who answers by a sheet."""

from evals.candidates import Candidate, Sheet

CANDIDATE = Candidate(
    name="c",
    opening="My story.",
    asides=("Sorry?", "Wait."),
    facts={"metric": "From nine to two."},
    replies={"how_much": "It was a lot better."},
    otherwise=("No idea.", "Nothing more."),
)


def test_the_opening_comes_first_whatever_is_asked() -> None:
    sheet = Sheet(CANDIDATE.model_copy(update={"asides": ()}))
    assert sheet.reply(1, None, None) == "My story."


def test_an_aside_comes_once_before_the_answer_to_each_new_question() -> None:
    sheet = Sheet(CANDIDATE)
    said = [sheet.reply(number, None, None) for number in (1, 1, 2, 2, 3)]
    assert said == ["Sorry?", "My story.", "Wait.", "No idea.", "Nothing more."]


def test_a_fact_is_said_once_and_before_any_other_reply() -> None:
    sheet = Sheet(CANDIDATE.model_copy(update={"asides": ()}))
    sheet.reply(1, None, None)
    said = [sheet.reply(number, "how_much", "metric") for number in (2, 3, 4, 5, 6)]
    assert said == ["From nine to two.", "It was a lot better.", "No idea.", "Nothing more.", "Nothing more."]
