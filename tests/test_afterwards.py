"""What can be done once an interview is over, with the real store, content and offline engine; the model is scripted."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from interviewer.afterwards import Afterwards
from interviewer.database import LOCAL, Database
from interviewer.dispute import BadDispute
from interviewer.engines.llm import LlmEngine
from interviewer.engines.local import LocalEngine
from interviewer.interview import Asked, Interview, SelfRated, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.models.errors import ModelError, Unreachable
from interviewer.models.scripted import Scripted
from interviewer.store import Store
from tests.replies import STORY, feedback_reply, review_reply

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Database(f"sqlite:///{tmp_path / 'interviews.db'}"), LOCAL)


@pytest.fixture
def afterwards(library: Library, store: Store) -> Afterwards:
    return Afterwards(library, store, lambda _: LocalEngine(library))


@pytest.fixture
def assessed(library: Library, store: Store) -> Interview:
    """One answer, assessed offline."""
    interviewer = Interviewer(library, store, lambda _: LocalEngine(library))
    begun = interviewer.hear(interviewer.begin(SETUP), STORY)
    list(interviewer.respond(begun))
    return interviewer.assess(interviewer.end(store.load(begun.id)))


def by_model(library: Library, store: Store, *replies: str | BaseModel | ModelError) -> tuple[Interview, Afterwards]:
    """The same, assessed by a model that missed the measured result, and what it says next."""
    brief = library.brief("ownership", "sde2")
    missed = review_reply(brief, metric="no")
    interviewer = Interviewer(
        library, store, lambda _: LlmEngine(library, Scripted([missed, feedback_reply(metric="Say how much.")]))
    )
    begun = interviewer.hear(interviewer.begin(SETUP.model_copy(update={"engine": "llm"})), STORY)
    ended = interviewer.end(begun)
    afterwards = Afterwards(library, store, lambda _: LlmEngine(library, Scripted(list(replies))))
    return interviewer.assess(ended), afterwards


def test_answering_again_asks_the_same_question_in_a_new_interview(
    afterwards: Afterwards, assessed: Interview, store: Store
) -> None:
    again = afterwards.again(assessed)
    assert again.id != assessed.id
    assert again.setup.again == assessed.id
    assert again.main_questions == assessed.main_questions
    assert store.load(again.id) == again


def test_answering_again_asks_the_question_that_was_answered_not_one_that_was_passed(
    library: Library, store: Store, afterwards: Afterwards
) -> None:
    interviewer = Interviewer(library, store, lambda _: LocalEngine(library))
    begun = interviewer.hear(interviewer.begin(SETUP), "I'd rather skip this question.")
    list(interviewer.respond(begun))
    moved_on = store.load(begun.id)
    assert len(moved_on.main_questions) == 2
    assert afterwards.again(interviewer.end(moved_on)).main_questions == moved_on.main_questions[1:]


def test_a_self_rating_is_kept_once(afterwards: Afterwards, assessed: Interview, store: Store) -> None:
    rated = afterwards.rate_oneself(assessed, SelfRated(verdict="strong_hire", strong=("action",)))
    assert afterwards.rate_oneself(rated, SelfRated(verdict="no_hire")) == rated
    kept = store.load(assessed.id).self_rated
    assert kept
    assert kept.verdict == "strong_hire"


def test_a_dispute_that_changes_nothing_is_kept_and_the_assessment_stands(afterwards: Afterwards, assessed: Interview) -> None:
    made = assessed.assessment
    assert made
    short = next(f.criterion for f in made.findings if f.rating == "no")
    after = afterwards.dispute(assessed, short, (1,), "")
    assert [e.type for e in after.events[len(assessed.events) :]] == ["disputed"]
    assert after.assessment == made


def test_an_answer_that_did_not_speak_of_it_wins_no_dispute(afterwards: Afterwards, assessed: Interview) -> None:
    made = assessed.assessment
    assert made
    missing = [f.criterion for f in made.findings if f.rating == "no"]
    assert missing
    for criterion in missing:
        assessed = afterwards.dispute(assessed, criterion, (1,), "")
    assert assessed.assessment == made
    assert not any(dispute.changed for dispute in assessed.disputes)


def test_a_finding_is_judged_twice_on_the_same_answers_only_once(afterwards: Afterwards, assessed: Interview) -> None:
    made = assessed.assessment
    assert made
    short = next(f.criterion for f in made.findings if f.rating == "no")
    with pytest.raises(BadDispute, match="already"):
        afterwards.dispute(afterwards.dispute(assessed, short, (1,), ""), short, (1,), "I read")


def test_a_dispute_won_changes_finding_verdict_and_provenance(library: Library, store: Store) -> None:
    brief = library.brief("ownership", "sde2")
    assessed, afterwards = by_model(library, store, review_reply(brief), feedback_reply())
    before = assessed.assessment
    assert before
    assert before.verdict != "strong_hire"
    after = afterwards.dispute(assessed, "metric", (1,), "")
    now = after.assessment
    assert now
    assert [e.type for e in after.events[-2:]] == ["disputed", "assessed"]
    assert now.rating("metric") == "yes"
    assert now.verdict == "strong_hire"
    assert now.provenance.disputed == ("metric",)
    assert now.not_said == now.never_asked == ()
    assert after.disputes[0].before == before.finding("metric")
    assert store.load(after.id) == after


def test_when_the_model_fails_a_dispute_leaves_everything_as_it_was(library: Library, store: Store) -> None:
    assessed, afterwards = by_model(library, store, Unreachable("no model"))
    with pytest.raises(Unreachable):
        afterwards.dispute(assessed, "metric", (1,), "")
    assert store.load(assessed.id) == assessed


def test_what_is_no_finding_cannot_be_disputed(afterwards: Afterwards, assessed: Interview) -> None:
    with pytest.raises(BadDispute, match="no such finding"):
        afterwards.dispute(assessed, "charm", (1,), "")


def test_another_level_holds_the_same_ratings_against_another_bar(library: Library, store: Store, assessed: Interview) -> None:
    made = assessed.assessment
    assert made

    def no_engine(_: object) -> LocalEngine:
        raise AssertionError("no engine is needed")

    supposed = Afterwards(library, store, no_engine).suppose(assessed, "ownership", "senior")
    assert supposed.review.findings == made.findings
    assert supposed.brief.level == "senior"


def test_another_principle_is_judged_on_the_same_answers_and_nothing_is_kept(
    afterwards: Afterwards, assessed: Interview, store: Store
) -> None:
    supposed = afterwards.suppose(assessed, "dive_deep", "sde2")
    assert supposed.brief.pack.name == "dive_deep"
    assert supposed.review.findings
    assert supposed.decision.verdict
    assert store.load(assessed.id) == assessed


def test_the_question_asked_again_stands_plainly(afterwards: Afterwards, assessed: Interview) -> None:
    asked = afterwards.again(assessed).events[0]
    assert isinstance(asked, Asked)
    assert asked.text == asked.question
    assert asked.plainer
