from hypothesis import given
from hypothesis import strategies as st

from interviewer.overview import Overview, Standing
from interviewer.trends import Share, Trend, by_criterion, by_principle, weakest
from tests.overviews import seen

STANDINGS: tuple[Standing, ...] = ("yes", "partly", "no", "unasked")


def trend(text: str) -> Trend:
    """A trend by a letter for each interview: y, p, n, u."""
    return Trend("metric", tuple(next(s for s in STANDINGS if s[0] == letter) for letter in text))


def test_a_criterion_is_followed_through_the_interviews_that_expected_it() -> None:
    overviews = [
        seen("ownership", "hire", {"metric": "no"}),
        seen(standings={"learning": "yes"}),
        seen(standings={"metric": "yes"}),
    ]
    trends = by_criterion(overviews, ["learning", "metric", "depth"])
    assert trends == (Trend("learning", ("yes",)), Trend("metric", ("no", "yes")))


def test_lately_and_before_are_told_apart() -> None:
    developed = trend("nnnpnyyyyn")
    assert (developed.lately, developed.before) == (Share(4, 5), Share(0, 5))
    assert developed.sentence == "Met in 4 of 5 lately; 0 of 5 before that."


def test_what_was_never_asked_counts_neither_way() -> None:
    assert trend("uuyun").lately == Share(1, 2)
    assert trend("uu").sentence == "Never asked about so far."


def test_a_single_interview_is_no_trend() -> None:
    assert trend("p").sentence == "Partly met the one time."
    assert trend("nyyyyy").before is None


def test_what_is_missing_most_often_lately_comes_first() -> None:
    named = {"metric": "nnnnn", "learning": "yyynn", "depth": "nynyn", "stakes": "n", "role": "uuuuu", "impact": "nnnnnyyyyy"}
    trends = [Trend(name, trend(text).standings) for name, text in named.items()]
    assert weakest(trends) == ("metric", "depth")


def test_principles_come_the_one_practised_last_first_each_from_the_oldest_on() -> None:
    first, second, third, unassessed = seen(), seen("dive_deep"), seen(verdict="no_hire"), seen("frugality", None)
    grouped = by_principle([first, second, third, unassessed])
    assert list(grouped) == ["ownership", "dive_deep"]
    assert grouped["ownership"] == ((first, "hire"), (third, "no_hire"))


@given(st.lists(st.sampled_from(STANDINGS), min_size=1))
def test_every_trend_has_its_sentence(standings: list[Standing]) -> None:
    assert Trend("metric", tuple(standings)).sentence.endswith(".")


@given(st.lists(st.sampled_from(["ownership", "dive_deep"])))
def test_no_assessed_interview_is_lost_or_doubled(principles: list[str]) -> None:
    overviews: list[Overview] = [seen(p) for p in principles]
    grouped = by_principle(overviews)
    assert sorted(o.id for held in grouped.values() for o, _ in held) == sorted(o.id for o in overviews)
