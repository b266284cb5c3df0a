"""Simulated candidates made from what is there: the example story of a scenario, or a recorded interview."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evals.candidates import Candidate
from evals.edits.told import FIGURE
from evals.trial import Simulated
from interviewer.brief import Brief
from interviewer.library import Library
from interviewer.probing import targets_of
from interviewer.recorded import Record, brief_of
from interviewer.rubric import BASE_CRITERIA, FLAG_CRITERIA, PARTS, CriterionId, FlagId, Level, Part
from interviewer.scenario import Scenario

_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"”’)])\s+")
_AS_SAID = ("As I said. {}", "Like I told you. {}", "It's what I said before. {}", "{} I've mentioned that.", "Again. {}")
EVASIONS = (
    "I think I've told you everything there is to it.",
    "That's really all I can say about that.",
    "It was as I said, I don't have more on that.",
    "No, nothing more comes to mind.",
)
MOST_HIDDEN = 4


class Hiding(NamedTuple):
    """A candidate's story with something left out."""

    name: str
    hidden: tuple[CriterionId, ...]
    """The criteria of which nothing is told."""
    told: Mapping[Part, Sequence[str]]
    """The sentences that are told, by the part of the answer they belong to."""

    @property
    def opening(self) -> str:
        return " ".join(sentence for said in self.told.values() for sentence in said)


_LEFT_OUT: Mapping[str, tuple[Part, ...]] = {
    "reflection": ("reflection",),
    "result": ("result",),
    "situation_and_reflection": ("situation", "reflection"),
    "situation_and_result": ("situation", "result"),
}
"""What is left out whole. A part is all there is of its criteria, but for the action, which shows more than its own."""
_OF_PART: Mapping[Part, tuple[CriterionId, ...]] = {
    "situation": ("stakes",),
    "result": ("metric", "impact", "lasting_effect"),
    "reflection": ("learning", "systemic_insight"),
}


def hidings(scenario: Scenario) -> tuple[Hiding, ...]:
    """The story with two to four criteria left out: parts of the example, its figures, or what the weak answer lacks."""
    parts = {part: _END.split(scenario.parts[part].strong) for part in PARTS}
    without_figures = parts | {"result": [s for s in parts["result"] if not FIGURE.search(s)], "reflection": []}
    weak: dict[Part, Sequence[str]] = {"action": _END.split(scenario.weak_answer.text)}
    lacking = _lacking(scenario)
    return (
        *(
            Hiding(
                name, tuple(c for part in left for c in _OF_PART[part]), {p: said for p, said in parts.items() if p not in left}
            )
            for name, left in _LEFT_OUT.items()
        ),
        Hiding("figures_and_reflection", ("metric", *_OF_PART["reflection"]), without_figures),
        Hiding("weak_at_first", lacking[:MOST_HIDDEN], weak),
        Hiding("weak_at_last", lacking[-MOST_HIDDEN:], weak),
    )


def _lacking(scenario: Scenario) -> tuple[CriterionId, ...]:
    """What the weak answer lacks by the faults noted in it."""
    shown = (fault.shows for fault in scenario.weak_answer.faults)
    return tuple(dict.fromkeys(c for shows in shown for c in _lacks(shows)))


def _lacks(shown: CriterionId | FlagId) -> tuple[CriterionId, ...]:
    return (shown,) if shown in BASE_CRITERIA else FLAG_CRITERIA.get(shown, ())[-1:]


def strong_replies(scenario: Scenario) -> dict[CriterionId, str]:
    """A fact for each criterion: the strong reply to the follow-up mainly about it, or else to one that asks for it as well."""
    besides = {c: f.strong.answer for f in reversed(scenario.follow_ups) for c in f.targets}
    return besides | {f.targets[0]: f.strong.answer for f in reversed(scenario.follow_ups)}


def knowing(scenario: Scenario, hiding: Hiding, brief: Brief) -> Candidate:
    """Who left something out, and tells it when asked; asked for anything else, says again what was said."""
    known = strong_replies(scenario)
    return Candidate(
        name=f"knows {', '.join(hiding.hidden)}",
        opening=hiding.opening,
        facts={c: known[c] for c in hiding.hidden if c in known},
        replies=_restated(hiding, brief),
        otherwise=EVASIONS,
    )


def restating(scenario: Scenario, hiding: Hiding, brief: Brief) -> Candidate:
    """Who has nothing to add and says again what was said."""
    return knowing(scenario, hiding, brief).model_copy(update={"name": "restates", "facts": {}})


def evading(scenario: Scenario, hiding: Hiding) -> Candidate:
    """Who has nothing to add and gives the weak replies."""
    replies = {f.id: f.weak.answer for f in scenario.follow_ups}
    return Candidate(name="evades", opening=hiding.opening, replies=replies, otherwise=EVASIONS)


def _restated(hiding: Hiding, brief: Brief) -> dict[str, str]:
    """For each follow-up two sentences of the part it asks about, or of the action where that part is left out."""
    replies = {}
    for number, probe in enumerate(brief.bank):
        said = hiding.told.get(BASE_CRITERIA.get(probe.targets[0], "action")) or hiding.told["action"]
        start = number % max(1, len(said) - 1)
        replies[probe.id] = _AS_SAID[number % len(_AS_SAID)].format(" ".join(said[start : start + 2]))
    return replies


def from_record(record: Record, library: Library) -> Simulated:
    """The person recorded: the first answer, and what they said when asked. Raises LookupError, in a sentence."""
    brief = brief_of(record, library)
    facts: dict[CriterionId, str] = {}
    for follow_up in record.follow_ups:
        _, targets = targets_of(follow_up.question, brief)
        if targets:
            facts.setdefault(targets[0], follow_up.answer)
    candidate = Candidate(name=record.id, opening=record.answer, facts=facts, otherwise=EVASIONS)
    return simulated(candidate, brief).model_copy(update={"labels": record.labels})


def simulated(candidate: Candidate, brief: Brief) -> Simulated:
    """An interview with `candidate`, with what scoring has to know about it."""
    redirects = (brief.redirect(r.flag) for r in brief.rubric.redirects)
    bank = (*brief.bank, *(r for r in redirects if r))
    return Simulated(
        candidate=candidate,
        principle=brief.pack.name,
        scenario=brief.scenario.id if brief.scenario else None,
        level=brief.level,
        weights=brief.weights,
        bank={probe.id: probe.question for probe in bank},
    )


def at(scenario: Scenario, level: Level, library: Library) -> Brief:
    """The brief of an interview on `scenario`."""
    return library.brief(scenario.principle, level, scenario.id)
