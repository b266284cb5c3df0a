"""Whether scenarios repeat one another, or themselves.

Likeness of two texts is the share of the shorter one's four-word sequences that the other holds too (their containment); of two
questions, the share of their words that both have (Jaccard). A paragraph taken over is too little to be seen in the first, so the
longest run of words that two texts share counts too. The thresholds leave room above what the bank measures: 0.01 for texts, 10
words in a row, 0.62 for questions, and 0.66 for replies whose content words the example already has.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from interviewer.files import Fault, fault_at
from interviewer.rubric import PARTS
from interviewer.scenario import Scenario
from interviewer.text import COMMON, folded, words

ALIKE_TEXTS = 0.05
ALIKE_WORDS = 12
"""So many words in a row, the same in two scenarios, are a sentence taken over."""
ALIKE_QUESTIONS = 0.7
ALREADY_SAID = 0.75
Run = tuple[str, ...]
"""Words in a row."""
Place = tuple[str | int, ...]
"""A field of a scenario."""


def repeated(scenarios: Mapping[Path, Scenario]) -> Iterator[Fault]:
    """Scenarios that are nearly others, and follow-ups worded nearly alike; each is told of the later one by name."""
    fours = {file: frozenset(_runs(scenario, 4)) for file, scenario in scenarios.items()}
    sentences = {file: _runs(scenario, ALIKE_WORDS) for file, scenario in scenarios.items()}
    for one, other in combinations(scenarios, 2):
        shared = _share(fours[one], fours[other])
        if shared > ALIKE_TEXTS:
            why = f"shares {shared:.0%} of its four-word sequences with {one.name}; at most {ALIKE_TEXTS:.0%} may be shared"
            yield fault_at(other, why, "parts")
        else:
            yield from _taken_over(sentences[one], one, sentences[other], other)
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


def _taken_over(first: Mapping[Run, Place], one: Path, second: Mapping[Run, Place], other: Path) -> Iterator[Fault]:
    """The fields of `other` that hold a sentence of `one`."""
    found: dict[Place, Run] = {}
    for run, place in second.items():
        if run in first:
            found.setdefault(place, run)
    for place, run in found.items():
        yield fault_at(
            other, f"shares “{' '.join(run)}” with {one.name}; at most {ALIKE_WORDS - 1} words in a row may be", *place
        )


def _prose(scenario: Scenario) -> Iterator[tuple[Place, str]]:
    """Everything a reader would notice if it stood in another scenario too."""
    yield ("overview",), scenario.overview
    yield from ((("takeaways", n), text) for n, text in enumerate(scenario.takeaways))
    for part in PARTS:
        told = scenario.parts[part]
        for field, text in (("strong", told.strong), ("coaching", told.coaching), ("common_mistake", told.common_mistake)):
            yield ("parts", part, field), text
    yield ("weak_answer", "text"), scenario.weak_answer.text
    for n, probe in enumerate(scenario.follow_ups):
        yield ("follow_ups", n, "question"), probe.question
        yield ("follow_ups", n, "listens_for"), probe.listens_for
        yield ("follow_ups", n, "weak", "answer"), probe.weak.answer
        yield ("follow_ups", n, "strong", "answer"), probe.strong.answer


def _runs(scenario: Scenario, length: int) -> dict[Run, Place]:
    """All `length` words in a row, each with the field it is in."""
    return {
        run: place
        for place, text in _prose(scenario)
        for plain in (_plain(text),)
        for run in zip(*(plain[start:] for start in range(length)), strict=False)
    }


def _share(one: frozenset[Run], other: frozenset[Run]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _content(text: str) -> frozenset[str]:
    return frozenset(_plain(text)) - COMMON


def _plain(text: str) -> list[str]:
    return words(folded(text))
