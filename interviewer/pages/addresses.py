"""Where the modes are, and how one of them points into another; what draws the links is `links`.

The parts of an address are a contract: people keep and share them, and an unknown value in one is ignored, never an error.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from interviewer.library import Library
from interviewer.rubric import FLAG_CRITERIA, FLAGS, PARTS, CriterionId, FlagId, Identifier, Part
from interviewer.scenario import Scenario

Mode = Literal["interview", "learn", "practise", "test", "loop", "progress"]
View = Literal["told_well", "follow_ups", "told_badly", "levels", "angles"]
Point = CriterionId | FlagId | Part
"""Something to learn about."""
VIEWS: tuple[View, ...] = get_args(View)


class Address(NamedTuple):
    mode: Mode
    query: Mapping[str, str]


class Lesson(NamedTuple):
    """What the Learn page shows."""

    principle: Identifier
    scenario: Scenario | None
    """None: the principle has none, and is explained in general terms."""
    about: Point | None
    """What the reader came for."""
    view: View


def interview(scenario: Scenario) -> Address:
    """The form of an interview on the question of `scenario`."""
    return Address("interview", {"scenario": scenario.id})


def resume(id: str) -> Address:
    """The interview `id`, wherever it has come to."""
    return Address("interview", {"interview": id})


def learn(principle: Identifier, scenario: Scenario | None = None, section: Point | None = None) -> Address:
    """The walkthrough of `scenario`, or what there is to know about `principle` itself; opened where `section` is taught."""
    place = {"scenario": scenario.id} if scenario else {"principle": principle}
    return Address("learn", {**place, "section": section} if section else place)


def practise(principle: Identifier | None, about: CriterionId | FlagId | None = None) -> Address:
    """The checks of `principle`, or of all of them, narrowed down to those about one thing."""
    query = {"principle": principle, "about": about}
    return Address("practise", {name: value for name, value in query.items() if value})


def teaching(library: Library, principle: Identifier, scenario: Scenario | None, about: CriterionId | FlagId) -> Address:
    """Where `about` is taught: in the scenario that was asked about, else in the principle's first, else in general terms."""
    return learn(principle, scenario or first(library, principle), about)


def drilling(library: Library, principle: Identifier, about: CriterionId | FlagId) -> Address | None:
    """The checks about `about`: the principle's own, else those of all; None when there are none anywhere."""
    for point in (about, *FLAG_CRITERIA.get(about, ())):
        principles = {s.principle for s in library.scenarios.values() for check in s.knowledge_checks if point in check.about}
        if principles:
            return practise(principle if principle in principles else None, point)
    return None


def lesson(query: Mapping[str, str], library: Library, usual: Identifier) -> Lesson:
    """What the Learn page shows at an address; `usual` is the principle when the address names none."""
    scenario = library.scenarios.get(query.get("scenario", ""))
    named = query.get("principle", "")
    principle = scenario.principle if scenario else named if named in library.packs else usual
    scenario = scenario or first(library, principle)
    about = query.get("section")
    known = {c.id for c in library.packs[principle].rubric(library.rubric).criteria} | set(FLAGS) | set(PARTS)
    about = about if about in known else None
    chosen = next((view for view in VIEWS if view == query.get("view")), None)
    return Lesson(principle, scenario, about, chosen or _opened(scenario, about))


def first(library: Library, principle: Identifier) -> Scenario | None:
    """The scenario of `principle` to begin with."""
    of_principle = library.scenarios_of(principle)
    usual = library.packs[principle].default_scenario
    return min(of_principle, key=lambda s: s.id != usual, default=None)


def _opened(scenario: Scenario | None, about: Point | None) -> View:
    """A red flag is best seen where somebody raises it; everything else where it is done well."""
    raised = {fault.shows for fault in scenario.weak_answer.faults} if scenario else set()
    if about in FLAGS and (about in raised or about not in FLAG_CRITERIA):
        return "told_badly"
    return "told_well"
