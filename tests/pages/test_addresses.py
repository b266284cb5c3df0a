import pytest

from interviewer.library import Library
from interviewer.pages import addresses
from interviewer.pages.addresses import Address, View, drilling, lesson, teaching
from interviewer.rubric import BASE_CRITERIA, FLAGS, Part

PRINCIPLE = "ownership"


def without_scenarios(library: Library, principle: str = PRINCIPLE) -> Library:
    rest = {name: s for name, s in library.scenarios.items() if s.principle != principle}
    pack = library.packs[principle].model_copy(update={"default_scenario": None})
    return library._replace(scenarios=rest, packs={**library.packs, principle: pack})


def without_checks(library: Library, principle: str) -> Library:
    """`library` as if nothing was tagged in the scenarios of `principle`."""
    return library._replace(
        scenarios={
            name: s.model_copy(update={"knowledge_checks": ()}) if s.principle == principle else s
            for name, s in library.scenarios.items()
        }
    )


@pytest.mark.parametrize("about", [*BASE_CRITERIA, *FLAGS])
def test_every_point_leads_to_a_lesson_about_it(library: Library, about: str) -> None:
    scenario = library.scenarios["orphaned_night_job"]
    where = teaching(library, PRINCIPLE, scenario, about)
    shown = lesson(where.query, library, usual="dive_deep")
    assert (shown.principle, shown.scenario, shown.about) == (PRINCIPLE, scenario, about)


@pytest.mark.parametrize(
    ("about", "view"),
    [("metric", "told_well"), ("result", "told_well"), (None, "told_well"), ("we_voice", "told_badly"), ("blame", "told_badly")],
)
def test_a_lesson_opens_where_its_point_is_seen_best(library: Library, about: str | None, view: View) -> None:
    where = addresses.learn(PRINCIPLE, library.scenarios["orphaned_night_job"], about)
    assert lesson(where.query, library, usual=PRINCIPLE).view == view


def test_a_red_flag_that_nobody_raises_is_taught_by_what_it_is_about(library: Library) -> None:
    scenario = library.scenarios["orphaned_night_job"]
    assert "handed_off" not in {fault.shows for fault in scenario.weak_answer.faults}
    assert lesson({"scenario": scenario.id, "section": "handed_off"}, library, usual=PRINCIPLE).view == "told_well"


def test_a_principle_asked_without_a_scenario_is_taught_by_its_first(library: Library) -> None:
    usual = library.packs["dive_deep"].default_scenario or ""
    assert teaching(library, "dive_deep", None, "depth") == Address("learn", {"scenario": usual, "section": "depth"})


def test_a_principle_without_scenarios_is_taught_in_general_terms(library: Library) -> None:
    bare = without_scenarios(library)
    where = teaching(bare, PRINCIPLE, None, "metric")
    assert where == Address("learn", {"principle": PRINCIPLE, "section": "metric"})
    shown = lesson(where.query, bare, usual="dive_deep")
    assert (shown.principle, shown.scenario, shown.about) == (PRINCIPLE, None, "metric")


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"scenario": "nonsense"},
        {"principle": "../../etc/passwd"},
        {"section": "<script>"},
        {"view": "nonsense", "section": "\U0001f4a5" * 1000},
    ],
)
def test_an_unknown_address_shows_the_usual_principle(library: Library, query: dict[str, str]) -> None:
    shown = lesson(query, library, usual=PRINCIPLE)
    assert shown.principle == PRINCIPLE
    assert shown.scenario == library.scenarios[library.packs[PRINCIPLE].default_scenario or ""]
    assert (shown.about, shown.view) == (None, "told_well")


def test_a_view_that_was_chosen_goes_before_the_one_that_fits(library: Library) -> None:
    assert lesson({"section": "we_voice", "view": "follow_ups"}, library, usual=PRINCIPLE).view == "follow_ups"


def test_a_point_is_drilled_with_the_checks_of_its_principle(library: Library) -> None:
    checks = [check for s in library.scenarios_of(PRINCIPLE) for check in s.knowledge_checks]
    point = checks[0].about[0]
    assert drilling(library, PRINCIPLE, point) == Address("practise", {"principle": PRINCIPLE, "about": point})


def test_a_point_its_principle_has_no_check_for_is_drilled_with_those_of_all(library: Library) -> None:
    assert drilling(without_checks(library, PRINCIPLE), PRINCIPLE, "metric") == Address("practise", {"about": "metric"})


def test_a_red_flag_without_checks_is_drilled_by_what_it_is_about(library: Library) -> None:
    def only_metric(library: Library) -> Library:
        scenario = library.scenarios["orphaned_night_job"]
        check = scenario.knowledge_checks[0].model_copy(update={"about": ("metric",)})
        return library._replace(scenarios={scenario.id: scenario.model_copy(update={"knowledge_checks": (check,)})})

    assert drilling(only_metric(library), PRINCIPLE, "vague_result") == Address(
        "practise", {"principle": PRINCIPLE, "about": "metric"}
    )
    assert drilling(only_metric(library), PRINCIPLE, "blame") is None


@pytest.mark.parametrize("part", ["situation", "task", "action", "result", "reflection"])
def test_a_whole_part_can_be_pointed_at(library: Library, part: Part) -> None:
    assert lesson({"section": part}, library, usual=PRINCIPLE).about == part
