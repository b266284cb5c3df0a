"""The headline of a run in plain sentences."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pydantic import RootModel

from evals.folder import Manifest
from evals.score import Metric, Score
from evals.thresholds import Crossed
from evals.trial import SuiteName
from interviewer.files import parse_yaml, read_text
from interviewer.text import listed

MEASURES = Path(__file__).parent.parent / "measures.yaml"


def who(manifest: Manifest) -> str:
    """Whoever judged."""
    return f"the model {manifest.model}" if manifest.model else "the offline engine"


def headline(manifest: Manifest, scores: Sequence[Score], bounds: int, missed: Sequence[Crossed], trials: int) -> list[str]:
    """What somebody reads who reads nothing else; `bounds` is how many thresholds could be looked at."""
    agreement = next((s for s in scores if s.suite == "agreement"), None)
    judge, unscored = who(manifest), sum(s.unscored for s in scores)
    suites = f"the suite {said(scores[0].suite)}" if len(scores) == 1 else f"{len(scores)} suites"
    sentences = [f"{judge[0].upper()}{judge[1:]} judged {_counted(trials - unscored, 'trial')} of {suites}."]
    if agreement:
        sentences += _agreement(agreement)
    sentences += _bounds(bounds, missed)
    if unscored:
        sentences.append(
            f"{_counted(unscored, 'trial')} could not be assessed and {'counts' if unscored == 1 else 'count'} in no figure."
        )
    return sentences


def _agreement(score: Score) -> Iterator[str]:
    exact, near = score.metric("verdict_exact"), score.metric("verdict_adjacent")
    if exact and near and exact.value is not None and near.value is not None:
        yield (
            f"Its verdict is the reader's in {exact.value:.0%} of {exact.n} interviews, "
            f"and at most one step away in {near.value:.0%}."
        )
    qwk = score.metric("verdict_qwk")
    if qwk and qwk.value is not None:
        yield f"Agreement beyond chance (quadratic weighted kappa) is {figure(qwk)}{_beside(score)}."


def _beside(score: Score) -> str:
    """What the agreement is to be held against."""
    baselines = [m for m in score.metrics if m.name.startswith("baseline_") and m.value is not None]
    reader = score.metric("second_reader_qwk")
    best = max(baselines, key=lambda m: m.value or 0.0, default=None)
    told = [f"counting reaches {best.value:.2f} without reading"] if best else []
    told += [f"a second reader {reader.value:.2f}"] if reader and reader.value is not None else []
    return f"; {listed(told)}" if told else ""


def _bounds(bounds: int, missed: Sequence[Crossed]) -> Iterator[str]:
    if not bounds:
        yield "No bound is set for what was measured."
    elif missed:
        known = sum(c.known for c in missed)
        noted = f", {known} of them as known before" if known else ""
        yield f"{len(missed)} of {_counted(bounds, 'bound')} {'does' if len(missed) == 1 else 'do'} not hold{noted}:"
    else:
        yield f"{'The only bound holds' if bounds == 1 else f'All {bounds} bounds hold'}."


def missed(crossed: Crossed) -> str:
    """A bound that does not hold, in a sentence."""
    known = crossed.threshold.known
    noted = f" ({known}{'' if crossed.known else ', worse now'})" if known else ""
    sentence = plain(crossed.suite, crossed.metric.name)
    return f"{sentence}: {crossed.value:.3f}; has to be {crossed.threshold}{noted}."


def figure(metric: Metric) -> str:
    """The value with its interval."""
    if metric.value is None:
        return "not measured"
    if metric.low is None or metric.high is None:
        return f"{metric.value:.2f}"
    return f"{metric.value:.2f} ({metric.confidence:.0%} interval {metric.low:.2f} to {metric.high:.2f})"


def baseline(name: str) -> str:
    """What a baseline goes by."""
    by = name.removeprefix("baseline_").removesuffix("_qwk")
    return {"length": "by words counted", "digits": "by digits counted", "i_count": "by “I” counted"}.get(by, f"by {said(by)}")


def said(name: str) -> str:
    """An identifier as words."""
    return name.replace("_", " ")


class _Measures(RootModel[dict[SuiteName, dict[str, str]]]):
    """What measures say, by suite."""


@cache
def _plain() -> dict[SuiteName, dict[str, str]]:
    return parse_yaml(read_text(MEASURES), _Measures, MEASURES).root


def plain(suite: SuiteName, measure: str) -> str:
    """What the measure says, for who does not know the suite."""
    return _plain().get(suite, {}).get(measure, said(measure))


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
