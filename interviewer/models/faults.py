"""Names for everything a service or its SDK can fail with: the one place that knows their codes.

The service's own words are read to tell failures apart and then dropped: they may repeat the candidate's.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import httpx2
import openai

from interviewer.models.errors import (
    ContextOverflow,
    Filtered,
    Malformed,
    ModelError,
    QuotaExhausted,
    RateLimited,
    Rejected,
    ServerTrouble,
    TimedOut,
    Truncated,
    UnknownModel,
    Unreachable,
    WrongKey,
)

SEAM = (
    openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL,
    ValueError, LookupError, TypeError, AttributeError, RecursionError,
)  # fmt: skip
"""What comes out of the SDK: its own errors, the network's, and those of code that met a reply it did not expect."""

_NO_CREDIT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_credits"})
_FILTERED = frozenset({"content_filter", "content_policy_violation", "invalid_prompt"})
_TOO_LONG = re.compile(r"context_length_exceeded|exceed_context_size|context (?:length|size|window)|prompt is too long")


class Service(NamedTuple):
    """Which model is asked for, where."""

    model: str
    base_url: str

    @property
    def where(self) -> str:
        """Host and port, without the credentials that an address may carry."""
        return self.base_url.rpartition("//")[2].partition("/")[0].rpartition("@")[2]


def named(error: Exception, service: Service, seconds: float) -> ModelError:
    """The failure by its name; `seconds` is what the call was given."""
    if isinstance(error, openai.APIStatusError):
        return of_body(error.body, service, error.status_code, retry_after(error.response.headers))
    if _never_connected(error):
        return Unreachable(service.where)
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        return TimedOut(seconds)
    if isinstance(error, openai.APIConnectionError | httpx2.HTTPError | httpx2.InvalidURL):
        return Unreachable(service.where)
    if isinstance(error, openai.APIError):
        return of_body(error.body, service)
    if isinstance(error, json.JSONDecodeError):
        return Truncated()
    return Malformed("The reply does not have the form of a chat completion.")


def _never_connected(error: Exception) -> bool:
    return isinstance(error.__cause__, httpx2.ConnectTimeout) or isinstance(error, httpx2.ConnectTimeout)


def of_body(body: object, service: Service, status: int | None = None, wait: float | None = None) -> ModelError:
    """The failure that an error object in a reply, a stream or an error page speaks of."""
    said = body if isinstance(body, Mapping) else {"message": body}
    code = str(said.get("code") or "")
    status = status or (int(code) if re.fullmatch(r"[45]\d\d", code) else None)
    if code in _FILTERED:
        return Filtered()
    if status == 413 or _TOO_LONG.search(f"{code} {said.get('type')} {said.get('message')}".lower()):
        return ContextOverflow()
    if status == 402 or code in _NO_CREDIT or said.get("type") in _NO_CREDIT:
        return QuotaExhausted()
    if code == "model_not_found" or (status == 404 and "model" in str(said.get("message")).lower()):
        return UnknownModel(service.model)
    if status in (401, 403) or code == "invalid_api_key":
        return WrongKey()
    if status is not None and (status == 404 or status < 400):
        return Unreachable(service.where)
    if status == 429 or code == "rate_limit_exceeded":
        return RateLimited(wait)
    if status is not None and status < 500:
        return Rejected(status)
    return ServerTrouble(status, wait)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds a service asks to wait, from either of the header's two forms; None when it says nothing understandable."""
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d+(\.\d+)?", said):
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def objection(error: openai.APIStatusError) -> str:
    """What a service turned down in a request, in its words."""
    return f"{error.param or ''} {error.message} {error.body}"
