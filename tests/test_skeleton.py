import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.brief import Brief
from interviewer.library import Library, bundled, load
from interviewer.review import Finding, Quote, RaisedFlag
from interviewer.rubric import BASE_CRITERIA, PARTS, RATINGS, CriterionId, Rating
from interviewer.skeleton import as_text, skeleton
from interviewer.truth import invented
from tests.saying import said

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
SENTENCES = (
    "The shop lost 40 orders a week.",
    "My manager asked me to look at it.",
    "I read the log.",
    "I asked Priya for the old one.",
    "Orders went from 40 lost to 2.",
    "We learned to test more.",
)
STORY = said(" ".join(SENTENCES[:4]), " ".join(SENTENCES[4:]))


def found(criterion: CriterionId, rating: Rating, *sentences: int) -> Finding:
    quotes = tuple(Quote(turn=1 if n < 4 else 2, text=SENTENCES[n]) for n in sentences)
    return Finding(criterion=criterion, rating=rating, quotes=quotes)


def told(brief: Brief, *findings: Finding, flags: tuple[RaisedFlag, ...] = ()) -> dict[str, list[str]]:
    parts = skeleton(brief, STORY, findings, flags)
    return {part.part: [line.text for line in part.lines] for part in parts}


def test_a_sentence_stands_in_its_part_and_what_is_missing_is_a_blank(brief: Brief) -> None:
    parts = told(brief, found("stakes", "yes", 0), found("metric", "partly", 4))
    assert parts["situation"] == [SENTENCES[0]]
    assert parts["result"][:2] == [
        SENTENCES[4],
        "[how many or how much before?] [how many or how much after?] [how was it measured?]",
    ]


def test_steps_are_in_the_order_in_which_they_were_told(brief: Brief) -> None:
    parts = told(brief, found("first_person", "yes", 3), found("depth", "yes", 2))
    assert parts["action"][:2] == [SENTENCES[2], SENTENCES[3]]


def test_a_sentence_is_used_once_in_the_part_it_serves_most(brief: Brief) -> None:
    everywhere = [found(c, "yes", 2) for c in ("stakes", "role", "first_person", "depth")]
    parts = told(brief, *everywhere)
    assert [part for part, lines in parts.items() if SENTENCES[2] in lines] == ["action"]


def test_a_shorter_quote_of_the_same_words_is_not_said_again(brief: Brief) -> None:
    short = Finding(criterion="first_person", rating="yes", quotes=(Quote(turn=1, text="read the log"),))
    parts = told(brief, short, found("depth", "yes", 2))
    assert parts["action"][0] == SENTENCES[2]
    assert not any("read the log" in line for line in parts["action"][1:])


def test_an_assignment_stays_an_assignment(brief: Brief) -> None:
    flag = RaisedFlag(flag="assigned", quotes=(Quote(turn=1, text=SENTENCES[1]),))
    task = told(brief, found("ownership", "no"), flags=(flag,))["task"]
    assert SENTENCES[1] in task
    assert any("you were asked to do it, so say that" in line for line in task)


def test_what_the_level_does_not_expect_leaves_no_blank(library: Library) -> None:
    reflection = told(library.brief("ownership", "sde1"), found("learning", "yes", 5))["reflection"]
    assert reflection == [SENTENCES[5]]


def test_a_criterion_of_a_pack_leaves_its_own_question_as_the_blank() -> None:
    brief = LIBRARY.brief("ownership", "senior")
    added = brief.criterion("learning").model_copy(update={"id": "calm", "question": "How did you stay calm?"})
    rubric = brief.rubric.model_copy(update={"criteria": (*brief.rubric.criteria, added)})
    with_it = Brief(pack=brief.pack, rubric=rubric, level="senior")
    assert "[How did you stay calm?]" in told(with_it)["reflection"]


CHOSEN = st.fixed_dictionaries(
    {c: st.tuples(st.sampled_from(RATINGS), st.lists(st.integers(0, 5), min_size=1, max_size=3)) for c in BASE_CRITERIA}
)


@given(chosen=CHOSEN)
def test_nothing_in_it_was_not_said(chosen: dict[CriterionId, tuple[Rating, list[int]]]) -> None:
    brief = LIBRARY.brief("ownership", "senior")
    findings = [found(c, rating, *(() if rating == "no" else places)) for c, (rating, places) in chosen.items()]
    parts = skeleton(brief, STORY, findings)
    lines = [line for part in parts for line in part.lines]
    quoted = [line.text for line in lines if line.turn]
    assert all(any(text in turn.text for turn in STORY.turns) for text in quoted)
    assert len(quoted) == len(set(quoted))
    assert all(re.fullmatch(r"(\[[^\]]+\] ?)+", line.text) for line in lines if line.turn is None)
    assert invented(as_text(parts), [t.text for t in STORY.turns]) == ()
    assert [p.part for p in parts] == [p for p in PARTS if p in {q.part for q in parts}]


@pytest.mark.parametrize("level", ["sde1", "senior"])
def test_without_any_answer_it_is_all_blanks(library: Library, level: str) -> None:
    brief = library.brief("ownership", "sde1" if level == "sde1" else "senior")
    assert all(line.turn is None for part in skeleton(brief, said(), ()) for line in part.lines)
