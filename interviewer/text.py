"""Untrusted text: cleaned on the way in, compared forgivingly, quoted exactly."""

import re
import unicodedata
from collections.abc import Sequence

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*%?")
_WORD_CHARACTER = re.compile(r"\w")
_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})


def clean(text: str) -> str:
    """`text` as the product keeps it: NFC, no control, invisible or terminal-escape characters; a second time changes nothing."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    while (stripped := _CONTROL.sub("", _INVISIBLE.sub("", _ANSI.sub("", unicodedata.normalize("NFC", text))))) != text:
        text = stripped
    return text.strip()


def shown(text: str) -> str:
    """`text` without what would not be seen or would change how the rest is seen: for text that may not have been cleaned."""
    return _CONTROL.sub("", _INVISIBLE.sub("", _ANSI.sub("", text)))


def words(text: str) -> list[str]:
    """The words and numbers of `text`, in order, as written."""
    return _WORD.findall(text)


def folded(text: str) -> str:
    """`text` for comparing: lower case, straight quotes, single spaces."""
    return " ".join(text.translate(_ALIKE).casefold().split())


COMMON = frozenset(
    words(
        "a about also an and are as at be because been but by did do does each for from had has have he her his how i if in into "
        "is it its just me more most my no not of on one only or our out she so than that the their them then there they this to "
        "two up us was we were what when where which who with would you your"
    )
)
"""Words that say little about what a text is about."""


def listed(names: Sequence[str]) -> str:
    """At least one name, as a sentence lists them: "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def locate(quote: str, text: str) -> str | None:
    """The words of `text` that say `quote`, exactly as written there; None when it does not occur. See `span`."""
    found = span(quote, text)
    return text[slice(*found)] if found else None


def span(quote: str, text: str) -> tuple[int, int] | None:
    """Where in `text` it is that `quote` is said first, as start and end; None when it does not occur.

    Case, kind of quotation marks and dashes, and spacing may differ; words and punctuation inside may not. Quotation marks or a
    full stop around the quote are taken to be the quoter's.
    """
    if quote == quote.strip() and (exact := _verbatim(quote, text)):
        return exact
    for candidate in (quote, quote.strip().strip("\"'“”‘’…").rstrip(".,;:!?").strip()):
        pieces = candidate.translate(_ALIKE).split()
        if not pieces:
            continue
        pattern = r"\s+".join(re.escape(piece) for piece in pieces)
        if found := re.search(rf"(?<!\w){pattern}(?!\w)", text.translate(_ALIKE), re.IGNORECASE):
            return found.span()
    return None


def _verbatim(quote: str, text: str) -> tuple[int, int] | None:
    """Where `quote` stands in `text` as it is, between whole words: nearly all quotes do, and are found much faster so."""
    at = text.find(quote) if quote else -1
    end = at + len(quote)
    if at < 0 or _WORD_CHARACTER.match(text, at - 1 if at else len(text)) or _WORD_CHARACTER.match(text, end):
        return None
    return at, end
