"""The same story, whoever tells it."""

import pytest

from evals.conducting import conduct
from evals.dataset import Dataset
from evals.suites import fairness
from evals.suites.fairness import Pair
from evals.trial import Judged, Result, Trial
from interviewer.assessment import Assessment
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.rubric import VERDICTS
from tests.evals.conftest import STRONG, WEAK, Making


@pytest.fixture
def strong(library: Library, record: Making) -> Assessment:
    return _assessment(library, record, STRONG)


@pytest.fixture
def weak(library: Library, record: Making) -> Assessment:
    return _assessment(library, record, WEAK)


def _assessment(library: Library, record: Making, answer: str) -> Assessment:
    given = conduct(_trial(record(answer=answer), "original"), library, lambda _: LocalEngine(library)).assessment
    assert given
    return given


def _trial(record: object, group: str, story: str = "s") -> Trial:
    assert hasattr(record, "id")
    base = None if group == "original" else f"fairness/original/{record.id}"
    id = f"fairness/{group}/{record.id}"
    return Trial.model_validate(
        {
            "id": id,
            "suite": "fairness",
            "story": story,
            "kind": group,
            "base": base,
            "task": {"type": "recorded", "record": record},
        }
    )


def _results(record: Making, given: dict[str, tuple[Assessment, Assessment]]) -> list[Result]:
    """By story, the assessments of the interview as recorded and as the group told it."""
    return [
        Result(trial=_trial(record(id), group, story=id), outcome=Judged(assessment=assessment), seconds=0)
        for id, both in given.items()
        for group, assessment in zip(("original", "scots"), both, strict=True)
    ]


def test_a_group_that_is_judged_the_same_is_shown_to_be(record: Making, strong: Assessment) -> None:
    score = fairness.score(_results(record, dict.fromkeys("abc", (strong, strong))))
    values = {m.name: m.value for m in score.metrics}
    assert (values["shown_coverage"], values["shown_steps"], values["flips"], values["framing_differs"]) == (1, 1, 0, 0)
    assert not score.remarks


def test_a_group_that_is_judged_worse_is_not_shown_and_every_flip_is_told(
    record: Making, strong: Assessment, weak: Assessment
) -> None:
    score = fairness.score(_results(record, dict.fromkeys("abc", (strong, weak))))
    values = {m.name: m.value for m in score.metrics}
    assert values["shown_coverage"] == 0
    assert values["flips_scots"] == 1
    assert values["worst_coverage"] == pytest.approx(strong.decision.coverage - weak.decision.coverage)
    assert sum("became" in r.what for r in score.remarks) == 3
    assert any("not shown to be the same in coverage" in r.what for r in score.remarks)


def test_one_interview_shows_nothing(record: Making, strong: Assessment) -> None:
    values = {m.name: m.value for m in fairness.score(_results(record, {"a": (strong, strong)})).metrics}
    assert values["shown_coverage"] == 0


def test_interviews_of_one_story_count_once(record: Making, strong: Assessment, weak: Assessment) -> None:
    worse = [Pair(_trial(record(f"a{n}"), "scots", story="a"), strong, weak) for n in range(9)]
    same = [Pair(_trial(record("b"), "scots", story="b"), strong, strong)]
    found = fairness.difference([*worse, *same], lambda p: p.coverage)
    assert found.mean == pytest.approx((weak.decision.coverage - strong.decision.coverage) / 2)


def test_words_of_the_candidate_are_not_the_feedback_s(strong: Assessment) -> None:
    def share(summary: str) -> float:
        feedback = strong.feedback.model_copy(update={"summary": summary})
        return fairness.wording(strong.model_copy(update={"feedback": feedback}), frozenset({"splendid"}))

    assert share("You say “it was splendid”.") == 0
    assert share("It was splendid.") > 0


@pytest.mark.parametrize(
    ("chances", "significant"),
    [
        ({"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.005}, ["d", "a"]),
        ({"a": 0.02, "b": 0.02, "c": 0.02}, []),
        ({"a": 0.04}, ["a"]),
        ({}, []),
    ],
    ids=["two of four", "each but not all", "one", "none"],
)
def test_what_is_significant_among_many(chances: dict[str, float], significant: list[str]) -> None:
    assert fairness.holm(chances) == significant


def test_every_telling_is_compared_with_one_that_is_there(library: Library, record: Making) -> None:
    many = Dataset(tuple(record(f"r{n}", STRONG, VERDICTS[n % 4]) for n in range(80)), ())
    found = list(fairness.trials(many, library, 1))
    ids = {t.id for t in found}
    assert len(ids) == len(found)
    assert sum(t.kind == "original" for t in found) == 4 * fairness.QUOTA
    assert all(t.base in ids for t in found if t.kind != "original")
    assert len({t.kind for t in found}) > 12
