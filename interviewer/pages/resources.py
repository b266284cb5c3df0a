"""What the pages work with: what all sessions share, opened once, and a desk for each person on top of it."""

from collections.abc import Callable
from functools import cache
from threading import Thread
from typing import NamedTuple

import streamlit as st

from interviewer import assembly, heap, library, prices, retention, settings
from interviewer.afterwards import Afterwards
from interviewer.assessment import EngineName
from interviewer.bank import Bank
from interviewer.brief import Brief
from interviewer.database import LOCAL, Database, default_url
from interviewer.engines import Engine
from interviewer.history import History
from interviewer.interview import Interview
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.limits import LimitedStore
from interviewer.loops import Loops
from interviewer.papers import Papers
from interviewer.prices import Prices
from interviewer.settings import Settings
from interviewer.sitting import Sitting
from interviewer.speech import Speech
from interviewer.spending import Spending
from interviewer.store import Store
from interviewer.takeout import Takeout

BEGINNERS = "ownership"
"""The pack for whoever has no preference."""


class Desk(NamedTuple):
    """Everything a page works with; what is kept is its owner's alone."""

    owner: str
    settings: Settings
    library: Library
    store: Store
    papers: Papers
    history: History
    loops: Loops
    takeout: Takeout
    bank: Bank
    sitting: Sitting
    interviewer: Interviewer
    speech: Speech | None
    """None when no service is set."""
    afterwards: Afterwards
    spending: Spending

    def brief(self, interview: Interview) -> Brief:
        """What `interview` is about. Raises LookupError when its principle or scenario is no longer there."""
        setup = interview.setup
        return self.library.brief(setup.principle, setup.level, setup.scenario)

    def warm_up(self, engine: EngineName) -> None:
        """Has `engine` made ready while the candidate still reads and thinks; only the first time this server is asked to."""
        _warm_up(engine)

    @property
    def lists(self) -> bool:
        """Whether what is kept is listed: not where several people use the server and nobody signed in."""
        return self.owner != LOCAL or not self.settings.shared

    @property
    def usual_principle(self) -> str:
        """The principle to begin with: Ownership, because whose doing a story was is what every other principle builds on.

        The first one where there is no such pack.
        """
        packs = self.library.packs
        return BEGINNERS if BEGINNERS in packs else next(iter(packs))

    def engine_name(self, engine: EngineName) -> str:
        """An engine as the candidate reads it."""
        return f"Model ({self.settings.model})" if engine == "llm" else "Offline"


@cache
def _warm_up(engine: EngineName) -> None:
    Thread(target=assembly.warm_up, args=(engine,), name="warm-up", daemon=True).start()


class Shared(NamedTuple):
    """What all sessions share. Nothing in it belongs to one candidate."""

    settings: Settings
    library: Library
    database: Database
    engine: Callable[[EngineName], Engine]
    speech: Speech | None
    prices: Prices


@st.cache_resource(show_spinner=False)
def shared() -> Shared:
    """What this server has. Raises BadSetting, ContentError or StoreTrouble, and looks anew the next time."""
    heap.few_arenas()
    chosen = settings.read()
    content = library.load(chosen.prompts, chosen.scenarios)

    @cache
    def engine(name: EngineName) -> Engine:
        return assembly.engine(name, content, chosen)

    database = Database(chosen.database_url or default_url())
    if chosen.keep_days:
        retention.keep_deleting(database, chosen.keep_days)
    return Shared(chosen, content, database, engine, assembly.speech(chosen), prices.in_force(chosen.prices))


def desk(owner: str) -> Desk:
    """The desk of `owner`. Raises what `shared` does."""
    chosen, content, database, engine, speech, listed = shared()
    store, papers = LimitedStore(database, owner, chosen), Papers(database, owner)
    history, loops = History(database, owner), Loops(database, owner)
    spending = Spending(database, owner, listed, chosen)
    interviewer = Interviewer(content, store, engine, spending.account)
    return Desk(
        owner=owner,
        settings=chosen,
        library=content,
        store=store,
        papers=papers,
        history=history,
        loops=loops,
        takeout=Takeout(database, owner, history, papers, loops),
        bank=Bank(database, owner, store, content, engine("local")),
        sitting=Sitting(store, interviewer, engine),
        interviewer=interviewer,
        speech=speech,
        afterwards=Afterwards(content, store, engine, spending.account),
        spending=spending,
    )
