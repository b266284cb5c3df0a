"""Every fault that a model service has been seen to have, and what becomes of an interview that meets it.

Each is met for as long as it takes: not one bad reply, but a service that has nothing else to say.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import NamedTuple

from interviewer.engines.llm.wire import FeedbackReply, ReviewReply
from interviewer.models.errors import (
    ContextOverflow,
    Filtered,
    Malformed,
    ModelError,
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
from interviewer.models.exchange import LONGEST_BODY
from interviewer.models.strict_json import wire_schema
from tests.faults.service import DELIVERIES, PLACES, Delivery, Illness, Place, ill, sent
from tests.models.stub import Answer, Drip, Framing, Part, Seen, Step, chunk, delta, end, event, events, failure, raw, whole

SOON, LATE = "0.01", "300"
"""Seconds."""
HASTE = 1.0
"""Seconds for a whole turn, where the fault is that nothing more comes."""


class Outcome(NamedTuple):
    """What becomes of the call."""

    error: type[ModelError] | None
    """None: the interview goes on as if nothing had been."""
    requests: int
    """How many were made; at most two for each form of asking, one for the model to mend its reply."""


class Fault(NamedTuple):
    name: str
    illness: Illness
    outcomes: dict[Place, Outcome]
    """A place that is missing cannot have the fault."""
    deliveries: tuple[Delivery, ...] | None = None
    """None where it makes no difference; then it comes as asked for."""
    timeout: float = 30
    rests: bool = False
    """Whether the service asks everybody to stay away for longer than a turn lasts."""


def fails(error: type[ModelError], requests: int, **others: Outcome) -> dict[Place, Outcome]:
    """The same everywhere, but for the places named."""
    return {place: others.get(place, Outcome(error, requests)) for place in PLACES}


def holds(requests: int = 1) -> dict[Place, Outcome]:
    return dict.fromkeys(PLACES, Outcome(None, requests))


def once(error: type[ModelError]) -> dict[Place, Outcome]:
    """In the middle of a text that somebody has begun to read it is the end; a value is asked for once more."""
    return fails(error, 2, probe=Outcome(error, 1))


def judged(error: type[ModelError] | None, requests: int) -> dict[Place, Outcome]:
    """Where a value is asked for, and only there."""
    return {"review": Outcome(error, requests), "feedback": Outcome(error, requests)}


def broken(*parts: Part, framing: Framing = Framing.CHUNKED) -> Illness:
    """A stream that says half of what it should, and then this."""
    return lambda good, delivery, seen: events(delta(good[: len(good) // 2]), *parts, framing=framing)


def told(change: Callable[[str], str]) -> Illness:
    """The good reply with its text changed."""
    return lambda good, delivery, seen: sent(change(good), delivery)


def ended(reason: str) -> Illness:
    """Half of the good reply, with a reason for its end."""
    return lambda good, delivery, seen: sent(good[: len(good) // 2], delivery, reason)


def cut_up(size: int) -> Illness:
    """The good reply in parts of so many bytes, whatever they cut through."""

    def illness(good: str, delivery: Delivery, seen: Seen) -> Answer:
        answer = sent(good, delivery)
        sent_ = b"".join(part for part in answer.parts if isinstance(part, bytes))
        parts = tuple(sent_[at : at + size] for at in range(0, len(sent_), size))
        return Answer(parts, headers=answer.headers, framing=answer.framing)

    return illness


def beside(**fields: object) -> Illness:
    """The good reply, with further fields next to its text."""

    def illness(good: str, delivery: Delivery, seen: Seen) -> Answer:
        return whole(good, "stop", None, **fields) if delivery == "whole" else events(chunk(dict(fields)), delta(good), end())

    return illness


def refused(good: str, delivery: Delivery, seen: Seen) -> Answer:
    if delivery == "whole":
        return whole(None, refusal="I cannot help with that.")
    return events(chunk({"refusal": "I cannot help with that."}), end())


def reasoned(good: str, delivery: Delivery, seen: Seen) -> Answer:
    if delivery == "whole":
        return whole(None, reasoning_content=good)
    return events(chunk({"reasoning_content": good}), end())


def only(form: str, change: Callable[[str], str]) -> Illness:
    """Good replies, but changed where this form is asked for."""

    def illness(good: str, delivery: Delivery, seen: Seen) -> Answer:
        asked_for = seen.body.get("response_format", {}).get("type")
        return sent(change(good) if asked_for == form else good, delivery)

    return illness


def counted(usage: object) -> Illness:
    """The good reply, with a count of this form."""

    def illness(good: str, delivery: Delivery, seen: Seen) -> Answer:
        if delivery == "streamed":
            return events(delta(good), end("stop", event({"choices": [], "usage": usage})))
        return raw(json.dumps({"choices": [{"message": {"content": good}, "finish_reason": "stop"}], "usage": usage}))

    return illness


def echo(good: str) -> str:
    return json.dumps(wire_schema(ReviewReply if "last_turn" in good else FeedbackReply))


def changed(**fields: object) -> Illness:
    return told(lambda good: json.dumps({**json.loads(good), **fields}))


def worded(good: str, said: str) -> str:
    """The good value with `said` for every text in it; for a text, `said` alone."""
    if not good.startswith("{"):
        return said
    value = json.loads(good)
    if "criteria" not in value:
        return json.dumps({**value, "summary": said, "bar_raiser_thinks": said, "strengths": [said]}, ensure_ascii=False)
    criteria = [{**criterion, "comment": said} for criterion in value["criteria"]]
    return json.dumps({**value, "criteria": criteria}, ensure_ascii=False)


def misquoted(good: str) -> str:
    value = json.loads(good) if good.startswith("{") else {}
    if "criteria" not in value:
        return worded(good, "You said “I alone saved the whole company”.")
    false = {**value["criteria"][0], "rating": "yes", "quotes": ["I alone saved the whole company"]}
    return json.dumps({**value, "criteria": [false, *value["criteria"][1:]]})


def doubled(good: str) -> str:
    """The good value, with its first key twice."""
    key = next(iter(json.loads(good)))
    return good.replace("{", f'{{"{key}": "skip", ', 1)


def instead(where: str) -> Callable[[str], str]:
    """The good value with this, unquoted, in the place of its first text."""
    return lambda good: good.replace('"Not told."', where, 1).replace('"There is little to judge."', where, 1)


PROSE = "I think the candidate did quite well, all in all."
HTML = "<html><body>Please log in</body></html>"
ERROR = {"message": "No.", "type": "error", "param": None}
FORMS = 3
"""Forms of asking for a value: by schema, as a JSON object, in words; each is tried once before a service is known."""


def date(hours: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(hours=hours), usegmt=True)


def in_two_hours(good: str, delivery: Delivery, seen: Seen) -> Answer:
    return failure(429, retry_after=date(2))


FAULTS: tuple[Fault, ...] = (
    # The account and the setting.
    Fault("401, wrong key", ill(failure(401, "invalid_api_key")), fails(WrongKey, 1)),
    Fault("403, country or project not allowed", ill(failure(403, "unsupported_country")), fails(WrongKey, 1)),
    Fault("404, unknown model", ill(failure(404, "model_not_found")), fails(UnknownModel, 1)),
    Fault("402, no credit", ill(failure(402)), fails(QuotaExhausted, 1)),
    Fault("429 insufficient_quota", ill(failure(429, "insufficient_quota", retry_after=SOON)), fails(QuotaExhausted, 1)),
    Fault("400, request not understood", ill(failure(400)), fails(Rejected, 1)),
    # Too much, too often.
    Fault("429 without Retry-After", ill(failure(429, "rate_limit_exceeded")), fails(RateLimited, 2)),
    Fault("429, Retry-After short", ill(failure(429, retry_after=SOON)), fails(RateLimited, 2)),
    Fault("429, Retry-After 300 s", ill(failure(429, retry_after=LATE)), fails(RateLimited, 1), rests=True),
    Fault("429, Retry-After as a past HTTP date", ill(failure(429, retry_after=date(-2))), fails(RateLimited, 2)),
    Fault("429, Retry-After as an HTTP date in two hours", in_two_hours, fails(RateLimited, 1), rests=True),
    Fault("429, Retry-After not readable", ill(failure(429, retry_after="soon")), fails(RateLimited, 2)),
    Fault("400 context_length_exceeded", ill(failure(400, "context_length_exceeded")), fails(ContextOverflow, 1)),
    Fault("413, body too large", ill(raw("", 413)), fails(ContextOverflow, 1)),
    # The service is ill.
    Fault("500", ill(failure(500)), fails(ServerTrouble, 2)),
    Fault("503 with an HTML page", ill(raw(HTML, 503, "text/html")), fails(ServerTrouble, 2)),
    Fault("503, Retry-After short", ill(failure(503, retry_after=SOON)), fails(ServerTrouble, 2)),
    Fault("503, Retry-After 300 s", ill(failure(503, retry_after=LATE)), fails(ServerTrouble, 1), rests=True),
    Fault("529 overloaded", ill(failure(529, "overloaded")), fails(ServerTrouble, 2)),
    Fault("502 without a body", ill(raw("", 502)), fails(ServerTrouble, 2)),
    Fault('200 with {"error": …}', ill(raw(json.dumps({"error": {**ERROR, "code": 502}}))), fails(ServerTrouble, 2)),
    Fault('200 with {"error": "words"}', ill(raw('{"error": "out of memory"}')), fails(ServerTrouble, 2)),
    Fault(
        '200 with {"error": no credit}',
        ill(raw(json.dumps({"error": {**ERROR, "code": "insufficient_quota"}}))),
        fails(QuotaExhausted, 1),
    ),
    # Somebody else answers, or nobody.
    Fault("200 with an HTML page (captive portal)", ill(raw(HTML, 200, "text/html")), fails(Unreachable, 2)),
    Fault("302 to another host", ill(raw("", 302, location="http://127.0.0.1:9/")), fails(Unreachable, 2)),
    Fault("404 of another service", ill(raw('{"detail": "Not Found"}', 404)), fails(Unreachable, 2)),
    Fault("204 without a body", ill(raw("")), fails(Unreachable, 2)),
    Fault("TCP reset", ill(Answer((Step.RESET,))), fails(Unreachable, 2)),
    Fault("line closed without a word", ill(Answer((Step.HANG_UP,))), fails(Unreachable, 2)),
    Fault("request taken, no answer", ill(Answer((Step.DEAF,))), fails(TimedOut, 1), timeout=HASTE),
    Fault("head sent, then nothing", ill(Answer((Step.STALL,))), fails(TimedOut, 1), timeout=HASTE),
    # A body that is none.
    Fault("choices: []", ill(raw('{"choices": []}')), fails(Malformed, 2)),
    Fault("choices: null", ill(raw('{"choices": null}')), fails(Malformed, 2)),
    Fault("{}", ill(raw("{}")), fails(Malformed, 2)),
    Fault("a list", ill(raw("[]")), fails(Malformed, 2)),
    Fault("nested 100,000 deep", ill(raw('{"a":' * 100_000)), fails(Malformed, 2)),
    Fault("a body of 4 MB of blanks", ill(raw("{" + " " * (LONGEST_BODY + 1))), fails(Malformed, 2)),
    Fault("gzip that is none", ill(raw("{}", content_encoding="gzip")), fails(Unreachable, 2)),
    Fault("not UTF-8", ill(Answer((b'{"choices": "\xff\xfe"}',))), fails(Malformed, 2)),
    Fault("content is a list of parts", ill(whole([{"type": "text", "text": "Hi"}])), fails(Malformed, 2)),
    Fault("half a JSON body", ill(raw('{"choices": [{"mess')), fails(Truncated, 2)),
    Fault("body cut off by the network", ill(Answer((b'{"choices": [', Step.CUT))), fails(Unreachable, 2)),
    Fault("body dripped for ever", ill(Answer((b'{"choices": [', Drip(b" ")))), fails(TimedOut, 1), timeout=HASTE),
    # A stream that breaks.
    Fault("stream closed without finish_reason", broken(framing=Framing.CLOSE), once(Truncated), ("streamed",)),
    Fault("stream cut midway", broken(Step.CUT), once(Truncated), ("streamed",)),
    Fault("stream reset midway", broken(Step.RESET), once(Truncated), ("streamed",)),
    Fault("stall mid-stream", broken(Step.STALL), fails(TimedOut, 1), ("streamed",), HASTE),
    Fault("pings for ever", broken(Drip(b": ping\n\n")), fails(TimedOut, 1), ("streamed",), HASTE),
    Fault("error event midway", broken(event({"error": {**ERROR, "code": 500}})), once(ServerTrouble), ("streamed",)),
    Fault("rate limit event midway", broken(event({"error": {"code": "rate_limit_exceeded"}})), once(RateLimited), ("streamed",)),
    Fault("half an event", broken(b'data: {"choi\n\n'), once(Truncated), ("streamed",)),
    Fault("an event of another form", broken(event({"choices": 5})), once(Malformed), ("streamed",)),
    # A reply that ends too early, or is no answer.
    Fault("finish_reason length", ended("length"), fails(Truncated, 1), DELIVERIES),
    Fault("finish_reason content_filter", ended("content_filter"), fails(Filtered, 1), DELIVERIES),
    Fault("400 content_filter", ill(failure(400, "content_filter")), fails(Filtered, 1)),
    Fault("finish_reason tool_calls", ended("tool_calls"), fails(Malformed, 1), DELIVERIES),
    Fault("refusal", refused, fails(Refused, 1), DELIVERIES),
    Fault("content null", lambda good, delivery, seen: sent(None, delivery), fails(Malformed, 2), DELIVERIES),
    Fault("reasoning without content", reasoned, fails(Malformed, 2), DELIVERIES),
    Fault("thinking that never ends", told(lambda good: f"<think>{good}"), fails(Malformed, 2), DELIVERIES),
    # A value that is not what was asked for.
    Fault("schema taken and ignored: prose", only("json_schema", lambda _: PROSE), judged(None, 2), DELIVERIES),
    Fault("schema taken and ignored: other fields", only("json_schema", echo), judged(None, 2), DELIVERIES),
    Fault("prose, whatever the form", told(lambda _: PROSE), judged(Malformed, FORMS + 1), DELIVERIES),
    Fault("schema echoed", told(echo), judged(Malformed, FORMS + 1), DELIVERIES),
    Fault("an extra key", changed(total=5), judged(Malformed, FORMS + 1), DELIVERIES),
    Fault("wrong type", told(instead("[1]")), judged(Malformed, FORMS + 1), DELIVERIES),
    Fault("NaN", told(instead("NaN")), judged(Malformed, FORMS + 1), DELIVERIES),
    Fault("a huge number", told(instead("9" * 5000)), judged(Malformed, 2), DELIVERIES),
    Fault("duplicate keys", told(doubled), judged(Malformed, 2), DELIVERIES),
    Fault("cut JSON that is said to be whole", told(lambda good: good[:-2]), judged(Malformed, 2), DELIVERIES),
    Fault("a quote that nobody said", told(misquoted), {**judged(None, 2), "probe": Outcome(None, 1)}, DELIVERIES),
    # Odd, and yet an answer.
    Fault("```json fence", told(lambda good: f"```json\n{good}\n```"), judged(None, 1), DELIVERIES),
    Fault("<think> prefix", told(lambda good: f"<think>Hm.</think>\n{good}"), holds(), DELIVERIES),
    Fault("reasoning fields", beside(reasoning="Hm.", reasoning_content="Hm."), holds(), DELIVERIES),
    Fault("another language", told(lambda good: worded(good, "那时候发生了什么？")), holds(), DELIVERIES),
    Fault("one byte at a time, characters cut", cut_up(1), holds(), DELIVERIES),
    Fault("one endless word", told(lambda good: "a" * 100_000), {"probe": Outcome(None, 1)}, DELIVERIES),
    Fault("usage missing", told(lambda good: good), holds(), DELIVERIES),
    Fault("usage null", counted(None), holds(), DELIVERIES),
    Fault("usage of another form", counted("many"), holds(), DELIVERIES),
    Fault("finish_reason unheard of", lambda good, delivery, seen: sent(good, delivery, "done"), holds(), DELIVERIES),
)
