"""An interview to look at before one's own: the teller of a scenario's example, with one follow-up missed and one met."""

from interviewer.brief import Brief
from interviewer.interview import Asked, Ended, Event, Interview, Said, Setup
from interviewer.rubric import Part
from interviewer.scenario import FollowUp, Scenario

TOLD: tuple[Part, ...] = ("situation", "task", "action")
"""What the sample's first answer holds; what came of it and what was learned are left to follow-ups."""
MISSED: Part = "result"
MET: Part = "reflection"


def sample(brief: Brief) -> Interview:
    """The interview, ended and not yet assessed. Raises LookupError when the brief has no scenario to take it from."""
    if brief.scenario is None:
        raise LookupError(f"There is no example story for {brief.pack.title}.")
    setup = Setup(principle=brief.pack.name, scenario=brief.scenario.id, level=brief.level, engine="local")
    return Interview.new(setup).after(*_events(brief, brief.scenario))


def _events(brief: Brief, scenario: Scenario) -> list[Event]:
    question = scenario.question
    told = " ".join(scenario.parts[part].strong for part in TOLD)
    events: list[Event] = [Asked(text=question, question=question, plainer=scenario.plainer), Said(text=told, kind="answer")]
    missed, met = (_about(brief, scenario, part) for part in (MISSED, MET))
    if missed:
        events += [_asked(missed), Said(text=missed.weak.answer, kind="answer")]
    if met:
        events += [_asked(met), Said(text=met.strong.answer, kind="answer")]
    return [*events, Ended(why="probe_limit", text="")]


def _about(brief: Brief, scenario: Scenario, part: Part) -> FollowUp | None:
    """The first follow-up that is mainly about `part`."""
    return next((f for f in scenario.follow_ups if brief.criterion(f.targets[0]).part == part), None)


def _asked(follow_up: FollowUp) -> Asked:
    """In the wording for any story: the other one speaks of what was not told here."""
    return Asked(
        text=follow_up.question,
        question=follow_up.question,
        plainer=follow_up.plainer,
        probe=follow_up.id,
        targets=follow_up.targets,
        because=follow_up.targets[0],
    )
