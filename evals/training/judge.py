"""Fits what ``interviewer/engines/local`` knows of evidence, and says how well it does on stories it was not fitted on.

    python -m evals.training.judge             cross-validates by story and prints the figures
    python -m evals.training.judge --write     fits on everything and writes weights/passages.npz, answers.json, verdict.json and
                                               asking_order.json

Read: the labelled sentences and records of the development part (``recorded/``), and the scenario bank. Never the test part.
Needs PyTorch (`network`); takes about ten minutes on one core with --write, four times that without.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import typer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from evals.statistics import estimate, f1, mean, nanmean, qwk
from evals.training import network, next_questions
from evals.training.examples import Example, everything
from evals.training.fitting import Order, fit_order, fit_sum, placed
from evals.training.reading import Reading, inputs, judged, policy_row, seen, unpointed
from interviewer.asking_order import WEIGHTS as ASKING
from interviewer.asking_order import Worth
from interviewer.engines.local.chances import (
    WEIGHTS,
    Inputs,
    Sum,
    beside,
    bounded,
    tells_a_story,
)
from interviewer.engines.local.encoder import SIZE, Array, encoder
from interviewer.engines.local.in_context import Networks, chance
from interviewer.engines.local.passages import CRITERIA, heard
from interviewer.library import bundled, load
from interviewer.rubric import FLAGS, VERDICTS, CriterionId, FlagId
from interviewer.verdict import WEIGHTS as VERDICT

OFF = FLAGS.index("off_topic")
PRINCIPLES: tuple[str, ...] = tuple(sorted(load(bundled("prompts"), bundled("scenarios")).packs))
FOLDS = 6
INNER = 3
NETWORKS = 3
"""Networks that are averaged."""
ANSWER_RIDGE = 1.6
VERDICT_RIDGE = 0.01
WHOLE = 0.7
"""What a whole interview counts beside its first answer, because its ratings are derived and not given."""
AT_ONCE = 240
"""Texts encoded at once."""
ORDINARY = 1.5
"""What a verdict weight is pulled to: every criterion and red flag counts alike until the records say otherwise."""


TOPIC_SHARE = 0.03
"""How loosely the weights by which a story's principle is told are held."""


class Fitted(NamedTuple):
    """The weights of the first step."""

    networks: Networks
    topics: Array
    """As `chances.Weights` has them."""


class Judge:
    """What passages show, fitted on examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = list(examples)
        heards = [heard(e.found) for e in examples]
        texts = sorted({text for one in heards for text in one.texts}, key=len)
        row = {text: n for n, text in enumerate(texts)}
        encoded = np.vstack([encoder()(texts[n : n + AT_ONCE]) for n in range(0, len(texts), AT_ONCE)])
        said = encoded[[row[text] for one in heards for text, is_said in zip(one.texts, one.said, strict=True) if is_said]]
        self.mean, self.spread = said.mean(0), said.std(0) + np.float32(1e-3)
        self.lessons = []
        for e, one in zip(examples, heards, strict=True):
            shown = np.full((len(one.texts), e.shown.shape[1]), np.nan, np.float32)
            shown[one.said] = e.shown
            scaled = (encoded[[row[text] for text in one.texts]] - self.mean) / self.spread
            self.lessons.append(network.Lesson(one, scaled, shown, e.weight))

    def fitted(self, among: Iterable[int]) -> Fitted:
        ids = list(among)
        return Fitted(network.fit([self.lessons[n] for n in ids], NETWORKS), self._topics(ids))

    def _topics(self, fit: Iterable[int]) -> Array:
        """What tells a story for one principle from one for another, learned from the answers that are to the point."""
        told = [n for n in fit if (e := self.examples[n]).principle and e.trust and e.first.any() and not e.flags[OFF] > 0]
        x = np.array([self._about(n, whole=False) for n in told])
        of = [PRINCIPLES.index(str(self.examples[n].principle)) for n in told]
        model = LogisticRegression(C=TOPIC_SHARE, max_iter=300).fit(x, of, sample_weight=[self.examples[n].trust for n in told])
        topics = np.full((SIZE + 1, len(PRINCIPLES)), 0.0, np.float32)
        topics[-1] = -np.inf
        topics[:, model.classes_] = np.vstack([model.coef_.T, model.intercept_])
        return topics

    def _about(self, n: int, whole: bool) -> Array:
        """What the passages of an example are about, on average."""
        lesson = self.lessons[n]
        said = lesson.encodings[lesson.heard.said]
        about: Array = (said if whole else said[self.examples[n].first]).mean(0)
        return about

    def read(self, weights: Fitted, of: Iterable[int]) -> dict[int, Reading]:
        out: dict[int, Reading] = {}
        for n in of:
            odds = weights.networks.logits(self.lessons[n].heard, self.lessons[n].encodings)
            chances = bounded(self.examples[n].found, chance(odds))
            out[n] = Reading(chances, (self._elsewhere(weights, n, False), self._elsewhere(weights, n, True)))
        return out

    def _elsewhere(self, weights: Fitted, n: int, whole: bool) -> float:
        e = self.examples[n]
        if not e.principle or not tells_a_story(e.found):
            return 0.0
        return beside(self._about(n, whole), weights.topics, PRINCIPLES.index(e.principle))

    def unseen(self, among: np.ndarray) -> dict[int, Reading]:
        """Each example read by weights that were fitted on other stories."""
        out: dict[int, Reading] = {}
        stories = [self.examples[n].story for n in among]
        for fit, held in GroupKFold(INNER).split(among, groups=stories):
            out |= self.read(self.fitted(among[fit]), among[held])
        return out


def answers(examples: Sequence[Example], read: dict[int, Reading], among: Iterable[int]) -> dict[str, dict[str, Sum]]:
    """The sums of the second step."""
    ids = list(among)
    given = {
        (n, whole): inputs(examples[n], read[n], whole) for n in ids for whole in (False, True)[: 1 + examples[n].has_replies]
    }
    out: dict[str, dict[str, Sum]] = {"met": {}, "hinted": {}, "flags": {}}
    for j, c in enumerate(CRITERIA):
        rows: list[tuple[Inputs, float, float]] = []
        for n in ids:
            e = examples[n]
            turns = [whole for whole in (False, True)[: 1 + e.has_replies] if not np.isnan(e.ratings[whole][j])]
            rows += [(given[n, whole][0][j], e.ratings[whole][j], e.trust * (WHOLE if whole else 1)) for whole in turns]
        out["met"][c] = fit_sum([r[0] for r in rows], [r[1] >= 1 for r in rows], [r[2] for r in rows], ANSWER_RIDGE)
        out["hinted"][c] = fit_sum([r[0] for r in rows], [r[1] > 0 for r in rows], [r[2] for r in rows], ANSWER_RIDGE)
    for j, f in enumerate(FLAGS):
        known = [n for n in ids if not np.isnan(examples[n].flags[j])]
        out["flags"][f] = fit_sum(
            [given[n, False][1][j] for n in known],
            [examples[n].flags[j] > 0 for n in known],
            [examples[n].trust for n in known],
            ANSWER_RIDGE,
        )
    return out


def threshold(chances: np.ndarray, truth: np.ndarray) -> float:
    """The chance from which raising the flag gives the best F1, within reason."""
    tried = np.linspace(0.15, 0.6, 19)
    scores = [f1(list(truth > 0), list(chances >= t)) for t in tried]
    return float(tried[int(np.nanargmax(np.array(scores) - 0.001 * np.abs(tried - 0.4)))])


class Learned(NamedTuple):
    """Everything but the first step."""

    sums: dict[str, dict[str, Sum]]
    raised: dict[FlagId, float]
    order: Order
    asking: dict[CriterionId, Worth]


def fit(judge: Judge, among: np.ndarray) -> Learned:
    """Answer sums, flag thresholds, verdict weights and the order of questions, from chances not fitted on the same stories."""
    examples = judge.examples
    unseen = judge.unseen(among)
    flags, rows, verdicts, trust, firsts = {}, [], [], [], {}
    for fitted, held in GroupKFold(4).split(among, groups=[examples[n].story for n in among]):
        apart = answers(examples, unseen, among[fitted])
        for n in among[held]:
            e = examples[n]
            first = judged(e, unseen[n], apart, False)
            flags[n] = first.doubts * ~unpointed(e, unseen[n])
            if e.measured:
                firsts[n] = seen(e, unseen[n], apart, first)
            if e.verdict is not None:
                rows.append(policy_row(e, judged(e, unseen[n], apart, True)))
                verdicts.append(e.verdict)
                trust.append(e.trust)
    raised: dict[FlagId, float] = {
        f: threshold(np.array([flags[n][j] for n in firsts]), np.array([examples[n].flags[j] for n in firsts]))
        for j, f in enumerate(FLAGS)
    }
    order = fit_order(np.array(rows), np.array(verdicts), np.array(trust), VERDICT_RIDGE, ORDINARY)
    return Learned(answers(examples, unseen, among), raised, order, next_questions.fit_order(examples, firsts))


def cross_validate(examples: Sequence[Example]) -> None:
    judge = Judge(examples)
    everyone = np.arange(len(examples))
    results: list[Outcome] = []
    for number, (among, held) in enumerate(GroupKFold(FOLDS).split(everyone, groups=[e.story for e in examples])):
        learned = fit(judge, among)
        measured = [n for n in held if examples[n].measured]
        read = judge.read(judge.fitted(among), measured)
        results += [outcome(examples[n], read[n], learned) for n in measured]
        typer.echo(f"fold {number + 1} of {FOLDS}")
    _report(results)


def outcome(e: Example, read: Reading, learned: Learned) -> "Outcome":
    """What the judge makes of it."""
    first = judged(e, read, learned.sums, False)
    verdict = int(placed(policy_row(e, judged(e, read, learned.sums, True))[None], learned.order)[0])
    up = (first.doubts >= np.array([learned.raised[f] for f in FLAGS])) & ~unpointed(e, read)
    asked = next_questions.hit(e, seen(e, read, learned.sums, first), learned.asking)
    return Outcome(e, first.ratings, up, verdict, asked)


class Outcome(NamedTuple):
    """What the judge made of an example that it was not fitted on."""

    example: Example
    ratings: np.ndarray
    flags: np.ndarray
    verdict: int
    asked_well: bool
    """Whether what is asked next is worth asking."""


Outcomes = Sequence[Outcome]


def _report(results: Outcomes) -> None:
    def gaps(j: int, of: Outcomes) -> float:
        return f1([r.example.ratings[False][j] < 1 for r in of], [bool(r.ratings[j] < 1) for r in of])

    def flags(j: int, of: Outcomes) -> float:
        return f1([r.example.flags[j] > 0 for r in of], [bool(r.flags[j]) for r in of])

    def verdicts(of: Outcomes) -> tuple[list[int], list[int]]:
        return [r.example.verdict or 0 for r in of], [r.verdict for r in of]

    measures: dict[str, Callable[[Outcomes], float]] = {
        "verdict QWK": lambda of: qwk(*verdicts(of)),
        "verdict exact": lambda of: mean([float(a == b) for a, b in zip(*verdicts(of), strict=True)]),
        "gap macro F1": lambda of: nanmean([gaps(j, of) for j in range(len(CRITERIA))]),
        "flag macro F1": lambda of: nanmean([flags(j, of) for j in range(len(FLAGS))]),
        "next probe": lambda of: mean([float(r.asked_well) for r in of]),
    }
    for name, measure in measures.items():
        value, low, high = estimate(results, lambda r: r.example.story, measure)
        typer.echo(f"{name:14} {value:.3f} [{low:.3f}, {high:.3f}]")
    typer.echo("gaps  " + ", ".join(f"{c} {gaps(j, results):.2f}" for j, c in enumerate(CRITERIA)))
    typer.echo("flags " + ", ".join(f"{f} {flags(j, results):.2f}" for j, f in enumerate(FLAGS)))


def write(examples: Sequence[Example], to: Path = WEIGHTS) -> None:
    judge = Judge(examples)
    everyone = np.arange(len(examples))
    sums, raised, order, asking = fit(judge, everyone)
    fitted = judge.fitted(everyone)
    numbers = {"mean": judge.mean, "spread": judge.spread, "topics": fitted.topics, **fitted.networks.named()}
    halved = {name: array.astype(np.float16) for name, array in numbers.items()}
    np.savez_compressed(to / "passages.npz", principles=np.array(PRINCIPLES), **halved)
    told = {kind: {name: _told(s) for name, s in group.items()} for kind, group in sums.items()}
    _save(to / "answers.json", {**told, "raised_from": {f: round(t, 3) for f, t in raised.items()}})
    weights, starts = order
    always = 2 * weights[len(CRITERIA) : -1].sum() + weights[-1]
    _save(VERDICT, {
        "criteria": {c: round(2 * float(weights[j]), 3) for j, c in enumerate(CRITERIA)},
        "flags": {f: round(2 * float(weights[len(CRITERIA) + j]), 3) for j, f in enumerate(FLAGS)},
        "a_level_up": round(0.5 * float(weights[-1]), 3),
        "starts": {v: round(float(start - always), 3) for v, start in zip(VERDICTS[1:], starts, strict=True)},
    })  # fmt: skip
    _save(ASKING, {c: worth.model_dump() for c, worth in asking.items()})


def _told(found: Sum) -> dict[str, object]:
    return {"bias": round(found.bias, 3), "weights": {name: round(w, 3) for name, w in found.weights.items()}}


def _save(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recorded", type=Path, default=Path(__file__).parents[1] / "recorded")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    examples = everything(given.recorded)
    write(examples) if given.write else cross_validate(examples)


if __name__ == "__main__":
    main()
