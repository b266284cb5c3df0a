"""Secret words: each interview has one that no other holds, in every answer that is given in it.

Whoever finds another interview's word in what was sent to them has been shown what somebody else said.
"""

import random
import re

_CONSONANTS, _VOWELS = "bdfgklmnprstv", "aeiou"
_SYLLABLES = 5
_MARK = re.compile(rb"qz(?:[bdfgklmnprstv][aeiou]){5}", re.IGNORECASE)
"""No English word has the two first letters next to each other."""


def new(chance: random.Random) -> str:
    """A word that can be spoken and is meant to be told apart from a thousand million others."""
    return "Qz" + "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(_SYLLABLES))


def foreign(data: bytes, own: str) -> set[str]:
    """The secret words in `data`, whatever it is, but for `own`."""
    found = {mark.decode().capitalize() for mark in _MARK.findall(data)}
    return found - {own}
