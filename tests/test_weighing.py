import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.brief import Brief
from interviewer.library import Library, bundled, load
from interviewer.review import Disqualification, Quote, Review
from interviewer.rubric import BASE_CRITERIA, ECHOES, FLAG_CRITERIA, FLAGS, LEVELS, RATINGS, VERDICTS, FlagId, Level, Rating
from interviewer.verdict import decide
from interviewer.weighing import MOST_POINTS, Change, bar, points, way_up
from tests.saying import rated

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
RATED = st.fixed_dictionaries({c: st.sampled_from(RATINGS) for c in BASE_CRITERIA})
RAISED = st.sets(st.sampled_from(FLAGS), max_size=3)


def reviewed(brief: Brief, ratings: dict[str, Rating], flags: set[FlagId]) -> Review:
    return rated(brief, ratings, *sorted(flags))


def as_if(review: Review, brief: Brief, left_out: Change | None = None) -> Review:
    """The review with the way up taken, but for one change of it."""
    way = way_up(brief, review)
    assert way
    raised = {change.criterion: change.needs for change in way.changes if change != left_out}
    echoed = {f for f in review.flag_ids & ECHOES if set(FLAG_CRITERIA[f]) & raised.keys()}
    return rated(brief, {**review.ratings, **raised}, *sorted(review.flag_ids - echoed - set(way.without)))


@given(ratings=RATED, flags=RAISED, level=st.sampled_from(LEVELS), principle=st.sampled_from(sorted(LIBRARY.packs)))
def test_whoever_takes_the_way_up_reaches_the_next_verdict(
    ratings: dict[str, Rating], flags: set[FlagId], level: Level, principle: str
) -> None:
    brief = LIBRARY.brief(principle, level)
    review = reviewed(brief, ratings, flags)
    decision = decide(brief, review)
    if way := way_up(brief, review):
        assert way.verdict == VERDICTS[VERDICTS.index(decision.verdict) + 1]
        assert VERDICTS.index(decide(brief, as_if(review, brief)).verdict) >= VERDICTS.index(way.verdict)
        assert way.changes or way.without
        assert all(RATINGS.index(c.needs) > RATINGS.index(c.now) for c in way.changes)
    else:
        assert decision.verdict == "strong_hire" or any(r.basis == "nothing_said" for r in decision.held_down_by)


@given(ratings=RATED, flags=RAISED, level=st.sampled_from(LEVELS))
def test_no_change_of_the_way_up_is_superfluous(ratings: dict[str, Rating], flags: set[FlagId], level: Level) -> None:
    brief = LIBRARY.brief("ownership", level)
    review = reviewed(brief, ratings, flags)
    way = way_up(brief, review)
    for left_out in way.changes if way else ():
        assert way
        assert VERDICTS.index(decide(brief, as_if(review, brief, left_out)).verdict) < VERDICTS.index(way.verdict)


@given(ratings=RATED, flags=RAISED, level=st.sampled_from(LEVELS))
def test_at_most_three_points_decide_and_none_is_said_twice(ratings: dict[str, Rating], flags: set[FlagId], level: Level) -> None:
    brief = LIBRARY.brief("ownership", level)
    review = reviewed(brief, ratings, flags)
    decision = decide(brief, review)
    found = points(brief, review, decision)
    assert 1 <= len(found) <= MOST_POINTS
    assert len({p.about for p in found}) == len(found)
    assert any(p.speaks == "against" for p in found) == bool(decision.held_down_by)


@given(ratings=RATED, flags=RAISED, level=st.sampled_from(LEVELS))
def test_points_stand_in_the_order_of_the_reasons(ratings: dict[str, Rating], flags: set[FlagId], level: Level) -> None:
    brief = LIBRARY.brief("ownership", level)
    review = reviewed(brief, ratings, flags)
    decision = decide(brief, review)
    named = [p.about for p in points(brief, review, decision) if p.speaks == "against"]
    order = [r.about for r in decision.held_down_by]
    assert named == sorted(named, key=order.index)


def test_what_was_hinted_at_is_told_in_the_candidate_s_words(brief: Brief) -> None:
    review = rated(brief, {c: "partly" if c == "metric" else "yes" for c in BASE_CRITERIA})
    way = way_up(brief, review)
    assert way
    assert [(c.criterion, c.now, c.needs, c.hinted[0].text) for c in way.changes] == [
        ("metric", "partly", "yes", "the candidate's words")
    ]


def test_what_was_not_hinted_at_is_told_without_words(brief: Brief) -> None:
    way = way_up(brief, rated(brief, {c: "no" if c == "ownership" else "yes" for c in BASE_CRITERIA}))
    assert way
    assert (way.verdict, [(c.criterion, c.needs, c.hinted) for c in way.changes]) == ("hire", [("ownership", "partly", ())])


def test_a_red_flag_in_the_way_is_named(brief: Brief) -> None:
    way = way_up(brief, rated(brief, "yes", "blame"))
    assert way
    assert (way.changes, way.without) == ((), ("blame",))


def test_a_vague_result_is_not_named_beside_the_missing_figure(brief: Brief) -> None:
    review = rated(brief, {c: "no" if c == "metric" else "yes" for c in BASE_CRITERIA}, "vague_result")
    way = way_up(brief, review)
    assert way
    assert ([c.criterion for c in way.changes], way.without) == (["metric"], ())
    assert [p.about for p in points(brief, review, decide(brief, review)) if p.speaks == "against"] == ["metric"]


def test_a_story_that_breaks_the_principle_has_no_way_up(brief: Brief) -> None:
    broken = Disqualification(id=brief.pack.disqualifiers[0].id, quotes=(Quote(turn=1, text="I left it"),))
    review = rated(brief, "yes").model_copy(update={"disqualifications": (broken,)})
    assert way_up(brief, review) is None
    assert points(brief, review, decide(brief, review))[0].quotes == broken.quotes


@pytest.mark.parametrize("review", [Review(), Review(kind="unreadable")])
def test_where_nothing_was_said_there_is_one_point(brief: Brief, review: Review) -> None:
    assert way_up(brief, review) is None
    assert [p.basis for p in points(brief, review, decide(brief, review))] == ["nothing_said"]


@pytest.mark.parametrize("level", LEVELS)
def test_the_bar_of_a_verdict_reaches_it_and_a_higher_level_asks_no_less(library: Library, level: Level) -> None:
    brief = library.brief("ownership", level)
    hire, strong = bar(brief, "hire"), bar(brief, "strong_hire")
    assert hire["ownership"] == "partly"
    assert strong["ownership"] == strong["metric"] == "yes"
    assert all(RATINGS.index(hire[c]) <= RATINGS.index(strong[c]) for c in hire)
    below = bar(library.brief("ownership", LEVELS[max(0, LEVELS.index(level) - 1)]), "strong_hire")
    assert all(RATINGS.index(below[c]) <= RATINGS.index(strong[c]) for c in strong)


def test_points_lead_with_different_words_where_they_can(brief: Brief) -> None:
    one, two = Quote(turn=1, text="I read the log"), Quote(turn=1, text="I moved the basket")
    findings = tuple(f.model_copy(update={"quotes": (one, two)}) for f in rated(brief, "yes").findings)
    review = Review(findings=findings)
    led = [point.quotes[0] for point in points(brief, review, decide(brief, review))]
    assert led[:2] == [one, two]


def test_an_echo_that_stands_alone_is_mended_by_its_criterion(library: Library) -> None:
    brief = library.brief("ownership", "sde1")
    ratings: dict[str, Rating] = {"ownership": "partly", "first_person": "partly", "depth": "partly", "trade_off": "yes"}
    ratings |= {"role": "yes", "follow_through": "yes", "impact": "yes", "learning": "yes"}
    way = way_up(brief, rated(brief, ratings, "vague_result"))
    assert way
    assert ([(c.criterion, c.needs) for c in way.changes], way.without) == ([("metric", "partly")], ())


def test_an_assignment_is_named_even_where_ownership_has_to_rise(brief: Brief) -> None:
    way = way_up(brief, rated(brief, {c: "no" if c == "ownership" else "yes" for c in BASE_CRITERIA}, "assigned"))
    assert way
    assert ([c.criterion for c in way.changes], way.without) == (["ownership"], ("assigned",))
