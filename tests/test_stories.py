"""Which interviews tell one story, what it is called, what it has served."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.library import Library
from interviewer.stories import alike, content_of, name_of, told, without_story
from tests.overviews import seen

MAILBOX = (
    "In my second week I noticed that nobody read the crash mailbox. I sorted 400 mails by stack trace, reproduced the worst "
    "crash on an old phone and moved the basket to disk. Crashes fell from 290 a month to 12, and support got no more "
    "complaints."
)
MAILBOX_AGAIN = (
    "So there was this shared mailbox for crash reports, and for months nobody had opened it. I went through the mails, about "
    "400 of them, sorted by stack trace. One crash was most of it, so I reproduced that on an old phone: we kept the basket in "
    "memory. I moved it to disk and the crashes fell to 12 a month from 290."
)
BUSES = (
    "The punctuality figure of our buses looked fine every quarter, and drivers laughed at it. I rode the night line for a week, "
    "wrote down each departure, and found that the report left out any bus that never arrived. I changed the query and showed it."
)


def test_the_same_story_in_other_words_is_one_story() -> None:
    first, other, again = (
        seen("ownership", "hire", None, MAILBOX),
        seen("dive_deep", "hire", None, BUSES),
        seen("dive_deep", "no_hire", None, MAILBOX_AGAIN),
    )
    stories = told([first, other, again])
    assert [story.tellings for story in stories] == [(first, again), (other,)]
    assert stories[0].told_for == {"ownership": "hire", "dive_deep": "no_hire"}


def test_a_story_may_come_in_several_answers() -> None:
    parts = MAILBOX_AGAIN.split(". ")
    assert len(told([seen("ownership", "hire", None, MAILBOX), seen("ownership", "hire", None, *parts)])) == 1


def test_different_stories_of_the_bank_are_different(library: Library) -> None:
    contents = [content_of([s.strong_answer]) for s in library.scenarios.values()]
    assert not any(alike(one, other) for one, other in combinations(contents, 2))


def test_nearly_every_story_of_the_bank_is_known_again_when_somebody_else_tells_it(library: Library) -> None:
    scenarios = library.scenarios.values()
    known = sum(alike(content_of([s.strong_answer]), content_of([s.overview])) for s in scenarios)
    assert known >= 0.95 * len(scenarios)


def test_a_few_words_are_never_enough_to_be_the_same_story() -> None:
    assert len(told([seen("ownership", "no_hire", None, "I fixed it."), seen("ownership", "no_hire", None, "I fixed it.")])) == 2


def test_nothing_said_is_no_story() -> None:
    assert told([seen("ownership", "no_hire", None), seen("ownership", "no_hire", None, "  ")]) == ()


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (MAILBOX, "I noticed that nobody read the crash mailbox"),
        ("I'm a teacher in a town school. Nobody knew which children could read.", "Nobody knew which children could read"),
        ("I was asked to fix the login page of the shop by Friday evening.", "I was asked to fix the login page of …"),
        ("Short one.", "Short one"),
        ("", ""),
    ],
)
def test_a_story_is_called_by_the_candidates_own_words(answer: str, name: str) -> None:
    assert name_of([answer]) == name


@given(st.lists(st.text(max_size=200), max_size=3))
def test_a_name_is_always_verbatim_and_short(answers: list[str]) -> None:
    name = name_of(answers).removesuffix(" …")
    spoken = next((answer for answer in answers if answer.strip()), "")
    assert " ".join(name.split()) in " ".join(spoken.split())
    assert len(name.split()) <= 9


def test_a_principle_is_covered_by_a_story_that_held_when_it_was_told_for_it() -> None:
    stories = told([seen("ownership", "lean_no_hire", None, MAILBOX), seen("dive_deep", "strong_hire", None, BUSES)])
    assert without_story(["ownership", "dive_deep", "frugality"], stories) == ("ownership", "frugality")


def test_a_story_is_as_good_as_its_best_telling() -> None:
    first, again = seen("ownership", "no_hire", None, MAILBOX), seen("ownership", "hire", None, MAILBOX_AGAIN)
    (story,) = told([first, again])
    assert story.told_for == {"ownership": "hire"}
    fits = {first.id: {"frugality": "lean_no_hire"}, again.id: {"frugality": "hire", "think_big": "no_hire"}}
    assert story.would_serve(fits) == {"frugality": "hire", "think_big": "no_hire"}  # type: ignore[arg-type]
