"""The verdict policy: what each verdict needs, and that it is monotone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.brief import Brief
from interviewer.explaining import explain
from interviewer.library import bundled, load
from interviewer.rubric import BASE_CRITERIA, FLAGS, LEVELS, RATINGS, VERDICTS, CriterionId, FlagId, Level, Rating, Verdict
from interviewer.verdict import decide
from tests.saying import rated

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
PRINCIPLES = sorted(LIBRARY.packs)

ratings = st.fixed_dictionaries({criterion: st.sampled_from(RATINGS) for criterion in BASE_CRITERIA})
flags = st.frozensets(st.sampled_from(FLAGS), max_size=3)
briefs = st.builds(LIBRARY.brief, st.sampled_from(PRINCIPLES), st.sampled_from(LEVELS))

SOLID: dict[CriterionId, Rating] = {
    "stakes": "yes", "ownership": "yes", "role": "yes", "first_person": "yes", "depth": "partly", "follow_through": "yes",
    "metric": "yes", "impact": "partly", "learning": "partly",
}  # fmt: skip


def place(brief: Brief, given: dict[CriterionId, Rating], *raised: FlagId) -> int:
    return VERDICTS.index(decide(brief, rated(brief, given, *raised)).verdict)


def test_everything_met_is_a_strong_hire_at_every_level_and_principle() -> None:
    verdicts = {decide(b, rated(b, "yes")).verdict for p in PRINCIPLES for level in LEVELS if (b := LIBRARY.brief(p, level))}
    assert verdicts == {"strong_hire"}


def test_nothing_said_is_no_hire_and_says_so(brief: Brief) -> None:
    decision = decide(brief, rated(brief, "no"))
    assert decision.verdict == "no_hire"
    assert "too little" in explain(decision, brief)


def test_a_solid_own_story_with_gaps_is_a_hire(brief: Brief) -> None:
    assert decide(brief, rated(brief, SOLID)).verdict == "hire"


@pytest.mark.parametrize(
    ("changed", "raised", "verdict"),
    [
        ({"ownership": "no"}, (), "lean_no_hire"),
        ({"first_person": "no"}, (), "lean_no_hire"),
        ({"metric": "no", "impact": "no"}, (), "lean_no_hire"),
        ({"ownership": "partly"}, ("assigned",), "lean_no_hire"),
        ({"follow_through": "no"}, ("handed_off",), "lean_no_hire"),
        ({"first_person": "partly"}, ("we_voice",), "lean_no_hire"),
        ({}, ("blame",), "lean_no_hire"),
        ({}, ("hypothetical",), "no_hire"),
        ({}, ("off_topic",), "no_hire"),
    ],
)
def test_what_keeps_a_solid_story_from_hire(
    brief: Brief, changed: dict[CriterionId, Rating], raised: tuple[FlagId, ...], verdict: Verdict
) -> None:
    assert decide(brief, rated(brief, SOLID | changed, *raised)).verdict == verdict


def test_a_disqualifier_outweighs_a_complete_story(brief: Brief) -> None:
    from interviewer.review import Disqualification, Quote

    review = rated(brief, "yes")
    found = Disqualification(id=brief.pack.disqualifiers[0].id, quotes=(Quote(turn=1, text="I kept quiet about it"),))
    decision = decide(brief, review.model_copy(update={"disqualifications": (found,)}))
    assert decision.verdict == "no_hire"
    assert brief.pack.title in explain(decision, brief)


def test_the_reason_names_what_hire_needs_at_the_level(brief: Brief) -> None:
    decision = decide(brief, rated(brief, SOLID | {"ownership": "no", "metric": "no"}))
    assert explain(decision, brief).startswith("Hire at SDE II needs ownership and a measured result")


@given(briefs, ratings, flags, st.sampled_from(sorted(BASE_CRITERIA)))
def test_raising_a_rating_never_lowers_the_verdict(
    brief: Brief, given_: dict[CriterionId, Rating], raised: frozenset[FlagId], criterion: CriterionId
) -> None:
    steps = [place(brief, given_ | {criterion: rating}, *raised) for rating in RATINGS]
    assert steps == sorted(steps)


@given(briefs, ratings, flags, st.sampled_from(FLAGS))
def test_raising_a_red_flag_never_lifts_the_verdict(
    brief: Brief, given_: dict[CriterionId, Rating], raised: frozenset[FlagId], flag: FlagId
) -> None:
    assert place(brief, given_, *(raised | {flag})) <= place(brief, given_, *raised)


@given(st.sampled_from(PRINCIPLES), ratings, flags)
def test_a_higher_level_never_judges_easier(principle: str, given_: dict[CriterionId, Rating], raised: frozenset[FlagId]) -> None:
    def at(level: Level) -> int:
        return place(LIBRARY.brief(principle, level), given_, *raised)

    assert at("sde1") >= at("sde2") >= at("senior")


@given(briefs, ratings, flags)
def test_every_verdict_below_the_top_says_what_holds_it_down(
    brief: Brief, given_: dict[CriterionId, Rating], raised: frozenset[FlagId]
) -> None:
    decision = decide(brief, rated(brief, given_, *raised))
    assert bool(decision.held_down_by) == (decision.verdict != "strong_hire")
    assert explain(decision, brief).endswith(".")
