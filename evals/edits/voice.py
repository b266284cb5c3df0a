"""Who acted, and whether it happened at all: I becomes we, we becomes I, the past becomes a conditional."""

import re
from collections.abc import Callable, Mapping

from evals.edits.told import LONGEST, Told, join, label_of, told
from evals.edits.verbs import base_form, is_past
from interviewer.recorded import Record
from interviewer.text import words

_FEWEST = 3
"""First persons an answer must have for a change of them to mean anything."""
_ADVERB = r"(?:(?:also|always|just|never|still|already|really|simply|then|therefore|even|only|first|\w+ly|personally|myself) )?"
_TO_WE = {
    "i'm": "we're", "i am": "we are", "i was": "we were", "i wasn't": "we weren't", "am i": "are we", "was i": "were we",
    "i've": "we've", "i'd": "we'd", "i'll": "we'll", "i": "we", "my": "our", "mine": "ours", "me": "us", "myself": "ourselves",
    "meself": "ourselves",
}  # fmt: skip
_TO_I = {
    "we're": "I'm", "we are": "I am", "we were": "I was", "we weren't": "I wasn't", "are we": "am I", "were we": "was I",
    "we've": "I've", "we'd": "I'd", "we'll": "I'll", "we": "I", "our": "my", "ours": "mine", "us": "me",
    "ourselves": "myself",
}  # fmt: skip
_I = re.compile(r"\b[Ii]\b(?!\.)")
_WE = re.compile(r"\b[Ww]e\b")
_TOGETHER = re.compile(r"(?<=\b[Ww]e) (?:all|both)\b|(?:^|\s)as a team\b,?| together\b(?! with)", re.IGNORECASE)
_ONESELF = re.compile(
    r"\b(?:I(?:'m| am| was) (?:(?:still|only|just|then) )?(?:an?|the|sorry)\b"
    r"|I (?:think|thought right|mean|guess|suppose|reckon|say|remember)\b|I(?:'d| would) say\b"
    r"|my (?:aunt|wife|husband|partner|mother|mum|mom|father|dad|son|daughter|brother|sister)\b"
    r"|my (?:career|life|mind|head|name|phone)\b)",
    re.IGNORECASE,
)
"""What only one person can say, and what is only a manner of speaking: it stays."""
_NEVER_HAPPENED = "That exact thing has not happened to me yet, so let me say how I would go about it."
_AFTERWARDS = frozenset({"metric", "impact", "lasting_effect", "learning", "systemic_insight", "generic_learning"})
_SUBJECT = re.compile(rf"\b(I|i|we|We) ({_ADVERB})(\w+(?:'t)?)\b")
_SUBORDINATE = re.compile(
    r"\b(?:when|that|which|who|where|what|because|since|as|before|after|once|until|if|than|how|whom"
    r"|everything|all|thing|\w+s)[ ,]*$",
    re.IGNORECASE,
)
"""Before a subject: its verb is not the deed of the sentence."""
_JOINED = re.compile(rf"((?:,? (?:and|but)(?: then)?|,) )({_ADVERB})([\w']+)\b")
_ANOTHER = re.compile(
    r"\b(?:they|he|she|who|which|that|there|nobody|people|everybody|somebody|so)\b|[;:]"
    r"|\bit (?!(?:and|but|then|with|for|in|on|at|to|from|down|up|out|by|as|of)\b)\w"
)
"""Somebody or something else that the next verb may be about."""


def i_to_we(record: Record) -> str | None:
    """None for an answer that hardly says I."""
    text = record.answer.replace("’", "'")
    if len(_I.findall(_ONESELF.sub("", text))) < _FEWEST:
        return None
    kept = list(_ONESELF.finditer(text))
    starts = [0, *(k.end() for k in kept)]
    ends = [*(k.start() for k in kept), len(text)]
    return "".join(
        _swapped(text[a:b], _TO_WE, text[:a]) + (kept[n].group() if n < len(kept) else "")
        for n, (a, b) in enumerate(zip(starts, ends, strict=True))
    )


def we_to_i(record: Record) -> str | None:
    """Only for an answer labelled to hide behind a team; no fact is added."""
    text = _TOGETHER.sub("", record.answer.replace("’", "'"))
    hides = record.labels and record.labels.flags.get("we_voice")
    return _swapped(text, _TO_I, "") if hides and len(_WE.findall(text)) >= _FEWEST else None


def _swapped(text: str, table: Mapping[str, str], before: str) -> str:
    """`text`, which stands after `before`, by `table`.

    Longer entries go first, adverbs between pronoun and verb stay, and a sentence begins with a capital as it did.
    """
    keys = sorted(table, key=len, reverse=True)
    forms = [re.escape(key).replace(r"\ ", rf" (?P<adverb{n}>{_ADVERB})") for n, key in enumerate(keys)]
    pattern = re.compile(r"(?<![\w'])(?:" + "|".join(forms) + r")(?![\w'])", re.IGNORECASE)
    return pattern.sub(_swap(table, before), text)


def _swap(table: Mapping[str, str], earlier: str) -> Callable[[re.Match[str]], str]:
    def swap(found: re.Match[str]) -> str:
        if found.group().casefold() == "us" and found.string[: found.start()].endswith(" of "):
            return found.group()  # "all of us" were several
        adverb = next((a for a in found.groupdict().values() if a), "")
        key = " ".join(found.group().replace(adverb, "", 1).casefold().split()) if adverb else found.group().casefold()
        new = table[key]
        if adverb:
            pronoun, verb = new.split()
            new = f"{pronoun} {adverb}{verb}"
        before = (earlier + found.string[: found.start()]).rstrip(" \t\"'“(")
        begins = not before or before[-1] in ".!?:\n"
        return new[0].upper() + new[1:] if begins and found.group()[0].isupper() else new

    return swap


def hypothetical(record: Record) -> str | None:
    """What was done becomes what would be done; what cannot be turned goes, and so do results and lessons."""
    kept = [s for s in told(record) if not s.carries & _AFTERWARDS]
    plan = [s.saying(turned) for s in kept if (turned := conditional(s.text)) != s.text and not _half_way(turned)]
    if len(plan) < _FEWEST or any(len(words(s.text)) > LONGEST for s in plan):
        return None
    label = label_of(plan[0].text)
    opening = Told(f"{label}{_NEVER_HAPPENED}", " ", frozenset())
    return join([opening, plan[0].saying(plan[0].text[len(label) :]), *plan[1:]])


def conditional(sentence: str) -> str:
    """What a first person did becomes what that person would do; unchanged where nobody did anything."""
    pieces: list[str] = []
    start = 0
    for found in _SUBJECT.finditer(sentence):
        if not _turnable(found):
            continue
        pieces.append(_with_joined(sentence[start : found.start()], bool(pieces)))
        pieces.append(f"{found[1]} would {found[2]}{_deed(found[3])}")
        start = found.end()
    return "".join([*pieces, _with_joined(sentence[start:], bool(pieces))])


def _half_way(turned: str) -> bool:
    """Whether a further deed stayed in the past, because it is not plain whose it is: nobody says "I would look and wrote"."""
    return any(_is_deed(found[3]) for found in _JOINED.finditer(turned))


def _is_deed(word: str) -> bool:
    return is_past(word) and word not in ("had", "was", "were", "did")


def _deed(past: str) -> str:
    return "not" if past == "didn't" else base_form(past)


def _turnable(found: re.Match[str]) -> bool:
    main = not _SUBORDINATE.search(found.string[: found.start()])
    return main and (found[3] == "didn't" or _is_deed(found[3]))


def _with_joined(rest: str, follows: bool) -> str:
    """`rest` of a sentence after a deed that was turned, with the further deeds of the same person turned as well."""
    if not follows:
        return rest

    def turn(found: re.Match[str]) -> str:
        told_of_others = _ANOTHER.search(rest[: found.start()])
        return found.group() if told_of_others or not _is_deed(found[3]) else f"{found[1]}{found[2]}{base_form(found[3])}"

    return _JOINED.sub(turn, rest)
