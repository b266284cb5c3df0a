"""What was said, in pieces: which words a reader took for evidence, and which the judge quoted."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from interviewer.text import clean, locate


class Piece(NamedTuple):
    """Words that the same people marked."""

    text: str
    reader: bool = False
    judge: bool = False


def marked(text: str, reader: Iterable[str], judge: Iterable[str]) -> list[Piece]:
    """`text`, cleaned as the judge read it, cut where marks begin and end. A quote that is not in it marks nothing."""
    said = clean(text)
    spans = {"reader": _spans(said, reader), "judge": _spans(said, judge)}
    cuts = sorted({0, len(said), *(edge for some in spans.values() for span in some for edge in span)})
    return [
        Piece(said[start:end], _covered(spans["reader"], start), _covered(spans["judge"], start)) for start, end in pairwise(cuts)
    ]


def _spans(said: str, quotes: Iterable[str]) -> list[tuple[int, int]]:
    found = (locate(quote, said) for quote in quotes)
    return [(start, start + len(words)) for words in found if words and (start := said.find(words)) >= 0]


def _covered(spans: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)
