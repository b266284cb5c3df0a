"""A service that takes a schema and does not keep to it is found by its first reply, and asked in a form that it understands."""

import json
import threading
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.errors import Malformed
from interviewer.models.strict_json import is_unbound
from tests.models.conftest import ASKED
from tests.models.stub import Answer, Reply, Seen, Stub, failure, text, value, whole


class Score(BaseModel):
    model_config = ConfigDict(extra="forbid")

    score: int = Field(ge=0, le=10)
    why: str


GOOD = {"score": 3, "why": "ok"}
PROSE = "I would give this a three, because it is ok."
ECHO = json.dumps(Score.model_json_schema())


def form(seen: Seen) -> str | None:
    kind: str | None = seen.body.get("response_format", {}).get("type")
    return kind


def ignoring(said: str, *forms: str | None) -> Reply:
    """A service that takes these forms and then says what it likes."""

    def answer(seen: Seen) -> Answer:
        return whole(said if form(seen) in forms else json.dumps(GOOD))

    return answer


@pytest.mark.parametrize(
    "said", [PROSE, ECHO, '{"rating": 3}', f"Sure: {json.dumps(GOOD)}", f"{json.dumps(GOOD)} Anything else?"]
)
@pytest.mark.parametrize(
    ("forms", "tried"),
    [
        (("json_schema",), ["json_schema", "json_object"]),
        (("json_schema", "json_object"), ["json_schema", "json_object", None]),
    ],
)
def test_a_form_that_is_taken_and_ignored_is_given_up_for_good(
    stub: Stub, model: ChatCompletions, said: str, forms: tuple[str, ...], tried: list[str | None]
) -> None:
    stub.default = ignoring(said, *forms)
    for _ in range(2):
        assert model.structured(ASKED, Score) == Score(**GOOD)
    assert [form(seen) for seen in stub.requests] == [*tried, tried[-1]]


def test_a_service_that_never_keeps_to_anything_costs_the_search_once(stub: Stub, model: ChatCompletions) -> None:
    stub.default = text(PROSE)
    for _ in range(2):
        with pytest.raises(Malformed):
            model.structured(ASKED, Score)
    assert [form(seen) for seen in stub.requests] == ["json_schema", "json_object", None, None]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param('{"score": 3, "why": "o', id="broken off"),
        pytest.param('{"score": 30, "why": "ok"}', id="out of bounds"),
        pytest.param('{"score": 3, "score": 3, "why": "ok"}', id="a key twice"),
        pytest.param('{"score": ' + "9" * 5000 + ', "why": "ok"}', id="a huge number"),
        pytest.param("<think>Hm.</think>", id="thinking only"),
    ],
)
def test_a_slip_is_not_taken_for_a_service_that_ignores_the_schema(stub: Stub, model: ChatCompletions, said: str) -> None:
    stub.replies(text(said))
    with pytest.raises(Malformed):
        model.structured(ASKED, Score)
    stub.replies(value(GOOD))
    model.structured(ASKED, Score)
    assert [form(seen) for seen in stub.requests] == ["json_schema", "json_schema"]


@pytest.mark.parametrize("said", [json.dumps(GOOD), f"```json\n{json.dumps(GOOD)}\n```", f"<think>Hm.</think>{json.dumps(GOOD)}"])
def test_a_good_reply_shows_nothing(said: str) -> None:
    assert not is_unbound(said, Score)


def test_a_grammar_that_a_server_breaks_over_is_given_up(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(failure(500, None, "Failed to parse grammar"), value(GOOD))
    model.structured(ASKED, Score)
    assert [form(seen) for seen in stub.requests] == ["json_schema", "json_object"]


def test_calls_that_meet_an_objection_at_the_same_time_give_up_one_thing(stub: Stub, model: ChatCompletions) -> None:
    together = threading.Barrier(4)

    def answer(seen: Seen) -> Answer:
        if form(seen) == "json_schema":
            together.wait(20)
            return failure(400, None, "json_schema is not supported")
        return whole(json.dumps(GOOD))

    stub.default = answer
    found: list[Any] = []
    asking = [threading.Thread(target=lambda: found.append(model.structured(ASKED, Score))) for _ in range(4)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(30)
    assert len(found) == 4
    assert [form(seen) for seen in stub.requests].count("json_object") == 4
    assert None not in [form(seen) for seen in stub.requests]
