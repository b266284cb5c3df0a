import pytest

from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.pages.picture import SIGNS, Shape, cells, drawn, icon
from interviewer.rubric import LEVELS, Level, Rating
from tests.pages.reading import read
from tests.saying import rated, said


@pytest.fixture
def made(library: Library, brief: Brief) -> Assessment:
    return assess(LocalEngine(library), brief, said("I mended the report."))


def with_(made: Assessment, brief: Brief, ratings: dict[str, Rating], *never_asked: str) -> Assessment:
    return made.model_copy(update={"findings": rated(brief, ratings).findings, "never_asked": never_asked, "not_said": ()})


def test_every_criterion_is_drawn_once_under_its_part(made: Assessment, brief: Brief) -> None:
    held = cells(made, brief, "hire")
    assert [len(c) for c in held.values()] == [1, 2, 4, 3, 2]
    text = read(drawn(made, brief, "hire")).text
    assert all(criterion.name in text for criterion in brief.rubric.criteria)


def test_what_is_needed_is_said_where_it_falls_short(made: Assessment, brief: Brief) -> None:
    held = cells(with_(made, brief, {"metric": "partly", "stakes": "yes"}), brief, "strong_hire")
    metric = next(cell for cell in held["result"] if cell.name == "Measured result")
    assert (metric.shape, metric.rating) == ("partly", "Partly met")
    assert metric.needed == "Counts most. Strong Hire needs it in full"
    assert held["situation"][0].needed == ""


@pytest.mark.parametrize(
    ("ratings", "never_asked", "shape", "rating"),
    [
        ({"trade_off": "yes"}, (), "yes", "Met"),
        ({"trade_off": "partly"}, ("trade_off",), "partly", "Partly met"),
        ({}, (), "no", "Not met"),
        ({}, ("trade_off",), "unasked", "Not said, never asked"),
    ],
)
def test_each_state_has_a_shape_and_a_word_of_its_own(
    made: Assessment, brief: Brief, ratings: dict[str, Rating], never_asked: tuple[str, ...], shape: Shape, rating: str
) -> None:
    held = cells(with_(made, brief, ratings, *never_asked), brief, "hire")
    found = next(cell for cell in held["action"] if cell.name == "Trade-offs")
    assert (found.shape, found.rating) == (shape, rating)


def test_what_a_level_does_not_expect_is_drawn_as_such(made: Assessment, library: Library) -> None:
    brief = library.brief("ownership", "sde1")
    insight = next(c for c in cells(with_(made, brief, {}), brief, "hire")["reflection"] if c.name == "Systemic insight")
    assert (insight.shape, insight.rating, insight.needed) == ("unexpected", "Not expected at this level", "")


def test_no_two_states_look_alike_without_colour() -> None:
    styles = {shape: icon(shape).split("print-color-adjust: exact; ")[-1] for shape in SIGNS}
    plain = {shape: (SIGNS[shape], "dashed" in style, "gradient" in style) for shape, style in styles.items()}
    assert len(set(plain.values())) == len(SIGNS)


@pytest.mark.parametrize("level", LEVELS)
def test_a_story_that_meets_everything_needs_nothing(made: Assessment, library: Library, level: Level) -> None:
    brief = library.brief("ownership", level)
    held = cells(with_(made, brief, {c.id: "yes" for c in brief.rubric.criteria}), brief, "strong_hire")
    assert {cell.needed for group in held.values() for cell in group} <= {"", "Counts most."}
