"""Whether a turn holds English that can be followed."""

import re

from interviewer.engines.local.lexicon.verbs import BASE_FORMS, FUNCTION, GENERAL, GENERIC_OBJECTS, IRREGULAR, MENTAL, PHYSICAL
from interviewer.text import folded, words

_KNOWN = FUNCTION | GENERIC_OBJECTS | MENTAL | GENERAL | PHYSICAL | IRREGULAR | BASE_FORMS
_LATIN = re.compile(r"[a-z]")
_PLAUSIBLE = re.compile(r"^(?=.*[aeiouy])(?!.*[bcdfghjklmnpqrstvwxz]{5})(?!.*(.)\1\1)[a-z'’.,]+$")


def is_readable(text: str) -> bool:
    """False for emoji, keyboard junk and other languages; a few words or a figure are enough to be readable."""
    said = words(folded(text))
    if not said:
        return False
    letters = [w for w in said if _LATIN.search(w)]
    if not letters:
        return all(w[0].isdigit() for w in said)
    known = sum(w in _KNOWN for w in letters)
    if len(said) >= 12:
        return known >= 0.25 * len(said)
    if len(letters) >= 6:
        return known >= 0.25 * len(letters)
    return known > 0 or (
        len(letters) >= 0.5 * len(said) and sum(bool(_PLAUSIBLE.match(w)) for w in letters) >= 0.6 * len(letters)
    )
