"""One thing to do better next time, and what a sentence about it could look like, built from the candidate's own words."""

from interviewer.brief import Brief
from interviewer.engines.local import wording
from interviewer.engines.local.asking import clause_about, quote_for
from interviewer.engines.local.quoting import is_quotable
from interviewer.engines.local.resembling import example_phrase
from interviewer.engines.local.shortening import shortened
from interviewer.engines.local.story import Story
from interviewer.review import Quote, RaisedFlag, Review
from interviewer.rubric import ECHOES, FLAG_CRITERIA, FLAGS, Criterion, CriterionId, FlagId, Rating
from interviewer.transcript import Transcript

_OF_A_RESULT: tuple[CriterionId | FlagId, ...] = ("metric", "impact", "trade_off", "vague_result")
"""What no step leads over to: only words that have to do with it do."""

_LESSONS: tuple[CriterionId | FlagId, ...] = ("learning", "generic_learning")
"""What a lesson cannot begin a sentence about: the moment it is to be drawn from does."""


class Advisor:
    """Writes one piece of advice after the other, without quoting the same words or the same example twice."""

    def __init__(self, brief: Brief, transcript: Transcript, review: Review) -> None:
        self.brief, self.story, self.review = brief, Story(transcript), review
        self.quoted: set[str] = set()
        self.shown: set[str] = set()
        self.begun: set[str] = set()
        """Clauses that a sentence for next time begins with."""
        self.given: set[str] = set()

    def advice(self, point: CriterionId | FlagId) -> str:
        flag = next((f for f in FLAGS if f == point), None)
        told = self._flag(flag) if flag else self._criterion(self.brief.criterion(point))
        return " ".join(filter(None, told))

    def _flag(self, flag: FlagId) -> tuple[str, ...]:
        raised = next((f for f in self.review.flags if f.flag == flag), RaisedFlag(flag=flag))
        said = next((shortened(flag, q) for q in raised.quotes), None)
        advice = self.brief.rubric.flag(flag).advice
        # What others did wrong is not to be said again.
        sentence = self._sentence(flag, None if flag == "blame" else said)
        return self._said(said), wording.HEARD[flag], advice, self._example(flag), sentence

    def _criterion(self, criterion: Criterion) -> tuple[str, ...]:
        finding = self.review.finding(criterion.id)
        rating = finding.rating if finding else "no"
        hinted = finding.quotes if finding and rating == "partly" else self._echoed(criterion.id)
        own = next((shortened(criterion.id, q) for q in hinted), None)
        missing = self._missing(criterion, rating)
        sentence = self._sentence(criterion.id, own)
        return self._said(own), missing, self._asked(criterion), criterion.advice, self._example(criterion.id), sentence

    def _missing(self, criterion: Criterion, rating: Rating) -> str:
        if criterion.id == "ownership" and "assigned" in self.review.flag_ids:
            return wording.GIVEN
        return (
            wording.MISSING.get(criterion.id, {}).get(rating)
            or f"What is missing: {criterion.met_when[0].lower()}{criterion.met_when[1:]}"
        )

    def _asked(self, criterion: Criterion) -> str:
        """Whether there was a chance to say it; that there was none is said once."""
        turns = wording.ASKED if criterion.id in self.story.transcript.asked else wording.NOT_ASKED
        return self._once(*turns)

    def _said(self, quote: str | None) -> str:
        if not quote or quote in self.quoted:
            return ""
        self.quoted.add(quote)
        return f"You said “{quote}”."

    def _echoed(self, criterion: CriterionId) -> tuple[Quote, ...]:
        """What a red flag that only repeats the criterion's rating was heard in."""
        raised = (f for f in self.review.flags if f.flag in ECHOES and criterion in FLAG_CRITERIA[f.flag])
        return next((f.quotes for f in raised), ())

    def _sentence(self, point: CriterionId | FlagId, own: str | None) -> str:
        """A sentence to say next time that begins with words of theirs; none where hardly anything but blanks would be in it."""
        fit = own is not None and is_quotable(own) and point not in _LESSONS
        clause = (own if fit else self._own_step()) if own else self._clause(point)
        frame = wording.NEXT_TIME.get(self._frame(point, clause or ""))
        if frame is None or clause is None or clause in self.begun:
            return ""
        self.begun.add(clause)
        return f"For example: {frame.format(said=f'{clause[0].upper()}{clause[1:]}')}"

    def _clause(self, point: CriterionId | FlagId) -> str | None:
        if point in _OF_A_RESULT:
            return clause_about(point, self.story)
        return quote_for(point, self.story) or self._own_step()

    def _own_step(self) -> str | None:
        """A step they took, however it was put: not everybody tells in a tense and an order that a clause is known by."""
        finding = self.review.finding("first_person")
        return next((shortened("first_person", q) for q in finding.quotes), None) if finding else None

    def _frame(self, point: CriterionId | FlagId, clause: str) -> str:
        if point == "ownership" and "assigned" in self.review.flag_ids:
            return "assigned"
        return "figure" if point == "metric" and any(c.isdigit() for c in clause) else point

    def _example(self, point: CriterionId | FlagId) -> str:
        phrase = example_phrase(self.brief, point, frozenset(self.shown))
        if phrase is None:
            return ""
        self.shown.add(phrase)
        return f"The example story does it with “{phrase}”."

    def _once(self, *wordings: str) -> str:
        fresh = next((w for w in wordings if w not in self.given), "")
        self.given.add(fresh)
        return fresh
