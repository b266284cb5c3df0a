"""How good a question about each criterion would be."""

from interviewer.asking_order import Worth, fullness, unreality, weights, worth_asking
from interviewer.brief import Brief
from interviewer.review import Review
from interviewer.rubric import BASE_CRITERIA, CriterionId


def likely(chance: float, **others: float) -> dict[CriterionId, float]:
    return dict.fromkeys(BASE_CRITERIA, chance) | others


def test_every_criterion_has_its_weights() -> None:
    assert list(weights()) == list(BASE_CRITERIA)


def test_the_likelier_a_criterion_is_met_the_less_it_is_worth_asking_about(brief: Brief) -> None:
    for criterion in BASE_CRITERIA:
        assert weights()[criterion].open > 0
        open_, shut = (weights()[criterion].of(likely=chance, full=0.5, level=0, unreal=0.0) for chance in (0.1, 0.9))
        assert open_ > shut


def test_a_thin_story_is_asked_for_the_own_part_and_a_full_one_for_what_was_learned(brief: Brief) -> None:
    thin, full = (worth_asking(brief, Review(likely=likely(chance, ownership=0.1, learning=0.1))) for chance in (0.1, 0.9))
    assert thin["ownership"] > thin["learning"]
    assert full["learning"] / full["ownership"] > thin["learning"] / thin["ownership"]


def test_a_review_that_only_rates_leaves_it_to_the_weights(brief: Brief) -> None:
    assert worth_asking(brief, Review()) == {}


def test_how_full_a_story_is_goes_by_what_counts() -> None:
    assert fullness({"metric": 4.0, "role": 1.0}, {"metric": 1.0, "role": 0.0}) == 0.8
    assert fullness({}, {}) == 0.0


def test_a_story_is_as_unreal_as_its_strongest_doubt() -> None:
    assert unreality({"hypothetical": 0.2, "off_topic": 0.7, "blame": 0.9}) == 0.7
    assert unreality({}) == 0.0


def test_the_chance_is_one() -> None:
    worth = Worth(always=-50.0, open=120.0, full=0.0, level=0.0, unreal=0.0)
    assert 0 <= worth.of(1.0, 0.0, 0, 0.0) < 0.01
    assert 0.99 < worth.of(0.0, 0.0, 0, 0.0) <= 1


def test_a_pack_that_puts_weight_on_something_has_it_asked_sooner(brief: Brief) -> None:
    known = Review(likely=likely(0.4))
    heavy, light = (
        worth_asking(brief.model_copy(update={"pack": brief.pack.model_copy(update={"weights": {"depth": weighed}})}), known)
        for weighed in ({brief.level: 5.0}, {brief.level: 0.5})
    )
    assert heavy["depth"] / heavy["metric"] > light["depth"] / light["metric"]
