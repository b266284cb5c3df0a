"""What the README and CONTRIBUTING promise is there."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from interviewer.command_line import app
from interviewer.settings import DEFAULT_MODEL, Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text()
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()


def commands(program: str) -> list[str]:
    """The arguments of each `program` call in the README's code blocks, without comments."""
    lines = re.findall(r"^    (\S.*)$", README, re.MULTILINE)
    return [m.group(1).split("#")[0].strip() for line in lines if (m := re.search(rf"(?:^|\s){re.escape(program)} (.+)$", line))]


@pytest.mark.parametrize("text", [README, CONTRIBUTING])
def test_every_make_target_that_is_named_exists(text: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )(?:\w+=\S+ )?make ([a-z]+)", text, re.MULTILINE))
    assert named
    assert named <= targets


@pytest.mark.parametrize("path", re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README))
def test_every_picture_is_there(path: str) -> None:
    assert (ROOT / path).stat().st_size > 10_000


@pytest.mark.parametrize("call", [c for c in commands(".venv/bin/interviewer") if c.startswith("assess")])
def test_the_assess_commands_of_the_readme_work(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    result = CliRunner().invoke(app, call.split())
    assert result.exit_code == 0, result.output
    assert "Hire" in result.output or '"hire"' in result.output


def test_the_way_to_another_competency_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "prompts", "my-prompts")
    pack = Path("my-prompts/principles/challenge_the_norm.md")
    shutil.copy("my-prompts/principles/ownership.md", pack)
    before = CliRunner().invoke(app, ["check", "--prompts", "my-prompts"])
    assert before.exit_code == 1
    assert f"{pack}:2: name: is 'ownership'" in before.output
    text = (
        pack.read_text()
        .replace("name: ownership", "name: challenge_the_norm")
        .replace("title: Ownership", "title: Challenge the Norm")
    )
    pack.write_text(re.sub(r"default_scenario: .*\n", "", text))
    after = CliRunner().invoke(app, ["check", "--prompts", "my-prompts"])
    assert after.exit_code == 0, after.output


def test_the_settings_table_lists_every_setting_and_its_default() -> None:
    table = README.split("## Settings")[1].split("\n## ")[0]
    assert set(re.findall(r"`((?:OPENAI|INTERVIEWER)_[A-Z_]+)`", table)) == {f.alias for f in Settings.model_fields.values()}
    rows = {m.group(1): m.group(2) for m in re.finditer(r"^\| `(\w+)` \|.*\| (.+?) \|$", table, re.MULTILINE)}
    assert rows["INTERVIEWER_MODEL"] == f"`{DEFAULT_MODEL}`"
    assert float(rows["INTERVIEWER_TIMEOUT"]) == Settings.model_fields["timeout"].default
    assert int(rows["INTERVIEWER_PROBES"]) == Settings.model_fields["probes"].default


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_locks_pin_and_hash_everything_and_name_no_registry(name: str) -> None:
    lock = (ROOT / name).read_text()
    assert "://" not in lock
    assert "--index" not in lock
    pinned = re.findall(r"^([\w.-]+(?:\[[\w,]+\])?)==", lock, re.MULTILINE)
    assert len(pinned) > 40
    assert lock.count("--hash=sha256:") >= len(pinned)
