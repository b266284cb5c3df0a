"""What a candidate's turn is, told from its words alone.

A real answer taken for something else would lose what the candidate said, so the burden of proof lies on everything but an
answer: a turn is off script only if `off_script.TABLE` explains all of it. Each row takes away the phrases it knows, in order;
the first row that finds one names the kind; if more than `_EMPTY` words are left over, something was told: it is an answer.
"""

import re

from interviewer.gist import HESITATION, gist
from interviewer.off_script import TABLE
from interviewer.text import clean, words
from interviewer.transcript import TurnKind

TOO_MANY_WORDS = 4000
"""A turn of more words is too long: it is about half an hour of speech."""
TOO_MANY_CHARACTERS = 40_000
"""The same limit for scripts that put no spaces between words."""
OFF_SCRIPT_WORDS = 45
"""A turn of more words is an answer: nobody takes as many to ask for a question again."""
OFF_SCRIPT_CHARACTERS = 450

_EMPTY = {".", "?", ":", "ASK", "WISH", "WE", "MAY", "SHOULD"} | set(
    words("and but so then now well oh again also right first one here there though too like quick")
)
"""What may be left over of a turn that is off script."""
_MASHED = re.compile(
    r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb|lkjh|poiu|[^\Waeiouy\d_]{7,}|^[^\Waeiouy\d_]{6,}$|^([^\W\d_])\1{3,}$|\w{40,}",
    re.IGNORECASE,
)
"""What no word holds: runs along the keyboard, too many consonants, one letter only, no end."""


def kind_of(text: str) -> TurnKind:
    """What the candidate's turn `text` is; in doubt an answer. Never raises."""
    text = clean(text)
    said = words(text)
    if len(said) > TOO_MANY_WORDS or len(text) > TOO_MANY_CHARACTERS:
        return "too_long"
    if _unreadable(said):
        return "unreadable"
    if len(said) > OFF_SCRIPT_WORDS or len(text) > OFF_SCRIPT_CHARACTERS:
        return "answer"
    if all(HESITATION.fullmatch(word.casefold()) for word in said):
        return "think"
    return _off_script(gist(text)) or "answer"


def _off_script(left: str) -> TurnKind | None:
    """The kind named by the first row that finds something, if the rows together explain all there is."""
    kinds: list[TurnKind] = []
    for row in TABLE:
        left, found = row.pattern.subn(" ", left)
        if found:
            kinds.append(row.kind)
    return kinds[0] if kinds and _EMPTY.issuperset(left.split()) else None


def _unreadable(said: list[str]) -> bool:
    """Whether the words of a turn are none, or mostly keys pressed at random. Words of other scripts than Latin are words."""
    letters = sum(map(len, said))
    mashed = sum(len(w) for w in said if w.isascii() and _MASHED.search(w) and not HESITATION.fullmatch(w.casefold()))
    return not letters or mashed > 0.7 * letters
