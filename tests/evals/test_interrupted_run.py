"""A run that is killed and taken up again: with real processes and a real server."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.folder import RunFolder
from interviewer.engines.llm.rendering import BOUNDARY
from tests.evals.conftest import WEAK, Making
from tests.evals.replying import reply
from tests.models.stub import Answer, Seen, Step, Stub, raw, value

RECORDS = 6


class Service:
    """A model server that falls silent after so many replies, for as long as it is told to."""

    def __init__(self, stub: Stub) -> None:
        self.stub = stub
        self.replies_left = 10_000
        self.fell_silent = threading.Event()
        self._lock = threading.Lock()
        stub.default = self._reply

    def _reply(self, seen: Seen) -> Answer:
        with self._lock:
            self.replies_left -= 1
            silent = self.replies_left < 0
        if silent:
            self.fell_silent.set()
            return Answer((b"{", Step.STALL))
        told = value(reply(seen.body))
        return told if isinstance(told, Answer) else told(seen)

    @property
    def asked(self) -> Counter[str]:
        """How often each prompt came."""
        return Counter(BOUNDARY.sub("", json.dumps(s.messages).replace("\\n", "\n")) for s in self.stub.requests)


@pytest.fixture
def service() -> Iterator[Service]:
    with Stub() as stub:
        yield Service(stub)


@pytest.fixture
def dataset(tmp_path: Path, record: Making) -> Path:
    file = tmp_path / "recorded.jsonl"
    records = (record(f"r{n}", f"{WEAK} That was {n} years ago.", "no_hire", "no") for n in range(RECORDS))
    file.write_text("".join(f"{r.model_dump_json()}\n" for r in records))
    return file


def command(service: Service, dataset: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    arguments = ["run", str(dataset), "--engine", "llm", "--suite", "agreement", "--out", str(out), "--at-once", "2", *more]
    environment = os.environ | {"OPENAI_BASE_URL": service.stub.base_url, "OPENAI_API_KEY": "sk-test"}
    return subprocess.Popen(
        [sys.executable, "-m", "evals", *arguments], env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_killed_run_goes_on_without_assessing_anything_twice(service: Service, dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    service.replies_left = 7
    killed = command(service, dataset, out)
    assert service.fell_silent.wait(240)
    _wait_for_results(out, killed, at_least=2)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    before = [r.trial.id for r in RunFolder(out).results()]
    with (out / "results.jsonl").open("a") as file:
        file.write('{"trial": {"id": "agreement/r5", "sui')

    service.replies_left = 10_000
    resumed = command(service, dataset, out)
    _, wrong = resumed.communicate(timeout=120)
    assert "Not assessed" not in wrong
    after = [r.trial.id for r in RunFolder(out).results()]
    assert after[: len(before)] == before, "what was there stays as it was"
    assert sorted(after) == [f"agreement/r{n}" for n in range(RECORDS)]
    assert "sui\n" not in (out / "results.jsonl").read_text()
    twice = [prompt for prompt, count in service.asked.items() if count > 1]
    assert len(twice) <= 2, "only what was under way at the two workers when the run was killed"
    assert len(service.stub.requests) <= 2 * RECORDS + 2, "nothing that was written down is asked again"
    assert (out / "report.html").exists()


def _wait_for_results(out: Path, process: subprocess.Popen[str], at_least: int) -> None:
    while process.poll() is None and len(list(RunFolder(out).results())) < at_least:
        pass
    assert process.poll() is None, process.stderr and process.stderr.read()


def test_a_run_of_something_else_is_refused_with_a_sentence(service: Service, dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    assert command(service, dataset, out, "--limit", "1").wait(240) in (0, 1)
    other = command(service, dataset, out, "--limit", "2")
    _, wrong = other.communicate(timeout=240)
    assert other.returncode == 2
    assert wrong.strip() == f"{out} holds a run with another limit; choose another --out, or delete it."


def test_an_unreachable_service_leaves_its_trials_unscored(service: Service, dataset: Path, tmp_path: Path) -> None:
    service.stub.default = raw("{}", status=500)
    run = command(service, dataset, tmp_path / "run", "--limit", "1")
    _, wrong = run.communicate(timeout=240)
    assert run.returncode == 1
    assert "Not assessed: 1 trials" in wrong
