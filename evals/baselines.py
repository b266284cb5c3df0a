"""What a judge reaches that reads nothing: by length, by digits, by how often "I" is said.

A set whose verdicts such a judge gets right says little about a judge that reads.
"""

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy import stats
from sklearn.model_selection import GroupKFold

from evals.dataset import length, said, story
from interviewer.recorded import Record
from interviewer.rubric import VERDICTS

Feature = Callable[[Record], float]
FOLDS = 5
_I = re.compile(r"\b(?:I|i)(?:'\w+)?\b")

FEATURES: Mapping[str, Feature] = {
    "length": length,
    "digits": lambda record: sum(c.isdigit() for c in said(record)),
    "i_count": lambda record: len(_I.findall(said(record))),
}


def predicted(records: Sequence[Record], feature: Feature) -> list[int]:
    """The verdict's place for each labelled record by `feature` alone, from the other stories (cross-validated by story).

    Records are ranked by the feature, in the direction in which it goes with the verdict, and cut where the verdicts' shares
    are: of all rules that read one figure the one that agrees most with labels of that rank correlation.
    """
    values = np.array([feature(r) for r in records], dtype=float)
    gold = np.array([VERDICTS.index(r.labels.verdict) for r in records if r.labels and r.labels.verdict])
    stories = [story(r) for r in records]
    guesses = np.zeros(len(records), dtype=int)
    for train, test in GroupKFold(min(FOLDS, len(set(stories)))).split(values, gold, stories):
        sign = _direction(values[train], gold[train])
        shares = np.cumsum(np.bincount(gold[train], minlength=len(VERDICTS)))[:-1] / len(train)
        cuts = np.quantile(sign * values[train], shares)
        guesses[test] = np.searchsorted(cuts, sign * values[test])
    return [int(guess) for guess in guesses]


def _direction(values: npt.NDArray[np.float64], gold: npt.NDArray[np.int_]) -> float:
    """1 where the verdict rises with the feature, else -1; 1 too where one of them is the same throughout and has no rank."""
    if np.ptp(values) == 0 or np.ptp(gold) == 0:
        return 1.0
    return -1.0 if stats.spearmanr(values, gold).statistic < 0 else 1.0
