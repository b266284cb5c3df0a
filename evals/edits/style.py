"""Nothing changes but the form."""

import re

from evals.edits.figures import in_words
from evals.edits.told import LABEL, Told, join, label_of, last, told
from evals.edits.words import WORDS
from interviewer.recorded import Record
from interviewer.text import words

_FILLERS = ("um, ", "you know, ", "uh, ", "I mean, ", "like, ", "sort of, ")
_FIGURE = re.compile(r"(?<![\w.,:/'-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%)?(?![\w:/'-]|[.,]\d)")
_CONTRACTED = {
    "n't": " not", "i'm": "I am", "i've": "I have", "i'll": "I will", "we're": "we are", "we've": "we have", "we'll": "we will",
    "they're": "they are", "they've": "they have", "you're": "you are",
}  # fmt: skip
_SHORT = re.compile(
    r"\b(?:(?P<not>(?:did|do|does|was|were|is|are|had|has|have|could|would|should)n't)"
    r"(?! (?:i|you|he|she|it|we|they)\b)(?! there\?)"
    r"|(?P<pronoun>(?:i'm|(?:i|we|they)'ve|(?:i|we)'ll|(?:we|they|you)'re)))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(" + "|".join(WORDS.trades) + r")\b", re.IGNORECASE)


def bullets(record: Record) -> str | None:
    """Each sentence a line of notes; None for what has lines already, or no sentences."""
    sentences = told(record)
    if "\n" in record.answer or len(sentences) < 4:
        return None
    return "\n".join(f"- {s.text[0].upper()}{s.text[1:].rstrip('.')}" for s in sentences)


def labelled(record: Record) -> str | None:
    """With STAR labels before the parts; None where the parts do not come in that order."""
    sentences = list(told(record))
    starts = [0, *(_first(sentences, *about) for about in (("first_person", "depth"), ("metric", "impact"), ("learning",)))]
    found = [
        (n, label) for n, label in zip(starts, ("Situation", "Action", "Result", "Reflection"), strict=True) if n is not None
    ]
    places = [n for n, _ in found]
    if LABEL.search(record.answer) or len(found) < 3 or sorted(set(places)) != places:
        return None
    for n, label in found:
        text = sentences[n].text
        sentences[n] = sentences[n].saying(f"{label}: {text[0].upper()}{text[1:]}")
        if n:
            sentences[n - 1] = sentences[n - 1]._replace(gap="\n")
    return join(sentences)


def unlabelled(record: Record) -> str | None:
    return " ".join(LABEL.sub("", record.answer).split()) if len(LABEL.findall(record.answer)) >= 3 else None


def result_first(record: Record) -> str | None:
    """The sentence with the result comes first, as people do who were told to begin with it."""
    sentences = told(record)
    place = last(sentences, "metric")
    if LABEL.search(record.answer) or place < 2 or len(words(sentences[place].text)) > 40:
        return None
    rest = [*sentences[:place], *sentences[place + 1 :]]
    return join([Told("Let me begin with how it ended.", " ", frozenset()), sentences[place]._replace(gap=" "), *rest])


def unpunctuated(record: Record) -> str:
    """Lower case without punctuation, as dictation writes it."""
    told_through = LABEL.sub("", record.answer).lower()
    return " ".join(re.sub(r"(?<!\d)[.,](?!\d)|[.,](?!\d)|(?<!\d)[.,]|[!?;:()\"“”–—]", " ", told_through).split())


def fillers(record: Record) -> str:
    """With a filler at the beginning of every other sentence."""
    sentences = told(record)
    return join(
        _hesitant(s, _FILLERS[n // 2 % len(_FILLERS)], record.answer) if n % 2 == 0 else s for n, s in enumerate(sentences)
    )


def spelt_out(record: Record) -> str | None:
    """Figures in words."""
    edited = _FIGURE.sub(_in_words, record.answer)
    return edited if edited != record.answer else None


def uncontracted(record: Record) -> str | None:
    """Says "did not" for "didn't" and the like; None where there are fewer than two."""
    text = record.answer.replace("’", "'")
    edited, count = _SHORT.subn(_long, text)
    return edited if count >= 2 else None


def other_trade(record: Record) -> str | None:
    """The same case in another trade, by word list; None where fewer than three words are on it."""
    edited, count = _WORD.subn(_other, record.answer)
    return edited if count >= 3 else None


def _first(sentences: list[Told], *about: str) -> int | None:
    return next((n for n, s in enumerate(sentences) if s.carries & set(about)), None)


def _hesitant(sentence: Told, filler: str, whole: str) -> Told:
    """With `filler` before it; a word that is written small nowhere is taken for a name and keeps its capital."""
    label = label_of(sentence.text)
    rest = sentence.text[len(label) :]
    begins = words(rest)[0] if words(rest) else ""
    small = begins.lower() in WORDS.starts or f" {begins.lower()} " in whole
    said = rest[0].lower() + rest[1:] if small and rest else rest
    return sentence.saying(f"{label}{filler[0].upper()}{filler[1:]}{said}")


def _in_words(found: re.Match[str]) -> str:
    whole = in_words(int(found[1].replace(",", "")))
    decimals = " point " + " ".join(in_words(int(d)) for d in found[2][1:]) if found[2] else ""
    return f"{whole}{decimals}{' percent' if found[3] else ''}"


def _long(found: re.Match[str]) -> str:
    if found["not"]:
        return f"{found['not'][:-3]} not"
    new = _CONTRACTED.get(found.group().lower()) or f"{found.group()[:-3]} have"
    return new[0].upper() + new[1:] if found.group()[0].isupper() else new


def _other(found: re.Match[str]) -> str:
    new = WORDS.trades[found.group().lower()]
    return new.capitalize() if found.group()[0].isupper() else new
