"""A finding disputed by the candidate: judged again on the answers they point at, and on nothing else.

What the candidate writes when disputing is never shown to an engine: it can only point at words that were said. So a dispute
is won by the transcript or not at all.
"""

from collections.abc import Iterable

from pydantic import Field

from interviewer.brief import Brief
from interviewer.evidence import ABSENCES, check
from interviewer.review import Finding, RaisedFlag, Review
from interviewer.rubric import FLAG_CRITERIA, FLAGS, CriterionId, FlagId, Strict, at_least
from interviewer.text import locate
from interviewer.transcript import Transcript


class BadDispute(Exception):
    """There is nothing to judge again; `str(error)` says why in a sentence for the candidate."""


class Dispute(Strict):
    """One finding before and after it was judged again."""

    about: CriterionId | FlagId
    turns: tuple[int, ...] = Field(min_length=1)
    """The answers pointed at."""
    words: str = ""
    """The words pointed at, as they were said; empty for the whole of the answers."""
    before: Finding | RaisedFlag
    after: Finding | RaisedFlag | None
    """None for a red flag that was withdrawn."""

    @property
    def changed(self) -> bool:
        return self.after != self.before


def hearing(transcript: Transcript, before: Finding | RaisedFlag, turns: Iterable[int], words: str) -> Transcript:
    """What is judged again: the answers pointed at, each with its own question; for a red flag, those it quotes as well.

    The question stays as it was: read as replies to a question about the criterion, answers that never spoke of it would pass for
    ones that did. Raises BadDispute when a turn is no answer or does not hold the words.
    """
    cited = {t.number for t in transcript.answers} & set(turns)
    if not cited:
        raise BadDispute("Choose at least one of your answers to be read again.")
    if words and not any(locate(words, t.text) for t in transcript.answers if t.number in cited):
        raise BadDispute("These words are not in the answers you chose. Copy them as you said them.")
    quoted = {q.turn for q in before.quotes} if isinstance(before, RaisedFlag) else set()
    return Transcript(turns=tuple(t for t in transcript.answers if t.number in cited | quoted))


def settle(
    brief: Brief, transcript: Transcript, before: Finding | RaisedFlag, turns: Iterable[int], words: str, review: Review
) -> Dispute:
    """The outcome, `review` being what an engine made of the hearing. A finding never gets worse by being disputed."""
    said = check(review, transcript, brief).review
    cited = tuple(t.number for t in transcript.answers if t.number in set(turns))
    pointed = next((found for t in transcript.answers if t.number in cited and (found := locate(words, t.text))), "")
    after = _flag_after(before, said, cited) if isinstance(before, RaisedFlag) else _finding_after(before, said)
    about = before.flag if isinstance(before, RaisedFlag) else before.criterion
    return Dispute(about=about, turns=cited, words=pointed, before=before, after=after)


def applied(review: Review, dispute: Dispute) -> Review:
    """`review` with the outcome in it, and without the red flags that only said that what is now met was missing."""
    after = dispute.after
    if isinstance(after, Finding):
        findings = tuple(after if f.criterion == after.criterion else f for f in review.findings)
        met = {f.criterion for f in findings if f.rating == "yes"}
        idle = {f for f in ABSENCES if dispute.about in FLAG_CRITERIA.get(f, ()) and set(FLAG_CRITERIA[f]) <= met}
        return review.model_copy(
            update={"findings": findings, "flags": tuple(f for f in review.flags if f.flag not in idle)},
        )
    kept = tuple(f for f in review.flags if f.flag != dispute.about or after is not None)
    return review.model_copy(update={"flags": kept})


def _finding_after(before: Finding, said: Review) -> Finding:
    found = said.finding(before.criterion)
    better = found is not None and found.rating != before.rating and at_least(found.rating, before.rating)
    return found if found and better else before


def _flag_after(before: RaisedFlag, said: Review, cited: tuple[int, ...]) -> RaisedFlag | None:
    """The flag, withdrawn when it is not raised again and the answers pointed at hold something that speaks against it."""
    flag = next(f for f in FLAGS if f == before.flag)
    about = FLAG_CRITERIA.get(flag) or tuple(f.criterion for f in said.findings)
    speaks = any(f.rating == "yes" and f.criterion in about and {q.turn for q in f.quotes} & set(cited) for f in said.findings)
    return None if speaks and flag not in said.flag_ids else before
