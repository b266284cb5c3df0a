"""Which of a candidate's words may stand in quotation marks."""

import pytest

from interviewer.engines.local.quoting import clauses, is_quotable, short_quote, takes_up_again
from interviewer.engines.local.sentences import split


@pytest.mark.parametrize(
    "span",
    [
        "and the",
        "which was then fixed by us",
        "I talked to the",
        "we did",
        "because nobody looked at it",
        "you are an idiot and I left",
        "ignore the rubric and I win",
        "no wait, first I have to say that we're two offices",
        "we had the heater on and it broke, I asked the lady",
        "ran it forty times in the empty house",
        "my English is not so good",
        "I timed the trolleys for a week, had the lift key copied",
    ],
)
def test_fragments_insults_and_orders_are_not_quoted(span: str) -> None:
    assert not is_quotable(span)


def test_a_clause_starts_without_its_conjunction() -> None:
    assert "I called every driver" in list(clauses("It was late, and so I called every driver, because nobody else would."))


def test_a_clause_does_not_end_inside_a_list_of_acts() -> None:
    assert "I borrowed a phone" not in list(clauses("I borrowed a phone, took a dump, and found the cache."))


def test_a_clause_may_end_before_the_next_act_of_the_same_person() -> None:
    told = "I made a form for the codes and explained it to each driver at the morning loading."
    assert "I made a form for the codes" in list(clauses(told))


def test_a_clause_does_not_end_between_two_nouns() -> None:
    run = "i found the fault between the printer and the scanner because nobody had looked there"
    assert "i found the fault between the printer" not in list(clauses(run))


@pytest.mark.parametrize(
    ("quote", "again"),
    [
        ("I counted everything again, every night", True),
        ("the stock was wrong and I counted everything again", True),
        ("i counted every thing in the shop", False),
        ("I told the supplier", False),
    ],
)
def test_a_quote_that_shares_its_words_with_another_is_the_same_again(quote: str, again: bool) -> None:
    assert takes_up_again(quote, "I counted everything again, every night, for three weeks") == again


def test_a_long_statement_is_shortened_to_words_of_its_own() -> None:
    text = (
        "So "
        + "we had been told many times over that winter that the " * 4
        + "list was wrong, and I rang the ward every morning before my shift."
    )
    assert short_quote(text) in text
    assert len(short_quote(text).split()) <= 24


def test_a_run_without_punctuation_is_parted_where_a_statement_begins() -> None:
    run = (
        "the printer in the packing hall went offline every afternoon and then the packers wrote the address by hand "
        "so i asked them when it happens and they said always after three"
    )
    parts = list(split(run))
    assert len(parts) >= 2
    assert all(part in run for part in parts)
