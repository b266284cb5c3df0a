"""Judges that read nothing."""

import warnings

from evals.baselines import FEATURES, predicted
from evals.statistics import qwk
from interviewer.rubric import VERDICTS
from tests.evals.conftest import Making


def test_length_gives_a_set_away_whose_better_answers_are_longer(record: Making) -> None:
    records = [record(id=f"{v}{n}", answer="word " * (50 * v + 50 + n), verdict=VERDICTS[v]) for v in range(4) for n in range(10)]
    gold = [v for v in range(4) for _ in range(10)]
    assert qwk(gold, predicted(records, FEATURES["length"])) > 0.9


def test_length_says_nothing_about_a_set_where_it_does_not_matter(record: Making) -> None:
    records = [record(id=f"{v}{n}", answer="word " * (30 + 17 * n), verdict=VERDICTS[v]) for v in range(4) for n in range(10)]
    gold = [v for v in range(4) for _ in range(10)]
    assert abs(qwk(gold, predicted(records, FEATURES["length"]))) < 0.3


def test_a_story_is_never_judged_by_its_own_other_tellings(record: Making) -> None:
    """Two tellings of each story with opposite lengths: learnt from themselves they would be right."""
    records = [
        record(id=f"{s}{v}", story=str(s), answer="word " * (100 + s), verdict=VERDICTS[v]) for s in range(8) for v in (0, 3)
    ]
    assert qwk([0, 3] * 8, predicted(records, FEATURES["length"])) <= 0


def test_digits_and_i_are_counted_over_all_turns(record: Making) -> None:
    said = record(answer="I counted 12 of them, and I'm sure. IBM too.")
    assert FEATURES["digits"](said) == 2
    assert FEATURES["i_count"](said) == 2


def test_a_count_that_is_always_the_same_agrees_by_chance_alone(record: Making) -> None:
    records = [record(id=f"{v}{n}", answer="Nothing was counted.", verdict=VERDICTS[v]) for v in range(4) for n in range(5)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        guessed = predicted(records, FEATURES["digits"])
    assert qwk([v for v in range(4) for _ in range(5)], guessed) == 0
