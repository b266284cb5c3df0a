"""What each criterion's detector takes as evidence, and what it does not."""

import pytest

from interviewer.engines.local.judging import DETECTORS
from interviewer.engines.local.story import Story
from interviewer.rubric import CriterionId, Rating
from interviewer.transcript import Transcript, Turn
from tests.saying import said

DID = "I wrote a list of the orders. I called the supplier. "


def rating(criterion: CriterionId, text: str) -> Rating:
    return DETECTORS[criterion](Story(said(text))).rating


def reply(criterion: CriterionId, text: str) -> Rating:
    turns = (
        Turn(number=1, question="Tell me about a time.", text=DID),
        Turn(number=2, question="And?", targets=(criterion,), text=text),
    )
    return DETECTORS[criterion](Story(Transcript(turns=turns))).rating


@pytest.mark.parametrize(
    ("criterion", "text", "expected"),
    [
        ("metric", DID + "The waiting time fell from 9 days to 3.", "yes"),
        ("metric", DID + "It went down by about forty percent.", "yes"),
        ("metric", DID + "Now it takes ten minutes instead of two hours.", "yes"),
        ("metric", DID + "Complaints were halved by summer.", "yes"),
        ("metric", DID + "We have had zero complaints since then.", "yes"),
        ("metric", DID + "It is two of those calls a day, not ten.", "yes"),
        ("metric", DID + "There was not one difference, where before there were 40 wrong invoices.", "yes"),
        ("metric", DID + "Of 44 cards, 42 were right.", "yes"),
        ("metric", DID + "People lost their basket.", "no"),
        ("metric", DID + "It got much faster.", "partly"),
        ("metric", "I was in a team of 8 for 3 years and we had 40k users.", "no"),
        ("metric", DID + "We never measured how much it changed.", "no"),
        ("metric", "Errors had gone up from 2 to 9 percent that spring.", "no"),
        ("first_person", "I rang the supplier. I rewrote the order form.", "yes"),
        ("first_person", "I rang the supplier, and then I rewrote the order form.", "yes"),
        ("first_person", "I rang the supplier.", "partly"),
        ("first_person", "We rang the supplier and we rewrote the order form.", "no"),
        ("first_person", "I would ring the supplier and I would rewrite the form.", "no"),
        ("first_person", "I thought about it and I felt bad and I knew it was wrong.", "no"),
        ("ownership", "Nobody asked me to, it was not my job.", "yes"),
        ("ownership", "I volunteered for it.", "yes"),
        ("ownership", "My manager told me not to touch it, and I pushed back.", "yes"),
        ("ownership", "They let me off the project, but I stayed until it ran.", "yes"),
        ("ownership", "I decided to keep the date although my manager had moved it.", "yes"),
        ("ownership", "The director wanted it signed, and I said I wouldn't.", "yes"),
        ("ownership", "I asked her not to make it a rule.", "yes"),
        ("ownership", "My manager asked me to fix the report.", "no"),
        ("ownership", "It was my ticket in the sprint.", "no"),
        ("depth", "I went through three weeks of returns slips and found that all of them came from one printer.", "yes"),
        ("depth", "I looked into it.", "partly"),
        ("depth", "It was obvious what to do.", "no"),
        ("trade_off", "I could have bought a tool, but it would have cost us half a year.", "yes"),
        ("trade_off", "I decided not to report it, because I knew that if it failed I'd be the one to blame.", "yes"),
        ("trade_off", "I just did it.", "no"),
        ("follow_through", DID + "A week later I checked with each of the drivers.", "yes"),
        ("follow_through", DID + "The waiting time fell from 9 days to 3.", "partly"),
        ("follow_through", DID + "I did not follow up with anybody.", "no"),
        ("impact", DID + "The nurses no longer had to phone us at night.", "yes"),
        ("impact", DID + "Everyone was very happy.", "partly"),
        ("impact", DID + "I don't know if it helped the customers.", "no"),
        ("lasting_effect", DID + "Two other stores use the list today.", "yes"),
        ("lasting_effect", DID + "I wrote a checklist.", "partly"),
        ("lasting_effect", DID + "That was it.", "no"),
        ("learning", DID + "Looking back, I should have called the supplier before I wrote any list.", "yes"),
        ("learning", DID + "Since then I always listen to the supplier first.", "yes"),
        ("learning", DID + "I learned that communication is key.", "partly"),
        ("learning", DID + "I checked them. They were right. It showed me that you must never give up.", "partly"),
        ("learning", DID, "no"),
        ("systemic_insight", DID + "It happened because nobody was responsible between the two departments.", "yes"),
        ("stakes", "Customers waited nine days for a refund and some of them cancelled.", "yes"),
        ("stakes", "The list was wrong. A nurse on nights used it. She lifted the man alone and both fell.", "yes"),
        ("stakes", "There was a problem.", "partly"),
    ],
)  # fmt: skip
def test_a_criterion_is_rated_by_what_is_meant(criterion: CriterionId, text: str, expected: Rating) -> None:
    assert rating(criterion, text) == expected


@pytest.mark.parametrize(
    ("criterion", "text", "expected"),
    [
        ("metric", "About 40 percent less.", "yes"),
        ("metric", "Nothing really.", "no"),
        ("ownership", "Nobody asked me.", "yes"),
        ("ownership", "My boss told me to do it.", "no"),
        ("learning", "I'd talk to the supplier first.", "yes"),
    ],
)
def test_a_short_reply_is_read_in_the_light_of_what_was_asked(criterion: CriterionId, text: str, expected: Rating) -> None:
    assert reply(criterion, text) == expected


def test_saying_the_same_step_again_does_not_make_it_two() -> None:
    assert rating("first_person", "I rang the supplier. I rang the supplier. I rang the supplier!") == "partly"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Returns went from thirty a week to four, so a hundred people got a book they would have missed.", "yes"),
        ("Returns went from thirty a week to four.", "yes"),
        ("With more time, I would cut the returns from thirty a week to four.", "no"),
        ("If they let me, returns would go from thirty a week to four.", "no"),
    ],
)
def test_what_would_have_been_takes_nothing_from_the_figure_beside_it(end: str, expected: Rating) -> None:
    assert rating("metric", f"I rang twenty of the people and changed the mails they got. {end}") == expected


def test_where_somebody_works_is_no_step() -> None:
    assert rating("first_person", "I run the late shift at a library. It was a good time for all of us there.") == "no"
