"""The debrief's rule: what a strong vote outweighs, what it never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.debrief import (
    FEWEST_VOTES,
    Held,
    decide,
    disagreements,
    evidence_against,
    evidence_for,
    explain,
    split,
    to_prepare,
    told_twice,
    vote,
)
from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.review import Disqualification, Quote
from interviewer.rubric import PARTS, VERDICT_NAMES, VERDICTS, Verdict
from interviewer.text import locate
from interviewer.transcript import Transcript, Turn
from tests.saying import said

VOTE = st.sampled_from(VERDICTS)
VOTES = st.lists(VOTE, max_size=7)


def place(outcome: Verdict | None) -> int:
    return -1 if outcome is None else VERDICTS.index(outcome)


def outcome(*votes: Verdict | None) -> Verdict | None:
    return decide(votes).outcome


NO_RESULT = (
    "I noticed that the late buses were all on one line. I drove along for two days and wrote down every stop. I found that the "
    "doors of the new buses closed slowly, and I told the workshop about it."
)
S, H, L, N = "strong_hire", "hire", "lean_no_hire", "no_hire"


@pytest.mark.parametrize(
    ("votes", "decision"),
    [
        ((H, H, H, H), H),
        ((S, S, H, H), S),
        ((S, H, H, H), H),
        ((S, S, S, S), S),
        ((H, H, H, L), L),
        ((S, H, H, L), H),
        ((S, S, H, N), H),
        ((S, H, H, N), L),
        ((S, S, S, N), H),
        ((S, S, L, L), L),
        ((S, S, H, L, L), H),
        ((L, L, L, L), L),
        ((L, L, L, N), N),
        ((H, H, L, L), L),
        ((H, H, N, L), N),
        ((N, N, N, N), N),
        ((H, H), None),
        ((S, S, None, None), None),
        ((H, H, H, None), H),
        ((), None),
    ],
)
def test_the_rule_decides(votes: tuple[Verdict | None, ...], decision: Verdict | None) -> None:
    assert outcome(*votes) == decision


@given(VOTES, st.randoms())
def test_the_order_of_the_interviews_never_matters(votes: list[Verdict], random: object) -> None:
    shuffled = list(votes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert decide(shuffled) == decide(votes)


@given(VOTES)
def test_one_more_strong_vote_never_lowers_the_decision(votes: list[Verdict]) -> None:
    assert place(outcome(*votes, "strong_hire")) >= place(outcome(*votes))


@given(st.lists(VOTE, min_size=1, max_size=7), st.data())
def test_a_better_vote_never_lowers_the_decision(votes: list[Verdict], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(votes) - 1))
    better = data.draw(st.sampled_from(VERDICTS[VERDICTS.index(votes[at]) :]))
    assert place(outcome(*votes[:at], better, *votes[at + 1 :])) >= place(outcome(*votes))


@given(st.lists(VOTE, min_size=FEWEST_VOTES, max_size=7))
def test_one_more_no_hire_never_raises_the_decision(votes: list[Verdict]) -> None:
    assert place(outcome(*votes, "no_hire")) <= place(outcome(*votes))


@given(st.lists(VOTE, min_size=FEWEST_VOTES, max_size=7))
def test_the_decision_is_never_better_than_the_best_vote_nor_worse_than_the_worst(votes: list[Verdict]) -> None:
    assert min(map(place, votes)) <= place(outcome(*votes)) <= max(map(place, votes))


@given(st.lists(st.one_of(VOTE, st.none()), max_size=7))
def test_every_decision_is_explained(votes: list[Verdict | None]) -> None:
    told = explain(votes)
    assert all(VERDICT_NAMES[v] in told for v in votes if v)


def test_an_interview_without_a_vote_is_told_in_a_sentence() -> None:
    assert explain(["hire", None]) == (
        "The votes are 1 Hire. In one interview too little was told for a vote. At least 3 are needed to decide."
    )
    assert (
        explain([None, None])
        == "Nobody cast a vote. In 2 interviews too little was told for a vote. At least 3 are needed to decide."
    )


def test_votes_far_apart_are_a_split() -> None:
    assert split(["strong_hire", "lean_no_hire"])
    assert not split(["hire", "lean_no_hire", None])
    assert not split([])


def held(library: Library, principle: str, transcript: Transcript, interviewer: str = "Manager") -> Held:
    brief = library.brief(principle, "sde2")
    return Held(interviewer, brief, transcript, assess(LocalEngine(library), brief, transcript), None)


@pytest.fixture(scope="module")
def strong(library: Library) -> Held:
    scenario = library.scenarios["orphaned_night_job"]
    return held(library, "ownership", said(" ".join(scenario.parts[p].strong for p in PARTS)))


@pytest.fixture(scope="module")
def weak(library: Library) -> Held:
    brief = library.brief("dive_deep", "sde2")
    probe = next(p for p in brief.bank if p.targets[0] == "metric")
    turns = (
        Turn(number=1, question=brief.questions[0], text=NO_RESULT),
        Turn(number=2, question=probe.question, probe=probe.id, targets=probe.targets, text="I would not know, honestly."),
    )
    return held(library, "dive_deep", Transcript(turns=turns), "Engineer")


def test_an_interviewer_votes_on_what_was_asked(strong: Held) -> None:
    assert vote(strong.assessment, None) == strong.assessment.verdict


def test_too_little_to_judge_is_no_vote(library: Library) -> None:
    assert vote(held(library, "ownership", said("I don't know.")).assessment) is None


def disqualified(assessment: Assessment) -> Assessment:
    found = Disqualification(id="some", quotes=(Quote(turn=1, text="words"),))
    return assessment.model_copy(update={"disqualifications": (found,)})


def test_only_what_disqualifies_in_the_second_reading_lowers_a_vote(strong: Held, weak: Held) -> None:
    assert vote(strong.assessment, weak.assessment) == strong.assessment.verdict
    assert vote(strong.assessment, disqualified(weak.assessment)) == "lean_no_hire"
    no_hire = strong.assessment.model_copy(
        update={"decision": strong.assessment.decision.model_copy(update={"verdict": "no_hire"})}
    )
    assert vote(no_hire, disqualified(weak.assessment)) == "no_hire"


def test_what_speaks_for_is_said_in_the_candidates_words_the_heaviest_first(strong: Held) -> None:
    points = evidence_for(strong)
    assert len(points) == 3
    names = {c.name: strong.brief.weights[c.id] for c in strong.brief.rubric.criteria}
    assert [names[p.about] for p in points] == sorted((names[p.about] for p in points), reverse=True)
    for point in points:
        for quote in point.quotes:
            turn = strong.transcript.turn(quote.turn)
            assert turn
            assert locate(quote.text, turn.text)


def test_what_was_never_asked_does_not_speak_against(weak: Held) -> None:
    about = {p.about for p in evidence_against(weak, at_most=20)}
    unasked = {weak.brief.criterion(c).name for c in weak.assessment.never_asked}
    assert about
    assert not about & unasked


def test_interviewers_who_saw_a_criterion_differently_disagree(strong: Held, weak: Held) -> None:
    metric = strong.brief.criterion("metric").name
    assert (metric, ("Manager",), ("Engineer",)) in disagreements([strong, weak], at_most=20)
    assert disagreements([strong, weak]) == disagreements([weak, strong])
    assert disagreements([strong, strong]) == ()


def test_what_to_prepare_is_what_was_asked_and_missing(strong: Held, weak: Held) -> None:
    prepared = to_prepare([strong, weak])
    assert [c for c, _ in prepared]
    for criterion, where in prepared:
        assert where == ("dive_deep",)
        assert criterion in weak.assessment.not_said


def test_the_same_story_told_to_two_interviewers_is_noticed(library: Library, strong: Held, weak: Held) -> None:
    again = held(library, "dive_deep", strong.transcript, "Engineer")
    assert told_twice([strong, again]) == (("Manager", "Engineer"),)
    assert told_twice([strong, weak]) == ()


def test_a_red_flag_that_repeats_what_was_not_said_is_not_held_against_twice(weak: Held) -> None:
    assert "vague_result" in {f.flag for f in weak.assessment.flags}
    points = evidence_against(weak, at_most=20)
    metric = weak.brief.criterion("metric").name
    assert [p.about for p in points if p.kind == "not_said"].count(metric) == 1
    assert weak.brief.rubric.flag("vague_result").name not in {p.about for p in points}
