"""Examples and replies rated by the product against what they are meant to be."""

from pathlib import Path

import pytest

from interviewer.engines.local import LocalEngine
from interviewer.library import Library
from interviewer.quality.judged import misjudged_examples, misjudged_replies
from interviewer.rubric import LEVELS
from interviewer.scenario import Scenario


@pytest.fixture
def engine(library: Library) -> LocalEngine:
    return LocalEngine(library)


def test_examples_that_are_what_they_say_pass(engine: LocalEngine, library: Library, scenario: Scenario, file: Path) -> None:
    assert list(misjudged_examples(engine, library, scenario, file)) == []


def test_a_strong_example_told_as_a_weak_one_is_found_at_each_level(
    engine: LocalEngine, library: Library, scenario: Scenario, file: Path
) -> None:
    action = scenario.parts.action.model_copy(update={"strong": scenario.weak_answer.text})
    nothing = {
        p: getattr(scenario.parts, p).model_copy(update={"strong": "That was it."}) for p in ("task", "result", "reflection")
    }
    told = scenario.model_copy(update={"parts": scenario.parts.model_copy(update={"action": action, **nothing})})
    faults = list(misjudged_examples(engine, library, told, file))
    assert [fault.field for fault in faults] == ["parts"] * len(LEVELS)
    assert "not Hire or better" in faults[0].message


def test_a_weak_example_that_is_strong_is_found(engine: LocalEngine, library: Library, scenario: Scenario, file: Path) -> None:
    weak = scenario.weak_answer.model_copy(update={"text": scenario.strong_answer})
    faults = list(misjudged_examples(engine, library, scenario.model_copy(update={"weak_answer": weak}), file))
    assert {fault.field for fault in faults} == {"weak_answer.text"}


def test_a_weak_example_that_is_said_to_be_a_hire_is_found(
    engine: LocalEngine, library: Library, scenario: Scenario, file: Path
) -> None:
    weak = scenario.weak_answer.model_copy(update={"verdict": "hire"})
    (fault,) = misjudged_examples(engine, library, scenario.model_copy(update={"weak_answer": weak}), file)
    assert (fault.field, fault.message) == ("weak_answer.verdict", "is Hire, which no weak answer is")


def test_a_follow_up_with_its_replies_exchanged_is_found(
    engine: LocalEngine, library: Library, scenario: Scenario, file: Path
) -> None:
    probe = scenario.follow_ups[0]
    weak, strong = probe.weak.answer, probe.strong.answer
    exchanged = probe.model_copy(
        update={
            "weak": probe.weak.model_copy(update={"answer": strong}),
            "strong": probe.strong.model_copy(update={"answer": weak}),
        }
    )
    faults = misjudged_replies(engine, library, scenario.model_copy(update={"follow_ups": (exchanged,)}), file)
    assert [fault.message for fault in faults] == [f"is rated above the strong answer for {probe.targets[0]}"]


def test_two_replies_that_say_the_same_are_found(engine: LocalEngine, library: Library, scenario: Scenario, file: Path) -> None:
    probe = scenario.follow_ups[0]
    same = probe.model_copy(update={"weak": probe.weak.model_copy(update={"answer": probe.strong.answer})})
    (fault,) = misjudged_replies(engine, library, scenario.model_copy(update={"follow_ups": (same,)}), file)
    assert (fault.field, fault.message) == (
        "follow_ups.0.weak.answer",
        f"is rated as high as the strong answer for {probe.targets[0]}",
    )
