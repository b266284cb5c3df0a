"""What the offline engine knows about English: word lists and patterns, grouped by what they are evidence of.

Every pattern runs on folded text (lower case, straight quotes, single spaces).
"""

import re

Pattern = re.Pattern[str]


def lexicon(*blobs: str) -> frozenset[str]:
    """The words of `blobs`, written one after the other."""
    return frozenset(word for blob in blobs for word in blob.split())


def any_of(*alternatives: str) -> Pattern:
    """A pattern that finds any of `alternatives` as whole words; a space in one stands for any spacing."""
    return re.compile(r"(?<![\w'])(?:" + "|".join(alternatives) + r")(?![\w])")
