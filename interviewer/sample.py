"""An interview to look at before one's own: the teller of a scenario's example, with one follow-up met and one missed."""

from interviewer.brief import Brief
from interviewer.interview import Asked, Ended, Event, Interview, Said, Setup
from interviewer.rubric import Part
from interviewer.scenario import FollowUp, Scenario

TOLD: tuple[Part, ...] = ("situation", "task", "action", "result")
"""What the sample's first answer holds; what was learned is left to a follow-up."""
MET: Part = "result"
MISSED: Part = "reflection"


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
    met, missed = (_about(brief, scenario, part) for part in (MET, MISSED))
    if met:
        events += [_asked(met, met.for_example), Said(text=met.strong.answer, kind="answer")]
    if missed:
        # In the wording for any story: the other one speaks of a reflection that was not told here.
        events += [_asked(missed, missed.question), Said(text=missed.weak.answer, kind="answer")]
    return [*events, Ended(why="probe_limit", text="")]


def _about(brief: Brief, scenario: Scenario, part: Part) -> FollowUp | None:
    """The first follow-up that is mainly about `part`."""
    return next((f for f in scenario.follow_ups if brief.criterion(f.targets[0]).part == part), None)


def _asked(follow_up: FollowUp, question: str) -> Asked:
    return Asked(
        text=question,
        question=question,
        plainer=follow_up.plainer,
        probe=follow_up.id,
        targets=follow_up.targets,
        because=follow_up.targets[0],
    )
