"""From a trial to its outcome: the product itself, with nobody watching."""

import time
from collections.abc import Callable

from evals.candidates import Sheet
from evals.trial import Conducted, Judged, Outcome, Recorded, Result, Simulated, Trial, Unscored
from interviewer.assessing import assess
from interviewer.brief import Brief
from interviewer.engines import Engine
from interviewer.interview import Asked, Event, Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.models.errors import ModelError
from interviewer.recorded import brief_of, transcript

MOST_TURNS = 40
"""Turns after which a simulated interview is ended; one that gets there has gone in circles."""

Engines = Callable[[int], Engine]
"""The engine for a repeat: what was answered to one repeat is not taken for another."""


def conduct(trial: Trial, library: Library, engines: Engines) -> Result:
    """What comes of `trial`. A model that fails leaves it unscored, with the sentence."""
    started = time.perf_counter()
    try:
        outcome = _outcome(trial, library, engines(trial.repeat))
    except (ModelError, LookupError) as error:
        outcome = Unscored(error=str(error))
    return Result(trial=trial, outcome=outcome, seconds=time.perf_counter() - started)


def _outcome(trial: Trial, library: Library, engine: Engine) -> Outcome:
    match trial.task:
        case Recorded(record=record, reordered=reordered):
            brief = brief_of(record, library)
            return Judged(assessment=assess(engine, _reversed(brief) if reordered else brief, transcript(record, brief)))
        case Simulated() as task:
            return Conducted(interview=_interview(task, library, engine))


def _reversed(brief: Brief) -> Brief:
    """The same brief with the criteria in the opposite order."""
    rubric = brief.rubric.model_copy(update={"criteria": tuple(reversed(brief.rubric.criteria))})
    return brief.model_copy(update={"rubric": rubric})


class _Notebook:
    """Keeps an interview only as long as it is held."""

    def create(self, interview: Interview) -> None:
        pass

    def append(self, interview: Interview, *events: Event) -> Interview:
        self.latest = interview.after(*events)
        return self.latest


def _interview(task: Simulated, library: Library, engine: Engine) -> Interview:
    notebook = _Notebook()
    interviewer = Interviewer(library, notebook, lambda _: engine)
    setup = Setup(principle=task.principle, scenario=task.scenario, level=task.level, engine=engine.name)
    interview = interviewer.begin(setup)
    sheet = Sheet(task.candidate)
    for _ in range(MOST_TURNS):
        if interview.ended:
            break
        interview = interviewer.hear(interview, _reply(sheet, interview))
        for _piece in interviewer.respond(interview):
            pass
        interview = notebook.latest
    return interviewer.assess(interviewer.end(interview))


def _reply(sheet: Sheet, interview: Interview) -> str:
    question = interview.question
    asked = sum(isinstance(event, Asked) for event in interview.events)
    return sheet.reply(asked, question.probe, next(iter(question.targets), None))
