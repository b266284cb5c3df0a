"""What is asked for when a value is wanted, and that only a value of that form comes back."""

from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.errors import Malformed, Rejected
from interviewer.models.strict_json import read, wire_schema
from tests.models.conftest import ASKED, adapter
from tests.models.stub import Reply, Seen, Stub, failure, raw, text, value


class Quote(BaseModel):
    model_config = ConfigDict(extra="forbid")

    turn: int = Field(ge=1)
    text: str = Field(min_length=1, pattern="[a-z]")


class Judgement(BaseModel):
    """A judgement."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(description="Not a keyword, but a field of that name.")
    rating: Literal["no", "yes"]
    quotes: list[Quote] = []
    weight: float = 1.0


GOOD: dict[str, Any] = {"title": "Metric", "rating": "yes", "quotes": [{"turn": 1, "text": "two hours"}], "weight": 0.5}
GOOD_JSON = '{"title": "Metric", "rating": "yes", "quotes": [], "weight": 1}'


def keywords(node: object) -> set[str]:
    """Every JSON Schema keyword in use."""
    if isinstance(node, list):
        return set().union(*map(keywords, node))
    if not isinstance(node, dict):
        return set()
    inner = [keywords(v) for k, v in node.items() if k not in ("properties", "$defs")]
    named = [keywords(v) for k in ("properties", "$defs") for v in node.get(k, {}).values()]
    return set(node).union(*inner, *named)


def test_a_value_comes_back_as_the_schemas(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(value(GOOD))
    assert model.structured(ASKED, Judgement) == Judgement(**GOOD)


def test_the_schema_is_sent_strict_and_whole(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(value(GOOD))
    model.structured(ASKED, Judgement)
    form = stub.requests[0].body["response_format"]
    assert (form["type"], form["json_schema"]["name"], form["json_schema"]["strict"]) == ("json_schema", "Judgement", True)
    assert form["json_schema"]["schema"] == wire_schema(Judgement)
    assert not stub.requests[0].streamed


def test_the_sent_schema_requires_every_property_and_carries_no_bounds() -> None:
    sent = wire_schema(Judgement)
    assert sent["required"] == ["title", "rating", "quotes", "weight"]
    assert sent["additionalProperties"] is False
    assert sent["$defs"]["Quote"]["required"] == ["turn", "text"]
    assert keywords(sent) == {
        "type",
        "description",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "$ref",
        "$defs",
    }


def test_a_choice_of_shapes_is_sent_as_any_of() -> None:
    class Yes(BaseModel):
        kind: Literal["yes"]

    class No(BaseModel):
        kind: Literal["no"]

    class Either(BaseModel):
        one: Annotated[Yes | No, Field(discriminator="kind", description="Which it is.")]

    assert wire_schema(Either)["properties"]["one"] == {
        "anyOf": [{"$ref": "#/$defs/Yes"}, {"$ref": "#/$defs/No"}],
        "description": "Which it is.",
    }


def test_a_reference_is_sent_without_neighbours() -> None:
    class Colour(Enum):
        RED = "red"

    class Flag(BaseModel):
        colour: Colour = Field(description="Strict servers reject this beside a reference.")

    assert wire_schema(Flag)["properties"]["colour"] == {"$ref": "#/$defs/Colour"}


@pytest.mark.parametrize(
    "reply",
    [
        GOOD_JSON,
        f"\n {GOOD_JSON}\n",
        f"```json\n{GOOD_JSON}\n```",
        f"```\n{GOOD_JSON}\n```\n",
        f"<think>Perhaps {{}}?</think>\n{GOOD_JSON}",
        f"<think>Hm.</think>```json\n{GOOD_JSON}\n```",
    ],
)
def test_wrapping_is_taken_off(reply: str) -> None:
    assert read(reply, Judgement).title == "Metric"


@pytest.mark.parametrize(
    ("reply", "what"),
    [
        ("", "The reply is empty."),
        ("<think>Hm.", "The reply is empty."),
        ("I would rate this yes.", "The reply is not JSON: Expecting value at line 1, column 1."),
        (f"Here it is: {GOOD_JSON}", "The reply is not JSON: Expecting value at line 1, column 1."),
        (f"{GOOD_JSON} I hope this helps.", "The reply is not JSON: Extra data at line 1, column 65."),
        (GOOD_JSON[:30], "The reply is not JSON: Expecting value at line 1, column 30."),
        (GOOD_JSON.replace("}", ', "rating": "no"}'), "The key 'rating' appears more than once in one object."),
        (GOOD_JSON.replace("1}", "NaN}"), "NaN is not a JSON number."),
        (GOOD_JSON.replace("1}", "1e999}"), "A number is too large."),
        (GOOD_JSON.replace("}", ', "total": 5}'), "At total: Extra inputs are not permitted."),
        (GOOD_JSON.replace('"yes"', '"maybe"'), "At rating: Input should be 'no' or 'yes'."),
        (GOOD_JSON.replace("1}", '"1"}'), "At weight: Input should be a valid number."),
        (GOOD_JSON.replace("[]", '[{"turn": 0, "text": "a"}]'), "At quotes.0.turn: Input should be greater than or equal to 1."),
        (GOOD_JSON.replace('"Metric"', "null"), "At title: Input should be a valid string."),
        (f"[{GOOD_JSON}]", "At the reply: Input should be an object."),
        ("[" * 100_000, "The JSON is nested too deeply."),
        ("9" * 5000, "Exceeds the limit"),
    ],
)
def test_what_is_wrong_is_named_in_a_sentence(reply: str, what: str) -> None:
    with pytest.raises(Malformed) as caught:
        read(reply, Judgement)
    assert caught.value.what.startswith(what)
    assert caught.value.reply == reply


def shunning(*forms: str) -> Reply:
    """A service that knows none of these response formats."""

    def answer(seen: Seen) -> Any:
        form = seen.body.get("response_format", {}).get("type")
        refusal = failure(400, None, f"This response_format is unavailable: {form}", "response_format.type")
        return refusal if form in forms else value(GOOD)(seen)  # type: ignore[operator]

    return answer


@pytest.mark.parametrize(
    ("forms", "tried"),
    [
        ((), ["json_schema"]),
        (("json_schema",), ["json_schema", "json_object"]),
        (("json_schema", "json_object"), ["json_schema", "json_object", None]),
    ],
)
def test_a_form_that_is_not_understood_is_given_up_for_good(
    stub: Stub, model: ChatCompletions, forms: tuple[str, ...], tried: list[str | None]
) -> None:
    stub.default = shunning(*forms)
    for _ in range(2):
        assert model.structured(ASKED, Judgement).title == "Metric"
    asked = [seen.body.get("response_format", {}).get("type") for seen in stub.requests]
    assert asked == [*tried, tried[-1]]


def test_without_a_form_the_schema_is_told_in_the_system_message(stub: Stub, model: ChatCompletions) -> None:
    stub.default = shunning("json_schema")
    model.structured(ASKED, Judgement)
    first, *others = stub.requests[-1].messages
    assert first["role"] == "system"
    assert first["content"].startswith("Ask one question.\n\nReply with one JSON object")
    assert '"additionalProperties": false' in first["content"]
    assert [m["role"] for m in others] == ["user"]


def test_without_a_system_message_the_schema_makes_one(stub: Stub, model: ChatCompletions) -> None:
    stub.default = shunning("json_schema")
    model.structured(ASKED[1:], Judgement)
    assert [m["role"] for m in stub.requests[-1].messages] == ["system", "user"]


def test_a_form_unknown_to_a_validating_server_is_given_up_too(stub: Stub, model: ChatCompletions) -> None:
    detail = '{"detail": [{"loc": ["body", "response_format", "type"], "msg": "unexpected value"}]}'
    stub.replies(raw(detail, 422), value(GOOD))
    assert model.structured(ASKED, Judgement).title == "Metric"


def test_another_objection_is_a_rejection_and_changes_nothing(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(failure(400, None, "No such thing."), value(GOOD))
    with pytest.raises(Rejected):
        model.structured(ASKED, Judgement)
    model.structured(ASKED, Judgement)
    assert stub.requests[-1].body["response_format"]["type"] == "json_schema"


def test_a_reply_cut_short_is_never_completed(stub: Stub) -> None:
    stub.replies(text(GOOD_JSON[:-1]))
    with pytest.raises(Malformed):
        adapter(stub).structured(ASKED, Judgement)
