"""The verdict of a review that says how likely each red flag is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.brief import Brief
from interviewer.explaining import explain
from interviewer.library import bundled, load
from interviewer.review import Disqualification, Quote, Review
from interviewer.rubric import BASE_CRITERIA, FLAGS, LEVELS, RATINGS, VERDICTS, CriterionId, FlagId, Rating
from interviewer.verdict import decide
from tests.saying import rated

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ratings = st.fixed_dictionaries({criterion: st.sampled_from(RATINGS) for criterion in BASE_CRITERIA})
doubts = st.fixed_dictionaries({flag: st.floats(0, 1) for flag in FLAGS})
briefs = st.builds(LIBRARY.brief, st.sampled_from(sorted(LIBRARY.packs)), st.sampled_from(LEVELS))


def weighed(brief: Brief, given_: dict[CriterionId, Rating] | Rating, likely: dict[FlagId, float]) -> Review:
    raised = [f for f, doubt in likely.items() if doubt >= 0.5]
    return rated(brief, given_, *raised).model_copy(update={"doubts": dict.fromkeys(FLAGS, 0.0) | likely})


def place(brief: Brief, review: Review) -> int:
    return VERDICTS.index(decide(brief, review).verdict)


@given(brief=briefs, held=ratings, likely=doubts, criterion=st.sampled_from(list(BASE_CRITERIA)))
def test_a_criterion_raised_never_lowers_the_verdict(
    brief: Brief, held: dict[CriterionId, Rating], likely: dict[FlagId, float], criterion: CriterionId
) -> None:
    assert place(brief, weighed(brief, held | {criterion: "yes"}, likely)) >= place(brief, weighed(brief, held, likely))


@given(brief=briefs, held=ratings, likely=doubts, flag=st.sampled_from(FLAGS))
def test_a_likelier_red_flag_never_raises_it(
    brief: Brief, held: dict[CriterionId, Rating], likely: dict[FlagId, float], flag: FlagId
) -> None:
    assert place(brief, weighed(brief, held, likely | {flag: 1.0})) <= place(brief, weighed(brief, held, likely))


@given(brief=briefs, held=ratings, likely=doubts)
def test_a_higher_level_is_never_easier(brief: Brief, held: dict[CriterionId, Rating], likely: dict[FlagId, float]) -> None:
    places = [place(at, weighed(at, held, likely)) for level in LEVELS for at in [brief.at(level)]]
    assert places == sorted(places, reverse=True)


@given(brief=briefs)
def test_everything_met_without_a_doubt_is_a_strong_hire(brief: Brief) -> None:
    assert decide(brief, weighed(brief, "yes", {})).verdict == "strong_hire"


@given(brief=briefs)
def test_nothing_met_is_no_hire(brief: Brief) -> None:
    decision = decide(brief, weighed(brief, "no", {}))
    assert decision.verdict == "no_hire"
    assert "too little" in explain(decision, brief)


@given(brief=briefs, held=ratings, likely=doubts)
def test_whatever_is_not_the_best_verdict_says_what_it_needs(
    brief: Brief, held: dict[CriterionId, Rating], likely: dict[FlagId, float]
) -> None:
    decision = decide(brief, weighed(brief, held, likely))
    open_ = any(rating != "yes" for rating in held.values()) or any(doubt >= 0.5 for doubt in likely.values())
    assert decision.held_down_by or decision.verdict == "strong_hire" or not open_


def test_a_disqualifier_outweighs_a_complete_story() -> None:
    brief = LIBRARY.brief("ownership", "sde2")
    found = Disqualification(id=brief.pack.disqualifiers[0].id, quotes=(Quote(turn=1, text="I kept quiet about it"),))
    review = weighed(brief, "yes", {}).model_copy(update={"disqualifications": (found,)})
    assert decide(brief, review).verdict == "no_hire"


@pytest.mark.parametrize("flag", FLAGS)
def test_what_stands_in_the_way_is_named(flag: FlagId) -> None:
    brief = LIBRARY.brief("ownership", "sde2")
    decision = decide(brief, weighed(brief, "partly", {flag: 1.0}))
    assert decision.held_down_by
