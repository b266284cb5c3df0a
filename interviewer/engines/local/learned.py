"""Ratings and red flags from what was learned, with the detectors as one voice among others.

What a follow-up was mainly about is rated as `replies` reads it, unless the first answer had shown it already: a reply is half of
its question, and few replies were there to learn from.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import compress
from typing import NamedTuple

import numpy as np

from interviewer.engines.local import form
from interviewer.engines.local.chances import (
    LABELS,
    WORTH,
    doubt,
    elsewhere,
    firm,
    for_criterion,
    for_flag,
    pointed,
    rating,
    read,
    tells_a_story,
    weights,
)
from interviewer.engines.local.encoder import Array
from interviewer.engines.local.found import Found
from interviewer.engines.local.parroting import manner
from interviewer.engines.local.passages import CRITERIA, Passage, passages
from interviewer.engines.local.sentences import Sentence
from interviewer.review import Quote
from interviewer.rubric import FLAGS, CriterionId, FlagId, Rating, Rubric, at_least
from interviewer.text import words
from interviewer.transcript import Transcript

MOST_QUOTES = 3
SECONDARY = 0.5
"""Share of the best passage's chance from which another one is quoted beside it."""


class Shown(NamedTuple):
    """A rating and the words it rests on, the most telling first."""

    rating: Rating
    quotes: tuple[Quote, ...] = ()


class Judged(NamedTuple):
    """What an answer shows."""

    criteria: Mapping[CriterionId, Shown]
    flags: Mapping[FlagId, tuple[Quote, ...]]
    """The raised ones."""
    doubts: Mapping[FlagId, float]
    """How likely each red flag is, raised or not."""
    likely: Mapping[CriterionId, float]
    """How likely each criterion is met."""


class _Reading(NamedTuple):
    passages: tuple[Passage, ...]
    chances: Array

    def opening(self) -> "_Reading":
        return self._of([not p.reply for p in self.passages])

    def without(self, turns: frozenset[int]) -> "_Reading":
        return self._of([p.turn not in turns for p in self.passages])

    def _of(self, kept: list[bool]) -> "_Reading":
        return _Reading(tuple(compress(self.passages, kept)), self.chances[np.array(kept, bool)])

    def quotes(self, label: str) -> tuple[Quote, ...]:
        """The passages that show it most."""
        if not self.passages:
            return ()
        column = self.chances[:, LABELS.index(label)]
        ranked = [int(n) for n in np.argsort(-column, kind="stable") if column[n] >= SECONDARY * column.max()]
        return tuple(Quote(turn=self.passages[n].turn, text=self.passages[n].text) for n in ranked[:MOST_QUOTES])


def judged(
    rubric: Rubric,
    principle: str,
    transcript: Transcript,
    found: Mapping[CriterionId, Found],
    seen: Mapping[FlagId, tuple[Sentence, ...] | None],
) -> Judged:
    """The readable answers judged, as asked about `principle`; `found` and `seen` are what the detectors make of them."""
    said = passages(transcript.answers, manner(rubric))
    chances, about = read(said)
    again = _said_again(transcript, said)
    reading = _Reading(said, chances).without(again)
    mainly = {t.targets[0] for t in transcript.answers[1:] if t.targets}
    opening = reading.opening() if mainly else reading
    criteria = {
        c: _asked(opening, reading, c, found[c], again) if c in mainly else _rated(reading, c, WORTH[found[c].rating])
        for c in CRITERIA
    }
    criteria |= {c: _at_most(criteria[c], "partly") for c in form.taken_back(said)}
    off = elsewhere(said, about, principle)
    inputs = {f: for_flag(reading.chances, f, float(seen[f] is not None), off) for f in FLAGS}
    for held in filter(None, (firm(weights().flags[f], inputs[f], f) for f in FLAGS)):
        criteria[held.about] = _at_most(criteria[held.about], held.most)
    metric = criteria["metric"].rating
    doubts = {f: doubt(weights().flags[f], inputs[f], f, metric) for f in FLAGS}
    up = (f for f, likely in doubts.items() if likely >= weights().raised_from[f] and pointed(f, inputs[f]))
    told = tells_a_story(said)
    raised = {f: _flag_quotes(reading, f, seen[f] or ()) for f in up if f != "off_topic" or seen[f] is not None or told}
    likely = {c: _met(opening, c, WORTH[found[c].rating]) for c in CRITERIA}
    return Judged(criteria, raised, doubts, likely)


def _at_most(shown: Shown, most: Rating) -> Shown:
    if not at_least(shown.rating, most) or shown.rating == most:
        return shown
    return Shown("no") if most == "no" else shown._replace(rating=most)


def _rated(reading: _Reading, criterion: CriterionId, detected: float) -> Shown:
    inputs = for_criterion(reading.chances, criterion, detected)
    hinted = weights().hinted[criterion].chance(inputs)
    rated = rating(weights().met[criterion].chance(inputs), hinted, inputs)
    quotes = () if rated == "no" else reading.quotes(criterion if rated == "yes" else f"hint of {criterion}")
    return Shown(rated, quotes) if quotes else Shown("no")


def _met(reading: _Reading, criterion: CriterionId, detected: float) -> float:
    return weights().met[criterion].chance(for_criterion(reading.chances, criterion, detected))


def _said_again(transcript: Transcript, said: Iterable[Passage]) -> frozenset[int]:
    """The replies most of whose words are in no passage: they repeat what was said, or say what is no evidence."""
    kept = Counter[int]()
    for passage in said:
        kept[passage.turn] += len(words(passage.text))
    return frozenset(t.number for t in transcript.answers[1:] if 2 * kept[t.number] < len(words(t.text)))


def _asked(opening: _Reading, whole: _Reading, criterion: CriterionId, found: Found, again: frozenset[int]) -> Shown:
    """By the first answer where it shows it in full, else as the reply is read: what is not said in a reply raises nothing."""
    evidence = tuple(s for s in found.evidence if s.turn not in again)
    since = tuple(s for s in evidence if s.follow_up)
    told_before = len(since) < len(evidence)
    before = _rated(opening, criterion, WORTH[found.rating] * told_before)
    if not since and found.rating != "yes":
        return before
    if not since:
        since_then = _rated(whole, criterion, WORTH[found.rating] * told_before)
        return before if at_least(before.rating, since_then.rating) else since_then
    if at_least(before.rating, found.rating):
        return before
    return Shown(found.rating, quoted(dict.fromkeys((*since, *evidence))))


def _flag_quotes(reading: _Reading, flag: FlagId, evidence: Iterable[Sentence]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys([*quoted(evidence), *reading.quotes(flag)]))[:MOST_QUOTES]


def quoted(evidence: Iterable[Sentence]) -> tuple[Quote, ...]:
    """The first of the sentences, as quotes."""
    return tuple(Quote(turn=s.turn, text=s.text) for s in evidence)[:MOST_QUOTES]
