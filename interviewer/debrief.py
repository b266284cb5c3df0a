"""The debrief of a loop: the votes as they were cast, what speaks for and against, and a decision by a stated rule. Pure.

Every vote is cast on one interview alone, before anybody knows the others'. The decision is monotone: a better vote, or one more
Strong Hire, never makes it worse; and the order of the interviews makes no difference.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, count, repeat
from typing import Literal, NamedTuple

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.review import Quote
from interviewer.rubric import ECHOES, FLAG_CRITERIA, VERDICT_NAMES, VERDICTS, CriterionId, Identifier, Strict, Verdict
from interviewer.stories import alike, content_of
from interviewer.text import listed
from interviewer.transcript import Transcript

COUNTS: Mapping[Verdict, int] = {"no_hire": -2, "lean_no_hire": -1, "hire": 0, "strong_hire": 1}
"""What a vote adds to the balance: one Strong Hire outweighs one Leaning No Hire, two outweigh a No Hire."""
_STRONG: Verdict = "strong_hire"
CLOSE = -2
"""The balance down to which a loop that is no hire was close, although somebody voted No Hire."""
FEWEST_VOTES = 3
"""Votes below which nothing is decided."""
RULE = (
    "A Strong Hire outweighs one Leaning No Hire, and it takes two of them to outweigh a No Hire. The loop ends with Hire when "
    "nothing is left to outweigh and more than half of the votes are Hire or better, and with Strong Hire when no vote is below "
    "Hire and at least half are Strong Hire. Otherwise it is Leaning No Hire, and No Hire when somebody voted so and the doubts "
    "outweigh the strong votes by more than two. An interview that told too little to judge casts no vote, and with fewer than "
    "three votes nothing is decided."
)
WIDE = 2
"""Steps between two votes from which they disagree."""


class Held(NamedTuple):
    """One interview of a loop, over and assessed."""

    interviewer: str
    brief: Brief
    transcript: Transcript
    assessment: Assessment
    """For the principle that was asked about."""
    second: Assessment | None
    """The same answers, read for the interviewer's other principle."""


class Decision(Strict):
    """What a loop comes to."""

    outcome: Verdict | None
    """None: too few votes."""
    balance: int
    """The votes' worth, see `COUNTS`."""


class Point(NamedTuple):
    """Something said for or against the candidate."""

    kind: Literal["met", "disqualified", "flag", "not_said"]
    about: str
    """The criterion, red flag or disqualifier, as the candidate reads it."""
    quotes: tuple[Quote, ...] = ()
    """The words it rests on; none for what was asked and not said, or where a red flag is an absence."""


class Disagreement(NamedTuple):
    """Interviewers who saw the same thing differently."""

    about: str
    heard: tuple[str, ...]
    """Those who found it met."""
    missed: tuple[str, ...]
    """Those who asked about it and did not find it."""


def vote(assessment: Assessment, second: Assessment | None = None) -> Verdict | None:
    """An interviewer's vote: the verdict on what was asked; None when too little was said to judge.

    The second reading neither raises nor lowers it, because nobody asked about that principle; only what disqualifies there,
    which rests on words that were said, takes it down to Leaning No Hire.
    """
    if any(reason.basis == "nothing_said" for reason in assessment.decision.held_down_by):
        return None
    if second and second.disqualifications:
        return min(assessment.verdict, "lean_no_hire", key=VERDICTS.index)
    return assessment.verdict


def decide(votes: Iterable[Verdict | None]) -> Decision:
    """The decision by `RULE`."""
    cast = [v for v in votes if v]
    balance = sum(COUNTS[v] for v in cast)
    if len(cast) < FEWEST_VOTES:
        return Decision(outcome=None, balance=balance)
    inclined = sum(map(_inclined, cast))
    strong = sum(v == "strong_hire" for v in cast)
    if inclined == len(cast) and strong * 2 >= len(cast):
        return Decision(outcome="strong_hire", balance=balance)
    if balance >= 0 and inclined * 2 > len(cast):
        return Decision(outcome="hire", balance=balance)
    close = balance >= CLOSE or "no_hire" not in cast
    return Decision(outcome="lean_no_hire" if close else "no_hire", balance=balance)


def explain(votes: Sequence[Verdict | None]) -> str:
    """The decision in a sentence or two, for example "Hire: 2 Strong Hire and 1 Hire; 1 Leaning No Hire is outweighed."."""
    decision = decide(votes)
    counted = [f"{votes.count(v)} {VERDICT_NAMES[v]}" for v in reversed(VERDICTS) if v in votes]
    silent = votes.count(None)
    where = "one interview" if silent == 1 else f"{silent} interviews"
    without = f" In {where} too little was told for a vote." if silent else ""
    told = f"The votes are {listed(counted)}.{without}" if counted else f"Nobody cast a vote.{without}"
    if decision.outcome is None:
        return f"{told} At least {FEWEST_VOTES} are needed to decide."
    if _inclined(decision.outcome):
        outweighed = any(v in votes for v in ("no_hire", "lean_no_hire"))
        return f"{told} {'The doubts are outweighed by the strong votes.' if outweighed else 'Nobody objects.'}"
    more = next(n for n in count(1) if _inclined(decide([*votes, *repeat(_STRONG, n)]).outcome))
    return f"{told} It would take {'one Strong Hire' if more == 1 else f'{more} Strong Hire votes'} more for Hire."


def evidence_for(held: Held, at_most: int = 3) -> tuple[Point, ...]:
    """What was met, the heaviest first, with the words it rests on."""
    met = [f for f in held.assessment.findings if f.rating == "yes"]
    met.sort(key=lambda f: -held.brief.weights.get(f.criterion, 0))
    return tuple(Point("met", _name(held.brief, f.criterion), f.quotes[:1]) for f in met[:at_most])


def evidence_against(held: Held, at_most: int = 3) -> tuple[Point, ...]:
    """What disqualifies and what was flagged, in the candidate's words; then the heaviest of what was asked and not said.

    A red flag that only repeats one of the latter is left out.
    """
    whens = {d.id: d.when for d in held.brief.pack.disqualifiers}
    raised = [Point("disqualified", whens.get(d.id, d.id), d.quotes[:1]) for d in held.assessment.disqualifications]
    flags = [
        f for f in held.assessment.flags if not (f.flag in ECHOES and set(FLAG_CRITERIA[f.flag]) & set(held.assessment.not_said))
    ]
    raised += [Point("flag", held.brief.rubric.flag(f.flag).name, f.quotes[:1]) for f in flags]
    missing = sorted(held.assessment.not_said, key=lambda c: -held.brief.weights.get(c, 0))
    return tuple([*raised, *(Point("not_said", _name(held.brief, c)) for c in missing)][:at_most])


def disagreements(loop: Sequence[Held], at_most: int = 4) -> tuple[Disagreement, ...]:
    """The criteria that some interviewers found met and others asked about and did not find, the most divided first."""
    heard: dict[str, list[str]] = {}
    missed: dict[str, list[str]] = {}
    for held in loop:
        for finding in held.assessment.findings:
            if finding.rating == "yes":
                heard.setdefault(_name(held.brief, finding.criterion), []).append(held.interviewer)
            elif finding.rating == "no" and finding.criterion in held.assessment.not_said:
                missed.setdefault(_name(held.brief, finding.criterion), []).append(held.interviewer)
    divided = [Disagreement(name, tuple(heard[name]), tuple(missed[name])) for name in heard if name in missed]
    return tuple(sorted(divided, key=lambda d: (-min(len(d.heard), len(d.missed)), d.about))[:at_most])


def split(votes: Iterable[Verdict | None]) -> bool:
    """Whether the votes are so far apart that the room talks about it."""
    places = [VERDICTS.index(v) for v in votes if v]
    return bool(places) and max(places) - min(places) >= WIDE


def to_prepare(loop: Sequence[Held], at_most: int = 3) -> tuple[tuple[CriterionId, tuple[Identifier, ...]], ...]:
    """The criteria to work on, with the principles they were missing in: those whose absence weighed most over all interviews."""
    lost: dict[CriterionId, float] = {}
    where: dict[CriterionId, list[Identifier]] = {}
    for held in loop:
        for finding in held.assessment.findings:
            share = {"yes": 0.0, "partly": 0.5, "no": 1.0}[finding.rating]
            if share and finding.criterion in held.assessment.not_said:
                weight = held.brief.weights.get(finding.criterion, 0)
                lost[finding.criterion] = lost.get(finding.criterion, 0) + share * weight
                where.setdefault(finding.criterion, []).append(held.assessment.principle)
    ranked = sorted((c for c in lost if lost[c]), key=lambda c: (-lost[c], c))
    return tuple((c, tuple(where[c])) for c in ranked[:at_most])


def told_twice(loop: Sequence[Held]) -> tuple[tuple[str, str], ...]:
    """The pairs of interviewers who heard the same story."""
    contents = [(h.interviewer, content_of([t.text for t in h.transcript.answers])) for h in loop]
    return tuple((one, other) for (one, a), (other, b) in combinations(contents, 2) if alike(a, b))


def _inclined(verdict: Verdict | None) -> bool:
    return verdict in ("hire", "strong_hire")


def _name(brief: Brief, criterion: CriterionId) -> str:
    return brief.criterion(criterion).name
