"""What all sessions share: the settings, the content, the store and the interviewer. Nothing in it belongs to one candidate."""

from functools import cache
from typing import NamedTuple

import streamlit as st

from interviewer import assembly, library, settings
from interviewer.afterwards import Afterwards
from interviewer.assessment import EngineName
from interviewer.bank import Bank
from interviewer.brief import Brief
from interviewer.engines import Engine
from interviewer.history import History
from interviewer.interview import Interview
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.loops import Loops
from interviewer.papers import Papers
from interviewer.settings import Settings
from interviewer.sitting import Sitting
from interviewer.speech import Speech
from interviewer.store import Store, default_url
from interviewer.takeout import Takeout

BEGINNERS = "ownership"
"""The pack for whoever has no preference."""


class Desk(NamedTuple):
    """Everything a page works with."""

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

    def brief(self, interview: Interview) -> Brief:
        """What `interview` is about. Raises LookupError when its principle or scenario is no longer there."""
        setup = interview.setup
        return self.library.brief(setup.principle, setup.level, setup.scenario)

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


@st.cache_resource(show_spinner="Opening")
def desk() -> Desk:
    """The desk of this server. Raises BadSetting, ContentError or StoreTrouble, and looks anew the next time."""
    chosen = settings.read()
    content = library.load(chosen.prompts, chosen.scenarios)
    url = chosen.database_url or default_url()
    store, papers, history, loops = Store(url), Papers(url), History(url), Loops(url)

    @cache
    def engine(name: EngineName) -> Engine:
        return assembly.engine(name, content, chosen)

    interviewer = Interviewer(content, store, engine)
    return Desk(
        settings=chosen,
        library=content,
        store=store,
        papers=papers,
        history=history,
        loops=loops,
        takeout=Takeout(url, history, papers, loops),
        bank=Bank(url, store, content, engine("local")),
        sitting=Sitting(store, interviewer, engine),
        interviewer=interviewer,
        speech=assembly.speech(chosen),
        afterwards=Afterwards(content, store, engine),
    )
