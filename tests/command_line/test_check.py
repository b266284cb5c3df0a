"""`interviewer check`: all faults at once, each where it is."""

import json
import os
import re
import subprocess
import sys
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


def test_a_scenario_that_is_valid_and_not_good_is_a_fault_too(run: Run, content: Path) -> None:
    (content / "prompts" / "loops.yaml").unlink()
    for pack in (content / "prompts" / "principles").glob("*.md"):
        pack.write_text(re.sub(r"^default_scenario: .*\n", "", pack.read_text(), flags=re.MULTILINE))
    story = content / "scenarios" / "labs_in_september.yaml"
    for other in story.parent.glob("*.yaml"):
        if other != story:
            other.unlink()
    replace(story, "    seconds: 30\n", "    seconds: 60\n")
    result = run("check", "--prompts", str(content / "prompts"), "--scenarios", str(story.parent))
    assert result.exit_code == 1
    assert result.stdout == (
        f"{story}:{line_with(story, 'seconds: 60') + 1}: parts.situation.strong: takes 30 seconds at 150 words a minute, "
        "its target is 60 (give or take 20 %)\n"
    )


def test_sums_are_not_shared_out_among_threads_that_wait_for_one_another() -> None:
    program = (
        "import os, sys; from interviewer.command_line import main; assert 'numpy' not in sys.modules\n"
        "try: main()\n"
        "finally: print(os.environ['OPENBLAS_NUM_THREADS'])"
    )
    clean = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run([sys.executable, "-c", program, "--version"], env=clean, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "1"


def test_a_folder_that_is_not_there_is_a_fault(run: Run, tmp_path: Path) -> None:
    result = run("check", "--prompts", str(tmp_path / "nowhere"))
    assert result.exit_code == 1
    assert f"{tmp_path / 'nowhere' / 'rubric.yaml'}:1: cannot be read" in result.stdout
