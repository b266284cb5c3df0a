import pytest

from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.retelling import compare
from interviewer.review import RaisedFlag
from interviewer.rubric import FlagId, Rating, Verdict
from tests.saying import rated, said


@pytest.fixture
def made(library: Library, brief: Brief) -> Assessment:
    return assess(LocalEngine(library), brief, said("I mended the report."))


def with_(made: Assessment, brief: Brief, ratings: dict[str, Rating], *flags: FlagId, verdict: Verdict = "hire") -> Assessment:
    decision = made.decision.model_copy(update={"verdict": verdict})
    raised = tuple(RaisedFlag(flag=flag) for flag in flags)
    return made.model_copy(update={"findings": rated(brief, ratings).findings, "flags": raised, "decision": decision})


def test_what_moved_is_told_by_criterion(made: Assessment, brief: Brief) -> None:
    before = with_(made, brief, {"metric": "no", "stakes": "yes", "depth": "yes"})
    after = with_(made, brief, {"metric": "partly", "stakes": "yes", "depth": "no"})
    moved = compare(before, after)
    assert [(r.criterion, r.before, r.after) for r in moved.rows_moved("up")] == [("metric", "no", "partly")]
    assert [(r.criterion, r.before, r.after) for r in moved.rows_moved("down")] == [("depth", "yes", "no")]
    assert [r.criterion for r in moved.rows] == [c.id for c in brief.rubric.criteria]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [("no_hire", "hire", "up"), ("hire", "hire", "same"), ("strong_hire", "lean_no_hire", "down")],
)
def test_the_verdict_moves_too(made: Assessment, brief: Brief, before: Verdict, after: Verdict, moved: str) -> None:
    assert compare(with_(made, brief, {}, verdict=before), with_(made, brief, {}, verdict=after)).verdict == moved


def test_red_flags_come_and_go(made: Assessment, brief: Brief) -> None:
    moved = compare(with_(made, brief, {}, "blame", "assigned"), with_(made, brief, {}, "blame", "we_voice"))
    assert (moved.flags_gone, moved.flags_new) == (("assigned",), ("we_voice",))


def test_an_interview_without_a_word_is_compared_as_nothing_met(made: Assessment, brief: Brief) -> None:
    nothing = made.model_copy(update={"findings": ()})
    moved = compare(nothing, with_(made, brief, {"metric": "yes"}))
    assert [(r.criterion, r.before) for r in moved.rows_moved("up")] == [("metric", "no")]
