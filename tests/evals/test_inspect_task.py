"""The assessments as an Inspect task."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.evals.conftest import STRONG, WEAK, Making

pytestmark = pytest.mark.skipif(find_spec("inspect_ai") is None, reason="inspect-ai is not installed")

SCRIPT = """
import json, sys
from inspect_ai import eval
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from evals.inspect_task import interviews
from tests.evals.replying import reply

def said(messages, tools, tool_choice, config):
    asked = [{"content": m.text} for m in messages]
    form = {"json_schema": {"name": config.response_schema.name}}
    output = ModelOutput.from_content("mockllm/model", json.dumps(reply({"messages": asked, "response_format": form})))
    output.usage = ModelUsage()  # Else the mock counts tokens, with a vocabulary from the network.
    return output

model = get_model("mockllm/model", custom_outputs=said)
log, = eval(interviews(sys.argv[1], sys.argv[2]), model=model, display="none", log_dir=sys.argv[3])
print(json.dumps({"status": log.status, "means": {s.name: s.metrics["mean"].value for s in log.results.scores}}))
"""


@pytest.mark.parametrize("engine", ["local", "llm"])
def test_the_readers_labels_are_compared_with(record: Making, tmp_path: Path, engine: str) -> None:
    """The mock model finds nothing, so that everything is No Hire: two steps below Hire, none below No Hire."""
    file = tmp_path / "two.jsonl"
    records = [record("good", STRONG, "hire"), record("bad", WEAK, "no_hire", "no")]
    file.write_text("\n".join(r.model_dump_json() for r in records))
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file), engine, str(tmp_path)], capture_output=True, text=True, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["status"] == "success"
    if engine == "llm":
        assert found["means"] == {"verdict": pytest.approx(2 / 3), "gaps": pytest.approx(0.5)}
    else:
        assert found["means"]["gaps"] > 0.5
