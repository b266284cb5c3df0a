"""Does asking bring out what is missing, and does the judgement move then and only then?

Candidates leave two to four criteria out. Some know them and tell them when asked: of the example story, in which little else is
missing, or of the weak answer, in which much is. The others have nothing to tell, and say again what they said, or give the weak
replies.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evals.course import FollowedUp, Session, session
from evals.dataset import Dataset
from evals.score import Remark, Score
from evals.shares import Part, ratio, share
from evals.sheets import Hiding, at, evading, hidings, knowing, restating, simulated
from evals.statistics import mean
from evals.trial import Result, Trial
from interviewer.library import Library
from interviewer.probing import WORTH_ASKING
from interviewer.rubric import LEVELS, CriterionId, Level
from interviewer.scenario import Scenario

PROBES = 3
"""Follow-ups within which a missing fact should be out."""
_KNOWING = ("knowing", "beginning_weak")
"""The kinds of candidate who have something to tell."""


_TOLD_ALL_THE_SAME: CriterionId = "stakes"
"""Goes with the situation, but the steps and the result of the example stories tell as well what was wrong and whom it cost."""


class Out(NamedTuple):
    """A follow-up that got an answer, in its session."""

    session: Session
    asked: FollowedUp
    about: CriterionId

    @property
    def story(self) -> str:
        return self.session.story

    @property
    def becomes_met(self) -> bool:
        return self.asked.step(self.about) > 0 and self.asked.after.ratings.get(self.about) == "yes"


class Fact(NamedTuple):
    """Something a candidate left out."""

    session: Session
    about: CriterionId
    at: int | None
    """The place of the follow-up that brought it out, from 0; None: none did."""

    @property
    def story(self) -> str:
        return self.session.story

    @property
    def told(self) -> FollowedUp | None:
        return None if self.at is None else self.session.follow_ups[self.at]

    @property
    def rose_early(self) -> bool:
        """Whether the criterion's rating rose on the way, before the fact was told, and by no other fact either."""
        facts = self.session.task.candidate.facts.values()
        return any(f.step(self.about) > 0 and f.said not in facts for f in self.session.follow_ups[: self.at])


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every scenario at every level, whatever the dataset; once, whatever `repeats`."""
    for n, scenario in enumerate(library.scenarios.values()):
        for m, level in enumerate(LEVELS):
            ways = hidings(scenario)
            one, other = ways[(n + 2 * m) % len(ways)], ways[(n + 2 * m + 3) % len(ways)]
            yield from _trials(scenario, level, one, library)
            yield _trial(_knowing(other), scenario, level, other, library)


def _trials(scenario: Scenario, level: Level, hiding: Hiding, library: Library) -> Iterator[Trial]:
    for kind in (_knowing(hiding), "restating", "evading"):
        yield _trial(kind, scenario, level, hiding, library)


def _knowing(hiding: Hiding) -> str:
    return "beginning_weak" if hiding.name.startswith("weak") else "knowing"


def _trial(kind: str, scenario: Scenario, level: Level, hiding: Hiding, library: Library) -> Trial:
    brief = at(scenario, level, library)
    match kind:
        case "knowing" | "beginning_weak":
            candidate = knowing(scenario, hiding, brief)
        case "restating":
            candidate = restating(scenario, hiding, brief)
        case _:
            candidate = evading(scenario, hiding)
    id = f"closed_loop/{kind}/{hiding.name}/{scenario.id}/{level}"
    return Trial(id=id, suite="closed_loop", story=scenario.id, kind=kind, task=simulated(candidate, brief))


def score(results: Sequence[Result]) -> Score:
    sessions = [s for r in results if (s := session(r))]
    told = [s for s in sessions if s.kind in _KNOWING]
    facts = [fact for s in told for fact in left_out(s)]
    out = [fact for fact in facts if fact.told]
    risen = [fact for fact in out if not _met_before(fact)]
    again = [o for s in sessions if s.kind == "restating" for o in _answered(s)]
    weak = [o for s in sessions if s.kind == "evading" for o in _answered(s)]
    return Score(
        suite="closed_loop",
        metrics=(
            ratio("elicited", [_elicited(s) for s in told if s.kind == "knowing"]),
            ratio("elicited_where_seen", [_elicited(s, seen=True) for s in told if s.kind == "knowing"]),
            ratio("elicited_of_weak", [_elicited(s) for s in told if s.kind == "beginning_weak"]),
            ratio("facts_per_probe", [_per_probe(s) for s in told]),
            share("seen_missing", facts, lambda f: f.session.first.ratings.get(f.about) != "yes"),
            share("rises_with_fact", risen, lambda f: _rise(f) > 0),
            share("met_with_fact", risen, _met),
            share("rises_before", facts, lambda f: f.rose_early, "lower"),
            share("moved_elsewhere", out, _elsewhere, "lower"),
            share("restating_rises", again, lambda o: o.asked.step(o.about) > 0, "lower"),
            share("weak_rises", weak, lambda o: o.asked.step(o.about) > 0, "lower"),
            share("weak_met", weak, lambda o: o.becomes_met, "lower"),
        ),
        remarks=tuple(_remarks(facts, again, weak)),
        unscored=sum(r.assessment is None for r in results),
    )


def left_out(held: Session) -> list[Fact]:
    """What can be brought out: the criteria of which nothing is told and that are worth a question at this level."""
    found = []
    for about, fact in held.task.candidate.facts.items():
        if about != _TOLD_ALL_THE_SAME and held.task.weights.get(about, 0) >= WORTH_ASKING:
            places = (n for n, f in enumerate(held.follow_ups) if f.about == about and f.said == fact)
            found.append(Fact(held, about, next(places, None)))
    return found


def _elicited(held: Session, seen: bool = False) -> Part:
    """The facts brought out within `PROBES` follow-ups, of as many as these could bring out; `seen`: of those rated missing."""
    facts = [f for f in left_out(held) if not (seen and f.session.first.ratings.get(f.about) == "yes")]
    return Part(held.story, sum(f.at is not None and f.at < PROBES for f in facts), min(PROBES, len(facts)))


def _per_probe(held: Session) -> Part:
    return Part(held.story, sum(f.at is not None for f in left_out(held)), len(held.follow_ups))


def _answered(held: Session) -> Iterator[Out]:
    for asked in held.follow_ups:
        if asked.about and asked.said:
            yield Out(held, asked, asked.about)


def _rise(fact: Fact) -> int:
    return fact.told.step(fact.about) if fact.told else 0


def _met(fact: Fact) -> bool:
    return fact.told is not None and fact.told.after.ratings.get(fact.about) == "yes"


def _met_before(fact: Fact) -> bool:
    return fact.told is not None and fact.told.before.ratings.get(fact.about) == "yes"


def _elsewhere(fact: Fact) -> float:
    """By how many rating steps the criteria that were not asked about moved when the fact was told, on average."""
    told = fact.told
    others = [c for c in fact.session.task.weights if told and c not in told.asked.targets]
    return mean([abs(told.step(c)) for c in others]) if told and others else 0.0


def _remarks(facts: Sequence[Fact], again: Sequence[Out], weak: Sequence[Out]) -> Iterator[Remark]:
    for fact in facts:
        if fact.at is None:
            rating = fact.session.first.ratings.get(fact.about, "no")
            yield Remark(
                trial=fact.session.trial, what=f"{fact.about} is left out, rated {rating}, and never brought out.", weight=2
            )
        elif not _met_before(fact) and _rise(fact) <= 0:
            yield Remark(trial=fact.session.trial, what=f"{fact.about} did not rise when it was told.", weight=2)
        if fact.rose_early:
            yield Remark(trial=fact.session.trial, what=f"{fact.about} rose before it was told.")
    for kind, some in (("the same again", again), ("a weak reply", weak)):
        for out in some:
            if out.asked.step(out.about) > 0:
                weight = 3 if out.becomes_met else 1
                what = f"{out.about} rose to {out.asked.after.ratings[out.about]} with {kind}: “{out.asked.said}”"
                yield Remark(trial=out.session.trial, what=what, weight=weight)
