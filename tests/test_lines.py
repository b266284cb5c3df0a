"""What the interviewer says in its own words: courteous, short, and giving nothing away."""

import re
from itertools import pairwise

import pytest

from interviewer.library import LINE_VARIABLES, bundled
from interviewer.prompt_files import Prompt, load_prompt

FOLDER = bundled("prompts") / "lines"
LINES = {name: load_prompt(FOLDER / f"{name}.md", variables) for name, variables in LINE_VARIABLES.items()}
QUESTIONS = (
    "How do you know how much it changed?",
    "You said “nobody owned it”. How did you come to be the one who worked on this?",
)
SAMPLES = {"quote": "it took nine hours.", "plainer": "I'd like to know what you measured, before and after."}
VERDICTS = re.compile(
    r"\b(?:great|good|nice|well done|excellent|perfect|wonderful|fantastic|awesome|impressive|interesting|love|strong|weak|better"
    r"|best|bad|poor|wrong|right answer|correct|unfortunately|hire|score|rating|passed|failed)\b",
    re.IGNORECASE,
)


def wordings(line: Prompt) -> list[str]:
    """Every wording of `line` with its variables still in it."""
    return [line.line(turn, **{name: f"{{{name}}}" for name in line.variables}) for turn in range(line.text.count("\n---\n") + 1)]


def spoken(line: Prompt, turn: int, question: str = QUESTIONS[0]) -> str:
    values = {**SAMPLES, "question": question}
    return line.line(turn, **{name: values[name] for name in line.variables})


@pytest.mark.parametrize("name", LINE_VARIABLES)
def test_a_line_has_several_wordings_and_successive_turns_never_hear_the_same(name: str) -> None:
    assert len(set(wordings(LINES[name]))) >= 3
    heard = [spoken(LINES[name], turn) for turn in range(9)]
    assert all(now != before for before, now in pairwise(heard))


def test_every_file_of_the_folder_is_a_line_the_program_says() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(LINE_VARIABLES)


@pytest.mark.parametrize("name", LINE_VARIABLES)
def test_a_line_asks_nothing_of_its_own(name: str) -> None:
    assert [w for w in wordings(LINES[name]) if "?" in w] == []


@pytest.mark.parametrize("name", [name for name, variables in LINE_VARIABLES.items() if "question" in variables])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_line_around_the_question_ends_with_it_and_asks_it_once(name: str, question: str) -> None:
    for turn in range(len(wordings(LINES[name]))):
        said = spoken(LINES[name], turn, question)
        assert said.endswith(f". {question}")
        assert said.count("?") == 1


@pytest.mark.parametrize("name", LINE_VARIABLES)
def test_a_line_neither_praises_nor_judges(name: str) -> None:
    assert [w for w in wordings(LINES[name]) if VERDICTS.search(w)] == []


@pytest.mark.parametrize("name", LINE_VARIABLES)
def test_a_line_is_short_and_one_paragraph(name: str) -> None:
    for wording in wordings(LINES[name]):
        assert len(wording.split()) <= 30
        assert "\n" not in wording


@pytest.mark.parametrize("name", LINE_VARIABLES)
def test_every_sentence_of_a_line_is_finished(name: str) -> None:
    for wording in wordings(LINES[name]):
        assert wording.endswith((".", "{question}", "{plainer}"))
        assert not re.search(r"[^.] \{(?:question|plainer)\}", wording)


@pytest.mark.parametrize("name", ["close", "close_conduct"])
def test_the_closing_line_says_that_the_assessment_follows(name: str) -> None:
    assert [w for w in wordings(LINES[name]) if "assessment" not in w] == []
