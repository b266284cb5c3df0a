"""Which follow-up comes next."""

from hypothesis import given
from hypothesis import strategies as st

from interviewer.brief import Brief
from interviewer.library import bundled, load
from interviewer.probing import gaps, next_probe, targets_of
from interviewer.review import Review
from interviewer.rubric import BASE_CRITERIA, FLAGS, LEVELS, RATINGS, CriterionId, FlagId, Rating
from interviewer.transcript import Transcript, Turn
from tests.saying import rated, said

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ratings = st.fixed_dictionaries({criterion: st.sampled_from(RATINGS) for criterion in BASE_CRITERIA})
flags = st.frozensets(st.sampled_from(FLAGS), max_size=3)
briefs = st.builds(LIBRARY.brief, st.sampled_from(sorted(LIBRARY.packs)), st.sampled_from(LEVELS))


def all_but(brief: Brief, *open_: CriterionId) -> dict[CriterionId, Rating]:
    return {c.id: "no" if c.id in open_ else "yes" for c in brief.rubric.criteria}


def interview(brief: Brief, review: Review) -> list[Turn]:
    """Every follow-up asked until nothing is worth asking, the candidate adding nothing."""
    turns = list(said("I did something.").turns)
    while following := next_probe(brief, Transcript(turns=tuple(turns)), review):
        probe = following.probe
        turns.append(
            Turn(number=len(turns) + 1, question=probe.question, probe=probe.id, targets=probe.targets, text="Nothing to add.")
        )
    return turns


def test_the_heaviest_gap_is_asked_about_first(brief: Brief) -> None:
    following = next_probe(brief, said("I did it."), rated(brief, all_but(brief, "metric", "stakes")))
    assert following is not None
    assert following.gap.criterion == "metric"
    assert following.probe.targets[0] == "metric"


def test_nothing_is_asked_when_everything_is_met(brief: Brief) -> None:
    assert next_probe(brief, said("I did it all."), rated(brief, "yes")) is None


def test_what_the_level_does_not_expect_is_not_asked() -> None:
    junior = LIBRARY.brief("customer_obsession", "sde1")
    assert junior.weights["systemic_insight"] == 0
    assert next_probe(junior, said("I did it."), rated(junior, all_but(junior, "systemic_insight"))) is None


def test_another_pack_prefers_other_follow_ups() -> None:
    asked = set()
    for principle in LIBRARY.packs:
        brief = LIBRARY.brief(principle, "sde2")
        asked.add(
            tuple(t.probe for t in interview(brief, rated(brief, all_but(brief, "lasting_effect", "trade_off", "depth", "role"))))
        )
    assert len(asked) == len(LIBRARY.packs)


def test_a_hypothetical_answer_is_first_led_back_to_a_real_case(brief: Brief) -> None:
    following = next_probe(brief, said("I would always talk to people."), rated(brief, "no", "hypothetical"))
    assert following is not None
    assert following.probe.id == "real_case"


def test_a_redirect_that_led_nowhere_ends_the_questions(brief: Brief) -> None:
    review = rated(brief, "no", "hypothetical")
    redirect = brief.redirect("hypothetical")
    assert redirect is not None
    turns = (*said("I would talk to people.").turns, Turn(number=2, question="?", probe=redirect.id, text="I would always talk."))
    assert next_probe(brief, Transcript(turns=turns), review) is None


def test_a_real_story_that_does_not_fit_is_asked_about_all_the_same(brief: Brief) -> None:
    review = rated(brief, "no", "off_topic")
    redirect = brief.redirect("off_topic")
    assert redirect is not None
    first = next_probe(brief, said("I mended the pump."), review)
    assert first is not None
    assert first.probe == redirect
    turns = (*said("I mended the pump.").turns, Turn(number=2, question="?", probe=redirect.id, text="It was a hard one."))
    following = next_probe(brief, Transcript(turns=turns), review)
    assert following is not None
    assert following.probe.id != redirect.id


def test_a_team_voice_makes_the_own_part_urgent(brief: Brief) -> None:
    given_ = all_but(brief, "first_person", "metric")
    plain = next_probe(
        brief, said("We did it."), rated(brief, given_ | {"metric": "partly", "first_person": "partly"}, "we_voice")
    )
    assert plain is not None
    assert plain.gap.criterion == "first_person"


@given(briefs, ratings, flags)
def test_a_follow_up_is_never_asked_twice_nor_aimed_at_what_is_met(
    brief: Brief, given_: dict[CriterionId, Rating], raised: frozenset[FlagId]
) -> None:
    review = rated(brief, given_, *raised)
    asked = [t for t in interview(brief, review) if t.probe]
    assert len({t.probe for t in asked}) == len(asked)
    redirects = {r.id for r in brief.rubric.redirects}
    assert all(review.ratings[t.targets[0]] != "yes" for t in asked if t.probe not in redirects)


@given(briefs, ratings, flags)
def test_gaps_are_the_unmet_criteria_heaviest_first(
    brief: Brief, given_: dict[CriterionId, Rating], raised: frozenset[FlagId]
) -> None:
    found = gaps(brief, rated(brief, given_, *raised))
    assert {g.criterion for g in found} == {c for c, r in given_.items() if r != "yes" and brief.weights[c] > 0}
    assert [g.weight for g in found] == sorted((g.weight for g in found), reverse=True)


def test_a_recorded_question_is_recognised_as_the_follow_up_it_is(brief: Brief) -> None:
    probe = brief.bank[3]
    assert targets_of(probe.question.upper(), brief) == (probe.id, probe.targets)


def test_a_recorded_question_from_elsewhere_is_understood_by_its_words(brief: Brief) -> None:
    assert targets_of("How did you measure success?", brief) == (None, ("metric",))
    assert "learning" in targets_of("What did you learn?", brief)[1]


def test_the_surer_gap_is_asked_about_first(brief: Brief) -> None:
    review = rated(brief, all_but(brief, "metric", "ownership"))
    sure = review.model_copy(update={"likely": {"metric": 0.45, "ownership": 0.05}})
    following = next_probe(brief, said("I did it."), sure)
    assert following is not None
    assert following.gap.criterion == "ownership"
