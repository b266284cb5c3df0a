"""Two runs side by side."""

from functools import partial

import pytest

from evals.comparing import Comparison, Difference
from evals.comparing import compare as compare_runs
from evals.dataset import Dataset
from evals.suites import agreement, levels
from evals.trial import Recorded, Result
from interviewer.library import Library
from tests.evals.conftest import STRONG, WEAK, Making
from tests.evals.suites.judging import judged, lost, with_rating, with_verdict

compare = partial(compare_runs, resamples=60)


@pytest.fixture
def run(library: Library, record: Making) -> list[Result]:
    records = [record(f"s{n}", STRONG, "strong_hire") for n in range(4)]
    records += [record(f"w{n}", f"{WEAK} It was {n} years ago.", "no_hire", "no") for n in range(4)]
    found = judged(agreement.trials(Dataset(tuple(records), ()), library, 1), library)
    return [with_verdict(r, "strong_hire" if "/s" in r.trial.id else "no_hire") for r in found]


def difference(found: Comparison, name: str) -> Difference:
    return next(d for d in found.differences if d.name == name)


def test_a_run_and_itself_differ_in_nothing(run: list[Result]) -> None:
    found = compare(run, reversed(run))
    assert found.compared == 8
    assert found.flips == ()
    assert {d.change for d in found.differences} <= {0.0, None}
    assert {d.significant for d in found.differences} == {None}
    assert {(m.raised, m.lowered) for m in found.moved} == {(0, 0)}


def test_every_flip_is_listed_with_the_way_it_goes(run: list[Result]) -> None:
    worse = [with_verdict(run[0], "hire"), with_verdict(run[4], "hire"), *run[1:4], *run[5:]]
    assert [(f.trial, f.before, f.after, f.towards_label) for f in compare(run, worse).flips] == [
        ("agreement/s0", "strong_hire", "hire", "worse"),
        ("agreement/w0", "no_hire", "hire", "worse"),
    ]
    assert [f.towards_label for f in compare(worse, run).flips] == ["better", "better"]


def test_a_measure_is_worse_when_its_whole_interval_is_on_the_wrong_side(run: list[Result]) -> None:
    all_one = [with_verdict(r, "hire") for r in run]
    exact = difference(compare(run, all_one), "verdict_exact")
    assert (exact.before, exact.after, exact.change, exact.significant) == (1.0, 0.0, -1.0, "worse")
    assert difference(compare(all_one, run), "verdict_exact").significant == "better"
    one = [with_verdict(run[0], "hire"), *run[1:]]
    slightly = difference(compare(run, one), "verdict_exact")
    assert slightly.change == pytest.approx(-1 / 8)
    assert slightly.high == 0
    assert slightly.significant is None


def test_what_only_one_run_has_scored_counts_nowhere(run: list[Result]) -> None:
    found = compare([*run[:3], lost(run[3])], run[1:])
    assert found.compared == 2
    assert found.only_before == ("agreement/s0",)
    assert found.only_after == ("agreement/s3", "agreement/w0", "agreement/w1", "agreement/w2", "agreement/w3")
    assert difference(found, "verdict_exact").change == 0


def test_a_trial_with_other_words_is_another_trial(run: list[Result]) -> None:
    task = run[0].trial.task
    assert isinstance(task, Recorded)
    mended = task.record.model_copy(update={"labels": None})
    reworded = task.record.model_copy(update={"answer": "Something else."})
    relabelled, rewritten = (
        run[0].model_copy(update={"trial": run[0].trial.model_copy(update={"task": Recorded(record=record)})})
        for record in (mended, reworded)
    )
    assert compare(run, [relabelled, *run[1:]]).other_task == ()
    found = compare(run, [rewritten, *run[1:]])
    assert found.other_task == ("agreement/s0",)
    assert found.compared == 7


def test_moved_ratings_are_counted_by_criterion(run: list[Result]) -> None:
    lowered = [with_rating(r, "metric", "no") for r in run[:2]] + run[2:]
    by_criterion = {m.criterion: m for m in compare(run, lowered).moved}
    assert (by_criterion["metric"].lowered, by_criterion["metric"].raised, by_criterion["stakes"].lowered) == (2, 0, 0)


def test_labels_say_nothing_of_other_levels(library: Library, record: Making) -> None:
    one = judged(levels.trials(Dataset((record("r", STRONG, "hire"),), ()), library, 1), library)
    found = compare(one, [with_verdict(r, "no_hire") for r in one])
    assert found.flips
    assert {f.labelled for f in found.flips} == {None}
