"""What an interview of usual length asks of a model: calls, tokens, and what of them repeats."""

from collections import Counter

import pytest

from evals import whole_interview
from evals.tokens import ESTIMATING, counter
from interviewer.library import Library
from interviewer.text import words

counting = counter("gpt-5-mini")
exactly = pytest.mark.skipif(
    counting.is_estimate, reason="tiktoken and its vocabulary are not installed (pip install -e .[evals])"
)


def test_a_turn_takes_a_review_and_a_follow_up_and_the_assessment_one_call_more(library: Library) -> None:
    interview, calls = whole_interview.hold(library)
    assert len(words(whole_interview.script().opening)) in range(240, 265)
    assert Counter(call.kind for call in calls) == {"review": 4, "follow-up": 3, "feedback": 1}
    assert len(interview.transcript.answers) == 4
    assert interview.assessment
    assert interview.assessment.unsupported == 0, "the script quotes what is said"


@exactly
def test_it_takes_at_most_20000_tokens_in_and_2500_out(library: Library) -> None:
    _, calls = whole_interview.hold(library)
    total = whole_interview.total(whole_interview.figures(counting, calls))
    assert total.input <= 20_000
    assert total.output <= 2_500


@exactly
@pytest.mark.parametrize("principle", ["ownership", "deliver_results", "success_and_scale_bring_broad_responsibility"])
def test_whatever_the_principle_at_least_70_per_cent_of_the_messages_repeat(library: Library, principle: str) -> None:
    _, calls = whole_interview.hold(library, principle)
    total = whole_interview.total(whole_interview.figures(counting, calls))
    assert total.input - total.forms <= 20_000
    assert total.share >= 0.70


def test_from_the_second_call_on_every_call_repeats_a_beginning(library: Library) -> None:
    _, calls = whole_interview.hold(library)
    first, *others = whole_interview.figures(ESTIMATING, calls)
    assert first.kept == 0
    assert all(f.kept >= 1024 for f in others)
