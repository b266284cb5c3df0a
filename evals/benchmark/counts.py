"""What does not depend on the machine: statements, calls, bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sql

from evals.benchmark.interviews import answer, of_some_turns, setup
from evals.benchmark.model_stub import INSTANT, Stub
from interviewer import assembly
from interviewer.database import LOCAL, Database
from interviewer.engines import Engine
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.settings import Settings
from interviewer.store import Store

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest


class Counted(NamedTuple):
    """Model requests and statements of one step."""

    requests: int
    statements: int


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL statements that are carried out in this process meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    sql.event.listen(sql.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        sql.event.remove(sql.Engine, "before_cursor_execute", note)


def interview(library: Library, folder: Path) -> tuple[list[Counted], Counted]:
    """Four turns of an interview with a model, and its assessment."""
    store = Store(Database(f"sqlite:///{folder / 'counts.db'}"), LOCAL)
    with Stub(INSTANT) as stub:
        engine: Engine = assembly.engine("llm", library, Settings(OPENAI_BASE_URL=stub.base_url, OPENAI_API_KEY="unused"))
        interviewer = Interviewer(library, store, lambda _: engine)
        held = interviewer.begin(setup(library, "llm"))
        turns = []
        for number in range(4):
            with statements() as seen:
                for _piece in interviewer.respond(interviewer.hear(held, answer(number))):
                    pass
            held = store.load(held.id)
            turns.append(Counted(len(stub.take_times()), len(seen)))
        with statements() as seen:
            interviewer.assess(interviewer.end(held))
        return turns, Counted(len(stub.take_times()), len(seen))


def rerun(library: Library, page: "AppTest", url: str) -> int:
    """The statements that drawing an interview of some turns anew takes."""
    page.query_params["interview"] = of_some_turns(library, Store(Database(url), LOCAL))
    page.run()
    with statements() as seen:
        page.run()
    if page.exception:
        raise RuntimeError("the page cannot be drawn")
    return len(seen)
