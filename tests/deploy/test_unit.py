"""The unit that starts a process of the page on a server."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from deploy import replicas
from tests.pages.serving import ROOT

UNIT = ROOT / "deploy" / "interviewer@.service"


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """With the program it starts where it is here."""
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        pytest.skip("there is no systemd-analyze")
    (tmp_path / "run").write_text("#!/bin/sh\n")
    (tmp_path / "run").chmod(0o755)
    told = UNIT.read_text().replace("/opt/mock-interviewer/.venv/bin/streamlit", str(tmp_path / "run"))
    unit = tmp_path / "interviewer@8501.service"
    unit.write_text(told)
    command = [analyze, "verify", "--man=no", "--recursive-errors=no", str(unit)]
    checked = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    assert checked.returncode == 0, checked.stderr
    assert "interviewer@" not in checked.stderr


def test_the_unit_starts_what_replicas_start() -> None:
    started = next(line for line in UNIT.read_text().splitlines() if line.startswith("ExecStart="))
    for told in ("streamlit run app.py", "--server.headless=true", "--server.port=%i"):
        assert told in started
    ports = (replicas.CONFIGURATION / "interviewer" / "replicas.conf").read_text()
    readme = (ROOT / "deploy" / "README.md").read_text()
    for port in ("8501", "8502"):
        assert f"127.0.0.1:{port};" in ports
        assert f"interviewer@{port}" in readme
