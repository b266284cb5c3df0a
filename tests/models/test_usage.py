"""What a call used is known to whoever meters it, whatever became of the call."""

from collections.abc import Iterator
from contextvars import Context, copy_context
from threading import Thread

import pytest
from langchain_core.messages import BaseMessage
from pydantic import BaseModel

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.errors import Malformed, ModelError, Truncated
from interviewer.models.scripted import Scripted
from interviewer.models.usage import Usage, estimate, metered, note
from tests.models.conftest import ASKED
from tests.models.stub import (
    Answer,
    Reply,
    Step,
    Stub,
    chunk,
    delta,
    end,
    event,
    events,
    failure,
    raw,
    text,
    usage,
    value,
    whole,
)

USED = usage(900, 12, cached=800)
TOLD = Usage(model="small", input=900, cached=800, output=12, estimated=False)
COUNT = event({"choices": [], "usage": USED})
LAST = {"index": 0, "delta": {}, "finish_reason": "stop"}


class Score(BaseModel):
    score: int


def guessed(said: str, asked: list[BaseMessage] = ASKED, model: str = "small") -> Usage:
    sent = sum(-(-len(str(message.text).encode()) // 3) + 4 for message in asked)
    return Usage(model=model, input=sent, cached=0, output=-(-len(said.encode()) // 3), estimated=True)


def test_a_stream_tells_at_its_end_what_it_used(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(text("Why was that?", usage=USED))
    with metered() as used:
        assert "".join(model.stream(ASKED)) == "Why was that?"
    assert used == [TOLD]
    assert stub.requests[0].body["stream_options"] == {"include_usage": True}


def test_a_value_tells_what_it_used(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(value({"score": 3}, usage=USED))
    with metered() as used:
        model.structured(ASKED, Score)
    assert used == [TOLD]
    assert "stream_options" not in stub.requests[0].body


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(events(delta("Why?"), end("stop", COUNT)), id="after the reason"),
        pytest.param(events(delta("Why?"), event({"choices": [LAST], "usage": USED}), end(None)), id="with the reason"),
        pytest.param(events(event({"choices": [], "usage": usage(0, 0)}), delta("Why?"), end("stop", COUNT)), id="zeros first"),
        pytest.param(events(delta("Why?"), chunk({}, "stop"), COUNT, Step.STALL), id="and no DONE"),
        pytest.param(whole("Why?", usage=USED), id="streaming ignored"),
    ],
)
def test_the_count_is_found_wherever_it_stands(stub: Stub, model: ChatCompletions, answer: Answer) -> None:
    stub.replies(answer)
    with metered() as used:
        assert "".join(model.stream(ASKED)) == "Why?"
    assert used == [TOLD]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(events(delta("Why?"), end()), id="no count"),
        pytest.param(events(delta("Why?"), chunk({}, "stop"), Step.CUT), id="cut before the count"),
        pytest.param(events(delta("Why?"), chunk({}, "stop"), b"data: {half\n\n"), id="half a count"),
        pytest.param(events(delta("Why?"), chunk({}, "stop"), Step.STALL), id="a stall before the count"),
        pytest.param(events(delta("Why?"), end("stop", event({"choices": [], "usage": {"tokens": 5}}))), id="another form"),
        pytest.param(events(delta("Why?"), end("stop", event({"choices": [], "usage": "many"}))), id="no form"),
        pytest.param(events(delta("Why?"), end("stop", event({"choices": [], "usage": usage(-5, -3)}))), id="less than nothing"),
    ],
)
def test_without_a_count_it_is_estimated_and_the_reply_holds(stub: Stub, model: ChatCompletions, answer: Answer) -> None:
    stub.replies(answer)
    with metered() as used:
        assert "".join(model.stream(ASKED)) == "Why?"
    assert used == [guessed("Why?")]


def test_a_cache_larger_than_the_input_is_the_whole_input(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(text("Why?", usage=usage(10, 2, cached=99)))
    with metered() as used:
        list(model.stream(ASKED))
    assert used[0].cached == 10


def test_a_server_that_cannot_count_streams_is_asked_without(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(failure(400, None, "Unrecognized request argument supplied: stream_options"), text("Why?"), text("How?"))
    assert ["".join(model.stream(ASKED)) for _ in range(2)] == ["Why?", "How?"]
    assert ["stream_options" in seen.body for seen in stub.requests] == [True, False, False]


@pytest.mark.parametrize(
    ("replies", "error", "expected"),
    [
        pytest.param([value({"score": "high"}, usage=USED)] * 3, Malformed, [TOLD] * 3, id="three forms of nonsense"),
        pytest.param([text('{"score"', "length", usage=USED)], Truncated, [TOLD], id="cut short"),
        pytest.param([raw('{"choices": []}'), value({"score": 3}, usage=USED)], None, [TOLD], id="a second try"),
        pytest.param([failure(503), value({"score": 3}, usage=USED)], None, [TOLD], id="after a failure"),
        pytest.param([failure(401)], ModelError, [], id="turned away"),
    ],
)
def test_every_request_that_was_answered_counts(
    stub: Stub, model: ChatCompletions, replies: list[Reply], error: type[ModelError] | None, expected: list[Usage]
) -> None:
    stub.replies(*replies)
    with metered() as used:
        if error:
            with pytest.raises(error):
                model.structured(ASKED, Score)
        else:
            model.structured(ASKED, Score)
    assert used == expected


def test_a_stream_that_breaks_counts_as_far_as_it_came(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta("What did"), Step.CUT))
    with metered() as used, pytest.raises(Truncated):
        list(model.stream(ASKED))
    assert used == [guessed("What did")]


def test_a_stream_that_nobody_listens_to_any_more_counts_as_far_as_it_came(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta("What did"), Step.STALL))
    with metered() as used:
        for _ in model.stream(ASKED):
            break
    assert used == [guessed("What did")]


def test_meters_stand_inside_one_another() -> None:
    model = Scripted(["One.", "Two.", "Three."])
    with metered() as outer:
        list(model.stream([]))
        with metered() as inner:
            list(model.stream([]))
    list(model.stream([]))
    assert (len(outer), len(inner)) == (2, 1)


def test_a_thread_that_takes_the_context_with_it_is_metered() -> None:
    model = Scripted(["One.", "Two."])
    with metered() as used:
        for context in (copy_context(), Context()):
            thread = Thread(target=context.run, args=(list, model.stream([])))
            thread.start()
            thread.join()
    assert [usage.output for usage in used] == [estimate("One.")]


def test_a_meter_may_be_closed_in_another_context_than_it_was_begun_in() -> None:
    def metering() -> Iterator[list[Usage]]:
        with metered() as used:
            yield used

    generator = metering()
    used = copy_context().run(next, generator)
    assert next(generator, None) is None
    note(TOLD)
    assert used == []


def test_a_script_is_metered_by_estimate() -> None:
    model = Scripted(["Why?", Score(score=3)])
    with metered() as used:
        list(model.stream(ASKED))
        model.structured(ASKED, Score)
    assert used == [guessed("Why?", model="scripted"), guessed('{"score":3}', model="scripted")]


def test_texts_of_any_script_are_estimated() -> None:
    assert [estimate(said) for said in ("", "a", "abcd", "日本", "\ud83d")] == [0, 1, 2, 2, 1]
