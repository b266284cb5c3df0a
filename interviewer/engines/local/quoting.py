"""Short verbatim clauses that can stand in quotation marks and still sound like what was said."""

import re
from collections.abc import Iterator

from interviewer.engines.local.lexicon import Pattern, any_of, lexicon
from interviewer.engines.local.lexicon.verbs import FUNCTION, IRREGULAR
from interviewer.evidence import gives_orders
from interviewer.text import folded, words

FEWEST, MOST = 3, 14
"""Words a quoted clause may have."""
SPEAKS = 5
"""Words from which a clause says what it was about by itself."""
_BORDER = re.compile(
    r"[,;:]\s+|\s+[-–—]+\s+|(?<=[.!?])\s+|\s*\n+\s*"
    r"|\s+(?=(?:but|because|so that|so (?:i|we|they|it|he|she|the)|which|while|whereas|although|and (?:then|so|i|"
    r"we|they|he|she|it|the|my|our|that|there|nobody|no one))\b)",
    re.IGNORECASE,
)
_NEXT_ACT = re.compile(
    r"\s+(?=and (?:then )?(?:\w{2,}ed|found|made|took|wrote|put|sent|saw|built|ran|gave|told|kept|went|got|brought|held|left|drew"
    r"|set|cut|spoke|taught)\b)",
    re.IGNORECASE,
)
"""Where a statement may end because the next act of the same person follows."""
_LEAD = re.compile(
    r"^(?:(?:and|so|but|then|also|because|um+|uh+|er+|well|okay|ok|yeah|yes|like|basically|actually|honestly|"
    r"i mean|you know|anyway|i think|i guess|i would say|as i said|"
    r"what i did(?: is| was)?(?: that)?|the thing is|of course|obviously|again|right|now|since|"
    r"i learned(?: is)? that|that(?= (?:i|we|they|the|he|she|it|my|our|all|most|every)\b))\b[,\s]*)+",
    re.IGNORECASE,
)
_BAD_START = lexicon(
    "because so which who whom whose to of than as until although though including especially from for with by "
    "not or if unless "
    "whether when where while what how why whatever mostly"
)
_BAD_END = lexicon(
    "a an the my our your his their its this these those of to in on at by for from with into onto about between and "
    "or but so because since as if then than while until is am are was were be been being has have "
    "had do did does will would could should can may might not very really which who whom whose what when where "
    "why how no some any each every i we they he she also just only even like that really always never see know "
    "find check ask decide sure"
)
_SUBJECT = re.compile(
    r"\b(?:i|we|they|he|she|it|there|you|nobody|no one|everyone|everybody|people|(?:the|my|our|a|an|one|two|three|"
    r"both|all|every|each|most|some|other|his|her|their) [\w'-]+)(?:'[a-z]+)?\b"
)
_AUXILIARY = lexicon(
    "was were is are had have has did do does could would can will wasn't weren't didn't don't isn't couldn't it's "
    "they're we're i'm that's there's i'd we'd i've we've"
)
_ABUSE = any_of(
    r"fuck\w*|shit\w*|bitch\w*|bastards?|assholes?|cunts?|idiots?|morons?|stupid|dumb|retard\w*|bullshit|crap|"
    r"damn|hell|dick\w*|whores?|sluts?|kill yourself"
)
_GIVEN_UP = any_of(r"(?:don't|do not|can't|cannot|couldn't) (?:really )?(?:know|remember|think of|recall)|no idea|not sure")
_ANYTHING = re.compile("")
_ABOUT_TELLING = any_of(
    r"no,? wait|wait,? no|or rather|(?:i|you) (?:have|need|want|should|ought) to (?:say|know|add|explain|mention)|i should say"
    r"|as i said|let me (?:say|explain|start|think)|where was i|i(?:'m| am) sorry|i(?:'ll| will) (?:tell|explain)|to be honest"
    r"|what was it|my english"
)
"""Somebody speaking of how they tell it, rather than telling it."""
_SPLICE = re.compile(
    r"[,;] (?:(?:so|then|but|and) )?(?:i|we|he|she|they|it|you|there|nobody|everybody|everyone)(?:'\w+)? \w|[,;] (?:but|had) ",
    re.IGNORECASE,
)
"""A second statement or act joined on by a comma alone, or one that takes back the first."""
_NOUN_AFTER_AND = re.compile(r"\s+and (?:the|my|our|that)\b", re.IGNORECASE)
SAME_WORDS = 4
"""Words in a row from which one quote takes up what another did."""
_VAGUE_START = lexicon("it they he she this these those there you")


def clauses(text: str) -> Iterator[str]:
    """Spans of `text` from a clause start to a clause end that are fit to be quoted."""
    found = {m.start(): m.end() for border in (_NEXT_ACT, _BORDER) for m in border.finditer(text)}
    borders = [(0, 0), *sorted(found.items()), (len(text), len(text))]
    for i in range(len(borders) - 1):
        for j in range(i + 1, min(i + 5, len(borders))):
            span = _trimmed(text[borders[i][1] : borders[j][0]])
            if (
                is_quotable(span)
                and not _goes_on(text[borders[j][0] :])
                and not _cut_from_noun(text, borders[j][0], borders[j + 1 :])
            ):
                yield span


def _cut_from_noun(text: str, end: int, later: list[tuple[int, int]]) -> bool:
    """Whether "and the ..." after the clause is its second noun and not a statement: nothing is done up to the next border."""
    if not later or not _NOUN_AFTER_AND.match(text[end:]):
        return False
    return not any(_is_verb(word) for word in words(folded(text[end : later[0][0]])))


def _goes_on(rest: str) -> bool:
    """Whether what follows the clause is the rest of its own list: a verb or a noun without a subject of its own."""
    found = re.match(r"\s*,\s+(?:and |or |then )*([\w'-]+)", folded(rest))
    return (
        found is not None
        and (found[1] in IRREGULAR or (found[1].endswith("ed") and len(found[1]) > 4))
        and found[1] not in _AUXILIARY
    )


def _trimmed(span: str) -> str:
    lead = _LEAD.match(span)
    rest = span[lead.end() :] if lead else span
    return rest.strip(" \t\n.,;:!?…-–—*•\"'“”‘’()")


def is_quotable(span: str) -> bool:
    """A clause with a subject and a verb that neither begins nor ends in the middle of something."""
    plain = folded(span)
    said = plain.split()
    if not FEWEST <= len(said) <= MOST or said[0] in _BAD_START or said[-1] in _BAD_END:
        return False
    if _GIVEN_UP.search(plain) or _ABOUT_TELLING.search(plain) or _SPLICE.search(span):
        return False
    if any(_acts_unnamed(first) for first in re.findall(r"(?:^|, )(\w+)", plain)):
        return False
    if "\n" in span or re.search(r"[“”\"(){}\[\]<>*_]|(?:^|\s)[.,;]|\?", span) or gives_orders(span) or _ABUSE.search(plain):
        return False
    subject = _SUBJECT.search(" ".join(said[:5]))
    return subject is not None and any(_is_verb(w) for w in said[1:])


def _acts_unnamed(first: str) -> bool:
    """Whether a clause begins with what is done, and who did it was said before it."""
    return (first in IRREGULAR and first not in _AUXILIARY) or (first.endswith("ed") and len(first) > 4)


def takes_up_again(span: str, before: str) -> bool:
    """Whether `span` and the quote `before` share so many words in a row that they are heard as the same one."""
    new, old = words(folded(span)), words(folded(before))
    length = min(SAME_WORDS, len(new), len(old))
    runs = {tuple(old[n : n + length]) for n in range(len(old) - length + 1)}
    return any(tuple(new[n : n + length]) in runs for n in range(len(new) - length + 1))


def _is_verb(word: str) -> bool:
    return (
        word in _AUXILIARY
        or word in IRREGULAR
        or (len(word) > 4 and word.endswith("ed"))
        or (len(word) > 3 and word.endswith("s") and word not in FUNCTION)
    )


def worth(span: str) -> float:
    """How well a clause stands alone: about seven to eleven words, a clear subject, something to picture."""
    plain = folded(span)
    said = words(plain)
    content = [w for w in said if w not in FUNCTION]
    length = 1.0 if 6 <= len(said) <= 12 else 0.6 if len(said) >= 5 else 0.2
    return length + min(len(content), 5) * 0.25 - 0.8 * (said[0] in _VAGUE_START) - 0.3 * (said[0] in {"that", "everything"})


def short_quote(text: str, most: int = 24, prefer: Pattern = _ANYTHING) -> str:
    """`text` itself when it is short, else its best clause, one with `prefer` if there is one, else its first words."""
    whole = _trimmed(text)
    if len(whole.split()) <= most:
        return whole
    if speaking := [clause for clause in clauses(text) if len(clause.split()) >= SPEAKS]:
        return max(speaking, key=lambda clause: (bool(prefer.search(folded(clause))), worth(clause)))
    for border in _BORDER.finditer(whole):
        if SPEAKS <= len(whole[: border.start()].split()) <= most:
            return whole[: border.start()].rstrip(" ,;:")
    return _ended_well(whole.split(" ")[:most])


def _ended_well(said: list[str]) -> str:
    """The words up to one that a phrase can end on."""
    while len(said) > FEWEST and folded(said[-1]).strip(".,;:") in _BAD_END:
        said = said[:-1]
    return " ".join(said)
