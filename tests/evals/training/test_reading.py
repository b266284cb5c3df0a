"""What is fitted is what is used: the judge of the training reads an interview as the offline engine does."""

from pathlib import Path

import numpy as np
import pytest

import evals
from evals.training.examples import Example, everything_of
from evals.training.fitting import Order, placed
from evals.training.reading import Reading, judged, policy_row
from interviewer.assessing import assess
from interviewer.engines.local import LocalEngine
from interviewer.engines.local.chances import Sum, elsewhere, read, weights
from interviewer.engines.local.passages import CRITERIA
from interviewer.library import bundled, load
from interviewer.recorded import Record, brief_of, read_records, transcript
from interviewer.rubric import FLAGS, RATINGS, VERDICTS
from interviewer.verdict import weights as verdict_weights

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
FILE = Path(evals.__file__).parent / "recorded" / "development.jsonl"
RECORDS = [r for r in read_records(FILE) if isinstance(r, Record)][::163]
SUMS: dict[str, dict[str, Sum]] = {
    "met": dict(weights().met),
    "hinted": dict(weights().hinted),
    "flags": {flag: weights().flags[flag] for flag in FLAGS},
}


def shipped_order() -> Order:
    """The verdict's weights as `fit_order` gives them."""
    held = verdict_weights()
    fitted = np.array([*(held.criteria[c] / 2 for c in CRITERIA), *(held.flags[f] / 2 for f in FLAGS), 2 * held.a_level_up])
    always = 2 * fitted[len(CRITERIA) : -1].sum() + fitted[-1]
    return fitted, np.array([held.starts[v] + always for v in VERDICTS[1:]])


def as_used(e: Example, record: Record) -> Reading:
    chances, about = read(e.found)
    off = elsewhere(e.found, about, record.principle)
    return Reading(chances, (off, off))


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.id)
def test_an_interview_is_judged_alike_in_training_and_in_use(record: Record) -> None:
    e = everything_of(record, LIBRARY)
    brief = brief_of(record, LIBRARY)
    review = LocalEngine(LIBRARY).review(brief, transcript(record, brief))
    found = judged(e, as_used(e, record), SUMS, whole=True)
    assert [RATINGS[int(2 * r)] for r in found.ratings] == [review.ratings[c] for c in CRITERIA]
    assert found.doubts == pytest.approx([review.doubts[f] for f in FLAGS], abs=1e-6)
    verdict = VERDICTS[int(placed(policy_row(e, found)[None], shipped_order())[0])]
    assert VERDICTS.index(assess(LocalEngine(LIBRARY), brief, transcript(record, brief)).verdict) <= VERDICTS.index(verdict)
