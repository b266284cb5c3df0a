from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.contradictions import MOST, contradictions
from interviewer.library import Library
from interviewer.recorded import Record, brief_of, read_records, transcript
from interviewer.rubric import PARTS
from interviewer.text import locate
from tests.saying import said

RECORDED = Path(__file__).parents[1] / "evals" / "recorded"

CONTRADICTIONS = [
    ("figures", "Crashes fell from 290 a month to 12.", "The crashes went from 290 a month to 40."),
    ("figures", "The report went from 9 hours to 2 hours.", "That report went from 14 hours to 2 hours."),
    ("figures", "Late orders dropped from 40 to 4.", "I counted it: late orders went from 40 to 14."),
    ("figures", "Support tickets about baskets fell by 40%.", "Support tickets about baskets fell by 70 percent."),
    ("initiative", "Nobody asked me to look at the mailbox.", "My manager asked me to look into the mailbox."),
    ("initiative", "Nobody had asked me.", "My team lead told me to fix the export before the audit."),
    ("initiative", "I started on the export of my own accord.", "I was assigned to clean up the export."),
    ("help", "I did it all by myself.", "My colleague wrote the parser."),
    ("help", "Nobody helped me.", "A senior colleague helped me with the queries."),
    ("help", "I built the whole thing on my own.", "We built the importer together."),
]
NONE = [
    ("Crashes fell from 290 a month to 12.", "Crashes fell from 290 a month to 12, as I said."),
    ("Crashes fell from 290 a month to 12.", "The build time went from 40 minutes to 12."),
    ("Crashes fell from almost 300 a month to 12.", "Crashes went from 290 a month to 12."),
    ("Crashes fell from 290 a month to 12.", "Sorry, crashes fell from 290 a month to 20, I mixed it up."),
    ("Crashes fell from 290 a month to 12.", "At the second site crashes fell from 290 a month to 60."),
    ("Crashes fell from 290 a month to 12.", "The target was to bring crashes from 290 a month to 50."),
    ("Crashes fell from 290 a month to 12.", "Crashes went from 70 a week to 3 a week."),
    ("Late orders dropped from 40 to 4.", "Late orders dropped from 4 to 1 in the year after."),
    ("Costs fell by 40 percent.", "Errors fell by 70 percent."),
    ("Nobody asked me to look at the mailbox.", "Later my manager asked me to do the same for the other apps."),
    ("Nobody asked me to look at the mailbox.", "My manager asked me to present it to the board."),
    ("Nobody asked me to touch the scanner.", "My manager asked me to reduce the costs of the warehouse."),
    ("My manager asked me to find the slow query.", "Nobody asked me how I had found the leak."),
    ("Nobody asked me what it had cost.", "My manager asked me to repair the importer."),
    ("I did the analysis on my own.", "We rolled the new version out together with the release team."),
    ("I wrote the fix by myself.", "A colleague reviewed it and we deployed it."),
    ("Nobody helped me.", "Afterwards a colleague helped me with the documentation."),
    ("I did it by myself.", "My colleague asked how it worked."),
    ("Did nobody ask me to do it?", "My manager asked me to do it."),
]


@pytest.mark.parametrize(("kind", "first", "second"), CONTRADICTIONS)
def test_two_answers_that_cannot_both_be_true_are_found_with_both_quotes(kind: str, first: str, second: str) -> None:
    (found,) = contradictions(said(f"We run a shop. {first} It was spring.", f"Let me think back. {second}"))
    assert (found.kind, found.first.turn, found.second.turn) == (kind, 1, 2)
    assert {found.first.text, found.second.text} == {first, second}


@pytest.mark.parametrize(("kind", "first", "second"), CONTRADICTIONS)
def test_the_order_of_the_answers_does_not_matter(kind: str, first: str, second: str) -> None:
    (found,) = contradictions(said(second, first))
    assert (found.kind, found.first.text, found.second.text) == (kind, second, first)


@pytest.mark.parametrize(("first", "second"), NONE)
def test_what_goes_together_is_no_contradiction(first: str, second: str) -> None:
    assert contradictions(said(first, second)) == ()
    assert contradictions(said(second, first)) == ()


@pytest.mark.parametrize(("kind", "first", "second"), CONTRADICTIONS)
def test_within_one_answer_nothing_is_held_against_itself(kind: str, first: str, second: str) -> None:
    assert contradictions(said(f"{first} {second}")) == ()


def test_no_recorded_interview_is_accused(library: Library) -> None:
    records = [r for file in sorted(RECORDED.glob("*.jsonl")) for r in read_records(file) if isinstance(r, Record)]
    assert len(records) > 10
    found = {r.id: contradictions(transcript(r, brief_of(r, library))) for r in records}
    assert {id: held for id, held in found.items() if held} == {}


def test_no_example_of_ours_contradicts_itself(library: Library) -> None:
    for scenario in library.scenarios.values():
        told = [scenario.parts[part].strong for part in PARTS] + [f.strong.answer for f in scenario.follow_ups]
        assert contradictions(said(*told)) == (), scenario.id


@given(texts=st.lists(st.text(max_size=60), max_size=4))
def test_any_text_is_read_without_trouble_and_quoted_as_it_was(texts: list[str]) -> None:
    told = said(*texts)
    found = contradictions(told)
    assert len(found) <= MOST
    for contradiction in found:
        for quote in (contradiction.first, contradiction.second):
            turn = told.turn(quote.turn)
            assert turn
            assert locate(quote.text, turn.text)
