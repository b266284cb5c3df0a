"""Does the judge say what careful readers say? On labelled recorded interviews."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from evals.baselines import FEATURES, FOLDS, predicted
from evals.dataset import Dataset, story
from evals.measuring import measured
from evals.score import Metric, Remark, Score
from evals.statistics import f1, mean, nanmean, qwk
from evals.trial import Recorded, Result, Trial
from interviewer.assessment import Assessment
from interviewer.library import Library
from interviewer.recorded import Labels, Record
from interviewer.rubric import BASE_CRITERIA, FLAGS, VERDICT_NAMES, VERDICTS, CriterionId, FlagId


class Pair(NamedTuple):
    """A reader's labels and the judge's assessment of the same interview."""

    id: str
    record: Record
    labels: Labels
    given: Assessment

    @property
    def story(self) -> str:
        return story(self.record)

    @property
    def gold(self) -> int:
        """The labelled verdict's place on the scale."""
        assert self.labels.verdict
        return VERDICTS.index(self.labels.verdict)

    @property
    def judged(self) -> int:
        return VERDICTS.index(self.given.verdict)

    @property
    def closeness(self) -> dict[str, float]:
        """`verdict`: 1 for the reader's, a third less for each step away; `gaps`: the share of criteria seen alike, met or not.

        Not a number where it is not labelled.
        """
        seen = self.given.first_answer.criteria
        gaps = [(rating == "yes") == (seen.get(c) == "yes") for c, rating in self.labels.criteria.items()]
        verdict = 1 - abs(self.gold - self.judged) / (len(VERDICTS) - 1) if self.labels.verdict else float("nan")
        return {"verdict": verdict, "gaps": mean(gaps)}


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every labelled record, `repeats` times."""
    for record, repeat in product(dataset.labelled, range(repeats)):
        id = f"agreement/{record.id}" + (f"#{repeat}" if repeat else "")
        yield Trial(id=id, suite="agreement", story=story(record), repeat=repeat, task=Recorded(record=record))


def pairs(results: Iterable[Result]) -> list[Pair]:
    """The scored results with the labels they are to be compared with."""
    found = []
    for result in results:
        task, given = result.trial.task, result.assessment
        if given and isinstance(task, Recorded) and task.record.labels:
            found.append(Pair(result.trial.id, task.record, task.record.labels, given))
    return found


def score(results: Sequence[Result]) -> Score:
    everything = pairs(results)
    judged = [p for p in everything if p.labels.verdict]
    return Score(
        suite="agreement",
        metrics=(*_verdicts(judged), *_gaps(everything), *_flags(everything), *_next_probes(everything), *yardsticks(judged)),
        remarks=tuple(_disagreements(judged)),
        confusion=_confusion(judged) if judged else None,
        unscored=sum(r.assessment is None for r in results),
    )


def _verdicts(judged: list[Pair]) -> Iterator[Metric]:
    yield measured("verdict_qwk", judged, partial(_agreement, by=lambda p: p.judged))
    yield measured("verdict_exact", judged, lambda some: mean([p.gold == p.judged for p in some]))
    yield measured("verdict_adjacent", judged, lambda some: mean([abs(p.gold - p.judged) <= 1 for p in some]))


def _gaps(everything: list[Pair]) -> Iterator[Metric]:
    """A gap is a criterion that is not yes, in the first answer."""
    rated = [p for p in everything if p.labels.criteria]
    yield measured("gap_f1", rated, lambda some: nanmean([_gap_f1(some, c) for c in BASE_CRITERIA]))
    for criterion in BASE_CRITERIA:
        yield measured(f"gap_f1_{criterion}", rated, partial(_gap_f1, criterion=criterion))
    for criterion in BASE_CRITERIA:
        yield measured(f"rating_exact_{criterion}", rated, partial(_same_rating, criterion=criterion))


def _flags(everything: list[Pair]) -> Iterator[Metric]:
    rated = [p for p in everything if p.labels.flags]
    yield measured("flag_f1", rated, lambda some: nanmean([_flag_f1(some, f) for f in FLAGS]))
    for flag in FLAGS:
        yield measured(f"flag_f1_{flag}", rated, partial(_flag_f1, flag=flag))


def _next_probes(everything: list[Pair]) -> Iterator[Metric]:
    """Whether the follow-up after the first answer is one that a good interviewer could ask."""
    labelled = [p for p in everything if p.labels.criteria]
    yield measured("next_probe_hit", labelled, lambda some: mean([_hit(p) for p in some]))


def _hit(pair: Pair) -> bool:
    probe, good = pair.given.first_answer.next_probe, pair.labels.next_probes
    return probe.targets[0] in good if probe else not good


def yardsticks(judged: list[Pair]) -> Iterator[Metric]:
    """What judges reach that read nothing, and what a second reader reaches, on the same interviews."""
    records = list({p.record.id: p.record for p in judged}.values())
    if len({story(r) for r in records}) >= FOLDS:
        for name, feature in FEATURES.items():
            guessed = dict(zip((r.id for r in records), predicted(records, feature), strict=True))
            yield measured(f"baseline_{name}_qwk", judged, partial(_guessing, guessed=guessed))
    twice = [p for p in judged if p.record.second_labels and p.record.second_labels.verdict]
    if twice:
        yield measured("second_reader_qwk", twice, partial(_agreement, by=_second))
        yield measured("second_reader_exact", twice, lambda some: mean([p.gold == _second(p) for p in some]))
        yield measured("judge_qwk_where_read_twice", twice, partial(_agreement, by=lambda p: p.judged))


def _agreement(some: Sequence[Pair], by: Callable[[Pair], int]) -> float:
    return qwk([p.gold for p in some], [by(p) for p in some])


def _guessing(some: Sequence[Pair], guessed: Mapping[str, int]) -> float:
    return _agreement(some, lambda p: guessed[p.record.id])


def _second(pair: Pair) -> int:
    assert pair.record.second_labels
    assert pair.record.second_labels.verdict
    return VERDICTS.index(pair.record.second_labels.verdict)


def _gap_f1(some: Sequence[Pair], criterion: CriterionId) -> float:
    rated = [p for p in some if criterion in p.labels.criteria]
    return f1(
        [p.labels.criteria[criterion] != "yes" for p in rated],
        [p.given.first_answer.criteria.get(criterion) != "yes" for p in rated],
    )


def _same_rating(some: Sequence[Pair], criterion: CriterionId) -> float:
    rated = [p for p in some if criterion in p.labels.criteria]
    return mean([p.labels.criteria[criterion] == p.given.first_answer.criteria.get(criterion) for p in rated])


def _flag_f1(some: Sequence[Pair], flag: FlagId) -> float:
    rated = [p for p in some if flag in p.labels.flags]
    return f1([p.labels.flags[flag] for p in rated], [p.given.first_answer.flags.get(flag, False) for p in rated])


def _disagreements(judged: Iterable[Pair]) -> Iterator[Remark]:
    for pair in judged:
        if apart := abs(pair.gold - pair.judged):
            gold, given = VERDICT_NAMES[VERDICTS[pair.gold]], VERDICT_NAMES[VERDICTS[pair.judged]]
            yield Remark(trial=pair.id, what=f"labelled {gold}, judged {given}: {pair.given.reason}", weight=apart)


def _confusion(judged: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    counts = Counter((p.gold, p.judged) for p in judged)
    steps = range(len(VERDICTS))
    return tuple(tuple(counts[gold, given] for given in steps) for gold in steps)
