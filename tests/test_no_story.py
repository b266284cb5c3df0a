"""Saying that there is no story: to a main question it asks for another one, and never swallows a story."""

import pytest

from interviewer.manners import kind_of

NONE = """
Nothing comes to mind right now.
nothing comes to mind
Honestly, nothing springs to mind.
I'd rather not say.
I'd rather not go into that.
Can't think of one.
I can't think of one, sorry.
I can't come up with anything.
I don't think I have one.
I haven't got one.
No example comes to mind.
I'm blanking.
I don't have anything like that.
I've got nothing.
I don't think that's ever happened to me.
That never happened to me.
I've never been in that situation.
I've never done that.
I haven't experienced that.
I have no experience with this.
I don't know what to say.
I don't know.
No clue.
I have no idea what to tell you.
I can't remember a time like that.
None that I can think of.
Not that I recall.
That's confidential.
I can't talk about that, NDA.
"""
STORIES = """
Nothing happened for a week, so I called the vendor myself.
I never had the budget, so I wrote it at night.
I don't have a title for it, but I ran the rollout.
I can't remember the exact date, but the invoices went out twice and I stopped them.
Nobody knew, so I asked the on-call lead.
I had no idea why it failed, so I read the log.
None of the shops could order, and I rewrote the query.
No.
Me.
40%
"""


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_that_there_is_none_passes_a_main_question(text: str) -> None:
    assert kind_of(text, opening=True) == "skip"


@pytest.mark.parametrize("text", STORIES.strip().splitlines())
def test_a_story_that_begins_like_that_is_an_answer(text: str) -> None:
    assert kind_of(text, opening=True) == "answer"


@pytest.mark.parametrize("text", ["Nothing comes to mind.", "I don't know.", "That never happened to me.", "None."])
def test_after_a_follow_up_it_answers_it(text: str) -> None:
    assert kind_of(text) == "answer"


@pytest.mark.parametrize("text", ["Nothing comes to my mind yet, give me a minute", "I'm drawing a blank"])
def test_who_asks_for_time_gets_time(text: str) -> None:
    assert kind_of(text, opening=True) == "think"


@pytest.mark.parametrize("text", ["This is stupid.", "You are wasting my time."])
def test_impatience_is_no_answer_and_brings_the_question_back(text: str) -> None:
    assert kind_of(text) == "off_topic"
