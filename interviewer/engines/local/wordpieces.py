"""Text cut into the pieces that the encoder has vectors for."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

LONGEST = 94
"""Pieces of a passage that are read; what is beyond is left out."""
LONGEST_WORD = 60
"""Letters of a word that are read."""
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


class WordPieces:
    """Splits words into the longest known pieces from the left, as the encoder's vocabulary was made for."""

    def __init__(self, pieces: list[str]) -> None:
        self._ids: Mapping[str, int] = {piece: number for number, piece in enumerate(pieces)}
        self._word = lru_cache(maxsize=20_000)(self._of_word)

    def __call__(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, whatever its case and accents, between a start and an end mark."""
        plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
        found = [number for word in _TOKEN.findall(plain) for number in self._word(word[:LONGEST_WORD])]
        return [self._ids["[CLS]"], *found[:LONGEST], self._ids["[SEP]"]]

    def _of_word(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word):
            ends = range(len(word), start, -1)
            end = next((end for end in ends if self._piece(word, start, end) in self._ids), None)
            if end is None:
                return (self._ids["[UNK]"],)
            found.append(self._ids[self._piece(word, start, end)])
            start = end
        return tuple(found)

    @staticmethod
    def _piece(word: str, start: int, end: int) -> str:
        return f"##{word[start:end]}" if start else word[:end]
