"""Every fault that a service has been seen to have gets its own name, and says nothing it should not."""

import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import openai
import pytest
from pydantic import BaseModel

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.errors import (
    ContextOverflow,
    Filtered,
    Malformed,
    ModelError,
    NoKey,
    QuotaExhausted,
    RateLimited,
    Refused,
    Rejected,
    ServerTrouble,
    TimedOut,
    Truncated,
    UnknownModel,
    Unreachable,
    WrongKey,
)
from interviewer.models.exchange import LONGEST_BODY, LONGEST_TEXT
from interviewer.models.faults import Service, named, retry_after
from tests.models.conftest import ASKED, CANDIDATE, KEY, adapter
from tests.models.stub import Answer, Framing, Reply, Step, Stub, delta, end, event, events, failure, raw, text, whole


class Score(BaseModel):
    score: int
    why: str


def streamed(model: ChatCompletions) -> object:
    return "".join(model.stream(ASKED))


def structured(model: ChatCompletions) -> object:
    return model.structured(ASKED, Score)


VERBS = pytest.mark.parametrize("verb", [streamed, structured])
Verb = Callable[[ChatCompletions], object]
ECHO = f"Incorrect: {KEY} asked {CANDIDATE}"
IN_AN_HOUR = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)


def failed(stub: Stub, verb: Verb) -> ModelError:
    with pytest.raises(ModelError) as caught:
        verb(adapter(stub))
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert KEY not in shown
    assert CANDIDATE not in shown
    return caught.value


@VERBS
@pytest.mark.parametrize(
    ("reply", "error", "requests"),
    [
        pytest.param(failure(401, "invalid_api_key", ECHO), WrongKey, 1, id="401"),
        pytest.param(failure(403, "unsupported_country", ECHO), WrongKey, 1, id="403"),
        pytest.param(failure(404, "model_not_found", ECHO), UnknownModel, 1, id="404 by code"),
        pytest.param(failure(404, None, 'model "small" not found, try pulling it first'), UnknownModel, 1, id="404 in words"),
        pytest.param(raw('{"detail": "Not Found"}', 404), Unreachable, 2, id="404 of another service"),
        pytest.param(failure(402, None, ECHO), QuotaExhausted, 1, id="402"),
        pytest.param(failure(429, "insufficient_quota", ECHO), QuotaExhausted, 1, id="429 without credit"),
        pytest.param(failure(429, "rate_limit_exceeded", ECHO), RateLimited, 2, id="429"),
        pytest.param(failure(429, retry_after="300"), RateLimited, 1, id="429 for long"),
        pytest.param(failure(429, retry_after=IN_AN_HOUR), RateLimited, 1, id="429 until a date"),
        pytest.param(failure(400, "context_length_exceeded", ECHO), ContextOverflow, 1, id="too long by code"),
        pytest.param(
            failure(400, None, "The maximum context length is 2048 tokens."), ContextOverflow, 1, id="too long in words"
        ),
        pytest.param(
            raw('{"error": {"code": 400, "message": "no", "type": "exceed_context_size_error"}}', 400),
            ContextOverflow,
            1,
            id="too long by type",
        ),
        pytest.param(raw("", 413), ContextOverflow, 1, id="413"),
        pytest.param(failure(400, "content_filter", ECHO), Filtered, 1, id="filtered before"),
        pytest.param(failure(400, "invalid_prompt", ECHO), Filtered, 1, id="prompt refused"),
        pytest.param(failure(422, None, ECHO), Rejected, 1, id="422 without a reason"),
        pytest.param(failure(500, None, ECHO), ServerTrouble, 2, id="500"),
        pytest.param(raw("<html>down</html>", 503, "text/html"), ServerTrouble, 2, id="503 with a page"),
        pytest.param(raw("<html>log in</html>", 200, "text/html"), Unreachable, 2, id="a captive portal"),
        pytest.param(Answer((Step.RESET,)), Unreachable, 2, id="reset"),
        pytest.param(Answer((Step.CUT,)), Unreachable, 2, id="body cut off"),
        pytest.param(raw('{"choices": []}'), Malformed, 2, id="no choices"),
        pytest.param(raw('{"choices": null}'), Malformed, 2, id="choices null"),
        pytest.param(raw("{}"), Malformed, 2, id="an empty object"),
        pytest.param(raw('{"choices": [{"mess'), Truncated, 2, id="half a body"),
        pytest.param(raw('{"error": {"message": "no", "code": 502}}'), ServerTrouble, 2, id="error in a good reply"),
        pytest.param(
            raw('{"error": {"message": "no", "code": "insufficient_quota"}}'), QuotaExhausted, 1, id="no credit in a 200"
        ),
        pytest.param(raw('{"error": "out of memory"}'), ServerTrouble, 2, id="error as words"),
        pytest.param(whole(None, "stop", refusal=ECHO), Refused, 1, id="refusal"),
        pytest.param(text(None), Malformed, 2, id="null"),
        pytest.param(raw("", 307, location="/elsewhere"), Unreachable, 2, id="sent elsewhere"),
        pytest.param(raw("[" * 100_000), Malformed, 2, id="a list"),
        pytest.param(raw('{"a":' * 100_000), Malformed, 2, id="nested for ever"),
        pytest.param(raw("{" + " " * (LONGEST_BODY + 1)), Malformed, 2, id="a body without an end"),
        pytest.param(whole("a" * (LONGEST_TEXT + 1)), Malformed, 2, id="a text without an end"),
    ],
)
def test_a_fault_has_its_name(stub: Stub, verb: Verb, reply: Reply, error: type[ModelError], requests: int) -> None:
    stub.replies(reply, reply)
    assert type(failed(stub, verb)) is error
    assert len(stub.requests) == requests


@pytest.mark.parametrize(
    ("reply", "error", "requests"),
    [
        pytest.param(text("What did", "length"), Truncated, 1, id="out of tokens"),
        pytest.param(text("What did", "content_filter"), Filtered, 1, id="filtered midway"),
        pytest.param(text("What did", "tool_calls"), Malformed, 1, id="a tool call"),
        pytest.param(text("What did", None), Truncated, 1, id="no finish reason"),
        pytest.param(events(delta("What"), Step.CUT), Truncated, 1, id="cut"),
        pytest.param(events(delta("What"), Step.RESET), Truncated, 1, id="reset midway"),
        pytest.param(events(delta("What"), framing=Framing.CLOSE), Truncated, 1, id="closed cleanly"),
        pytest.param(events(delta("What"), b'data: {"choi\n\n'), Truncated, 1, id="half an event"),
        pytest.param(events(delta("What"), event({"error": {"message": ECHO, "code": 500}})), ServerTrouble, 1, id="error event"),
        pytest.param(events(delta("What"), event({"error": {"code": "content_filter"}})), Filtered, 1, id="filter event"),
        pytest.param(events(delta("What"), event({"choices": 5})), Malformed, 1, id="an event of another form"),
        pytest.param(events(event({"choices": [{"index": 0, "delta": {"refusal": ECHO}}]})), Refused, 1, id="refused"),
        pytest.param(events(Step.CUT), Unreachable, 2, id="cut before any text"),
        pytest.param(events(end(None)), Truncated, 2, id="nothing at all"),
        pytest.param(events(event({"error": {"code": "rate_limit_exceeded"}})), RateLimited, 2, id="rate limit event"),
        pytest.param(text(None), Malformed, 2, id="null"),
        pytest.param(text("  \n"), Malformed, 2, id="blank"),
        pytest.param(text("<think>Let me see"), Malformed, 2, id="thinking only"),
    ],
)
def test_a_broken_stream_has_its_name(stub: Stub, reply: Reply, error: type[ModelError], requests: int) -> None:
    stub.replies(reply, reply)
    assert type(failed(stub, streamed)) is error
    assert len(stub.requests) == requests


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        pytest.param(text('{"score": 3, "why": "o', "length"), Truncated, id="out of tokens"),
        pytest.param(text('{"score": 3, "why": "ok"}', "length"), Truncated, id="out of tokens, yet JSON"),
        pytest.param(text('{"score": 3, "why": "ok"}', "content_filter"), Filtered, id="filtered"),
        pytest.param(text('{"score": 3, "why": "o'), Malformed, id="half, said to be whole"),
        pytest.param(text('{"score": 3, "score": 4, "why": "ok"}'), Malformed, id="a key twice"),
        pytest.param(text(f'{{"score": {"9" * 5000}, "why": "ok"}}'), Malformed, id="a huge number"),
    ],
)
def test_a_useless_value_is_not_asked_for_again_here(stub: Stub, reply: Reply, error: type[ModelError]) -> None:
    stub.replies(reply, reply)
    assert type(failed(stub, structured)) is error
    assert len(stub.requests) == 1


def test_text_that_came_before_a_fault_is_not_lost(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(events(delta("What "), delta("did"), Step.CUT))
    got: list[str] = []
    with pytest.raises(Truncated):
        got.extend(model.stream(ASKED))
    assert "".join(got) == "What did"


@VERBS
def test_a_service_that_is_not_there_is_unreachable(verb: Verb) -> None:
    with Stub() as gone:
        model = adapter(gone)
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1"):
        verb(model)


@VERBS
@pytest.mark.parametrize("base_url", ["localhost:1/v1", "http://[::1", "http://localhost:port/v1", "ftp://localhost/"])
def test_an_address_that_is_none_is_unreachable(verb: Verb, base_url: str) -> None:
    with pytest.raises(Unreachable):
        verb(ChatCompletions(model="m", api_key=None, base_url=base_url, pause=0))


@pytest.mark.parametrize(("cause", "error"), [(httpx2.ConnectTimeout(""), Unreachable), (httpx2.ReadTimeout(""), TimedOut)])
def test_a_host_that_never_answers_is_unreachable_and_not_slow(cause: Exception, error: type[ModelError]) -> None:
    service = Service("m", "http://models.example/v1")
    failure = openai.APITimeoutError(httpx2.Request("POST", service.base_url))
    failure.__cause__ = cause
    assert type(named(failure, service, 60)) is error


@VERBS
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_what_is_said_goes_nowhere_else(stub: Stub, verb: Verb, status: int) -> None:
    with Stub() as elsewhere:
        stub.default = raw("", status, location=f"{elsewhere.base_url}/chat/completions")
        assert type(failed(stub, verb)) is Unreachable
        assert elsewhere.requests == []


def test_credentials_in_an_address_are_not_shown() -> None:
    assert Service("m", "https://me:secret@models.example:8443/v1").where == "models.example:8443"


@pytest.mark.parametrize("key", [None, "", "  "])
def test_without_a_key_and_a_server_there_is_no_model(key: str | None) -> None:
    with pytest.raises(NoKey):
        ChatCompletions(model="m", api_key=key)


@pytest.mark.parametrize("key", ["sk-“quoted”", "sk-1\nsk-2"])
def test_what_cannot_be_a_key_is_a_wrong_key(key: str) -> None:
    with pytest.raises(WrongKey):
        ChatCompletions(model="m", api_key=key)


def test_a_server_of_ones_own_needs_no_key(stub: Stub) -> None:
    assert streamed(adapter(stub, key=None))
    assert stub.requests[0].headers["authorization"] == "Bearer none"


def test_the_models_name_is_its_id(model: ChatCompletions) -> None:
    assert model.name == "small"


@VERBS
def test_nothing_said_is_logged(stub: Stub, verb: Verb, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    stub.replies(failure(500, None, ECHO), text('{"score": 3, "why": "ok"}'))
    verb(adapter(stub))
    assert KEY not in caplog.text
    assert CANDIDATE not in caplog.text


@pytest.mark.parametrize(
    ("said", "seconds"), [("2", 2), ("1.5", 1.5), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("soon", None), ("", None), ("-3", None)]
)
def test_a_wait_is_read_in_both_forms(said: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": said}) == seconds


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "in a minute"),
        (0.3, "in about 1 second,"),
        (1.4, "in about 2 seconds"),
        (120, "in about 120 seconds"),
        (300, "in about 5 minutes"),
        (86_400, "in about 24 hours"),
    ],
)
def test_a_wait_is_told_as_people_say_it(seconds: float | None, said: str) -> None:
    assert said in str(RateLimited(seconds))


def test_a_rate_limit_says_how_long(stub: Stub) -> None:
    stub.replies(failure(429, retry_after="300"))
    error = failed(stub, streamed)
    assert isinstance(error, RateLimited)
    assert error.retry_after == 300
