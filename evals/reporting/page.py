"""What the page of a run shows, and writing it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals import thresholds
from evals.folder import Manifest, RunFolder
from evals.reporting import drawing, wording
from evals.reporting.marking import Piece, marked
from evals.score import Metric, Remark, Score
from evals.scoring import SUITES
from evals.thresholds import Threshold, Thresholds
from evals.trial import Recorded, Result, Unscored
from interviewer.rubric import BASE_CRITERIA, FLAGS, VERDICT_NAMES, VERDICTS

DISAGREEMENTS = 12
"""Interviews shown with everything that was said."""
REMARKS = 100
"""Remarks listed for a suite; metrics.json has them all."""


class Row(NamedTuple):
    """A measure, ready to be shown."""

    measure: str
    """As thresholds and comparisons call it."""
    name: str
    """As a reader does who does not know the suites."""
    value: str
    interval: str
    n: int
    bar: Markup
    bound: Threshold | None = None
    holds: bool | None = None
    """None without a bound, or when nothing could be measured."""
    reached: bool | None = None
    """Whether the goal is reached; None without a goal."""
    known: str = ""
    """Of a bound that does not hold: since when, if that is no news."""


class Cell(NamedTuple):
    """Interviews with one labelled and one given verdict."""

    number: int
    shade: int
    """Share of the row, in steps of a tenth."""
    right: bool


class Turn(NamedTuple):
    question: str
    pieces: list[Piece]


class Disagreement(NamedTuple):
    """An interview that the reader and the judge see most differently."""

    remark: Remark
    about: str
    turns: list[Turn]
    apart: list[tuple[str, str, str]]
    """What is rated differently in the first answer: criterion or red flag, the reader's, the judge's."""


class Section(NamedTuple):
    """A suite."""

    name: str
    question: str
    rows: list[Row]
    remarks: tuple[Remark, ...]
    more: int
    """Remarks left out."""
    lost: list[tuple[str, str]]
    """Trials that could not be assessed, and why."""


def write(folder: RunFolder, scores: Sequence[Score], results: Sequence[Result], bounds: Thresholds) -> None:
    """Writes the report of the run in `folder`."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html.j2").render(**shown(folder.manifest(), scores, results, bounds))
    folder.report.write_text(page, encoding="utf-8")


def shown(manifest: Manifest, scores: Sequence[Score], results: Sequence[Result], bounds: Thresholds) -> dict[str, Any]:
    """Everything the template needs."""
    agreement = next((s for s in scores if s.suite == "agreement"), None)
    gates = {score.suite: [r for r in _rows(score, bounds.of(manifest.engine, score.suite)) if r.bound] for score in scores}
    measured = sum(r.holds is not None for rows in gates.values() for r in rows)
    missed = thresholds.crossed(tuple(scores), manifest.engine, bounds)
    return {
        "manifest": manifest,
        "who": wording.who(manifest),
        "written": datetime.now(UTC).strftime("%d %B %Y"),
        "headline": wording.headline(manifest, scores, measured, missed, len(results)),
        "missed": [wording.missed(c) for c in missed],
        "gates": [(wording.said(suite), SUITES[suite].question, rows) for suite, rows in gates.items() if rows],
        "confusion": _cells(agreement) if agreement and agreement.confusion else [],
        "verdicts": [VERDICT_NAMES[v] for v in VERDICTS],
        "yardsticks": _yardsticks(agreement) if agreement else [],
        "criteria": _named(agreement, {c: wording.said(c) for c in BASE_CRITERIA}, ("gap_f1", "rating_exact"))
        if agreement
        else [],
        "flags": _named(agreement, {f: wording.said(f) for f in FLAGS}, ("flag_f1",)) if agreement else [],
        "disagreements": list(_disagreements(agreement, results)) if agreement else [],
        "sections": [_section(score, results, bounds.of(manifest.engine, score.suite)) for score in scores],
    }


def _rows(score: Score, bounds: Mapping[str, Threshold]) -> list[Row]:
    return [_row(metric, wording.plain(score.suite, metric.name), bounds.get(metric.name)) for metric in score.metrics]


def _row(metric: Metric, name: str, bound: Threshold | None = None, along: drawing.Axis | None = None) -> Row:
    """`along` is the axis for a measure that may go below zero; others have a bar where one from zero to one says something."""
    value, goal = metric.value, bound.goal if bound else None
    interval = "" if metric.low is None or metric.high is None else f"{metric.low:.2f} to {metric.high:.2f}"
    return Row(
        measure=metric.name,
        name=name,
        value="–" if value is None else f"{value:.3f}",
        interval=interval + (f" ({metric.confidence:.0%})" if interval and metric.confidence != 0.95 else ""),
        n=metric.n,
        bar=drawing.bar(metric, along or drawing.UNIT, bound) if along or drawing.fits(metric) else Markup(""),
        bound=bound,
        holds=None if bound is None or value is None else bound.holds(value),
        reached=None if bound is None or value is None or goal is None else _reached(bound, value, goal),
        known="" if bound is None or value is None else _known(bound, value),
    )


def _known(bound: Threshold, value: float) -> str:
    if bound.known is None or bound.holds(value):
        return ""
    return f"{bound.known}{'' if bound.no_worse_than_known(value) else ', worse now'}"


def _reached(bound: Threshold, value: float, goal: float) -> bool:
    return value >= goal if bound.at_least is not None else value <= goal


def _cells(score: Score) -> list[tuple[str, list[Cell]]]:
    """The confusion matrix by rows of labelled verdicts."""
    return [
        (VERDICT_NAMES[VERDICTS[gold]], [Cell(n, round(10 * n / (sum(row) or 1)), gold == given) for given, n in enumerate(row)])
        for gold, row in enumerate(score.confusion or ())
    ]


def _yardsticks(score: Score) -> list[Row]:
    """The judge's agreement between what reads nothing and what another reader reaches, on one axis."""
    names = {"verdict_qwk": "the judge"}
    names |= {m.name: wording.baseline(m.name) for m in score.metrics if m.name.startswith("baseline_")}
    names |= {"second_reader_qwk": "a second reader", "judge_qwk_where_read_twice": "the judge, where read twice"}
    found = [(m, name) for id, name in names.items() if (m := score.metric(id)) and m.value is not None]
    along = drawing.axis(m for m, _ in found)
    return [_row(metric, name, along=along) for metric, name in found]


def _named(score: Score, names: Mapping[str, str], measures: Sequence[str]) -> list[tuple[str, list[Row]]]:
    """The rows of each measure for each of `names`."""
    return [
        (wording.said(measure), [_row(m, name) for id, name in names.items() if (m := score.metric(f"{measure}_{id}"))])
        for measure in measures
    ]


def _section(score: Score, results: Sequence[Result], bounds: Mapping[str, Threshold]) -> Section:
    remarks = tuple(sorted(score.remarks, key=lambda r: -r.weight))
    lost = [(r.trial.id, r.outcome.error) for r in results if r.trial.suite == score.suite and isinstance(r.outcome, Unscored)]
    return Section(
        name=wording.said(score.suite),
        question=SUITES[score.suite].question,
        rows=_rows(score, bounds),
        remarks=remarks[:REMARKS],
        more=max(0, len(remarks) - REMARKS),
        lost=lost,
    )


def _disagreements(score: Score, results: Sequence[Result]) -> Iterator[Disagreement]:
    by_id = {r.trial.id: r for r in results}
    for remark in sorted(score.remarks, key=lambda r: (-r.weight, r.trial))[:DISAGREEMENTS]:
        result = by_id.get(remark.trial)
        if result and isinstance(result.trial.task, Recorded):
            task = result.trial.task
            about = f"{wording.said(task.record.principle)}, {task.record.level}"
            yield Disagreement(remark, about, list(_turns(task, result)), list(_apart(task, result)))


def _turns(task: Recorded, result: Result) -> Iterator[Turn]:
    record, given = task.record, result.assessment
    quoted = [f.quotes for some in (given.findings, given.flags, given.disqualifications) for f in some] if given else []
    told = [(record.question, record.answer), *((f.question, f.answer) for f in record.follow_ups)]
    for number, (question, answer) in enumerate(told, 1):
        evidence = [e for some in record.labels.evidence.values() for e in some] if record.labels and number == 1 else []
        yield Turn(question, marked(answer, evidence, [q.text for quotes in quoted for q in quotes if q.turn == number]))


def _apart(task: Recorded, result: Result) -> Iterator[tuple[str, str, str]]:
    labels, given = task.record.labels, result.assessment
    if labels and given:
        for criterion, rating in labels.criteria.items():
            if (other := given.first_answer.criteria.get(criterion, "no")) != rating:
                yield wording.said(criterion), rating, other
        for flag, raised in labels.flags.items():
            if given.first_answer.flags.get(flag, False) != raised:
                yield f"{wording.said(flag)} (red flag)", *(("raised", "not raised") if raised else ("not raised", "raised"))
