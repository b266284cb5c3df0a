"""From a transcript to an assessment."""

from interviewer.assessing import judged
from interviewer.brief import Brief
from interviewer.engines.llm import LlmEngine
from interviewer.library import Library
from interviewer.models.scripted import Scripted
from tests.replies import STORY, review_reply
from tests.saying import said


def test_a_last_word_that_is_no_answer_does_not_take_the_story_with_it(library: Library, brief: Brief) -> None:
    told = review_reply(brief, learning="no")
    aside = review_reply(brief, last_turn="outcome").model_copy(update={"criteria": []})
    model = Scripted([told, aside, aside])
    found = judged(LlmEngine(library, model), brief, said(STORY, "Did I get it?", "So, did I?"))
    assert found.review.ratings == {c.id: "no" if c.id == "learning" else "yes" for c in brief.rubric.criteria}
    assert len(model.requests) == 3


def test_where_nothing_was_told_there_is_nothing_to_go_back_to(library: Library, brief: Brief) -> None:
    model = Scripted([review_reply(brief, last_turn="outcome").model_copy(update={"criteria": []})])
    assert judged(LlmEngine(library, model), brief, said("Did I get it?")).verdict == "no_hire"
