"""The agreement suite as an Inspect task: ``PYTHONPATH=. inspect eval evals/inspect_task.py --model openai/gpt-5-mini``.

The judge is Inspect's model of the role ``judge``, else the model of the eval; with ``-T engine=local`` none is asked.
"""

from pathlib import Path
from typing import Any

from anyio import from_thread, to_thread
from inspect_ai import Task, model, scorer, solver, task, util
from inspect_ai.dataset import Sample

from evals import conducting, dataset, trial
from evals.suites import agreement
from interviewer.engines import llm, local
from interviewer.library import bundled, load
from interviewer.models import strict_json

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ROLES: Any = {"system": model.ChatMessageSystem, "human": model.ChatMessageUser, "ai": model.ChatMessageAssistant}


class Judge:
    name = "judge"

    def structured(self, messages: Any, schema: Any) -> Any:
        asked = [ROLES[m.type](content=str(m.content)) for m in messages]
        form = model.ResponseSchema(name=schema.__name__, json_schema=util.json_schema(schema), strict=True)
        config = model.GenerateConfig(response_schema=form)
        reply = from_thread.run(model.get_model(role="judge").generate, asked, (), None, config)
        return strict_json.read(reply.completion, schema)


@solver.solver
def judging(engine: str) -> solver.Solver:
    judge: Any = local.LocalEngine(LIBRARY) if engine == "local" else llm.LlmEngine(LIBRARY, Judge())  # type: ignore[arg-type]

    async def solve(state: Any, generate: object) -> Any:
        item = trial.Trial.model_validate(state.metadata)
        state.output.completion = (await to_thread.run_sync(conducting.conduct, item, LIBRARY, lambda _: judge)).model_dump_json()
        return state

    return solve


@scorer.scorer(metrics={"*": [scorer.mean(), scorer.stderr(cluster="story")]})
def as_labelled() -> scorer.Scorer:
    async def score(state: Any, target: object) -> scorer.Score | None:
        seen = agreement.pairs([trial.Result.model_validate_json(state.output.completion)])
        return scorer.Score(value=seen[0].closeness, answer=seen[0].given.verdict) if seen else None

    return score


@task
def interviews(file: str = "evals/recorded/development.jsonl", engine: str = "llm") -> Task:
    asked: Any = agreement.trials(dataset.read([Path(file)]), LIBRARY, 1)
    samples = [Sample(t.task.record.answer, id=t.id, metadata=t.model_dump(mode="json")) for t in asked]
    return Task(dataset=samples, solver=judging(engine), scorer=as_labelled())
