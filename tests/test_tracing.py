"""LangSmith's variables, which are often set for something else, make nothing of an interview go anywhere."""

import os
import subprocess
import sys

from tests.pages.browsing import listening
from tests.pages.serving import ROOT

PROGRAM = """
import sys
from interviewer.database import LOCAL, Database
from interviewer.engines.llm import LlmEngine
from interviewer.interview import Setup
from interviewer.interviewer import Interviewer
from interviewer.library import bundled, load
from interviewer.models.chat_completions import ChatCompletions
from interviewer.store import Store
from tests.models.stub import Stub
from tests.pages.driving import STORY
from tests.pages.modelling import asking

with Stub() as stub:
    stub.default = asking("What did you measure?")
    library = load(bundled("prompts"), bundled("scenarios"))
    store = Store(Database(f"sqlite:///{sys.argv[1]}"), LOCAL)
    engine = LlmEngine(library, ChatCompletions(model="m", api_key="k", base_url=stub.base_url, timeout=30))
    interviewer = Interviewer(library, store, lambda _: engine)
    interview = interviewer.begin(Setup(principle="ownership", scenario=None, level="sde2", engine="llm"))
    interview = interviewer.hear(interview, STORY)
    assert list(interviewer.respond(interview))
    interview = interviewer.assess(interviewer.end(store.load(interview.id)))
    assert interview.assessment
    assert len(stub.requests) >= 3

if "langchain_core.tracers.langchain" in sys.modules:
    sys.modules["langchain_core.tracers.langchain"].wait_for_all_tracers()
"""


def test_an_interview_with_a_model_is_traced_nowhere(tmp_path: object) -> None:
    with listening() as (elsewhere, asked):
        variables = {
            **{f"{name}_TRACING{ending}": "true" for name in ("LANGSMITH", "LANGCHAIN") for ending in ("", "_V2")},
            **{f"{name}_ENDPOINT": elsewhere for name in ("LANGSMITH", "LANGCHAIN")},
            **{f"{name}_API_KEY": "unused" for name in ("LANGSMITH", "LANGCHAIN")},
        }
        command = [sys.executable, "-c", PROGRAM, f"{tmp_path}/i.db"]
        held = subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True)
        assert held.returncode == 0, held.stderr
        assert asked == []
