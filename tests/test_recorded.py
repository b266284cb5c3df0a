"""Recorded interviews, read and assessed."""

import json
from pathlib import Path

import pytest

from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.engines.local import LocalEngine
from interviewer.files import ContentError
from interviewer.library import Library
from interviewer.recorded import Record, Unreadable, brief_of, contract, read_records, transcript

RECORD = {
    "id": "a01", "principle": "ownership", "scenario": None, "level": "sde2", "question": "Tell me about a time.",
    "answer": "I noticed the nightly list was late and fixed it myself.",
    "follow_ups": [{"question": "How did you measure it?", "answer": "It went from 40 minutes to 5."}],
    "labels": {"verdict": "hire", "criteria": {"metric": "no"}, "flags": {"assigned": False}, "next_probes": ["metric"]},
}  # fmt: skip


def judged(library: Library, record: Record, principle: str | None = None) -> Assessment:
    brief = brief_of(record, library, principle)
    return assess(LocalEngine(library), brief, transcript(record, brief))


def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    broken = dict(RECORD, level="chief", id="a02")
    file.write_text(f"{json.dumps(RECORD)}\n\n{{not json\n{json.dumps(broken)}\n{json.dumps(RECORD)}\n")
    records = list(read_records(file))
    assert [type(r) for r in records] == [Record, Unreadable, Unreadable, Record]
    assert isinstance(records[1], Unreadable)
    assert isinstance(records[2], Unreadable)
    assert records[1].error.startswith(f"{file}:3: not valid JSON")
    assert records[2].id == "a02"
    assert "level" in records[2].error


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_one_record_and_a_list_of_them_are_both_read(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"some{suffix}"
    file.write_text(json.dumps(RECORD))
    assert len(list(read_records(file))) == 1
    file.write_text(json.dumps([RECORD, RECORD]))
    assert len(list(read_records(file))) == 2


def test_a_file_that_cannot_be_read_at_all_is_a_fault_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "some.json"
    file.write_text("[{]")
    with pytest.raises(ContentError, match="not valid JSON"):
        list(read_records(file))
    with pytest.raises(ContentError, match="cannot be read"):
        list(read_records(tmp_path / "absent.jsonl"))


def test_a_recorded_question_counts_as_asked_about_what_it_asks(library: Library) -> None:
    record = Record.model_validate(RECORD)
    turns = transcript(record, library.brief("ownership", "sde2")).turns
    assert [t.number for t in turns] == [1, 2]
    assert turns[1].targets == ("metric",)


def test_the_first_answer_is_judged_without_what_came_later(library: Library) -> None:
    assessment = judged(library, Record.model_validate(RECORD))
    assert assessment.first_answer.criteria["metric"] != "yes"
    finding = assessment.finding("metric")
    assert finding is not None
    assert finding.rating == "yes"
    assert finding.quotes[0].turn == 2


def test_the_same_record_can_be_held_against_another_principle(library: Library) -> None:
    assessment = judged(library, Record.model_validate(RECORD), "customer_obsession")
    assert assessment.principle == "customer_obsession"


def test_the_contract_holds_every_key_scripts_rely_on(library: Library) -> None:
    shown = contract("a01", judged(library, Record.model_validate(RECORD)))
    assert json.loads(json.dumps(shown)) == shown
    promised = "id principle level verdict first_answer criteria red_flags summary strengths improvements provenance"
    assert set(promised.split()) <= set(shown)
    assert set(shown["first_answer"]) == {"criteria", "flags", "next_probe"}
    assert all(set(c) == {"id", "rating", "quotes", "grounding", "comment"} for c in shown["criteria"])
    assert len(shown["first_answer"]["flags"]) == 8
    assert all(isinstance(text, str) for text in shown["improvements"])


def test_every_quote_in_an_assessment_is_verbatim(library: Library) -> None:
    record = Record.model_validate(RECORD)
    said = {1: record.answer, 2: record.follow_ups[0].answer}
    shown = contract("a01", judged(library, record))
    quotes = [q for item in (*shown["criteria"], *shown["red_flags"]) for q in item["quotes"]]
    assert quotes
    assert all(q["text"] in said[q["turn"]] for q in quotes)


def test_unknown_principles_are_answered_in_a_sentence(library: Library) -> None:
    record = Record.model_validate(RECORD | {"principle": "kindness"})
    with pytest.raises(LookupError, match="There is no principle 'kindness'"):
        judged(library, record)
