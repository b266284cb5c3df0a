"""Past tenses and the verbs they belong to, as far as stories need them."""

from evals.edits.words import WORDS

_IRREGULAR = {past: base for base, pasts in WORDS.irregular.items() for past in pasts}
_NOT_PAST = frozenset(WORDS.not_past)


def is_past(word: str) -> bool:
    """Whether `word` can be a verb in the past tense."""
    plain = word.casefold()
    return plain in _IRREGULAR or (plain.endswith("ed") and len(plain) > 4 and plain not in _NOT_PAST)


def base_form(past: str) -> str:
    """The verb that `past` is a form of, by rules that are right for most."""
    plain = past.casefold()
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if plain.endswith("ied"):
        return f"{plain[:-3]}y"
    stem = plain.removesuffix("ed")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(WORDS.plain):
        return stem
    return f"{stem}e" if stem.endswith(WORDS.takes_e) else stem
