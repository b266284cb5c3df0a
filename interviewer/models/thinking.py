"""Replies without the thinking aloud that some models put in front of them."""

from collections.abc import Generator, Iterable

OPENING, CLOSING = "<think>", "</think>"


def without_thinking(pieces: Iterable[str]) -> Generator[str, None, None]:
    """The same text without a leading ``<think>…</think>`` and leading blanks, wherever the pieces are cut.

    Holds text back only while it may still belong to the thinking; thinking that never ends is all there was. No piece is empty.
    """
    held, thinking = "", False
    pieces = iter(pieces)
    for piece in pieces:
        held = (held + piece).lstrip()
        if not thinking and held.startswith(OPENING):
            thinking, held = True, held.removeprefix(OPENING)
        if thinking:
            _, closed, after = held.partition(CLOSING)
            if not closed:
                held = held[-len(CLOSING) :]
                continue
            thinking, held = False, after.lstrip()
            break
        if held and not OPENING.startswith(held):
            break
    if held and not thinking:
        yield held
    yield from filter(None, pieces)


def answer_of(text: str) -> str:
    """The whole reply's text without its thinking."""
    return "".join(without_thinking([text]))
