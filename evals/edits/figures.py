"""Figures as people say them."""

from evals.edits.words import WORDS


def in_words(number: int) -> str:
    """`number` in words, for example "three hundred and forty"; 0 and more."""
    if number < 20:
        return WORDS.small[number]
    if number < 100:
        return WORDS.tens[number // 10 - 2] + (f"-{WORDS.small[number % 10]}" if number % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{in_words(head)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")
    raise AssertionError(number)
