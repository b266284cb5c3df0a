"""Who speaks to the assessor, or says back what is asked for, gains nothing by it, wherever it is said.

Such words are evidence of nothing, and neither is what stands beside an order without anybody in it (`evidence.without_orders`).
But that may be words of the candidate's own, some of which speak against the candidate; and where a sentence stands tells
something too. So an interview with such words is read again as if they had not been said, once for each guess how much beside
them belongs to them. The worst reading counts.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, product

from interviewer.engines.local.parroting import Manner
from interviewer.engines.local.sentences import LONGEST, lists_terms, split
from interviewer.evidence import BESIDE, gives_orders, without_orders
from interviewer.review import Review
from interviewer.rubric import RATINGS
from interviewer.text import folded
from interviewer.transcript import Transcript, Turn

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?=\s)|(?=\n)|$)")
_MARKUP = re.compile(r'[<>{}\[\]"|]+')
OWN = 4
"""Words from which a stretch between tags may be the candidate's own."""
_FRESH = re.compile(r"(?<=[a-z])\s+(?=(?!I\b)[A-Z\[<!#|])")
"""Where something else begins in speech without punctuation: a name at times, which does no harm here."""


def without_address(transcript: Transcript, manner: Manner) -> Iterator[Transcript]:
    """The interview without what was said to the assessor or after the rubric, each way once; none where nothing was.

    A reply of nothing else is left out. A first answer of nothing else stays as it is: it shows nothing, and without it the next
    one would be the first.
    """
    said = {turn.number: [*_sentences(turn.text)] for turn in transcript.turns if turn.kind == "answer"}
    telling = {number: [s for s in found if gives_orders(s) or not _says_nothing(s, manner)] for number, found in said.items()}
    if telling == said and not any(map(gives_orders, chain(*said.values()))):
        return
    readings: dict[Transcript, None] = {}
    for number, found in said.items():
        for sentence in filter(gives_orders, found):
            turns = tuple(_unwrapped(t, sentence) if t.number == number else t for t in transcript.turns)
            readings[transcript.model_copy(update={"turns": turns})] = None
    readings.pop(transcript, None)
    for before, after in product(range(BESIDE + 1), repeat=2):
        kept = {number: without_orders(found, before, after) for number, found in telling.items()}
        first, *replies = (_only(t, said[t.number], kept[t.number]) if t.number in said else t for t in transcript.turns)
        turns = (first if first.text else transcript.turns[0], *(turn for turn in replies if turn.text))
        if turns != transcript.turns:
            readings[transcript.model_copy(update={"turns": turns})] = None
    yield from readings


def _only(turn: Turn, said: Sequence[str], keep: Sequence[str]) -> Turn:
    """`turn` with those of the sentences `said` that are in `keep`, in the same order, and with what stands between them."""
    text, kept = turn.text, list(keep)
    for sentence in said:
        if kept[:1] == [sentence]:
            kept.pop(0)
        else:
            text = text.replace(sentence, "", 1)
    return turn.model_copy(update={"text": text.strip()}) if text != turn.text else turn


def _unwrapped(turn: Turn, sentence: str) -> Turn:
    """`turn` with only the long stretches of `sentence` between its tags: an order may be wrapped around words of one's own."""
    pieces = (piece.strip() for piece in _MARKUP.split(sentence))
    own = " ".join(piece for piece in pieces if len(piece.split()) >= OWN and not gives_orders(piece))
    return turn.model_copy(update={"text": turn.text.replace(sentence, own, 1)}) if own and own != sentence else turn


def _says_nothing(sentence: str, manner: Manner) -> bool:
    """Whether it is the rubric's own words, or a list of them."""
    return manner.echoed(sentence) or lists_terms(folded(sentence))


def _sentences(text: str) -> Iterator[str]:
    """With the labels before them; speech without punctuation in its parts, because it would be all or nothing."""
    for found in _SENTENCE.finditer(text):
        run = found.group().strip()
        yield from (part for piece in split(run) for part in _FRESH.split(piece)) if len(run.split()) > LONGEST else [run]


def worse(one: Review, other: Review) -> Review:
    """`one`, with whatever `other` holds against the candidate."""
    findings = {f.criterion: f for f in other.findings}
    raised = {f.flag: f for f in (*other.flags, *one.flags)}
    broken = {d.id: d for d in (*other.disqualifications, *one.disqualifications)}
    return one.model_copy(
        update={
            "findings": tuple(
                min(f, findings.get(f.criterion, f), key=lambda found: RATINGS.index(found.rating)) for f in one.findings
            ),
            "flags": tuple(raised.values()),
            "doubts": {f: max(doubt, other.doubts.get(f, doubt)) for f, doubt in one.doubts.items()},
            "likely": {c: min(chance, other.likely.get(c, chance)) for c, chance in one.likely.items()},
            "disqualifications": tuple(broken.values()),
        }
    )
