"""The order of questions is learned from what readers would ask, and asks accordingly."""

import numpy as np

from evals.training.examples import Example, everything_of
from evals.training.next_questions import Seen, fit_order, hit
from interviewer.engines.local.passages import CRITERIA
from interviewer.library import bundled, load
from interviewer.recorded import Labels, Record
from interviewer.rubric import FLAGS

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
METRIC, OWNERSHIP = CRITERIA.index("metric"), CRITERIA.index("ownership")
LABELS = Labels(verdict="hire", criteria=dict.fromkeys(CRITERIA, "partly"), flags=dict.fromkeys(FLAGS, False))
RECORD = Record(
    id="one", principle="ownership", level="sde2", question="Tell me.", answer="I rang the two suppliers. Then I wrote a list.",
    labels=LABELS,
)  # fmt: skip
EXAMPLE = everything_of(RECORD, LIBRARY)


def told(number: int) -> tuple[Example, Seen]:
    """Every other story is full and to be asked for its metric, the thin ones for ownership; all else is met."""
    full = number % 2 == 0
    either = np.isin(np.arange(len(CRITERIA)), [METRIC, OWNERSHIP])
    wanted = np.where(either, np.arange(len(CRITERIA)) == (METRIC if full else OWNERSHIP), number % 3 == 0)
    likely = np.where(either, 0.1, 0.8 if full else 0.2)
    return EXAMPLE._replace(wanted=wanted), Seen(likely, np.where(either, 0.5, 1.0), np.zeros(len(FLAGS)))


HELD = [told(n) for n in range(40)]
ORDER = fit_order([e for e, _ in HELD], {n: seen for n, (_, seen) in enumerate(HELD)})


def test_what_is_asked_depends_on_how_full_the_story_is() -> None:
    assert ORDER["metric"].full > 0 > ORDER["ownership"].full
    assert all(hit(e, seen, ORDER) for e, seen in HELD)


def test_what_is_met_is_not_asked_about() -> None:
    example, seen = told(0)
    met = seen._replace(ratings=np.where(np.arange(len(CRITERIA)) == METRIC, 1.0, 0.5))
    assert not hit(example._replace(wanted=np.arange(len(CRITERIA)) == METRIC), met, ORDER)


def test_a_story_that_may_not_be_real_is_asked_what_happened_first() -> None:
    example, seen = told(0)
    unreal = seen._replace(doubts=np.array([0.9 * (f == "hypothetical") for f in FLAGS]))
    assert hit(example._replace(wanted=np.arange(len(CRITERIA)) == CRITERIA.index("stakes")), unreal, ORDER)
