"""Does everything the judge says rest on something? Quotes, references, claims of absence, and facts in the feedback."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from evals.dataset import Dataset, said, story
from evals.edits.told import FIGURE
from evals.inventions import strange
from evals.score import Remark, Score
from evals.shares import Part, ratio, share
from evals.trial import Recorded, Result, Trial
from interviewer.assessment import Assessment
from interviewer.library import Library
from interviewer.recorded import Record, brief_of
from interviewer.text import clean
from interviewer.truth import invented

_NO_FIGURE = re.compile(
    r"\b(?:no|without(?: an?| any)?|not (?:an?|one|any)|lacks?(?: an?| any)?|missing|never (?:gave|named|said)"
    r"|nothing (?:was|is))\b[^.]{0,30}\b(?:figures?|numbers?|metrics?|measur\w+|before and after)\b",
    re.IGNORECASE,
)
"""A claim that the result was not measured."""
_CHANGE = re.compile(r"\bfrom (?:[\w$€£]+ ){0,3}?[$€£]?\d[\d.,]*\b[^.;]{0,30}?\bto (?:\w+ ){0,3}?[$€£]?\d", re.IGNORECASE)
"""A figure before and after, in digits."""


class Claim(NamedTuple):
    """One thing the judge says, and whether it holds."""

    trial: str
    story: str
    holds: bool
    what: str


class Judgement(NamedTuple):
    """An assessment beside what it is about."""

    trial: str
    story: str
    record: Record
    rubric: dict[str, str]
    given: Assessment

    def claim(self, holds: bool, what: str) -> Claim:
        return Claim(self.trial, self.story, holds, what)


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every record, labelled or not; once, whatever `repeats`."""
    for record in dataset.records:
        yield Trial(id=f"grounding/{record.id}", suite="grounding", story=story(record), task=_task(record, library))


def _task(record: Record, library: Library) -> Recorded:
    """With the question that was asked and the rubric that may be pointed at; without them where there is no such principle."""
    try:
        brief = brief_of(record, library)
    except LookupError:
        return Recorded(record=record)
    asked = record.model_copy(update={"question": record.question or brief.questions[0]})
    return Recorded(record=asked, rubric=brief.references)


def score(results: Sequence[Result]) -> Score:
    judgements = [
        Judgement(r.trial.id, r.trial.story, r.trial.task.record, r.trial.task.rubric, given)
        for r in results
        if (given := r.assessment) and isinstance(r.trial.task, Recorded)
    ]
    claims = {name: [c for j in judgements for c in find(j)] for name, find in CLAIMS.items()}
    supported = [j.claim(not j.given.unsupported, f"{j.given.unsupported} claims were dropped.") for j in judgements]
    return Score(
        suite="grounding",
        metrics=(
            *(share(name, found, lambda c: c.holds) for name, found in claims.items()),
            share("with_unsupported", supported, lambda c: not c.holds, "lower"),
            ratio("unsupported", [_unsupported(j) for j in judgements], "lower"),
        ),
        remarks=tuple(Remark(trial=c.trial, what=c.what) for found in claims.values() for c in found if not c.holds),
        unscored=sum(r.assessment is None for r in results),
    )


def quotes(judgement: Judgement) -> Iterator[Claim]:
    """Each quote is in the turn it names, to the letter."""
    turns = [clean(judgement.record.answer), *(clean(f.answer) for f in judgement.record.follow_ups)]
    given = judgement.given
    for quoted in (
        *(f.quotes for f in given.findings),
        *(f.quotes for f in given.flags),
        *(d.quotes for d in given.disqualifications),
    ):
        for quote in quoted:
            there = quote.turn <= len(turns) and quote.text in turns[quote.turn - 1]
            yield judgement.claim(there, f"Turn {quote.turn} does not say “{quote.text}”.")


def references(judgement: Judgement) -> Iterator[Claim]:
    """Each reference is a place of the scenario's rubric."""
    for finding in judgement.given.findings:
        for place in finding.grounding:
            yield judgement.claim(place in judgement.rubric, f"The scenario has no place {place}.")


def rated_no(judgement: Judgement) -> Iterator[Claim]:
    """A criterion rated no in the end is not one that the first answer shows, as its labels say."""
    labels = judgement.record.labels
    for finding in judgement.given.findings if labels else ():
        rating = labels.criteria.get(finding.criterion) if labels else None
        if finding.rating == "no" and rating:
            evidence = " … ".join(labels.evidence.get(finding.criterion, ())) if labels else ""
            yield judgement.claim(
                rating != "yes", f"{finding.criterion} is rated no; labelled yes{evidence and f': “{evidence}”'}."
            )


def said_without_figure(judgement: Judgement) -> Iterator[Claim]:
    """Where it is written that there is no figure, there is none."""
    labels, given = judgement.record.labels, judgement.given
    labelled = labels is not None and labels.criteria.get("metric") == "yes"
    stated = labels is not None and any(FIGURE.search(span) for span in labels.evidence.get("metric", ()))
    measured = (labelled and stated) or _CHANGE.search(said(judgement.record))
    comments = [f.comment for f in given.findings if f.criterion == "metric"]
    comments += [f.comment for f in given.flags if f.flag == "vague_result"]
    for text in (*comments, given.reason, *_feedback(given)):
        if claimed := _NO_FIGURE.search(text):
            yield judgement.claim(not measured, f"“{claimed.group()}”, but a measured result is told.")


def facts(judgement: Judgement) -> Iterator[Claim]:
    """The feedback states no figure and no name that was not given: by a check of our own."""
    found = strange(" ".join(_feedback(judgement.given)), _sources(judgement))
    yield judgement.claim(not found, f"The feedback speaks of {', '.join(found)}, which nobody said.")


def product_facts(judgement: Judgement) -> Iterator[Claim]:
    """The same by the check the product has."""
    found = invented(" ".join(_feedback(judgement.given)), _sources(judgement))
    yield judgement.claim(not found, f"The product's own check finds {', '.join(found)} in the feedback.")


CLAIMS: dict[str, Callable[[Judgement], Iterator[Claim]]] = {
    "quotes_verbatim": quotes,
    "references_known": references,
    "rated_no_rightly": rated_no,
    "no_figure_rightly": said_without_figure,
    "feedback_true": facts,
    "feedback_true_by_product": product_facts,
}


def _feedback(given: Assessment) -> list[str]:
    written = given.feedback
    return [written.summary, written.bar_raiser_thinks, *written.strengths, *(advice.text for advice in written.improvements)]


def _sources(judgement: Judgement) -> list[str]:
    record = judgement.record
    return [
        record.question,
        record.answer,
        *(t for f in record.follow_ups for t in (f.question, f.answer)),
        *judgement.rubric.values(),
    ]


def _unsupported(judgement: Judgement) -> Part:
    """Claims dropped for want of evidence, of all claims made."""
    given = judgement.given
    made = len([f for f in given.findings if f.rating != "no"]) + len(given.flags)
    return Part(judgement.story, given.unsupported, given.unsupported + made)
