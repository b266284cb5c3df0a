"""What can go wrong with a model, each with a sentence that says who can do what.

::

    ModelError
    ├── NoKey, WrongKey, UnknownModel, QuotaExhausted, Rejected  somebody must change a setting or an account
    ├── Unreachable, TimedOut, RateLimited, Busy, ServerTrouble  may pass; trying again is sensible
    ├── Refused, Filtered, ContextOverflow                       this conversation is not answered by this model
    └── Truncated, Malformed                                     the reply was unusable

None carries candidate text or a key; `reply` of Malformed is the model's, kept for the one repair and never logged.
"""

from math import ceil


class ModelError(Exception):
    """A model call failed; `str(error)` is a sentence for the person in front of the page or the terminal."""

    passing = False
    """Whether the same call may well succeed a moment later."""


def _span(seconds: float) -> str:
    """As people say it; never shorter than it is."""
    for unit, length in (("hours", 3600), ("minutes", 60)):
        if seconds > 2 * length:
            return f"{ceil(seconds / length)} {unit}"
    return f"{ceil(seconds)} second{'s' if seconds > 1 else ''}"


class NoKey(ModelError):
    def __init__(self) -> None:
        super().__init__(
            "No model key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, or go on offline."
        )


class WrongKey(ModelError):
    def __init__(self) -> None:
        super().__init__("The model service did not accept the key. Check OPENAI_API_KEY, or go on offline.")


class UnknownModel(ModelError):
    def __init__(self, model: str) -> None:
        super().__init__(
            f"The model service has no model {model!r} for this key. Set INTERVIEWER_MODEL to one it offers, or go on offline."
        )


class QuotaExhausted(ModelError):
    def __init__(self) -> None:
        super().__init__("The account behind the key has no credit left. Add credit with the model service, or go on offline.")


class Unreachable(ModelError):
    passing = True

    def __init__(self, where: str) -> None:
        super().__init__(
            f"The model service at {where} could not be reached. Check the connection and try again, or go on offline."
        )


class TimedOut(ModelError):
    passing = True

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The model took longer than {seconds:.0f} seconds. Try again, raise INTERVIEWER_TIMEOUT, or go on offline."
        )


class RateLimited(ModelError):
    passing = True

    def __init__(self, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        """Seconds the service asks to wait, if it said so."""
        wait = f"about {_span(retry_after)}" if retry_after else "a minute"
        super().__init__(f"The model service is asking for fewer requests. Try again in {wait}, or go on offline.")


class Busy(ModelError):
    passing = True

    def __init__(self) -> None:
        super().__init__("Too many people here are waiting for the model. Try again in a moment, or go on offline.")


class ServerTrouble(ModelError):
    passing = True

    def __init__(self, status: int | None = None, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        """As with RateLimited."""
        code = f" (status {status})" if status else ""
        wait = f"about {_span(retry_after)}" if retry_after else "a moment"
        super().__init__(f"The model service has trouble of its own{code}. Try again in {wait}, or go on offline.")


class Rejected(ModelError):
    def __init__(self, status: int) -> None:
        super().__init__(
            f"The model service did not accept the request (status {status}). Set INTERVIEWER_MODEL to another, or go on offline."
        )


class Refused(ModelError):
    def __init__(self) -> None:
        super().__init__("The model declined to answer. Rephrase your last answer if it can be misread, or go on offline.")


class Filtered(ModelError):
    def __init__(self) -> None:
        super().__init__("The model service's content filter stopped the reply. Rephrase your last answer, or go on offline.")


class ContextOverflow(ModelError):
    def __init__(self) -> None:
        super().__init__(
            "The conversation is longer than this model can take. Set INTERVIEWER_MODEL to one that takes more, or go on offline."
        )


class Truncated(ModelError):
    passing = True

    def __init__(self) -> None:
        super().__init__("The model's reply broke off before its end. Try again, or go on offline.")


class Malformed(ModelError):
    passing = True

    def __init__(self, what: str, reply: str = "") -> None:
        self.what = what
        """What is wrong with the reply, for the model to mend."""
        self.reply = reply
        super().__init__("The model's reply was not in the form asked for. Try again, choose another model, or go on offline.")
