"""Answers as sentences."""

from hypothesis import given
from hypothesis import strategies as st

from evals.edits.told import join, label_of, separable, told
from interviewer.recorded import Record


def test_each_sentence_knows_what_rests_on_it(told_well: Record) -> None:
    carried = [sorted(s.carries) for s in told(told_well)]
    assert carried == [[], ["stakes"], ["ownership"], ["depth", "first_person"], ["first_person"], ["metric"], ["learning"]]


@given(st.text(alphabet="ab .!?\n\"'", max_size=60))
def test_no_word_is_lost_or_added(answer: str) -> None:
    record = Record(id="r", principle="ownership", answer=answer)
    assert "".join(join(told(record)).split()) == "".join(answer.split())


def test_evidence_in_a_sentence_without_end_cannot_be_parted(told_well: Record) -> None:
    endless = told_well.model_copy(update={"answer": "and so on " * 30 + "The wait fell from 11 days to 4"})
    assert not separable(told(endless), "metric")
    assert separable(told(told_well), "metric")


def test_a_label_is_no_part_of_what_is_said() -> None:
    assert label_of("Result: It fell.") == "Result: "
    assert label_of("Results came late.") == ""
