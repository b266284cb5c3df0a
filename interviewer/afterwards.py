"""What can be done with an interview once it is over: rate oneself, dispute a finding, answer again, ask what if."""

from collections.abc import Callable
from typing import NamedTuple

from interviewer.assessing import reassess
from interviewer.assessment import Assessment, EngineName
from interviewer.brief import Brief
from interviewer.dispute import BadDispute, hearing, settle
from interviewer.engines import Engine
from interviewer.interview import Asked, Assessed, Disputed, Interview, SelfRated
from interviewer.interviewer import Account, Keeper, free
from interviewer.library import Library
from interviewer.review import Finding, RaisedFlag, Review
from interviewer.rubric import CriterionId, FlagId, Identifier, Level
from interviewer.text import clean
from interviewer.verdict import Decision, decide


class Supposition(NamedTuple):
    """The answers held against another brief."""

    brief: Brief
    review: Review

    @property
    def decision(self) -> Decision:
        return decide(self.brief, self.review)


class Afterwards:
    """Holds no state of any interview."""

    def __init__(self, library: Library, keeper: Keeper, engine: Callable[[EngineName], Engine], account: Account = free) -> None:
        self.library = library
        self.keeper = keeper
        self.engine = engine
        self.account = account

    def rate_oneself(self, interview: Interview, rating: SelfRated) -> Interview:
        """The interview with what the candidate thinks of it kept, once."""
        return interview if interview.self_rated else self.keeper.append(interview, rating)

    def again(self, interview: Interview) -> Interview:
        """A new interview that asks the last main question of `interview` once more, with the engine that was in charge then."""
        setup = interview.setup.model_copy(update={"again": interview.id, "engine": interview.engine})
        question = interview.main_questions[-1]
        asked = Asked(text=question, question=question, plainer=self._brief(interview).plainer)
        begun = Interview.new(setup).after(asked)
        self.keeper.create(begun)
        return begun

    def dispute(self, interview: Interview, about: CriterionId | FlagId, turns: tuple[int, ...], words: str) -> Interview:
        """The interview with a finding judged again on the answers `turns`, and assessed anew where that changed it.

        Raises BadDispute when there is nothing to judge again and ModelError when the model fails; nothing is kept then.
        """
        assessment = interview.assessment
        before = _finding(assessment, about) if assessment else None
        if assessment is None or before is None:
            raise BadDispute("There is no such finding.")
        if any(d.about == about and set(d.turns) == set(turns) for d in interview.disputes):
            raise BadDispute("This was judged again on these answers already. Choose others.")
        brief, transcript, engine = self._brief(interview), interview.transcript, self.engine(interview.engine)
        words = clean(words)
        with self.account(interview):
            heard = engine.review(brief, hearing(transcript, before, turns, words))
            outcome = settle(brief, transcript, before, turns, words, heard)
            if not outcome.changed:
                return self.keeper.append(interview, Disputed(dispute=outcome))
            renewed = reassess(engine, brief, transcript, assessment, outcome)
        return self.keeper.append(interview, Disputed(dispute=outcome), Assessed(assessment=renewed))

    def suppose(self, interview: Interview, principle: Identifier, level: Level) -> Supposition:
        """What the same answers would come to for another principle or level; nothing is kept.

        Another level alone changes no rating; for another principle an engine is asked. Raises ModelError and LookupError.
        """
        same, assessed = principle == interview.setup.principle, interview.assessment
        brief = self.library.brief(principle, level, interview.setup.scenario if same else None)
        if same and assessed:
            return Supposition(brief, assessed.review)
        with self.account(interview):
            return Supposition(brief, self.engine(interview.engine).review(brief, interview.transcript))

    def _brief(self, interview: Interview) -> Brief:
        return self.library.brief(interview.setup.principle, interview.setup.level, interview.setup.scenario)


def _finding(assessment: Assessment, about: CriterionId | FlagId) -> Finding | RaisedFlag | None:
    return assessment.finding(about) or next((f for f in assessment.flags if f.flag == about), None)
