"""Candidates made of scenarios and recordings."""

from evals.edits.told import FIGURE
from evals.sheets import at, evading, from_record, hidings, knowing, restating, strong_replies
from interviewer.library import Library
from interviewer.recorded import FollowUpAnswer
from interviewer.rubric import BASE_CRITERIA
from tests.evals.conftest import Making


def test_there_is_a_fact_for_every_criterion_of_every_scenario(library: Library) -> None:
    for scenario in library.scenarios.values():
        assert BASE_CRITERIA.keys() <= strong_replies(scenario).keys(), scenario.id


def test_every_way_leaves_two_to_four_criteria_out_and_adds_nothing(library: Library) -> None:
    for scenario in library.scenarios.values():
        whole = f"{scenario.strong_answer} {scenario.weak_answer.text}"
        for hiding in hidings(scenario):
            assert 2 <= len(set(hiding.hidden)) == len(hiding.hidden) <= 4, (scenario.id, hiding.name)
            assert hiding.opening
            assert all(sentence in whole for said in hiding.told.values() for sentence in said)


def test_what_is_left_out_is_not_told(library: Library) -> None:
    for scenario in library.scenarios.values():
        ways = {h.name: h for h in hidings(scenario)}
        assert scenario.parts.result.strong not in ways["result"].opening
        assert ways["reflection"].opening in scenario.strong_answer
        assert not FIGURE.search(" ".join(ways["figures_and_reflection"].told["result"]))


def test_who_restates_says_nothing_that_was_not_in_the_opening(library: Library) -> None:
    for scenario in list(library.scenarios.values())[:6]:
        for hiding in hidings(scenario):
            candidate = restating(scenario, hiding, at(scenario, "sde2", library))
            assert not candidate.facts
            told = [sentence for said in hiding.told.values() for sentence in said]
            assert all(any(sentence in reply for sentence in told) for reply in candidate.replies.values())


def test_who_knows_tells_the_strong_reply_and_who_does_not_the_weak_one(library: Library) -> None:
    scenario = library.scenarios["extra_hour"]
    hiding = hidings(scenario)[0]
    known = knowing(scenario, hiding, at(scenario, "sde2", library))
    assert set(known.facts) == set(hiding.hidden)
    follow_up = scenario.follow_ups[0]
    assert evading(scenario, hiding).replies[follow_up.id] == follow_up.weak.answer


def test_a_recorded_person_answers_by_what_the_recorded_questions_asked(library: Library, record: Making) -> None:
    asked = FollowUpAnswer(question="How do you know how much it changed?", answer="From nine days to two.")
    simulated = from_record(record(rating="no").model_copy(update={"follow_ups": (asked,)}), library)
    assert simulated.candidate.facts == {"metric": "From nine days to two."}
    assert simulated.labels
    assert simulated.weights["metric"] > 0
    assert {"real_case", "back_to_the_question"} <= simulated.bank.keys()
