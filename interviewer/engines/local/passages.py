"""Candidate turns taken apart into the passages that are judged: sentences, or stretches of speech without punctuation."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from interviewer.engines.local.dialect import standard
from interviewer.engines.local.encoder import Array
from interviewer.engines.local.lexicon.verbs import FUNCTION
from interviewer.engines.local.parroting import Manner, Said
from interviewer.engines.local.sentences import is_statement, without_label
from interviewer.evidence import gives_orders, without_orders
from interviewer.rubric import BASE_CRITERIA, CriterionId
from interviewer.text import folded, words
from interviewer.transcript import Turn

LONGEST = 45
"""Words after which a passage is cut, at a conjunction where there is one."""
FEW = 6
MERE = 2
"""Words up to which a passage of nothing but small words ("Right.", "Well, so.") is none."""
STUTTER = 0.4
"""Share of different words below which a passage of more than `FEW` words only repeats itself."""
_END = re.compile(r"(?<=[.!?;])\s+(?=[^a-z]|\w+:)|(?<=[.!?])\s+|\s*\n\s*")
_HESITATION = re.compile(
    r"(?<![\w'])(?:(?:you know|i mean|sort of|kind of|like)(?=,),|(?:u+m+|u+h+|e+r+m*)(?![\w']),?)", re.IGNORECASE
)
_TWICE = re.compile(r"(?<![\w'])([\w']+(?: [\w']+)?),? \1(?![\w'])", re.IGNORECASE)
_BRIDGES = frozenset({"right", "sure", "anyway", "now", "exactly", "good", "fine", "alright", "anyhow", "oh"})
_JOINTS = frozenset({"and", "so", "but", "then", "because", "which"})
_SMALL = "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = frozenset(f"{_SMALL} hundred thousand million dozen half third quarter".split())
_VOICES = tuple(
    frozenset(blob.split())
    for blob in (
        "i i'd i'm i've my me myself ah ah'm ah'd ah've ma",
        "we we'd our us",
        "they he she them their his her",
        "would i'd could should might",
    )
)
CRITERIA: tuple[CriterionId, ...] = tuple(BASE_CRITERIA)
NAMES: tuple[str, ...] = (
    "place", "main answer", "opens", "closes", "length", "opens a reply",
    *(f"asked about {c}" for c in CRITERIA), *(f"asked besides about {c}" for c in CRITERIA),
    "digit", "number word", "I", "we", "they", "would", "question",
)  # fmt: skip
"""What `circumstances` tells of a passage, in order."""


class Passage(NamedTuple):
    """A stretch of a turn, verbatim but for its spacing."""

    turn: int
    text: str
    number: int
    """From 0, in its turn."""
    of: int
    """Passages in its turn."""
    targets: tuple[CriterionId, ...]
    """What the turn's question asked about; empty for the main question."""
    reply: bool
    question: str = ""
    """What its turn responds to."""


def passages(turns: tuple[Turn, ...], manner: Manner) -> tuple[Passage, ...]:
    """Every passage that can be evidence: no orders, no lists of keywords, no echo of the rubric, and nothing twice."""
    found: list[Passage] = []
    seen: set[str] = set()
    said = Said()
    for position, turn in enumerate(turns):
        kept = []
        for text in without_orders(cut(turn.text)):
            plain = folded(text)
            if plain not in seen and _says_something(text, plain) and not manner.echoed(text) and not said.restated(text):
                seen.add(plain)
                kept.append(text)
        said.add(kept)
        found += (
            Passage(turn.number, text, number, len(kept), turn.targets if position else (), position > 0, turn.question)
            for number, text in enumerate(kept)
        )
    return tuple(found)


def _says_something(text: str, plain: str) -> bool:
    """A question is no statement, but may carry a doubt or a reported word; the same few words over and over carry nothing."""
    spoken = words(plain)
    if len(spoken) <= MERE and all(word in FUNCTION or word in _BRIDGES for word in spoken):
        return False
    stutter = len(spoken) > FEW and len(set(spoken)) < STUTTER * len(spoken)
    return not stutter and (is_statement(text, plain) or (plain.endswith("?") and not gives_orders(text)))


def cut(text: str) -> Iterator[str]:
    """The passages of `text` in order, without the labels of notes."""
    for sentence in _END.split(text):
        spoken = without_label(sentence).split()
        while len(spoken) > LONGEST:
            end = next((n for n in range(20, LONGEST) if spoken[n].lower() in _JOINTS), 30)
            yield " ".join(spoken[:end])
            spoken = spoken[end:]
        if spoken:
            yield " ".join(spoken)


def circumstances(passage: Passage) -> list[float]:
    """Where it stands, what was asked, who speaks of whom: a number for each of `NAMES`."""
    plain = folded(passage.text)
    said = words(plain)
    held = frozenset(said)
    first, last = passage.number == 0, passage.number == passage.of - 1
    main = not passage.reply
    return [
        passage.number / max(1, passage.of - 1) if main else 0.0,
        *map(float, (main, main and first, main and last)),
        float(np.log1p(len(said))) / 4,
        float(passage.reply and first),
        *(float(passage.targets[:1] == (c,)) for c in CRITERIA),
        *(float(c in passage.targets[1:]) for c in CRITERIA),
        float(any(c.isdigit() for c in plain)),
        float(bool(held & _NUMBER_WORDS)),
        *(float(bool(held & voice)) for voice in _VOICES),
        float("?" in plain),
    ]


def fluent(text: str) -> str:
    """`text` in standard spelling, without hesitation and without the words said twice in a row, for reading what is meant."""
    said = standard(_HESITATION.sub(" ", text))
    return " ".join(_TWICE.sub(r"\1", said).split()) or text


class Heard(NamedTuple):
    """Questions and passages in the order in which they were heard: what a passage is read in. A row, or an entry, for each."""

    texts: tuple[str, ...]
    """What is read, in standard spelling."""
    turns: npt.NDArray[np.int64]
    said: npt.NDArray[np.bool_]
    """Which of them are passages."""
    around: Array
    """The circumstances of a passage; of a question only that it is one, in the last column."""


def heard(found: Sequence[Passage]) -> Heard:
    """The passages `found`, those of each turn after the question that they respond to."""
    texts: list[str] = []
    turns: list[int] = []
    around: list[list[float]] = []
    for passage in found:
        if not turns or turns[-1] != passage.turn:
            texts.append(fluent(passage.question))
            turns.append(passage.turn)
            around.append([0.0] * len(NAMES) + [1.0])
        texts.append(fluent(passage.text))
        turns.append(passage.turn)
        around.append([*circumstances(passage), 0.0])
    rows = np.array(around, np.float32).reshape(len(texts), len(NAMES) + 1)
    return Heard(tuple(texts), np.array(turns, np.int64), rows[:, -1] == 0, rows)
