"""Does the judgement follow what is changed in an answer, and nothing else? Edits whose effect is known beforehand.

The first answer is judged alone, as it is and edited, so that no follow-up speaks for what was taken away.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evals.dataset import Dataset, story
from evals.edits.relations import RELATIONS, Relation
from evals.expectations import Seen, redirected, verdict_at_most
from evals.score import Metric, Remark, Score
from evals.shares import share
from evals.statistics import mean
from evals.trial import Recorded, Result, Trial
from interviewer.library import Library
from interviewer.recorded import Record

_OTHER_QUESTIONS = (
    ("hire_and_develop_the_best", "Tell me about a person you hired or trained, and what became of them."),
    ("have_backbone_disagree_and_commit", "When did you disagree with a decision of your boss, and carry it out all the same?"),
)
"""A principle with a question that a story told for another one does not answer; the second for records of the first."""
OTHER_QUESTION = Relation(
    "other_question", lambda record: record.answer, (verdict_at_most("lean_no_hire"), redirected("back_to_the_question"))
)
_ALL = {relation.name: relation for relation in (*RELATIONS, OTHER_QUESTION)}


class Compared(NamedTuple):
    """An edited answer's judgement beside that of the original."""

    trial: str
    story: str
    relation: Relation
    seen: Seen

    @property
    def violated(self) -> bool | None:
        """Whether something expected does not hold; None when nothing could be expected here."""
        held = [e(self.seen).holds for e in self.relation.expected]
        return None if all(h is None for h in held) else False in held

    @property
    def elsewhere(self) -> float:
        """Mean movement, in rating steps either way, of the criteria that the edit leaves alone."""
        others = [c for c in self.seen.before.first_answer.criteria if c not in self.relation.touches]
        return mean([abs(self.seen.step(c)) for c in others])

    @property
    def probed(self) -> bool:
        """Whether the next follow-up is about what was taken away."""
        probe = self.seen.after.first_answer.next_probe
        return probe is not None and probe.targets[0] in self.relation.probes


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every labelled first answer and every edit of it that can be made; each once, whatever `repeats`."""
    good = {record.id for record in dataset.judged("hire", "strong_hire")}
    for record in dataset.labelled:
        strong = record.id in good
        edited = [(r, text) for r in RELATIONS if (strong or r.base == "any") and (text := r.edit(record)) is not None]
        if not edited:
            continue
        alone = record.model_copy(update={"follow_ups": ()})
        yield _trial("original", record, alone)
        for relation, text in edited:
            yield _trial(relation.name, record, _bare(alone, text))
        if strong:
            yield _trial(OTHER_QUESTION.name, record, _elsewhere(alone))


def score(results: Sequence[Result]) -> Score:
    compared = _compared(results)
    decided = [c for c in compared if c.violated is not None]
    return Score(
        suite="metamorphic",
        metrics=(
            share("violations", decided, lambda c: bool(c.violated), "lower"),
            share("moved_elsewhere", [c for c in compared if _spares(c.relation)], lambda c: c.elsewhere, "lower"),
            share("idle", compared, lambda c: c.violated is None, "lower"),
            *(metric for relation in _ALL.values() for metric in _of(relation, compared)),
        ),
        remarks=tuple(_remarks(decided)),
        unscored=sum(r.assessment is None for r in results),
    )


def _of(relation: Relation, compared: Sequence[Compared]) -> Iterator[Metric]:
    own = [c for c in compared if c.relation is relation]
    decided = [c for c in own if c.violated is not None]
    yield share(f"violations_{relation.name}", decided, lambda c: bool(c.violated), "lower")
    if _spares(relation):
        yield share(f"moved_elsewhere_{relation.name}", own, lambda c: c.elsewhere, "lower")
    if relation.probes:
        yield share(f"probe_{relation.name}", own, lambda c: c.probed)


def _spares(relation: Relation) -> bool:
    """Whether the edit leaves most criteria alone, the question included."""
    return len(relation.touches) < 6 and relation is not OTHER_QUESTION


def _remarks(decided: Sequence[Compared]) -> Iterator[Remark]:
    for compared in decided:
        wrong = [v.what for e in compared.relation.expected if (v := e(compared.seen)).holds is False]
        if wrong:
            yield Remark(trial=compared.trial, what=f"{compared.relation.name}: {'; '.join(wrong)}.", weight=len(wrong))


def _compared(results: Sequence[Result]) -> list[Compared]:
    """The scored edits whose original was scored as well."""
    originals = {r.trial.id: r for r in results if r.trial.kind == "original"}
    found = []
    for result in results:
        original = originals.get(result.trial.base or "")
        if not original or not isinstance(original.trial.task, Recorded) or result.trial.kind not in _ALL:
            continue
        if (before := original.assessment) and (after := result.assessment):
            seen = Seen(original.trial.task.record, before, after)
            found.append(Compared(result.trial.id, result.trial.story, _ALL[result.trial.kind], seen))
    return found


def _trial(kind: str, record: Record, judged: Record) -> Trial:
    base = None if kind == "original" else f"metamorphic/original/{record.id}"
    return Trial(
        id=f"metamorphic/{kind}/{record.id}",
        suite="metamorphic",
        story=story(record),
        kind=kind,
        base=base,
        task=Recorded(record=judged),
    )


def _bare(record: Record, answer: str) -> Record:
    """`record` with another answer, which its labels say nothing about."""
    return record.model_copy(update={"answer": answer, "labels": None, "second_labels": None})


def _elsewhere(record: Record) -> Record:
    principle, question = next(other for other in _OTHER_QUESTIONS if other[0] != record.principle)
    return _bare(record, record.answer).model_copy(update={"principle": principle, "scenario": None, "question": question})
