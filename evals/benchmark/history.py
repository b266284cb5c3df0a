"""A long history, and what its pages take of the server."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import sqlalchemy as sql

from evals.benchmark.interviews import setup, told
from interviewer.database import LOCAL, Database, plain
from interviewer.engines.local import LocalEngine
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.overview import FORM, Overview, overview
from interviewer.store import Store
from interviewer.tables import EVENTS, INTERVIEWS, OVERVIEWS

LENGTH = 5000
"""Interviews."""
EVENTS_EACH = 12
PORTION = 500
_PAGE = "from interviewer.pages.progress import show\nshow()\n"


def fill(library: Library, url: str, length: int) -> None:
    """Puts `length` assessed interviews into the database, an hour between two of them, one of them real and the others copies.

    The events of the copies say nothing: lists do not read them, they only look whether there are more.
    """
    database = Database(url)
    engine = LocalEngine(library)
    interviewer = Interviewer(library, Store(database, LOCAL), lambda _: engine)
    interview = interviewer.hear(interviewer.begin(setup(library, "local")), told(200))
    interview = interviewer.assess(interviewer.end(interview))
    begun = datetime.now(UTC) - timedelta(hours=length)
    seen = overview(interview, begun)
    for portion in range(1, length, PORTION):
        copies = [
            seen.model_copy(update={"id": f"{n:032x}", "created_at": begun + timedelta(hours=n)})
            for n in range(portion, min(portion + PORTION, length))
        ]
        with database.transaction() as connection:
            connection.execute(sql.insert(INTERVIEWS), [_interview(copy, interview.setup.model_dump_json()) for copy in copies])
            connection.execute(sql.insert(EVENTS), [row for copy in copies for row in _events(copy)])
            connection.execute(sql.insert(OVERVIEWS), [_overview(copy) for copy in copies])


def pages(url: str, rounds: int) -> Iterator[tuple[str, float]]:
    """Each view of the Progress page, drawn `rounds` times after a first time: its name, and seconds of processor time."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    os.environ["INTERVIEWER_DATABASE_URL"] = url
    st.cache_resource.clear()
    for view in ("interviews", "trends"):
        page = AppTest.from_string(_PAGE, default_timeout=120)
        page.query_params["view"] = view
        for number in range(rounds + 1):
            began = time.process_time()
            page.run()
            if page.exception or page.error:
                raise RuntimeError(f"the view {view} cannot be drawn")
            if number:
                yield view, time.process_time() - began


def _interview(seen: Overview, chosen: str) -> dict[str, object]:
    return {"owner": LOCAL, "id": seen.id, "setup": chosen, "created_at": plain(seen.created_at)}


def _events(seen: Overview) -> Iterator[dict[str, object]]:
    common = {"owner": LOCAL, "interview_id": seen.id, "said_at": plain(seen.created_at)}
    for position in range(EVENTS_EACH):
        yield {**common, "position": position, "type": "replied", "body": "{}"}


def _overview(seen: Overview) -> dict[str, object]:
    return {
        "owner": LOCAL,
        "interview_id": seen.id,
        "events": EVENTS_EACH,
        "form": FORM,
        "created_at": plain(seen.created_at),
        "verdict": seen.verdict,
        "searched": seen.searched,
        "body": seen.model_dump_json(),
    }
