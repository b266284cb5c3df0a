"""Something the answer shows is taken out of it, or put so that it no longer shows it."""

import re

from evals.edits.told import FIGURE, LABEL, Told, join, label_of, last, separable, told
from interviewer.recorded import Record

_RESULTS = ("metric", "impact", "lasting_effect")
_CHANGED = "It was a lot better after that than it had been before."
_ASSIGNED = "My manager gave me the task and told me what to do, and I did it."
_PLATITUDE = "I learned that communication is key and that you should never give up."
_HANDED_OFF = "So I reported it to the department in charge, and they took it from there. That was it from my side."
_FEWEST = 2
"""Sentences that must be left for an answer to be one."""
_DIGITS = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\w]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def drop_number(record: Record) -> str | None:
    """The measured result becomes a claim; what else follows the steps and could be checked goes with it."""
    sentences = told(record)
    place = last(sentences, "metric")
    if not separable(sentences, "metric") or not FIGURE.search(sentences[place].text):
        return None
    begins = min(last(sentences, "first_person"), place)
    kept = [
        _instead(s, _CHANGED) if n == place else s for n, s in enumerate(sentences) if n <= begins or n == place or not _shows(s)
    ]
    return _answer(kept)


def _shows(sentence: Told) -> bool:
    """Whether something of the result is in it that could be checked."""
    return bool(FIGURE.search(sentence.text)) or bool(sentence.carries & {"metric", "impact"})


def drop_result(record: Record) -> str | None:
    """Every sentence that tells what came of it goes, and all between them."""
    sentences = told(record)
    if not separable(sentences, *_RESULTS):
        return None
    steps = last(sentences, "first_person", "depth")
    result = {n for n, s in enumerate(sentences) if s.carries & set(_RESULTS) and n >= steps}
    if not result or not any("metric" in sentences[n].carries for n in result):
        return None
    keeping = {"learning", "systemic_insight", "generic_learning"}
    gone = {n for n, s in enumerate(sentences) if n >= min(result) and not (s.carries & keeping and n not in result)}
    return _answer([s for n, s in enumerate(sentences) if n not in gone])


def drop_reflection(record: Record) -> str | None:
    return _without(record, "learning", "systemic_insight")


def drop_trade_off(record: Record) -> str | None:
    return _without(record, "trade_off")


def platitude(record: Record) -> str | None:
    """The lesson of this story becomes one that fits any."""
    return _replaced(record, "learning", _PLATITUDE)


def assigned(record: Record) -> str | None:
    """How it came to be theirs becomes an order."""
    return _replaced(record, "ownership", _ASSIGNED)


def handed_off(record: Record) -> str | None:
    """The story ends where the own steps would begin."""
    sentences = told(record)
    first = next((n for n, s in enumerate(sentences) if "first_person" in s.carries), 0)
    if first < _FEWEST or not separable(sentences, "first_person"):
        return None
    return join([*sentences[:first], Told(_HANDED_OFF, "", frozenset())])


def inflated(record: Record) -> str | None:
    """Each figure of the measured result times a hundred; years stay."""
    sentences = told(record)
    if not separable(sentences, "metric"):
        return None
    edited = [s.saying(_DIGITS.sub(_hundredfold, s.text)) if "metric" in s.carries else s for s in sentences]
    return join(edited) if list(sentences) != edited else None


def compressed(record: Record) -> str | None:
    """The first sentence and those that something rests on."""
    sentences = told(record)
    kept = [s for n, s in enumerate(sentences) if s.carries or n == 0]
    long = not separable(sentences, *{about for s in kept for about in s.carries})
    return _answer(kept) if len(kept) < len(sentences) and not long else None


def _without(record: Record, *about: str) -> str | None:
    """Without the sentences of `about`; None where these carry the steps or the result as well."""
    sentences = told(record)
    gone = [s for s in sentences if s.carries & set(about)]
    if not separable(sentences, *about) or any(s.carries & {"metric", "first_person"} for s in gone):
        return None
    return _answer([s for s in sentences if s not in gone])


def _replaced(record: Record, about: str, by: str) -> str | None:
    """The first sentence of `about` says `by`, the others go; None where the result would go with them."""
    sentences = told(record)
    if not separable(sentences, about) or any("metric" in s.carries for s in sentences if about in s.carries):
        return None
    first = next(n for n, s in enumerate(sentences) if about in s.carries)
    return _answer(
        [_instead(s, by) if n == first else s for n, s in enumerate(sentences) if n == first or about not in s.carries]
    )


def _instead(sentence: Told, text: str) -> Told:
    return sentence.saying(label_of(sentence.text) + text)


def _answer(kept: list[Told]) -> str | None:
    whole = [s for s in kept if LABEL.sub("", s.text).strip()]
    return join(whole) if len(whole) >= _FEWEST else None


def _hundredfold(figure: re.Match[str]) -> str:
    if _YEAR.fullmatch(figure.group()):
        return figure.group()
    return f"{int(figure.group().replace(',', '')) * 100:,}"
