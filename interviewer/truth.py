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


class Given:
    """What a figure or a name may come from, read once however many texts are held against it."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.text = _THOUSANDS.sub("", folded(" ".join(sources)))
        self.words = {w for w in re.split(r"[^\w]+", self.text) if w} | _OURS
        self.spelt = {digits for word, digits in _NUMERALS.items() if word in self.words}

    def states(self, figure: str) -> bool:
        return figure in self.spelt or _stated(_THOUSANDS.sub("", figure), self.text)

    def knows(self, name: str) -> bool:
        return set(re.split(r"[^\w]+", name.casefold())) - {""} <= self.words


def invented(text: str, sources: Iterable[str] | Given) -> tuple[str, ...]:
    """The figures and the capitalised names in `text` that occur in none of `sources`, in order.

    Words in square brackets are blanks for the candidate to fill and are not looked at; a capital at the start of a sentence or a
    quotation, or after a colon, says nothing about being a name.
    """
    given = sources if isinstance(sources, Given) else Given(sources)
    told = _BLANK.sub(" ", text)
    figures = [figure for figure in _FIGURE.findall(told) if not given.states(figure)]
    names = [name for sentence in sentences(told) for name in _names(sentence) if not given.knows(name)]
    return tuple(dict.fromkeys([*figures, *names]))


def _stated(figure: str, known: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d)", known))


def without_invented(text: str, sources: Iterable[str] | Given) -> str:
    """`text` less the sentences that state an invented figure or name."""
    given = sources if isinstance(sources, Given) else Given(sources)
    return " ".join(s for s in sentences(text) if not invented(s, given))


def sentences(text: str) -> list[str]:
    """The sentences of `text`, each with the quotation mark or bracket that closes it."""
    ends = [0, *(m.end() for m in _END_OF_SENTENCE.finditer(text)), len(text)]
    return [s for a, b in pairwise(ends) if (s := text[a:b].strip())]


def _names(sentence: str) -> list[str]:
    found = re.finditer(r"(?<=[a-z,;0-9] )(?:[A-Z][\w'’-]+)", sentence)
    return [m.group() for m in found]
