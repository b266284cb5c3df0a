"""Two turns that cannot both be true: found by rules that would rather miss one than accuse somebody wrongly.

Only three things are looked for: other figures for the same change, an assignment that elsewhere nobody gave, and help that
elsewhere nobody gave. A correction ("sorry, it was 20") is none, nor is what is only said to be approximate and close.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from interviewer.review import Contradiction, Quote
from interviewer.text import folded, words
from interviewer.transcript import Transcript
from interviewer.truth import sentences

CLOSE = 0.15
"""How far two figures may be apart, as a share of the larger one, when one of them is approximate."""
MOST = 3
_COMMON = frozenset(
    words(
        "about after again also alone because been before came could did does done down each even every everything fell fewer "
        "first found from gave give going great have into just know less like made make many more most much myself next nobody "
        "none once only other over part really said same saw should since some something still than that their them then there "
        "these they thing things think this those time took under until very want wanted went were what when where which while "
        "whole with without work worked would year years month months week weeks hour hours minute minutes second seconds "
        "percent asked told assigned manager boss lead colleague colleagues teammate team helped anyone dropped drop rose grew "
        "reduced increased improved number numbers"
    )
)
"""Words that two sentences may share without being about the same thing."""
_NUMERALS = {w: float(n) for n, w in enumerate(words("zero one two three four five six seven eight nine ten eleven twelve"))}


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


_NUMBER = _any(r"[$€£]?\d[\d,]*(?:\.\d+)?", *_NUMERALS)
_LENGTH = _any("%", "percent", "ms", r"k\b", "million", "seconds?", "minutes?", "hours?", "days?", "weeks?", "months?")
_UNIT = rf"(?:\s*{_LENGTH})?(?:\s+{_any('a', 'per', 'each', 'every')}\s+\w+)?"
_ROUGHLY = r"(?:(?:about|around|roughly|almost|nearly|over|under|some|only|just) )?"
_CHANGE = re.compile(
    rf"\bfrom {_ROUGHLY}(?P<before>{_NUMBER})(?P<unit>{_UNIT})(?: [a-z]+){{0,3}}? "
    rf"(?:down |up )?to {_ROUGHLY}(?P<after>{_NUMBER})(?P<unit2>{_UNIT})"
)
_SHARE = re.compile(rf"\bby {_ROUGHLY}(?P<after>{_NUMBER})\s*(?:%|percent)")
_APPROXIMATE = re.compile(r"\b(?:about|around|roughly|almost|nearly|over|under|some|approximately|more than|less than|or so)\b|~")
_CORRECTED = re.compile(
    r"\b(?:actually|sorry|correct(?:ion|ed|ing)?|i meant|misspoke|mixed (?:it|that|them) up|more precisely|"
    r"to be (?:precise|exact)|wrong earlier|earlier i said|i said .{0,40} but|not .{0,20} as i said)\b"
)
_ANOTHER = re.compile(
    r"\b(?:another|a further|later|afterwards|by then|next (?:year|quarter|month)|the year after|"
    r"second (?:time|team|site|version|round)|other (?:team|site|region|service|product|half)|at first|"
    r"first (?:week|month|version)|in the end|target|goal|planned|wanted|aimed|expected|hoped|would|could|should|if)\b"
)
"""Signs that a sentence is about another time, another place, or what did not happen."""
_TO_ME = r"(?:asked|told|instructed|assigned|ordered)"
_NOT_TO_TELL = r"(?!(?:present|share|explain|show|write|speak|talk|stop|wait|rest|take|tell|join|teach)\b)"
"""To be asked to speak about something is no assignment to do it."""
_UNASKED = re.compile(
    r"\b(?:nobody|no one|no-one) (?:had |ever |had ever )?(?:asked|told) me\b"
    r"(?! (?:how|why|what|whether|if|about|when|where)\b)"
    r"|\bi (?:was not|wasn't|had not been|hadn't been) (?:asked|told) to\b|\bwithout (?:being|having been) asked\b"
    r"|\b(?:on|of) my own (?:initiative|accord)\b"
)
_ASKED = re.compile(
    rf"\bmy (?:\w+ )?(?:manager|boss|lead|director|supervisor|head|chief) (?:had )?{_TO_ME} me to {_NOT_TO_TELL}"
    rf"|\bi (?:was|had been|got) {_TO_ME} to {_NOT_TO_TELL}|\b(?:it|this) (?:was|had been|got) assigned to me\b"
)
_ALONE = re.compile(
    r"\bi (?:did|wrote|built|made|fixed|handled) (?:it|this|that|everything|all of (?:it|this|that)|the whole thing|the lot) "
    r"(?:all )?(?:entirely |completely )?(?:alone|by myself|on my own|single-handedly)\b"
    r"|\b(?:nobody|no one) (?:else )?(?:helped|was involved|worked on (?:it|this|that))\b"
    r"|\bwithout (?:any|anyone's|anybody's) help\b"
)
_MADE = r"(?:wrote|built|fixed|did|coded|implemented|programmed)"
_HELPED = re.compile(
    r"\b(?:(?:my|a|one|another) (?:\w+ )?(?:colleague|teammate|coworker|co-worker|friend|intern)|"
    rf"(?:two|three|four|some) colleagues|my (?:manager|boss|lead)) (?:(?:had|also) )?(?:helped me (?:to |with )?|{_MADE}\b)"
    rf"|\bwe {_MADE} (?:it|this|that|the \w+|all of it|everything) together\b"
)


class _Said(NamedTuple):
    """A sentence of the candidate."""

    turn: int
    text: str
    plain: str

    @property
    def quote(self) -> Quote:
        return Quote(turn=self.turn, text=self.text)


class _Figure(NamedTuple):
    said: _Said
    before: float | None
    after: float
    units: frozenset[str]
    subject: frozenset[str]


def contradictions(transcript: Transcript) -> tuple[Contradiction, ...]:
    """The pairs of sentences from different answers that contradict each other, at most `MOST`."""
    said = [
        _Said(t.number, sentence, plain)
        for t in transcript.answers
        for sentence in sentences(t.text)
        if not _CORRECTED.search(plain := folded(sentence)) and not plain.endswith("?")
    ]
    return tuple([*_figures(said), *_initiative(said), *_help(said)][:MOST])


def _figures(said: list[_Said]) -> Iterator[Contradiction]:
    found = [figure for sentence in said for figure in _measured(sentence)]
    for first, second in combinations(found, 2):
        if first.said.turn != second.said.turn and _differ(first, second):
            yield _between(
                "figures", first.said, second.said, "Two answers give different figures for what seems to be the same thing."
            )


def _measured(said: _Said) -> Iterator[_Figure]:
    """The changes told in a sentence that tells no more than one."""
    if _ANOTHER.search(said.plain):
        return
    changes = [*_CHANGE.finditer(said.plain), *_SHARE.finditer(said.plain)]
    if len(changes) == 1:
        found = changes[0].groupdict()
        before = _number(found["before"]) if found.get("before") else None
        units = frozenset(u.strip() for u in (found.get("unit"), found.get("unit2")) if u and u.strip())
        yield _Figure(said, before, _number(found["after"]), units, _subject(said.plain))


def _differ(a: _Figure, b: _Figure) -> bool:
    """Whether two figures for one thing differ: of a change, one end is the same and the other is not."""
    if not a.subject & b.subject or (a.units and b.units and not a.units & b.units):
        return False
    near = bool(_APPROXIMATE.search(a.said.plain) or _APPROXIMATE.search(b.said.plain))
    if a.before is None or b.before is None:
        return a.before is b.before is None and len(a.subject & b.subject) > 1 and _apart(a.after, b.after, near)
    return (a.before == b.before) != (a.after == b.after) and (_apart(a.after, b.after, near) or _apart(a.before, b.before, near))


def _apart(a: float, b: float, near: bool) -> bool:
    return abs(a - b) > (CLOSE * max(a, b) if near else 0)


def _initiative(said: list[_Said]) -> Iterator[Contradiction]:
    """An assignment where elsewhere nobody had asked, about the same matter as far as words tell."""
    unasked = [s for s in said if _UNASKED.search(s.plain) and not _ASKED.search(s.plain)]
    asked = [s for s in said if _ASKED.search(s.plain) and not _ANOTHER.search(s.plain) and not _UNASKED.search(s.plain)]
    for first, second in ((a, b) for a in unasked for b in asked if a.turn != b.turn and _same_matter(a, b)):
        yield _between("initiative", first, second, "One answer says that nobody asked for it, another that somebody did.")
        return


def _help(said: list[_Said]) -> Iterator[Contradiction]:
    alone = [s for s in said if _ALONE.search(s.plain)]
    helped = [s for s in said if _HELPED.search(s.plain) and not _ANOTHER.search(s.plain)]
    for first, second in ((a, b) for a in alone for b in helped if a.turn != b.turn):
        yield _between("help", first, second, "One answer says that it was done alone, another that somebody helped.")
        return


def _same_matter(unasked: _Said, asked: _Said) -> bool:
    """Whether the one denies what the other tells: they share a word, or the denial names no matter of its own."""
    denied = _subject(unasked.plain)
    return not denied or bool(denied & _subject(asked.plain))


def _between(kind: str, a: _Said, b: _Said, comment: str) -> Contradiction:
    first, second = sorted((a, b), key=lambda s: s.turn)
    return Contradiction.model_validate({"kind": kind, "first": first.quote, "second": second.quote, "comment": comment})


def _subject(plain: str) -> frozenset[str]:
    """The words a sentence is about, without their endings."""
    return frozenset(_stem(w) for w in words(plain) if len(w) > 3 and w not in _COMMON and not any(c.isdigit() for c in w))


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word


def _number(said: str) -> float:
    return _NUMERALS[said] if said in _NUMERALS else float(said.strip("$€£").replace(",", ""))
