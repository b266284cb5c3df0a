"""A transcript as the detectors see it: sentences, the candidate's own steps, and where before turns to after."""

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from interviewer.engines.local.lexicon import Pattern
from interviewer.engines.local.lexicon.verbs import BASE_FORMS, FUNCTION, GENERAL, GENERIC_OBJECTS, IRREGULAR, MENTAL, PHYSICAL
from interviewer.engines.local.parroting import Manner
from interviewer.engines.local.sentences import Sentence, sentences
from interviewer.engines.local.substance import Substance, facts, substance
from interviewer.text import words
from interviewer.transcript import Transcript

_ADVERB = (
    r"(?:(?:just|then|also|personally|actually|first|quickly|immediately|finally|even|only|now|always|basically|"
    r"simply|myself|always|quietly|slowly|literally|\w+ly) )*"
)
_SUBJECT = re.compile(
    rf"(?<![\w'])i(?:'ve| have|'d| had)? {_ADVERB}(?:(?:decided|started|began|tried|went(?: ahead)?|ended up|"
    r"managed|had|kept|volunteered|offered|chose|proceeded|wanted) (?:and |on |to |by |"
    rf"back )*)?([a-z]+)(?=((?: [^ ]+){{0,8}}))"
)
_JOINED = re.compile(rf"(?:,? and(?: then)?|, then|,|;| then|, so) {_ADVERB}([a-z]+)((?: [^ ]+){{0,6}})")
_WE = re.compile(
    rf"(?<![\w'])(?:we|the team|our team|everyone|everybody)(?:'ve| have|'d| had| all)? {_ADVERB}(?:decided to |"
    r"started to |tried to |managed to )?([a-z]+)"
)
_NEGATOR = re.compile(
    r"\b(?:not|never|no|without|hardly|barely|neither|nor|cannot|\w+n't|didnt|dont|wasnt|couldnt|nobody|nothing)\b"
)
_UNREAL = re.compile(
    r"(?<![\w'])(?:would|i'd(?! (?:\w+ed|said|thought|been|had|asked|seen|gone|already|just|never|told|built|made|"
    r"done|noticed))|"
    r"could have|should have|should|might have|if (?:i|we|they|it|somebody|someone)|usually|typically|generally|"
    r"normally|imagine|suppose|hypothetically|in general|i always|i will|i'll|we will|"
    r"i (?:plan|hope|intend|expect|aim) to|going to)(?![\w'])"
)
_TAIL_END = re.compile(r"[,;:.]| (?:and|but|so|because|which) ")
_CLAUSE = re.compile(r"[,;:]| but | and ")


class Step(NamedTuple):
    """Something the candidate did."""

    sentence: Sentence
    verb: str
    object: str
    concrete: bool


def mentions(sentence: Sentence, pattern: Pattern) -> bool:
    """Whether `pattern` is said in earnest: neither denied nor imagined just before."""
    return any(not _denied(sentence.plain, m.start()) for m in pattern.finditer(sentence.plain))


def _denied(plain: str, at: int) -> bool:
    clause = _CLAUSE.split(plain[:at])[-1]
    return bool(_NEGATOR.search(" ".join(clause.split()[-4:])) or _UNREAL.search(clause))


def imagined(sentence: Sentence) -> bool:
    """Whether the sentence tells what would or usually does happen."""
    return bool(_UNREAL.search(sentence.plain))


def earnest(sentence: Sentence) -> Sentence:
    """The sentence without its clauses that tell what would happen; nothing is left of one that begins with such a clause."""
    if not imagined(sentence):
        return sentence
    clauses = _CLAUSE.split(sentence.plain)
    real = [] if _UNREAL.search(clauses[0]) else [c.strip() for c in clauses if not _UNREAL.search(c)]
    return sentence._replace(plain=", ".join(real))


class Story:
    """The candidate's answers, read once."""

    def __init__(self, transcript: Transcript, manner: Manner | None = None) -> None:
        """With `manner`, without what only echoes the rubric."""
        self.transcript = transcript
        self.sentences = sentences(transcript.answers, manner.echoed if manner else lambda _: False)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Own past steps in order, each act once."""
        found: dict[tuple[str, str], Step] = {}
        for sentence in self.sentences:
            for step in _steps(sentence):
                found.setdefault((step.verb, step.object), step)
        return tuple(found.values())

    @cached_property
    def concrete(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.concrete)

    @cached_property
    def team_acts(self) -> tuple[Sentence, ...]:
        """A sentence for each thing "we" or the team did."""
        return tuple(
            s for s in self.sentences for m in _WE.finditer(s.plain) if _is_act(m.group(1)) and not _denied(s.plain, m.start())
        )

    @cached_property
    def turning_point(self) -> int:
        """The order of the first sentence in which anybody did something; what comes before is the setting."""
        acts = [s.order for s in self.team_acts] + [step.sentence.order for step in self.steps]
        return min(acts, default=len(self.sentences))

    def after_turning(self, sentence: Sentence) -> bool:
        return sentence.follow_up or sentence.order >= self.turning_point

    def matching(self, pattern: Pattern) -> tuple[Sentence, ...]:
        """The sentences in which `pattern` is said in earnest."""
        return tuple(s for s in self.sentences if mentions(s, pattern))

    def near(self, sentence: Sentence, reach: int = 1) -> tuple[Sentence, ...]:
        """The sentences of the same turn within `reach` of `sentence`."""
        around = self.sentences[max(0, sentence.order - reach) : sentence.order + reach + 1]
        return tuple(s for s in around if s.turn == sentence.turn)

    def place(self, sentence: Sentence) -> float:
        """Where in its turn the sentence stands, 0 for the first to nearly 1 for the last."""
        first, count = self._turns[sentence.turn]
        return (sentence.order - first) / count

    def closes(self, sentence: Sentence) -> bool:
        """Whether it is one of the last two sentences of a longer main answer."""
        first, count = self._turns[sentence.turn]
        return not sentence.follow_up and count >= 5 and sentence.order >= first + count - 2

    @cached_property
    def _turns(self) -> dict[int, tuple[int, int]]:
        """Of each turn: the order of its first sentence, and how many it has."""
        orders: dict[int, list[int]] = {}
        for s in self.sentences:
            orders.setdefault(s.turn, []).append(s.order)
        return {turn: (found[0], len(found)) for turn, found in orders.items()}

    @cached_property
    def _own(self) -> Counter[Sentence]:
        return Counter(step.sentence for step in self.concrete)

    @cached_property
    def _substance(self) -> dict[int, Substance]:
        return {n: substance([s for s in self.sentences if s.turn == n], self._own) for n in self._turns}

    def substance(self, sentence: Sentence) -> Substance:
        """How much of the turn that the sentence stands in is told."""
        return self._substance[sentence.turn]

    @cached_property
    def _facts(self) -> dict[int, int]:
        return {n: sum(facts(s, self._own) for s in self.sentences if s.turn == n) for n in self._turns}

    def facts(self, sentence: Sentence) -> int:
        """How many facts the turn that the sentence stands in tells."""
        return self._facts[sentence.turn]

    def asked(self, criterion: str) -> tuple[Sentence, ...]:
        """What was said in reply to a question about `criterion`."""
        return tuple(s for s in self.sentences if criterion in s.targets)


def content_words(plain: str) -> frozenset[str]:
    """The words that say what something is about, crudely reduced to their stems."""
    return frozenset(_stem(w) for w in words(plain) if w not in FUNCTION and w not in GENERIC_OBJECTS and len(w) > 2)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _is_act(verb: str) -> bool:
    return verb not in MENTAL and (
        verb in IRREGULAR or verb in PHYSICAL or verb in GENERAL or (verb.endswith("ed") and len(verb) > 4)
    )


def _steps(sentence: Sentence) -> list[Step]:
    found = []
    for subject in _SUBJECT.finditer(sentence.plain):
        if _denied(sentence.plain, subject.start()) or _NEGATOR.match(subject.group(1)) or _UNREAL.match(subject.group()):
            continue
        found += _step(sentence, subject.group(1), subject.group(2), narrated=True)
        rest = sentence.plain[subject.start(2) :].split(" i ")[0]
        for joined in _JOINED.finditer(rest):
            found += _step(sentence, joined.group(1), joined.group(2), narrated=False)
    first, _, rest = sentence.plain.partition(" ")
    if not found and first in PHYSICAL | IRREGULAR and _is_act(first):
        found += _step(sentence, first, " " + rest, narrated=False)
    return found


def _step(sentence: Sentence, verb: str, tail: str, narrated: bool) -> list[Step]:
    if not (_is_act(verb) or (narrated and verb in BASE_FORMS)):
        return []
    tail = _TAIL_END.split(tail, maxsplit=1)[0]
    about = [w for w in words(tail) if w not in FUNCTION and w not in GENERIC_OBJECTS and not w.endswith("ly")]
    concrete = len(about) >= (2 if verb in GENERAL and verb not in PHYSICAL else 1) or (verb in PHYSICAL and bool(tail.strip()))
    return [Step(sentence, verb, " ".join(about[:2]), concrete)]
