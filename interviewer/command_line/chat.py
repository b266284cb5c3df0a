"""`interviewer chat`: an interview in the terminal."""

import shlex
import sys
from functools import cache
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from interviewer.assembly import engine as engine_of
from interviewer.assessment import EngineName
from interviewer.brief import Brief
from interviewer.command_line.common import LEFT, WRONG, EngineOption, Prompts, Scenarios, console, fail, one_line, sentences
from interviewer.command_line.conversation import Conversation
from interviewer.command_line.show import Sheet, show_assessment, show_example, show_provenance
from interviewer.database import LOCAL, Database, default_url
from interviewer.interview import Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library, load
from interviewer.prices import in_force
from interviewer.retention import delete_old
from interviewer.rubric import Level
from interviewer.settings import OFFLINE_NOTICE, Settings, read
from interviewer.spending import Spending
from interviewer.store import Store


def chat(
    principle: Annotated[str | None, typer.Option(metavar="ID", help="The principle to be asked about.")] = None,
    scenario: Annotated[str | None, typer.Option(metavar="ID", help="The scenario to be asked about.")] = None,
    level: Annotated[Level | None, typer.Option(help="The level to be assessed at; sde2 when not given.")] = None,
    engine: EngineOption = None,
    probes: Annotated[int | None, typer.Option(min=0, max=20, help="The most follow-ups that are asked.")] = None,
    prompts: Prompts = None,
    scenarios: Scenarios = None,
    resume: Annotated[str | None, typer.Option(metavar="INTERVIEW", help="Go on with an interview that was left.")] = None,
) -> None:
    """Hold an interview in the terminal, and read its assessment.

    An answer may take many lines; an empty line sends it. Ctrl-D or /end ends the interview, Ctrl-C leaves it for later.
    """
    if resume and (principle or scenario or level or probes is not None):
        raise typer.BadParameter("What an interview is about stays as it began: of these only --engine goes with --resume.")
    with sentences():
        settings = read(engine=engine, probes=probes, prompts=prompts, scenarios=scenarios)
        library = load(settings.prompts, settings.scenarios)
        database = _opened(settings)
        store, spending = Store(database, LOCAL), Spending(database, LOCAL, in_force(settings.prices), settings)
        interviewer = Interviewer(library, store, cache(lambda name: engine_of(name, library, settings)), spending.account)
        if resume:
            interview = store.load(resume)
            brief = _brief(library, interview.setup.principle, interview.setup.level, interview.setup.scenario)
            interview = _switched(interviewer, interview, engine)
        else:
            brief = _chosen(library, principle, scenario, level or "sde2")
            interview = _begun(interviewer, brief, settings)
        if not settings.has_model and not interview.assessment:
            Sheet(console()).write(Text(OFFLINE_NOTICE, style="dim"), indent=0)
        _hold(Conversation(interviewer, store, brief, interview.id, _again(interview.id, prompts, scenarios)))
        if taken := spending.of(interview):
            console().print(str(taken), style="dim")


def _opened(settings: Settings) -> Database:
    database = Database(settings.database_url or default_url())
    if database.notice:
        typer.echo(one_line(database.notice), err=True)
    if settings.keep_days:
        delete_old(database, settings.keep_days)
    return database


def _chosen(library: Library, principle: str | None, scenario: str | None, level: Level) -> Brief:
    """What the interview is about; a scenario alone names its principle."""
    if principle is None and scenario is None:
        principle = _picked(library)
    elif principle is None:
        principle = next((s.principle for s in library.scenarios.values() if s.id == scenario), next(iter(library.packs)))
    return _brief(library, principle, level, scenario)


def _picked(library: Library) -> str:
    """The principle picked from the list; the first that has a scenario when nobody is there to pick."""
    packs = list(library.packs.values())
    usual = next((p for p in packs if p.default_scenario), packs[0])
    if not sys.stdin.isatty():
        return usual.name
    for number, pack in enumerate(packs, 1):
        print(f"{number:>3}. {pack.title}")
    while True:
        given = input(f"Which principle? [{packs.index(usual) + 1}] ").strip()
        if not given or given in library.packs:
            return given or usual.name
        if given.isdecimal() and 1 <= int(given) <= len(packs):
            return packs[int(given) - 1].name
        print(f"Please give a number from 1 to {len(packs)}.")


def _brief(library: Library, principle: str, level: Level, scenario: str | None) -> Brief:
    """Ends the program with a sentence when there is no such content."""
    try:
        return library.brief(principle, level, scenario)
    except LookupError as error:
        fail(WRONG, str(error))


def _begun(interviewer: Interviewer, brief: Brief, settings: Settings) -> Interview:
    """A new interview, its main question asked. Raises NoKey before anything is asked."""
    setup = Setup(
        principle=brief.pack.name,
        scenario=brief.scenario and brief.scenario.id,
        level=brief.level,
        engine=settings.default_engine,
        probe_limit=settings.probes,
    )
    interviewer.engine(setup.engine)
    return interviewer.begin(setup)


def _switched(interviewer: Interviewer, interview: Interview, engine: EngineName | None) -> Interview:
    """The interview with `engine`, if one is asked for. Raises NoKey."""
    if engine is None:
        return interview
    interviewer.engine(engine)
    return interviewer.switch(interview, engine)


def _hold(conversation: Conversation) -> None:
    """The conversation to its end, then its assessment."""
    page = console()
    try:
        assessment = conversation.hold()
    except KeyboardInterrupt:
        fail(LEFT, "", f"Left, and kept. Go on with: {conversation.again}")
    page.print()
    page.rule("Assessment", characters="-")
    page.print()
    show_assessment(page, conversation.brief, assessment)
    if scenario := conversation.brief.scenario:
        show_example(page, scenario, conversation.brief)
    show_provenance(page, assessment)
    page.print(f"To read this again: {conversation.again}", style="dim", soft_wrap=True)


def _again(id: str, prompts: Path | None, scenarios: Path | None) -> str:
    """The command that takes the interview up again, with the same content."""
    folders = {"--prompts": prompts, "--scenarios": scenarios}
    options = [word for option, folder in folders.items() if folder for word in (option, str(folder))]
    return shlex.join(["interviewer", "chat", "--resume", id, *options])
