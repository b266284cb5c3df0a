"""Scenarios that repeat others or themselves."""

from pathlib import Path

from interviewer.library import Library, bundled
from interviewer.quality.likeness import ALIKE_WORDS, already_said, repeated
from interviewer.scenario import Scenario


def with_reply(scenario: Scenario, answer: str) -> Scenario:
    """The scenario with another strong reply to its third follow-up."""
    probe = scenario.follow_ups[2]
    said = probe.model_copy(update={"strong": probe.strong.model_copy(update={"answer": answer})})
    return scenario.model_copy(update={"follow_ups": (*scenario.follow_ups[:2], said, *scenario.follow_ups[3:])})


def test_two_scenarios_of_the_bank_have_little_in_common(scenario: Scenario, file: Path, other: tuple[Path, Scenario]) -> None:
    assert list(repeated({file: scenario, other[0]: other[1]})) == []


def test_a_scenario_told_again_with_another_question_is_found(scenario: Scenario, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(file.read_text())
    faults = list(repeated({file: scenario, copy: scenario.model_copy(update={"id": "copy", "question": "Something else?"})}))
    assert {fault.file for fault in faults} == {copy}
    assert "four-word sequences with orphaned_night_job.yaml" in faults[0].message
    assert len(faults) == 1 + len(scenario.follow_ups)


def test_a_sentence_taken_over_is_found_where_it_stands(scenario: Scenario, file: Path, other: tuple[Path, Scenario]) -> None:
    sentence = " ".join(scenario.strong_answer.split()[: ALIKE_WORDS + 5])
    told = with_reply(other[1], f"{other[1].follow_ups[2].strong.answer} {sentence}")
    (fault,) = repeated({file: scenario, other[0]: told})
    assert (fault.file, fault.field) == (other[0], "follow_ups.2.strong.answer")
    assert f"with {file.name}; at most {ALIKE_WORDS - 1} words in a row may be" in fault.message


def test_a_phrase_that_two_people_may_both_use_is_none(scenario: Scenario, file: Path, other: tuple[Path, Scenario]) -> None:
    phrase = " ".join(scenario.strong_answer.split()[: ALIKE_WORDS - 2])
    told = with_reply(other[1], f"{other[1].follow_ups[2].strong.answer} {phrase}")
    assert list(repeated({file: scenario, other[0]: told})) == []


def test_a_follow_up_with_one_word_changed_is_the_same_follow_up(
    scenario: Scenario, file: Path, other: tuple[Path, Scenario]
) -> None:
    question = scenario.follow_ups[0].question
    probe = other[1].follow_ups[3].model_copy(update={"question": f"Well, {question[0].lower()}{question[1:]}"})
    borrowed = other[1].model_copy(update={"follow_ups": (*other[1].follow_ups[:3], probe)})
    (fault,) = repeated({file: scenario, other[0]: borrowed})
    assert (fault.file, fault.field) == (other[0], "follow_ups.3.question")


def test_a_reply_that_only_repeats_the_example_is_found(scenario: Scenario, file: Path) -> None:
    assert list(already_said(scenario, file)) == []
    (fault,) = already_said(with_reply(scenario, scenario.parts.action.strong), file)
    assert fault.field == "follow_ups.2.strong.answer"


def test_nothing_in_the_bank_repeats_anything_else(library: Library) -> None:
    folder = bundled("scenarios")
    assert list(repeated({folder / f"{s.id}.yaml": s for s in library.scenarios.values()})) == []
