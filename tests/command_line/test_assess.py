"""`interviewer assess`: the contract with scripts, and reports that a person reads."""

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict

from interviewer.recorded import Record
from interviewer.rubric import CriterionId, FlagId, Level, Rating, Verdict
from tests.command_line.conftest import STORY, Run
from tests.command_line.test_check import broken


class Contract(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SaidWords(Contract):
    turn: int
    text: str


class NextProbe(Contract):
    id: str
    question: str
    targets: list[CriterionId]


class FirstAnswer(Contract):
    criteria: dict[CriterionId, Rating]
    flags: dict[FlagId, bool]
    next_probe: NextProbe | None


class Rated(Contract):
    id: CriterionId
    rating: Rating
    quotes: list[SaidWords]
    grounding: list[str]
    comment: str


class Raised(Contract):
    id: FlagId
    quotes: list[SaidWords]
    comment: str


class Line(BaseModel):
    """What scripts rely on; an object may hold more."""

    model_config = ConfigDict(strict=True)

    id: str
    principle: str
    level: Level
    verdict: Verdict
    first_answer: FirstAnswer
    criteria: list[Rated]
    red_flags: list[Raised]
    summary: str
    strengths: list[str]
    improvements: list[str]
    provenance: dict[str, Any]


class Failure(Contract):
    id: str
    error: str


def record(id: str = "a01", **fields: Any) -> dict[str, Any]:
    return {"id": id, "principle": "ownership", "answer": STORY, **fields}


def written(folder: Path, *records: dict[str, Any] | str) -> str:
    file = folder / "answers.jsonl"
    file.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records))
    return str(file)


def test_one_line_of_json_holds_all_that_scripts_rely_on(run: Run, tmp_path: Path) -> None:
    follow_up = {"question": "How do you know how much it changed?", "answer": "I measured it, it went from nine days to two."}
    result = run("assess", written(tmp_path, record(follow_ups=[follow_up])), "--json")
    assert result.exit_code == 0
    (text,) = result.stdout.splitlines()
    line = Line.model_validate_json(text)
    assert (line.id, line.principle, line.level) == ("a01", "ownership", "sde2")
    assert len(line.criteria) == len(line.first_answer.criteria) == 12
    assert len(line.first_answer.flags) == 8
    said = {1: " ".join(STORY.split()), 2: follow_up["answer"]}
    assert all(" ".join(q.text.split()) in said[q.turn] for c in line.criteria for q in c.quotes)


def test_a_broken_record_leaves_the_others_alone(run: Run, tmp_path: Path) -> None:
    bad: list[dict[str, Any] | str] = [
        "{not json",
        record("a02", level="cto"),
        record("a03", principle="telepathy"),
        record("a04", scenario="payment_webhook_9"),
    ]
    file = written(tmp_path, record("a01"), *bad, record("a05"))
    result = run("assess", file, "--json")
    assert result.exit_code == 1
    first, *middle, last = result.stdout.splitlines()
    assert [Line.model_validate_json(line).id for line in (first, last)] == ["a01", "a05"]
    failures = [Failure.model_validate_json(line) for line in middle]
    assert [f.id for f in failures] == [f"{file}:2", "a02", "a03", "a04"]
    for failure, word in zip(failures, ("JSON", "level", "telepathy", "payment_webhook_9"), strict=True):
        assert word in failure.error
    assert result.stderr == "4 of 6 could not be assessed.\n"


def test_standard_input_is_read_as_json_lines(run: Run) -> None:
    result = run("assess", "-", "--json", input=json.dumps(record("a01")) + "\n\n" + json.dumps(record("a02")))
    assert [Line.model_validate_json(line).id for line in result.stdout.splitlines()] == ["a01", "a02"]


def test_another_principle_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record()), "--json", "--principle", "customer_obsession")
    line = Line.model_validate_json(result.stdout)
    assert line.principle == line.provenance["principle"]["name"] == "customer_obsession"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("none.jsonl", None, "There is no file"),
        ("empty.jsonl", "\n", "holds no records"),
        ("broken.json", "[{]", "not valid JSON"),
        ("broken.yaml", "a: [b", "not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, tmp_path: Path, name: str, text: str | None, says: str) -> None:
    file = tmp_path / name
    if text is not None:
        file.write_text(text)
    result = run("assess", str(file), "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert str(file) in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_bytes_that_are_no_text_are_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_bytes(b'{"id": "a"}\n\xff\xfe')
    result = run("assess", str(file))
    assert result.exit_code == 2
    assert f"{file}:2: is not UTF-8 text" in result.stderr


def test_broken_prompts_are_listed_before_anything_is_assessed(run: Run, tmp_path: Path, content: Path) -> None:
    prompts, scenarios = broken(content)
    file = written(tmp_path, record())
    result = run("assess", file, "--prompts", str(prompts), "--scenarios", str(scenarios))
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(name in result.stderr for name in ("rubric.yaml:", "review.md:", "orphaned_night_job.yaml:"))


def test_a_model_without_a_key_is_a_sentence(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record()), "--engine", "llm")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("No model key is set.")


def test_a_setting_that_cannot_be_used_is_a_sentence(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record()), INTERVIEWER_TIMEOUT="soon")
    assert result.exit_code == 2
    assert "INTERVIEWER_TIMEOUT" in result.stderr
    assert "Traceback" not in result.output


def test_a_model_that_cannot_be_reached_fails_the_record_not_the_program(run: Run, tmp_path: Path, closed: str) -> None:
    result = run(
        "assess", written(tmp_path, record("a01"), "{", record("a02")), "--engine", "llm", "--json", OPENAI_BASE_URL=closed
    )
    assert result.exit_code == 1
    found = [Failure.model_validate_json(line) for line in result.stdout.splitlines()]
    assert [f.id for f in found if "could not be reached" in f.error] == ["a01", "a02"]


def test_the_report_reads_from_the_verdict_down(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record()))
    assert result.exit_code == 0
    headings = ("What the bar raiser thinks", "Situation", "Task", "Action", "Result", "Reflection", "What works")
    frame = ("Assessed by the offline engine", "For comparison, a strong answer", "And a weak one")
    places = [result.stdout.index(f"\n{heading}") for heading in (*headings, *frame)]
    assert places == sorted(places)
    assert "(turn 1)" in result.stdout
    assert result.stderr.startswith("No model key is set")


def test_a_piped_report_fits_eighty_columns_and_has_no_colours_or_trailing_blanks(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record(), record("a02", answer="We did it. " * 40)))
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert not [line for line in result.stdout.splitlines() if line != line.rstrip()]


def test_the_example_is_shown_once_for_many_answers_to_it(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record("a01"), record("a02")))
    assert result.stdout.count("For comparison, a strong answer") == 1


HOSTILE = "I noticed [bold red]the[/bold red] outage \x1b[2J\x1b]0;owned\x07, fixed [link=x]it[/link] [/] :boom: \u202egpj."


@pytest.mark.parametrize("where", ["answer", "id"])
def test_markup_and_escapes_from_a_record_stay_characters(run: Run, tmp_path: Path, where: Literal["answer", "id"]) -> None:
    fields = {where: HOSTILE}
    result = run("assess", written(tmp_path, record(**fields)), FORCE_COLOR="1")
    assert result.exit_code == 0
    assert "[bold red]the[/bold red]" in " ".join(result.stdout.split())
    assert not [c for c in ("\x1b[2J", "\x1b]", "\x07", "\u202e", "💥") if c in result.stdout]


def test_more_than_the_contract_is_left_alone_in_a_record(run: Run, tmp_path: Path) -> None:
    result = run("assess", written(tmp_path, record(source="a colleague's notes")), "--json")
    assert Record.model_validate(record(source="x")).id == Line.model_validate_json(result.stdout).id
