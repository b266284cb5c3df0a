"""Logs that hold nothing of what was said: an error is told by its kind and by the places it passed through, never by its words.

The words of an error quote what it stumbled over, here somebody's answer, a model's reply or an address with a key in it.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

HOME = Path(__file__).resolve().parents[1]
PLACES = 12
"""The innermost ones that are told."""
_LOG = logging.getLogger(__name__)


def keep_quiet() -> None:
    """From now on, in this process, whatever is logged about an error is without its words; also where nobody caught it."""
    made = logging.getLogRecordFactory()
    if not isinstance(made, _Wordless):
        logging.setLogRecordFactory(_Wordless(made))
    sys.excepthook = _told
    threading.excepthook = lambda failed: _told(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.unraisablehook = lambda failed: _told(failed.exc_type, failed.exc_value, failed.exc_traceback)


def places(error: BaseException | None) -> str:
    """Kind and whereabouts of `error`, and of what it came from: "ValueError at interviewer/text.py:12, app.py:3"."""
    told: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = traceback.extract_tb(error.__traceback__)[-PLACES:]
        at = ", ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
        told.append(f"{type(error).__name__} at {at or 'an unknown place'}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "; after ".join(told)


class _Wordless:
    """Makes log records that name an error instead of quoting it."""

    def __init__(self, made: Callable[..., logging.LogRecord]) -> None:
        self._made = made

    def __call__(self, *arguments: Any, **named: Any) -> logging.LogRecord:
        record = self._made(*arguments, **named)
        errors = [a for a in _values(record.args) if isinstance(a, BaseException)]
        if record.exc_info and (error := record.exc_info[1]) is not None:
            errors.append(error)
        if isinstance(record.msg, BaseException):
            errors.append(record.msg)
        record.exc_info, record.exc_text, record.stack_info = None, None, None
        if errors:
            record.msg, record.args = f"{_headline(record.msg, errors)}: {places(errors[-1])}", ()
        return record


def _headline(message: object, errors: Iterable[BaseException]) -> str:
    """How `message` begins, before anything that could be an error's words."""
    line = next(iter(str(message).splitlines()), "").split("%", 1)[0]
    for error in errors:
        line = line.split(words, 1)[0] if (words := str(error)) else line
    return line.rstrip(" :=(") or "An error"


def _values(arguments: Any) -> tuple[Any, ...]:
    return tuple(arguments.values()) if isinstance(arguments, dict) else tuple(arguments or ())


def _told(kind: type[BaseException], error: BaseException | None, _: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt | SystemExit):
        return
    _LOG.error("Nobody caught %s", places(error))


def _short(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(HOME):
        return str(path.relative_to(HOME))
    return "/".join(path.parts[-2:])
