"""Stories stay true: figures and names in generated text that nobody gave."""

import re
from collections.abc import Iterable

from interviewer.rubric import LEVEL_NAMES, PRINCIPLES, VERDICT_NAMES
from interviewer.text import folded, words

_BLANK = re.compile(r"\[[^\]]{1,80}\]")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”')]*\s+|\n+")
_OURS = frozenset(
    w.casefold()
    for phrase in (
        *LEVEL_NAMES.values(),
        *VERDICT_NAMES.values(),
        *PRINCIPLES.values(),
        "I I'd I've I'm I'll STAR Bar Raiser Amazon",
    )
    for w in words(phrase)
)


def invented(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The figures and the capitalised names in `text` that occur in none of `sources`, in order.

    Words in square brackets are blanks for the candidate to fill and are not looked at; a capital at the start of a sentence or a
    quotation says nothing about being a name.
    """
    known = folded(" ".join(sources))
    known_words = {w for w in re.split(r"[^\w]+", known) if w} | _OURS
    told = _BLANK.sub(" ", text)
    figures = [f for f in _FIGURE.findall(told) if not re.search(rf"(?<![\d.,]){re.escape(f)}(?![\d])", known)]
    names = [
        w
        for sentence in _SENTENCE.split(told)
        for w in _names(sentence)
        if not set(re.split(r"[^\w]+", w.casefold())) - {""} <= known_words
    ]
    return tuple(dict.fromkeys([*figures, *names]))


def without_invented(text: str, sources: Iterable[str]) -> str:
    """`text` less the sentences that state an invented figure or name."""
    sources = tuple(sources)
    return " ".join(s.strip() for s in _SENTENCE.split(text) if s.strip() and not invented(s, sources))


def _names(sentence: str) -> list[str]:
    found = re.finditer(r"(?<=[a-z,;:0-9] )(?:[A-Z][\w'’-]+)", sentence)
    return [m.group() for m in found]
