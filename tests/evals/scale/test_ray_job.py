"""The assessment as a Ray Data job: two workers on this machine, one of them killed half-way."""

import json
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.evals.conftest import Making

pytestmark = [
    pytest.mark.ray,
    pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed (pip install -e .[ray])"),
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="a worker is found in /proc"),
]
RECORDS = 96


def job(source: Path, out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "evals", "ray", str(source), str(out), "--engine", "local", "--workers", "2"]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def results(out: Path) -> list[dict[str, object]]:
    return [json.loads(file.read_text()) for file in out.rglob("*.json")]


def workers(of: int) -> list[int]:
    """The processes under `of` that assess right now."""
    parents: dict[int, int] = {}
    names: dict[int, bytes] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            names[int(folder.name)] = (folder / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue

    def below(id: int) -> bool:
        return id == of or (id in parents and below(parents[id]))

    return [id for id, name in names.items() if name.startswith(b"ray::Map") and below(id)]


def test_every_answer_has_one_result_though_a_worker_is_killed(record: Making, tmp_path: Path) -> None:
    source, out = tmp_path / "answers.jsonl", tmp_path / "assessed"
    source.write_text("".join(f"{record(f'r{n}').model_dump_json()}\n" for n in range(RECORDS)) + "no JSON\n")
    running = job(source, out)
    while running.poll() is None and not 8 <= len(results(out)) < RECORDS:
        with suppress(subprocess.TimeoutExpired):
            running.wait(0.05)
    assert running.poll() is None, running.communicate()
    victim = workers(running.pid)[0]
    os.kill(victim, signal.SIGKILL)
    told, wrong = running.communicate(timeout=300)
    assert running.returncode == 1, "one line is no record"
    assert "1 without a result" in wrong
    counted = Counter(str(result["id"]) for result in results(out))
    assert counted == Counter({f"r{n}": 1 for n in range(RECORDS)})
    assert not [file for file in out.rglob("*") if file.is_file() and file.suffix != ".json" and file.stat().st_size == 0]
    counts = re.search(r"^(\d+) assessed, (\d+) had a result already\.$", told, re.MULTILINE)
    assert counts
    assert int(counts[1]) + int(counts[2]) == RECORDS
    assert int(counts[2]) > 0, "what the killed worker had written is not done again"
