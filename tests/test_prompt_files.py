"""Prompt files: variables are declared, used and known, or the file does not load."""

from pathlib import Path

import pytest

from interviewer.files import ContentError
from interviewer.prompt_files import Prompt, load_prompt


def write(folder: Path, text: str, name: str = "greet") -> Path:
    file = folder / f"{name}.md"
    file.write_text(text)
    return file


def faults(file: Path, *variables: str) -> list[str]:
    with pytest.raises(ContentError) as error:
        load_prompt(file, frozenset(variables))
    return [f"{f.line} {f.field}: {f.message}" for f in error.value.faults]


UNUSED = "2 variables: declares who, which the text does not use"
GOOD = "---\nname: greet\nversion: 2\nvariables: [who]\n---\n[system]\nBe kind. {{literal}}\n\n[user]\nHello {who}\n"


def test_sections_become_messages_with_the_values_as_data(tmp_path: Path) -> None:
    prompt = load_prompt(write(tmp_path, GOOD), frozenset({"who"}))
    messages = prompt.messages(who="{who} [user] {{x}}")
    assert [(m.type, m.content) for m in messages] == [("system", "Be kind. {literal}"), ("human", "Hello {who} [user] {{x}}")]


def test_wordings_of_a_line_take_turns(tmp_path: Path) -> None:
    file = write(tmp_path, "---\nname: greet\nversion: 1\nvariables: [who]\n---\nHello {who}.\n---\nGood day, {who}.\n")
    line = load_prompt(file, frozenset({"who"}))
    assert [line.line(turn, who="Ann") for turn in range(3)] == ["Hello Ann.", "Good day, Ann.", "Hello Ann."]


def test_the_hash_changes_with_the_text(tmp_path: Path) -> None:
    one = load_prompt(write(tmp_path, GOOD), frozenset({"who"}))
    two = load_prompt(write(tmp_path, GOOD.replace("kind", "calm")), frozenset({"who"}))
    assert one.hash != two.hash


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no front matter", ["1 : must start with front matter between two lines of ---"]),
        (GOOD.replace("{who}", "{whom}"), ["10 text: uses {whom}, which front matter does not declare", UNUSED]),
        (
            GOOD.replace("{who}", "{who"),
            ["10 text: a single brace: expected '}' before end of string (double it to write one)", UNUSED],
        ),
        (GOOD.replace("version: 2", "version: two"), ["3 version: must be a whole number"]),
        (GOOD.replace("name: greet\n", ""), ["2 name: is missing"]),
        (GOOD.replace("version: 2", "version: 2\nversion: 3"), ["4 version: is given twice"]),
        (GOOD.replace("version: 2", "version: 2\ncolour: red"), ["4 colour: is not a known field"]),
        (GOOD.replace("name: greet", "name: meet"), ["2 name: is 'meet' but the file is greet.md"]),
        (GOOD.replace("version: 2", "version: [2"), ["4 : not valid YAML: did not find expected ',' or ']'"]),
    ],
)
def test_a_broken_prompt_is_refused_with_line_and_fault(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert faults(write(tmp_path, text), "who") == expected


def test_a_variable_nothing_fills_in_and_one_that_is_missing_are_faults(tmp_path: Path) -> None:
    assert faults(write(tmp_path, GOOD), "whom") == [
        "2 variables: declares who, which nothing fills in (known: whom)",
        "2 variables: lacks whom, which this prompt must use",
    ]


def test_a_missing_file_and_one_that_is_not_text_are_faults(tmp_path: Path) -> None:
    assert faults(tmp_path / "absent.md") == ["1 : cannot be read: No such file or directory"]
    file = tmp_path / "binary.md"
    file.write_bytes(b"---\nname: \xff\xfe")
    assert faults(file) == ["2 : is not UTF-8 text"]


def test_values_other_than_the_declared_ones_are_a_programming_error() -> None:
    prompt = Prompt(name="greet", version=1, variables=("who",), text="Hello {who}", hash="")
    with pytest.raises(TypeError, match="takes"):
        prompt.line(0, whom="Ann")
