"""Replies kept by content."""

from pathlib import Path

import pytest
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import BaseModel

from evals.replies import Remembering
from interviewer.engines.llm.rendering import boundary
from interviewer.models.errors import TimedOut
from interviewer.models.scripted import OffScript, Scripted
from tests.saying import said


class Answer(BaseModel):
    text: str


def prompt(text: str) -> list[SystemMessage | HumanMessage]:
    line = boundary(said(text))
    return [SystemMessage("Rate it."), HumanMessage(f"{line}\n{text}\n{line}")]


def test_what_was_asked_before_is_not_asked_again(tmp_path: Path) -> None:
    model = Scripted([Answer(text="once"), "streamed words"])
    for _ in range(2):
        assert Remembering(model, tmp_path, 0).structured(prompt("I did it."), Answer) == Answer(text="once")
        assert "".join(Remembering(model, tmp_path, 0).stream(prompt("I did it."))) == "streamed words"
    assert len(model.requests) == 2


@pytest.mark.parametrize(("text", "repeat"), [("I did not.", 0), ("I did it.", 1)])
def test_another_answer_or_another_repeat_is_another_question(tmp_path: Path, text: str, repeat: int) -> None:
    Remembering(Scripted([Answer(text="once")]), tmp_path, 0).structured(prompt("I did it."), Answer)
    with pytest.raises(OffScript):
        Remembering(Scripted([]), tmp_path, repeat).structured(prompt(text), Answer)


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    model = Remembering(Scripted([TimedOut(60), Answer(text="later")]), tmp_path, 0)
    with pytest.raises(TimedOut):
        model.structured(prompt("I did it."), Answer)
    assert model.structured(prompt("I did it."), Answer) == Answer(text="later")
