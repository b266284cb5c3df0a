"""`interviewer check`: all faults at once, each where it is."""

import json
from pathlib import Path

from tests.command_line.conftest import Run


def line_with(file: Path, text: str) -> int:
    return next(n for n, line in enumerate(file.read_text().splitlines(), 1) if text in line)


def replace(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))


def broken(content: Path) -> tuple[Path, Path]:
    """A prompts and a scenarios folder with three faults in three files."""
    replace(content / "prompts" / "rubric.yaml", "    part: situation\n", "    part: prelude\n")
    replace(content / "prompts" / "review.md", "{transcript}", "{transcript} {wishes}")
    replace(content / "scenarios" / "orphaned_night_job.yaml", "title:", "headline:")
    return content / "prompts", content / "scenarios"


def test_sound_content_is_counted(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.endswith(": all good.\n")
    assert "scenarios, " in result.stdout


def test_every_fault_is_listed_with_its_line(run: Run, content: Path) -> None:
    prompts, scenarios = broken(content)
    result = run("check", "--prompts", str(prompts), "--scenarios", str(scenarios))
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    rubric, review = prompts / "rubric.yaml", prompts / "review.md"
    assert any(line.startswith(f"{rubric}:{line_with(rubric, 'prelude')}: criteria.0.part: ") for line in lines)
    assert any(line.startswith(f"{review}:{line_with(review, '{wishes}')}: text: uses {{wishes}}") for line in lines)
    story = scenarios / "orphaned_night_job.yaml"
    assert f"{story}:{line_with(story, 'headline:')}: headline: is not a known field" in lines
    assert all(line.startswith(str(content)) for line in lines)


def test_faults_as_json_carry_the_same_facts(run: Run, content: Path) -> None:
    prompts, scenarios = broken(content)
    result = run("check", "--json", "--prompts", str(prompts), "--scenarios", str(scenarios))
    faults = json.loads(result.stdout)["faults"]
    assert result.exit_code == 1
    assert {Path(fault["file"]).name for fault in faults} == {"rubric.yaml", "review.md", "orphaned_night_job.yaml"}
    assert all(fault["line"] >= 1 and fault["message"] for fault in faults)


def test_a_folder_that_is_not_there_is_a_fault(run: Run, tmp_path: Path) -> None:
    result = run("check", "--prompts", str(tmp_path / "nowhere"))
    assert result.exit_code == 1
    assert f"{tmp_path / 'nowhere' / 'rubric.yaml'}:1: cannot be read" in result.stdout
