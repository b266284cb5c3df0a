"""A verdict's reason, as a person would say it."""

from collections.abc import Mapping, Sequence

from interviewer.brief import Brief
from interviewer.rubric import LEVEL_NAMES, VERDICT_NAMES, VERDICTS, CriterionId
from interviewer.text import listed
from interviewer.verdict import Decision, Reason

MOST_NAMED = 3
"""Things named; more would not be kept in mind."""
_IN_A_SENTENCE: Mapping[CriterionId, str] = {
    "stakes": "what was at stake",
    "role": "your own role",
    "first_person": "your own steps",
    "trade_off": "the trade-offs",
    "metric": "a measured result",
    "impact": "the value for somebody",
    "lasting_effect": "a lasting effect",
    "systemic_insight": "the reason behind it all",
}
"""Where the name of a criterion is no part of a sentence."""


def explain(decision: Decision, brief: Brief) -> str:
    """The decision in one sentence, for example "Hire at SDE II needs ownership and a measured result."."""
    if decision.verdict == "strong_hire":
        return "Every point that decides at this level is met."
    following = VERDICT_NAMES[VERDICTS[VERDICTS.index(decision.verdict) + 1]]
    level = LEVEL_NAMES[brief.level]
    if any(r.basis == "nothing_said" for r in decision.held_down_by):
        return f"There is too little in the answers to judge; {following} needs a real story told in steps."
    if broken := [r.about for r in decision.held_down_by if r.basis == "disqualified"]:
        when = next(d.when for d in brief.pack.disqualifiers if d.id == broken[0])
        return f"{brief.pack.title} is missed whatever else the story holds: {when}"
    named = [r for r in decision.told if r.basis in ("criterion", "flag")]
    above_all = "above all " if len(named) > MOST_NAMED else ""
    criteria, flags = _criteria(named[:MOST_NAMED], brief), _flags(named[:MOST_NAMED], brief)
    if criteria:
        return f"{following} at {level} needs {above_all}{criteria}{f', and {flags} gone' if flags else ''}."
    if flags:
        thin = any(r.basis == "coverage" for r in decision.held_down_by)
        stand = "stands" if flags.startswith("the red flag ") else "stand"
        few = ", and too few of the criteria are met" if thin else ""
        return f"{flags[0].upper()}{flags[1:]} {stand} between this and {following}{few}."
    open_ = [_spoken(r, brief) for r in decision.held_down_by if r.basis == "coverage" and r.about]
    return f"{following} at {level} needs more of the criteria to be met, above all {listed(open_)}."


def _criteria(named: Sequence[Reason], brief: Brief) -> str:
    """Those short of what the next verdict asks for; empty when none is."""
    short = [(r.needs, _spoken(r, brief)) for r in named if r.basis == "criterion"]
    at_all = [name for needs, name in short if needs != "yes"]
    clearly = [name for needs, name in short if needs == "yes"]
    return ", and ".join([*([listed(at_all)] if at_all else []), *([f"{listed(clearly)} clearly shown"] if clearly else [])])


def _flags(named: Sequence[Reason], brief: Brief) -> str:
    """The red flags in the way, for example "the red flags “blame” and “assigned”"; empty when there is none."""
    names = [f"“{brief.rubric.flag(flag.id).name.lower()}”" for flag in brief.rubric.flags if flag.id in {r.about for r in named}]
    return f"the red flag{'' if len(names) == 1 else 's'} {listed(names)}" if names else ""


def _spoken(reason: Reason, brief: Brief) -> str:
    criterion = str(reason.about)
    return _IN_A_SENTENCE.get(criterion) or brief.criterion(criterion).name.lower()
