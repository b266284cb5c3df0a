"""What a real server writes while everything goes wrong: nothing of what was said, no key, no traceback; nor does the page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.models.stub import Reply, Step, Stub, events, failure, raw, text, whole
from tests.pages.browsing import PATIENCE, begin, candidate, send
from tests.pages.driving import STORY
from tests.pages.serving import Server, serving

pytestmark = pytest.mark.browser
KEY = "sk-of-the-tests-0123456789abcdef"
PRIVATE = ("basket", "crash mailbox", "400 mails", KEY, KEY[-8:])
TELLTALES = ("Traceback", 'File "/', "ValidationError", "Exception")
ODD: tuple[Reply, ...] = (
    raw(f"<html>{STORY}</html>", kind="text/html"),
    failure(400, "invalid_request_error", f"The key {KEY} may not say: {STORY}"),
    failure(401, "invalid_api_key", f"Incorrect API key provided: {KEY}"),
    failure(500, None, STORY),
    raw(f'{{"choices": "{STORY}"}}'),
    whole(f'{{"criteria": "{STORY}"}}'),
    whole({"text": STORY}),
    events(f"data: {STORY}\n\n".encode()),
    events(b'data: {"choices": [{"delta": {"content": "', Step.RESET),
    text(STORY, finish="content_filter"),
)
BROKEN_PAGE = f"""
import threading, streamlit as st
from interviewer import logs
logs.keep_quiet()
st.title("Broken")
threading.Thread(target=int, args=({STORY!r},)).start()
try:
    raise KeyError({KEY!r})
except KeyError as error:
    raise ValueError({STORY!r}) from error
"""


def assert_silent(written: str) -> None:
    for private in PRIVATE:
        assert private not in written
    for telltale in TELLTALES:
        assert telltale not in written


def test_whatever_a_model_does_nothing_private_is_written(page: Page, tmp_path: Path) -> None:
    with Stub() as model:
        settings = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": KEY, "INTERVIEWER_TIMEOUT": "20"}
        with serving(tmp_path / "i.db", **settings) as server:
            for odd in ODD:
                model.default = odd
                begin(page, server.address)
                send(page, STORY)
                expect(page.get_by_text("Everything you said is saved")).to_be_visible(timeout=PATIENCE)
                expect(candidate(page)).to_have_text(STORY)
                assert KEY not in page.content()
                assert "Traceback" not in page.content()
            assert_silent(written(server))


def test_a_page_that_breaks_shows_and_writes_the_place_alone(page: Page, tmp_path: Path) -> None:
    program = tmp_path / "broken.py"
    program.write_text(BROKEN_PAGE)
    with serving(tmp_path / "i.db", None, program) as server:
        page.goto(server.address)
        expect(page.get_by_text("encountered an error")).to_be_visible(timeout=PATIENCE)
        assert_silent(page.inner_text("body"))
        told = written(server)
        assert_silent(told)
        assert re.search(r"ValueError at \S*broken\.py:\d+, .*; after KeyError at \S*broken\.py:\d+$", told, re.MULTILINE)


def test_a_database_that_does_not_answer_is_named_without_its_password(page: Page, tmp_path: Path) -> None:
    settings = {"INTERVIEWER_DATABASE_URL": f"postgresql://ann:{KEY}@127.0.0.1:1/interviews"}
    with serving(tmp_path / "i.db", **settings) as server:
        page.goto(server.address)
        expect(page.get_by_text(re.compile("database did not answer|no database address"))).to_be_visible(timeout=PATIENCE)
        assert_silent(page.inner_text("body"))
        assert_silent(written(server))


def written(server: Server) -> str:
    """All that the server said and wrote, once it has ended."""
    server.kill()
    return server.said + server.output.read_text()
