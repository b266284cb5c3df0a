"""The stories a candidate has: which interviews tell the same one, what to call it, and which principles it has served.

A story is known by its words. Two tellings are taken to be one story when the shorter one shares enough of its content words with
the other; see `ALIKE`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from interviewer.overview import Overview
from interviewer.rubric import VERDICTS, Identifier, Verdict
from interviewer.text import COMMON, folded, words
from interviewer.truth import sentences

ALIKE = 0.45
"""Share of the shorter telling's content words. Over the 48 scenarios, 47 retellings of an example (their overviews) are at or
above it, and none of 5900 pairs of different stories."""
FEWEST_WORDS = 25
"""Content words from which a telling can be known again."""
FEW_WORDS, NEARLY_ALL = 10, 0.75
"""Fewer content words than those, down to `FEW_WORDS`, are the same story only when nearly all of them are shared."""
NAME_WORDS = 9
_STEM = 6
"""Letters by which words are compared: "measured" and "measuring" are one."""
_OPENING = re.compile(
    r"^(?:(?:so|well|okay|ok|sure|yes|right|and|um|uh|actually),?\s+)*"
    r"(?:(?:in|at|on|during|about|around|last|two|three|a few|some|when i)\b[^,.]{0,48}?(?:,\s+|\s+(?=(?:i|we)\b)))?",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:(?:so|well|okay|hi|hello),?\s+)*(?:i['’]m|i am|i was|i work|i worked|i lead|i led|i managed?|i teach|i look after|"
    r"my (?:name|team|job|company)|we are|we['’]re)\b",
    re.IGNORECASE,
)
"""A sentence that says who somebody is; what happened comes after it."""

Serving = Mapping[Identifier, Verdict]
"""What a story comes to for the few principles it is told best for."""


class Story(NamedTuple):
    """One story, however often it was told."""

    tellings: tuple[Overview, ...]
    """At least one, the oldest first."""

    @property
    def name(self) -> str:
        """The candidate's own words for it, from the first telling."""
        return name_of(self.tellings[0].answers)

    @property
    def told_for(self) -> dict[Identifier, Verdict]:
        """The principles it was told for, each with the best verdict it got."""
        best: dict[Identifier, Verdict] = {}
        for telling in self.tellings:
            if telling.verdict:
                best[telling.principle] = better(best.get(telling.principle), telling.verdict)
        return best

    def would_serve(self, fits: Mapping[str, Serving]) -> dict[Identifier, Verdict]:
        """What it would come to for the principles that a telling is best for; `fits` is by id of the interview."""
        best: dict[Identifier, Verdict] = {}
        for telling in self.tellings:
            for principle, verdict in fits.get(telling.id, {}).items():
                best[principle] = better(best.get(principle), verdict)
        return best


def better(one: Verdict | None, other: Verdict) -> Verdict:
    return other if one is None else max(one, other, key=VERDICTS.index)


def holds(verdict: Verdict | None) -> bool:
    """Whether a story serves well."""
    return verdict in ("hire", "strong_hire")


def told(overviews: Iterable[Overview]) -> tuple[Story, ...]:
    """The stories in `overviews`, which are the oldest first; the story begun first comes first."""
    groups: list[tuple[list[Overview], list[frozenset[str]]]] = []
    for seen in overviews:
        if not any(answer.strip() for answer in seen.answers):
            continue
        content = content_of(seen.answers)
        same = next((g for g in groups if any(alike(content, other) for other in g[1])), None)
        if same is None:
            groups.append(([seen], [content]))
        else:
            same[0].append(seen)
            same[1].append(content)
    return tuple(Story(tuple(tellings)) for tellings, _ in groups)


def content_of(answers: Sequence[str]) -> frozenset[str]:
    """What a telling is about: its words without the common ones, cut to their stems."""
    return frozenset(w[:_STEM] for w in words(folded(" ".join(answers))) if w not in COMMON and len(w) > 2)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tellings are of the same story."""
    fewest, shared = min(len(one), len(other)), len(one & other)
    if fewest < FEWEST_WORDS:
        return fewest >= FEW_WORDS and shared >= NEARLY_ALL * fewest
    return shared >= ALIKE * fewest


def name_of(answers: Sequence[str]) -> str:
    """A short phrase of the candidate's own words, verbatim: how what happened begins, without "So, last year"."""
    spoken = next((answer for answer in answers if answer.strip()), "")
    told = [s for s in sentences(spoken) if len(words(s)) >= 4]
    begun = next((s for s in told if not _WHO.match(s)), next(iter(told), spoken.strip()))
    stripped = begun[match.end() :] if (match := _OPENING.match(begun)) else begun
    phrase = begun if re.match(r"(?:and|but|which|who)\b", stripped) else stripped
    pieces = phrase.split()
    short = " ".join(pieces[:NAME_WORDS]).rstrip(".,;:!?")
    return f"{short} …" if len(pieces) > NAME_WORDS else short


def without_story(principles: Iterable[Identifier], stories: Sequence[Story]) -> tuple[Identifier, ...]:
    """The principles that no story was told for and held, in their order."""
    covered = {p for story in stories for p, verdict in story.told_for.items() if holds(verdict)}
    return tuple(p for p in principles if p not in covered)
