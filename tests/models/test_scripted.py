"""The scripted model keeps to its script and to the rules of any model."""

import pytest
from langchain_core.messages import HumanMessage
from pydantic import BaseModel

from interviewer.models import Model
from interviewer.models.errors import Malformed, Truncated, Unreachable
from interviewer.models.scripted import OffScript, Scripted

ASKED = [HumanMessage("I did it.")]


class Score(BaseModel):
    score: int


class Other(BaseModel):
    other: str


def test_text_is_said_word_by_word_and_unchanged() -> None:
    pieces = list(Scripted(["  What did\nyou do? "]).stream(ASKED))
    assert len(pieces) == 4
    assert "".join(pieces) == "  What did\nyou do? "


@pytest.mark.parametrize("reply", ['{"score": 3}', Score(score=3)])
def test_a_value_is_read_from_json_or_given(reply: str | BaseModel) -> None:
    assert Scripted([reply]).structured(ASKED, Score) == Score(score=3)


@pytest.mark.parametrize("reply", ["I liked it.", '{"score": "3"}', Other(other="x")])
def test_a_value_of_another_form_is_malformed(reply: str | BaseModel) -> None:
    with pytest.raises(Malformed):
        Scripted([reply]).structured(ASKED, Score)


def test_a_failure_is_raised_where_the_script_has_it() -> None:
    model: Model = Scripted([Unreachable("here"), Unreachable("here"), "Why?"])
    with pytest.raises(Unreachable):
        list(model.stream(ASKED))
    with pytest.raises(Unreachable):
        model.structured(ASKED, Score)
    assert list(model.stream(ASKED)) == ["Why?"]


def test_a_stream_can_break_off_after_some_text() -> None:
    got: list[str] = []
    with pytest.raises(Truncated):
        got.extend(Scripted([("What did", Truncated())]).stream(ASKED))
    assert "".join(got) == "What did"


def test_what_was_asked_is_kept() -> None:
    model = Scripted(["Why?", Score(score=1)])
    list(model.stream(ASKED))
    model.structured(ASKED, Score)
    assert [r.schema for r in model.requests] == [None, Score]
    assert model.requests[0].messages == tuple(ASKED)


def test_a_script_that_is_over_says_so() -> None:
    model = Scripted(["Why?"])
    list(model.stream(ASKED))
    with pytest.raises(OffScript, match="request 2 has no reply"):
        list(model.stream(ASKED))


def test_a_value_is_not_said_aloud() -> None:
    with pytest.raises(OffScript, match="reply is a Score"):
        list(Scripted([Score(score=1)]).stream(ASKED))
