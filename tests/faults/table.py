"""The faults and what becomes of an interview that meets them, as a table to read.

`python -m tests.faults.table` writes it anew; a test holds it against what is tested.
"""

from collections.abc import Iterator
from pathlib import Path

from interviewer.models import errors
from interviewer.models.errors import ModelError
from tests.faults.faults import FAULTS, Outcome
from tests.faults.service import PLACES

FILE = Path(__file__).with_name("README.md")
_SERVICE = "models.example"
_MEANT: tuple[ModelError, ...] = (
    errors.WrongKey(),
    errors.UnknownModel("gpt-6-luna"),
    errors.QuotaExhausted(),
    errors.Rejected(400),
    errors.Unreachable(_SERVICE),
    errors.TimedOut(60),
    errors.RateLimited(300),
    errors.Busy(),
    errors.ServerTrouble(503),
    errors.Refused(),
    errors.Filtered(),
    errors.ContextOverflow(),
    errors.Truncated(),
    errors.Malformed(""),
)
_HEAD = """\
Each of these {faults} faults is injected by a stub service in the middle of a real interview (content, loop, store, adapter),
where the model judges an answer (review), words a follow-up (probe) and writes the feedback; streamed and in one piece where
that makes a difference. For each: the answer is in the database; one sentence is said; then the same interview goes on in all
three ways: tried again, offline, and ended and assessed after a restart. `test_interview.py` asserts all of it, and the
number of requests: at most two for a failure that may pass, one more for each less binding form of asking for a value, and
one for the model to mend its own reply. In the cells: the failure's name and the requests made; *goes on* where nobody
notices.

`python -m tests.faults.table` writes this file, and a test holds it against what is tested."""


def text() -> str:
    """The whole file."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What happens when the model's service fails"
    yield ""
    yield _HEAD.format(faults=len(FAULTS))
    yield ""
    yield "| fault | review | probe | feedback |"
    yield "|---|---|---|---|"
    for fault in FAULTS:
        cells = (_cell(fault.outcomes.get(place)) for place in PLACES)
        yield f"| {' | '.join((_plain(fault.name), *cells))} |"
    yield ""
    yield "What the candidate reads (on the page followed by “Everything you said is saved.”, *Try again* and *Go on offline*):"
    yield ""
    yield "| failure | sentence |"
    yield "|---|---|"
    for error in _MEANT:
        yield f"| {type(error).__name__} | {error} |"


def _cell(outcome: Outcome | None) -> str:
    if outcome is None:
        return "-"
    name = outcome.error.__name__ if outcome.error else "*goes on*"
    return name if outcome.error is None and outcome.requests == 1 else f"{name}, {outcome.requests}"


def _plain(name: str) -> str:
    return name.replace("<", "&lt;").replace("`", "\\`")


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
