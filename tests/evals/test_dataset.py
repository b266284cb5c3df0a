"""Recorded interviews read for a run."""

import json
from pathlib import Path

from evals import dataset
from tests.evals.conftest import Making


def test_a_broken_record_is_named_with_its_line_and_the_others_go_on(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    good = {"id": "a", "principle": "ownership", "answer": "I did it."}
    file.write_text(
        "\n".join([json.dumps(good), "{", json.dumps({**good, "id": "b", "level": "ceo"}), json.dumps({**good, "id": "c"})])
    )
    found = dataset.read([file])
    assert [r.id for r in found.records] == ["a", "c"]
    assert [b.error.split(": ")[0] for b in found.broken] == [f"{file}:2", f"{file}:3"]


def test_an_id_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text('{"id": "a", "principle": "ownership", "answer": "I did it."}\n' * 2)
    found = dataset.read([file])
    assert len(found.records) == 1
    assert "already read" in found.broken[0].error


def test_length_counts_everything_the_candidate_said(record: Making) -> None:
    said = record(answer="one two three")
    assert dataset.length(said) == 3
    assert dataset.story(said.model_copy(update={"story": ""})) == said.id
