"""Whether scenarios repeat one another, or themselves.

Likeness of two texts is the share of the shorter one's four-word sequences that the other holds too (their containment); of two
questions, the share of their words that both have (Jaccard). The thresholds leave room above what the bank measures: 0.02 for
texts, 0.62 for questions, and 0.66 for replies whose content words the example already has.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path

from interviewer.files import Fault, fault_at
from interviewer.rubric import PARTS
from interviewer.scenario import Scenario
from interviewer.text import COMMON, folded, words

ALIKE_TEXTS = 0.05
ALIKE_QUESTIONS = 0.7
ALREADY_SAID = 0.75
Sequence4 = tuple[str, ...]


def repeated(scenarios: Mapping[Path, Scenario]) -> Iterator[Fault]:
    """Scenarios that are nearly others, and follow-ups worded nearly alike; each is told of the later one by name."""
    told = {file: _sequences(_prose(scenario)) for file, scenario in scenarios.items()}
    for one, other in combinations(told, 2):
        shared = _share(told[one], told[other])
        if shared > ALIKE_TEXTS:
            why = f"shares {shared:.0%} of its four-word sequences with {one.name}; at most {ALIKE_TEXTS:.0%} may be shared"
            yield fault_at(other, why, "parts")
    yield from _repeated_questions(scenarios)


def already_said(scenario: Scenario, file: Path) -> Iterator[Fault]:
    """Follow-ups whose strong reply only repeats what the strong example said before it."""
    example = _content(scenario.strong_answer)
    for n, probe in enumerate(scenario.follow_ups):
        reply = _content(probe.strong.answer)
        if len(reply & example) > ALREADY_SAID * len(reply):
            why = "the strong example already answers this follow-up: three quarters of the reply's words stand in it"
            yield fault_at(file, why, "follow_ups", n, "strong", "answer")


def _repeated_questions(scenarios: Mapping[Path, Scenario]) -> Iterator[Fault]:
    asked = [(file, n, set(_plain(f.question))) for file, s in scenarios.items() for n, f in enumerate(s.follow_ups)]
    for (one, m, first), (other, n, second) in combinations(asked, 2):
        if len(first & second) > ALIKE_QUESTIONS * len(first | second):
            yield fault_at(other, f"asks nearly what follow-up {m} of {one.name} asks", "follow_ups", n, "question")


def _prose(scenario: Scenario) -> list[str]:
    """Everything a reader would notice if it stood in another scenario too."""
    parts = [scenario.parts[part] for part in PARTS]
    taught = [text for part in parts for text in (part.coaching, part.common_mistake)]
    replies = [text for f in scenario.follow_ups for text in (f.question, f.listens_for, f.weak.answer, f.strong.answer)]
    return [scenario.overview, *scenario.takeaways, scenario.strong_answer, scenario.weak_answer.text, *taught, *replies]


def _sequences(texts: list[str]) -> frozenset[Sequence4]:
    return frozenset(four for text in texts for four in _fours(_plain(text)))


def _fours(plain: list[str]) -> Iterator[Sequence4]:
    return ((*a, *b) for a, b in zip(pairwise(plain), pairwise(plain[2:]), strict=False))


def _share(one: frozenset[Sequence4], other: frozenset[Sequence4]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _content(text: str) -> frozenset[str]:
    return frozenset(_plain(text)) - COMMON


def _plain(text: str) -> list[str]:
    return words(folded(text))
