"""Figures and names in feedback that nobody gave: a check of its own beside the product's (`interviewer.truth`)."""

import re
from collections.abc import Iterable

from evals.edits.figures import in_words
from interviewer.rubric import LEVEL_NAMES, PARTS, PRINCIPLES, VERDICT_NAMES
from interviewer.text import folded, words

_BLANK = re.compile(r"\[[^\]]*\]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NUMERALS = re.compile(
    r"\b(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|(?:thir|four|fif|six|seven|eigh|nine)teen|hundreds?|thousands?|millions?)\b"
)
"""Spelt-out figures that are said for nothing else."""
_CAPITALISED = re.compile(r"(?<=[\w,;)’'] )[A-Z][\w’'-]*")
"""Capitalised within a sentence."""
_OWN = frozenset(
    word.casefold()
    for phrase in (
        *LEVEL_NAMES.values(),
        *VERDICT_NAMES.values(),
        *PRINCIPLES.values(),
        *PARTS,
        "I I'm I've I'd I'll STAR SDE SDE1 SDE2 Amazon Bar Raiser Leadership Principle",
    )
    for word in words(phrase)
)


def strange(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures and capitalised names in `text` that occur in none of `sources`; what stands in brackets is a blank to fill."""
    given = folded(" ".join(sources)).replace("’", "'")
    known = {part for word in words(given) for part in (word, *re.split(r"\W+", word))} | _OWN
    numbers = {n.replace(",", "") for n in _DIGITS.findall(given)}
    spelt = " ".join(in_words(int(n)) for n in numbers if n.isdigit() and len(n) < 10)
    told = _BLANK.sub(" ", text)
    figures = [n for n in _DIGITS.findall(told) if not _said(n.replace(",", ""), numbers, given)]
    numerals = [n for n in _NUMERALS.findall(folded(told)) if n not in given and n not in spelt]
    names = [n for n in _CAPITALISED.findall(told) if not {p for p in re.split(r"\W+", n.casefold()) if len(p) > 1} <= known]
    return tuple(dict.fromkeys([*figures, *numerals, *names]))


def _said(figure: str, numbers: set[str], given: str) -> bool:
    return figure in numbers or (
        figure.isdigit() and len(figure) < 10 and bool(re.search(rf"\b{in_words(int(figure))}\b", given))
    )
