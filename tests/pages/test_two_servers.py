"""Two servers behind one PostgreSQL: an interview begun on one goes on at the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from interviewer.database import LOCAL, Database
from interviewer.store import Store
from tests.pages.browsing import PATIENCE, answer_box, at_rest, begin, end, interview_of, say, send
from tests.pages.serving import Server, serving
from tests.postgresql import PostgreSQL

pytestmark = pytest.mark.browser
STORY = "I noticed that refunds took nine days, although nobody had asked me to look. I merged two queues, and they took two."
REPLY = "I measured it for two weeks with the support team, and their calls fell by a third."
BEHIND = "These are the words of a window that is behind."


@pytest.fixture
def shared(postgresql: PostgreSQL) -> Iterator[str]:
    with postgresql.fresh() as url:
        yield url


@pytest.fixture
def servers(shared: str, tmp_path: Path) -> Iterator[tuple[Server, Server]]:
    """Two, started one after the other on a database that was empty."""
    with (
        serving(tmp_path / "one.db", INTERVIEWER_DATABASE_URL=shared) as one,
        serving(tmp_path / "other.db", INTERVIEWER_DATABASE_URL=shared) as other,
    ):
        yield one, other


def test_an_interview_begun_on_one_server_is_continued_and_assessed_on_the_other(
    page: Page, servers: tuple[Server, Server], shared: str
) -> None:
    one, other = servers
    begin(page, one.address)
    say(page, STORY, replies=2)
    id = interview_of(page)
    one.kill()
    page.goto(f"{other.address}/?interview={id}")
    at_rest(page, 2)
    say(page, REPLY, replies=3)
    end(page)
    kept = Store(Database(shared), LOCAL).load(id)
    assert [turn.text for turn in kept.transcript.turns] == [STORY, REPLY]
    assert kept.assessment


def test_a_window_on_the_other_server_that_is_behind_overwrites_nothing(
    page: Page, browser: Browser, servers: tuple[Server, Server], shared: str
) -> None:
    one, other = servers
    begin(page, one.address)
    id = interview_of(page)
    behind = browser.new_context().new_page()
    behind.goto(f"{other.address}/?interview={id}")
    at_rest(behind, 1)
    say(page, STORY, replies=2)
    send(behind, BEHIND)
    at_rest(behind, 2)
    expect(answer_box(behind)).to_have_value(BEHIND, timeout=PATIENCE)
    behind.context.close()
    assert [turn.text for turn in Store(Database(shared), LOCAL).load(id).transcript.turns] == [STORY]
