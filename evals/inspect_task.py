"""The same assessments as an Inspect task, for who has other evals there; needs ``pip install inspect-ai``.

    PYTHONPATH=. inspect eval evals/inspect_task.py -T engine=local --model mockllm/model
    PYTHONPATH=. inspect eval evals/inspect_task.py -T dataset=mine.jsonl --model openai/gpt-5-mini

The judge is Inspect's model of the role ``judge``, else the model of the eval; with ``engine=local`` none is asked.
"""
# mypy: disable-error-code="import-not-found,untyped-decorator"

from pathlib import Path
from typing import Any, cast

from anyio import from_thread, to_thread
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessageAssistant, ChatMessageSystem, ChatMessageUser, GenerateConfig, ResponseSchema, get_model
from inspect_ai.scorer import Score, Scorer, mean, scorer, stderr
from inspect_ai.solver import Solver, solver
from inspect_ai.util import json_schema

from evals.dataset import read, story
from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.engines import Engine
from interviewer.engines.llm import LlmEngine
from interviewer.engines.local import LocalEngine
from interviewer.library import bundled, load
from interviewer.models import Model, strict_json
from interviewer.recorded import Record, brief_of, transcript
from interviewer.rubric import VERDICTS

ROLES: dict[str, Any] = {"system": ChatMessageSystem, "human": ChatMessageUser, "ai": ChatMessageAssistant}


class Judge:
    """Inspect's model as one of ours, called from a worker thread; no interview is conducted, so nothing is streamed."""

    def __init__(self) -> None:
        self.model = get_model(role="judge")
        self.name = str(self.model)

    def structured(self, messages: Any, schema: Any) -> Any:
        form = GenerateConfig(response_schema=ResponseSchema(name=schema.__name__, json_schema=json_schema(schema), strict=True))
        asked = [ROLES[m.type](content=str(m.content)) for m in messages]
        return strict_json.read(from_thread.run(lambda: self.model.generate(asked, config=form)).completion, schema)


@solver
def judging(engine: str) -> Solver:
    library = load(bundled("prompts"), bundled("scenarios"))

    async def solve(state: Any, generate: object) -> Any:
        record = Record.model_validate(state.metadata["record"])
        brief = brief_of(record, library)
        judge: Engine = LocalEngine(library) if engine == "local" else LlmEngine(library, cast("Model", Judge()))
        given = await to_thread.run_sync(lambda: assess(judge, brief, transcript(record, brief)))
        state.output.completion = given.model_dump_json()
        return state

    return solve


@scorer(metrics=[mean(), stderr(cluster="story")])
def verdict() -> Scorer:
    """1 for the reader's verdict, and a third less for every step away from it."""
    return _comparing(lambda given, labels: 1 - abs(VERDICTS.index(given.verdict) - VERDICTS.index(labels.verdict)) / 3)


@scorer(metrics=[mean(), stderr(cluster="story")])
def gaps() -> Scorer:
    """The share of criteria that are met, or not, as the reader says of the first answer."""
    return _comparing(
        lambda given, labels: (
            sum((given.first_answer.criteria.get(c) == "yes") == (rating == "yes") for c, rating in labels.criteria.items())
            / max(1, len(labels.criteria))
        )
    )


def _comparing(measure: Any) -> Scorer:
    async def score(state: Any, target: object) -> Score:
        given = Assessment.model_validate_json(state.output.completion)
        labels = Record.model_validate(state.metadata["record"]).labels
        return Score(value=measure(given, labels), answer=given.verdict, explanation=given.reason)

    return score


@task
def interviews(dataset: str = str(Path(__file__).parent / "recorded/development.jsonl"), engine: str = "llm") -> Task:
    samples = [
        Sample(
            id=r.id, input=r.answer, target=r.labels.verdict, metadata={"record": r.model_dump(mode="json"), "story": story(r)}
        )
        for r in read([Path(dataset)]).labelled
        if r.labels and r.labels.verdict
    ]
    return Task(dataset=MemoryDataset(samples), solver=judging(engine), scorer=[verdict(), gaps()])
