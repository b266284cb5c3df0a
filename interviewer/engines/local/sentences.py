"""Candidate turns taken apart into sentences, each a verbatim span that can be quoted."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from interviewer.engines.local.lexicon.verbs import FUNCTION
from interviewer.engines.local.parroting import Said
from interviewer.evidence import gives_orders, without_orders
from interviewer.rubric import CriterionId
from interviewer.text import folded, words
from interviewer.transcript import Turn

LONGEST = 28
"""Words after which a sentence is taken to be several run together."""
ENCODED = 30
"""Letters from which a word is none."""
ENDLESS = 60
"""Words after which it is cut wherever it stands."""
_END = re.compile(
    r"(?<![A-Z])(?<!\b[Dd]r)(?<!\bM[rs])(?<!\bMrs)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\betc)[.!?…]+[\"')\]”’]*(?=\s|"
    r"$)|(?<=[A-Z])[.!?]+(?=\s+[A-Z]|$)|\s*\n+\s*|;\s"
)
_JOINT = re.compile(
    r",?\s+(?=(?:and (?:then|so|after|now|in the end|i|we|they|he|she|it|my|the)|then (?:i|we|they)|so (?:i|we|"
    r"then|in|now|they|the)|but|because (?:i|we|the|it|they)|after that|afterwards|"
    r"in the end|at the end|as a result|which|now|today|later|also)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:[-*•\d.)]+\s*)?(?:\W*(?:situation|task|action|actions|result|results|reflection|learnings?|star|s|t|"
    r"a|r)\W*[:\-–]\s*)?",
    re.IGNORECASE,
)
_JARGON = re.compile(
    r"\b(?:ownership|customer obsession|bias for action|dive deep|deep dive|trade-?offs?|root cause|stakeholders?|"
    r"follow[- ]through|lasting effect|systemic(?: insight)?|initiative|"
    r"first person|measur(?:ed|able) (?:result|impact)|quantif\w+|metrics?|impact|leadership principles?|"
    r"strong hire|criteria|criterion|rubric|before and after|own steps|"
    r"concrete|specific learning|red flags?|star method|bar raiser|deliver results|earn trust|high standards|"
    r"stakes|depth|beyond (?:my|their) remit|own initiative)\b"
)


class Sentence(NamedTuple):
    """One statement of the candidate."""

    order: int
    """From 0, over all turns."""
    turn: int
    text: str
    """Verbatim, for quoting."""
    plain: str
    """Folded, for matching."""
    targets: tuple[CriterionId, ...]
    """What the turn's question asked about; empty for the main question."""
    follow_up: bool


def sentences(turns: tuple[Turn, ...], idle: Callable[[str], bool]) -> tuple[Sentence, ...]:
    """Every sentence that can be evidence: no questions, no orders, no lists of keywords, nothing `idle`, and nothing twice."""
    found: list[Sentence] = []
    seen: set[str] = set()
    said = Said()
    for position, turn in enumerate(turns):
        kept: list[Sentence] = []
        for text in without_orders(split(turn.text)):
            plain = folded(text)
            if plain in seen or not is_statement(text, plain) or idle(text) or said.restated(text):
                continue
            seen.add(plain)
            kept.append(Sentence(len(found) + len(kept), turn.number, text, plain, turn.targets, position > 0))
        found += kept
        said.add(s.text for s in kept)
    return tuple(found)


def split(text: str) -> Iterator[str]:
    """The sentences of `text`, verbatim and in order; runs without punctuation are parted where a new statement begins."""
    start = 0
    for end in _END.finditer(text):
        yield from _parted(text[start : end.end()])
        start = end.end()
    yield from _parted(text[start:])


def _parted(run: str) -> Iterator[str]:
    run = without_label(run).strip(" \t\n-–—*•;,")
    if len(run.split()) <= LONGEST:
        if run:
            yield run
        return
    start = 0
    for joint in _JOINT.finditer(run):
        if len(run[start : joint.start()].split()) >= 9 and len(run[joint.end() :].split()) >= 5:
            yield from _cut(run[start : joint.start()])
            start = joint.end()
    yield from _cut(run[start:])


def _cut(run: str) -> Iterator[str]:
    """Pieces of at most `ENDLESS` words, for runs in which nothing marks a border."""
    start = 0
    for number, gap in enumerate(re.finditer(r"\s+", run), 1):
        if number % ENDLESS == 0:
            yield run[start : gap.start()]
            start = gap.end()
    yield run[start:]


def without_label(run: str) -> str:
    """`run` without a list mark or the name of a part ("Situation:") in front."""
    label = _LABEL.match(run)
    return run[label.end() :] if label else run


def lists_terms(plain: str) -> bool:
    """Whether it names so many of the things that are looked for that it tells none of them."""
    return len(_JARGON.findall(plain)) >= 3


def is_statement(text: str, plain: str) -> bool:
    """Whether the words assert something about a story, rather than asking, ordering or listing terms."""
    spoken = words(plain)
    if not spoken or plain.endswith("?") or gives_orders(text):
        return False
    if lists_terms(plain) or any(len(word) >= ENCODED for word in spoken):
        return False
    return len(spoken) < 8 or sum(w in FUNCTION for w in spoken) >= 0.18 * len(spoken)
