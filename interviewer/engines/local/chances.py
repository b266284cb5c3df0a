"""How likely it is that a passage, and an answer, shows a criterion or a red flag: learned from labelled sentences.

Two steps: the networks of ``weights/passages.npz`` say what a passage shows in its context (`in_context`), the weighted sums of
``weights/answers.json`` how the passages of an answer (and the detectors) add up. In the second step no weight is negative but
those of what speaks against a red flag, so more evidence never lowers a rating. A third sum (``topics`` in the first file) tells
which principle an answer is a story for. Fitted by ``evals/training/judge.py``.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from interviewer.engines.local import form
from interviewer.engines.local.encoder import Array, encoder
from interviewer.engines.local.in_context import Networks, chance
from interviewer.engines.local.passages import CRITERIA, Passage, heard
from interviewer.rubric import FLAGS, CriterionId, FlagId, Rating
from interviewer.text import words

WEIGHTS = Path(__file__).with_name("weights")
LABELS: tuple[str, ...] = (*CRITERIA, *(f"hint of {c}" for c in CRITERIA), *FLAGS)
"""What is asked of every passage, in the order of the columns."""
AGAINST: Mapping[FlagId, tuple[CriterionId, ...]] = {
    "assigned": ("ownership",),
    "handed_off": ("follow_through", "first_person"),
    "we_voice": ("first_person", "role"),
    "vague_result": ("metric", "impact", "lasting_effect"),
    "generic_learning": ("learning",),
    "blame": ("ownership", "learning"),
    "hypothetical": ("stakes", "first_person", "metric"),
    "off_topic": ("stakes", "ownership"),
}
"""Criteria that, where they are met, speak against a red flag."""


class Firm(NamedTuple):
    """What follows where a detector that is seldom wrong sees its red flag."""

    about: CriterionId
    most: Rating
    """What the criterion is then at most."""
    least: float = 0.6
    """How likely the flag is then at least."""
    believed_from: float = 0.0
    """How likely it must be by what was learned for the detector to be believed."""


FIRM: Mapping[FlagId, Firm] = {
    # Below .1 the detector of `assigned` was right in 1 of 6, of 656 interviews; that of `hypothetical` was in each of 16.
    "assigned": Firm("ownership", "no", believed_from=0.1),
    "we_voice": Firm("first_person", "partly"),
    "hypothetical": Firm("first_person", "no", least=0.8),
    "generic_learning": Firm("learning", "partly"),
}
UNMEASURED = 0.6
"""How likely a vague result is at least where the result is not measured at all."""
UNSEEN = 0.1
"""How likely a vague result is at most where the result is measured."""
FLOOR = 0.25
"""How likely its best passage must be to show a criterion for it to be met: many faint hints are none."""
HINTED = 0.3
"""How likely its best passage must be at least to hint at a criterion for it to be partly met."""
POINTED = 0.15
"""How likely its best passage must be to show a red flag, unseen by its detector, for it to be raised."""
WORTH: Mapping[Rating, float] = {"no": 0.0, "partly": 0.5, "yes": 1.0}
STORY = 2
"""Passages of the first answer from which it can be told what it is a story for."""
ENOUGH_TO_PLACE = 30
"""Words of the first answer below which nobody can say that it is a story for something else; none learned from has fewer."""
WHOLE: frozenset[FlagId] = frozenset({"off_topic", "vague_result", "hypothetical"})
"""Red flags that the answer as a whole shows."""
Inputs = dict[str, float]


class Sum(NamedTuple):
    """Weights by the name of the input, and what is added."""

    weights: Mapping[str, float]
    bias: float

    def chance(self, inputs: Inputs) -> float:
        return float(1 / (1 + np.exp(-self.bias - sum(w * inputs[name] for name, w in self.weights.items()))))


class Weights(NamedTuple):
    """Everything learned."""

    mean: Array
    spread: Array
    networks: Networks
    """Their outputs are `LABELS`."""
    met: Mapping[CriterionId, Sum]
    hinted: Mapping[CriterionId, Sum]
    flags: Mapping[FlagId, Sum]
    raised_from: Mapping[FlagId, float]
    """The chance from which a red flag is raised."""
    topics: Array
    """One column for each of `principles`; one row for each number that says what a passage is about, the last is added."""
    principles: tuple[str, ...]


@cache
def weights() -> Weights:
    """Those that come with the program, loaded when they are first needed."""
    with np.load(WEIGHTS / "passages.npz") as stored:
        held = {name: stored[name].astype(np.float32) for name in stored.files if name != "principles"}
        principles = tuple(str(name) for name in stored["principles"])
    answers = json.loads((WEIGHTS / "answers.json").read_text(encoding="utf-8"))

    def of(kind: str, name: str) -> Sum:
        return Sum(**answers[kind][name])

    return Weights(
        mean=held["mean"],
        spread=held["spread"],
        networks=Networks.of(held),
        topics=held["topics"],
        met={c: of("met", c) for c in CRITERIA},
        hinted={c: of("hinted", c) for c in CRITERIA},
        flags={f: of("flags", f) for f in FLAGS},
        raised_from=answers["raised_from"],
        principles=principles,
    )


class Read(NamedTuple):
    """What the first step makes of passages: a row for each."""

    chances: Array
    """A column for each of `LABELS`."""
    about: Array
    """Numbers that stand for what it says, brought to one scale."""


def read(found: Sequence[Passage]) -> Read:
    """All passages of an interview, in order."""
    learned, said = weights(), heard(found)
    encodings: Array = (encoder()(said.texts) - learned.mean) / learned.spread
    return Read(bounded(found, chance(learned.networks.logits(said, encodings))), encodings[said.said])


def elsewhere(found: Sequence[Passage], about: Array, principle: str) -> float:
    """How much rather than for `principle` this is a story for another, in log odds; 0 where it is that one's."""
    learned = weights()
    if principle not in learned.principles or not tells_a_story(found):
        return 0.0
    return beside(about.mean(0), learned.topics, learned.principles.index(principle))


def tells_a_story(found: Sequence[Passage]) -> bool:
    """Whether the first answer is long enough to be a story for anything."""
    told = [p.text for p in found if not p.reply]
    return len(told) >= STORY and sum(len(words(text)) for text in told) >= ENOUGH_TO_PLACE


def beside(about: Array, topics: Array, principle: int) -> float:
    """By how much the likeliest principle is ahead of the one in the place `principle`; 0 for one of which no story was seen."""
    score = about @ topics[:-1] + topics[-1]
    return float(score.max() - score[principle]) if np.isfinite(score[principle]) else 0.0


def bounded(found: Sequence[Passage], chances: Array) -> Array:
    """`chances` without what a passage cannot show by its form."""
    out = chances.copy()
    for row, passage in zip(out, found, strict=True):
        unmet, unshown = form.not_met(passage.text), form.not_shown(passage.text)
        row[[LABELS.index(c) for c in unmet | unshown]] = 0
        row[[LABELS.index(f"hint of {c}") for c in unshown]] = 0
        row[[LABELS.index(f) for f in form.not_raised(passage.text)]] = 0
    return out


def for_criterion(chances: Array, criterion: CriterionId, detected: float) -> Inputs:
    """What the answer as a whole is judged on; `detected` is the detector's rating, 0 to 1."""
    column = LABELS.index(criterion)
    hints = _summed(chances[:, column + len(CRITERIA)])
    return _summed(chances[:, column]) | {f"hint {name}": hints[name] for name in ("best", "three best")} | {"detector": detected}


def for_flag(chances: Array, flag: FlagId, detected: float, elsewhere: float = 0.0) -> Inputs:
    """The same for a red flag, with what speaks against it; `elsewhere` is how much it is a story for another principle."""
    against = {f"not {c}": -_summed(chances[:, LABELS.index(c)])["best"] for c in AGAINST[flag]}
    column = chances[:, LABELS.index(flag)]
    share = {"share": float(column.mean()) if len(column) else 0.0}
    topic = {"elsewhere": elsewhere} if flag == "off_topic" else {}
    return _summed(column) | share | topic | {"detector": detected} | against


def rating(met: float, hinted: float, given: Inputs) -> Rating:
    """From how likely a criterion is met, or at least hinted at, and how likely its best passages show it and hint at it."""
    if met >= 0.5 and given["best chance"] >= FLOOR:
        return "yes"
    return "partly" if max(met, hinted) >= 0.5 and given["hint best"] >= _odds(HINTED) else "no"


def doubt(found: Sum, given: Inputs, flag: FlagId, metric: Rating) -> float:
    """How likely a red flag is; a vague result goes by how the result is `metric`, because it means nothing else."""
    chance = found.chance(given)
    if flag == "vague_result" and metric != "partly":
        return max(chance, UNMEASURED) if metric == "no" else min(chance, UNSEEN)
    held = firm(found, given, flag)
    return max(chance, held.least) if held else chance


def firm(found: Sum, given: Inputs, flag: FlagId) -> Firm | None:
    """What follows from its detector's seeing the flag, if it is to be believed."""
    held = FIRM.get(flag)
    return held if held and given["detector"] and found.chance(given) >= held.believed_from else None


def pointed(flag: FlagId, given: Inputs) -> bool:
    """Whether there is something to point at, if the flag is a matter of passages."""
    return flag in WHOLE or bool(given["detector"]) or given["best chance"] >= POINTED


def _summed(column: Array) -> Inputs:
    """The passages that show it most, as log odds and as chances."""
    best: Sequence[float] = [*np.sort(column)[::-1][:3].tolist(), 0.0, 0.0, 0.0]
    return {"best": _odds(best[0]), "second": _odds(best[1]), "best chance": best[0], "three best": sum(best[:3])}


def _odds(chance: float) -> float:
    return float(np.log((chance + 0.01) / (1.01 - chance)))
