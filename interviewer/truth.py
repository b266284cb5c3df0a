"""Stories stay true: figures and names in generated text that nobody gave."""

import re
from collections.abc import Iterable
from itertools import pairwise

from interviewer.rubric import LEVEL_NAMES, PARTS, PRINCIPLES, VERDICT_NAMES
from interviewer.text import folded, words

_BLANK = re.compile(r"\[[^\]]{1,80}\]")
_FIGURE = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_END_OF_SENTENCE = re.compile(r"[.!?…][\"”')]*\s+|\n+")
_NUMERALS = {
    "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
}  # fmt: skip
"""Who says "seven" has said 7; "one" is said too often for other things."""
_OURS = frozenset(
    w.casefold()
    for phrase in (
        *LEVEL_NAMES.values(),
        *VERDICT_NAMES.values(),
        *PRINCIPLES.values(),
        *PARTS,
        "I I'd I've I'm I'll SDE1 SDE2 STAR Bar Raiser Amazon",
    )
    for w in words(phrase)
)


def invented(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures and the capitalised names in `text` that occur in none of `sources`, in order.

    Words in square brackets are blanks for the candidate to fill and are not looked at; a capital at the start of a sentence or a
    quotation, or after a colon, says nothing about being a name.
    """
    known = _THOUSANDS.sub("", folded(" ".join(sources)))
    known_words = {w for w in re.split(r"[^\w]+", known) if w} | _OURS
    spelt = {digits for word, digits in _NUMERALS.items() if word in known_words}
    told = _BLANK.sub(" ", text)
    figures = [f for f in _FIGURE.findall(told) if f not in spelt and not _stated(_THOUSANDS.sub("", f), known)]
    names = [
        w
        for sentence in sentences(told)
        for w in _names(sentence)
        if not set(re.split(r"[^\w]+", w.casefold())) - {""} <= known_words
    ]
    return tuple(dict.fromkeys([*figures, *names]))


def _stated(figure: str, known: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d)", known))


def without_invented(text: str, sources: Iterable[str]) -> str:
    """`text` less the sentences that state an invented figure or name."""
    sources = tuple(sources)
    return " ".join(s for s in sentences(text) if not invented(s, sources))


def sentences(text: str) -> list[str]:
    """The sentences of `text`, each with the quotation mark or bracket that closes it."""
    ends = [0, *(m.end() for m in _END_OF_SENTENCE.finditer(text)), len(text)]
    return [s for a, b in pairwise(ends) if (s := text[a:b].strip())]


def _names(sentence: str) -> list[str]:
    found = re.finditer(r"(?<=[a-z,;0-9] )(?:[A-Z][\w'’-]+)", sentence)
    return [m.group() for m in found]
