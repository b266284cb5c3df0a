"""Signing in, and what keeps two people apart: a real provider, a real server and a real browser, and every address tried."""

import base64
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as any_
from itsdangerous import TimestampSigner
from playwright.sync_api import Browser, Page, expect
from streamlit.testing.v1 import AppTest

from interviewer.database import LOCAL
from interviewer.pages.sign_in import owner_of
from tests.pages.browsing import PATIENCE, answer_box, at_rest, begin, candidate, end, idle, interview_of, open_form, say
from tests.pages.driving import STORY
from tests.pages.serving import Server, free_port, serving
from tests.pages.signing_in import provider, secrets, sign_in, somebody

BASKET = "basket"
"""A word of `STORY`, which only the first person says."""
DOOR = "Sign in first"
TEXTS = any_.text(min_size=1, max_size=20)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def guarded(issuer: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that lets in only who signed in; several people use it."""
    folder, port = tmp_path_factory.mktemp("guarded"), free_port()
    settings = secrets(folder / "secrets.toml", issuer, f"http://127.0.0.1:{port}")
    with serving(folder / "i.db", port, **settings, INTERVIEWER_SHARED="1", INTERVIEWER_SIGN_IN="1") as server:
        yield server


@pytest.fixture
def ann(browser: Browser, guarded: Server) -> Iterator[Page]:
    with somebody(browser) as page:
        sign_in(page, guarded.address, "ann")
        yield page


@pytest.fixture
def bob(browser: Browser, guarded: Server) -> Iterator[Page]:
    with somebody(browser) as page:
        sign_in(page, guarded.address, "bob")
        yield page


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    with somebody(browser) as page:
        yield page


@given(any_.tuples(TEXTS, TEXTS), any_.tuples(TEXTS, TEXTS))
def test_no_two_people_are_one_and_none_is_the_local_user(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert (owner_of(*one) == owner_of(*other)) is (one == other)
    assert len(owner_of(*one)) == 64
    assert owner_of(*one) != LOCAL


def test_the_same_subject_of_another_provider_is_somebody_else() -> None:
    assert owner_of("https://a.example", "1") != owner_of("https://b.example", "1")
    assert owner_of("https://a.example/1", "2") != owner_of("https://a.example/", "12")


@pytest.mark.browser
def test_nothing_is_shown_to_who_has_not_signed_in(stranger: Page, guarded: Server) -> None:
    for path in ("", "learn", "practise", "test", "loop", "progress?view=data", "authors", f"?interview={'a' * 32}"):
        stranger.goto(f"{guarded.address}/{path}")
        expect(stranger.get_by_text(DOOR)).to_be_visible(timeout=PATIENCE)
        idle(stranger)
        expect(stranger.locator(".stMain").get_by_role("button")).to_have_text([re.compile("Sign in")])


@pytest.mark.browser
def test_an_interview_is_its_owners_alone_whoever_knows_its_address(
    ann: Page, bob: Page, stranger: Page, guarded: Server
) -> None:
    begin(ann, guarded.address)
    say(ann, STORY, replies=2)
    address = f"{guarded.address}/?interview={interview_of(ann)}"
    for other in (bob, stranger):
        other.goto(address)
        expect(other.get_by_text("There is no interview under this address").or_(other.get_by_text(DOOR))).to_be_visible(
            timeout=PATIENCE
        )
        assert_nothing_of_anns(other)
    ann.goto(address)
    at_rest(ann, 2)
    expect(candidate(ann)).to_have_text(STORY)
    end(ann)
    bob.goto(address)
    expect(bob.get_by_text("There is no interview under this address")).to_be_visible(timeout=PATIENCE)
    assert_nothing_of_anns(bob)


@pytest.mark.browser
def test_lists_and_the_export_hold_ones_own_alone(ann: Page, bob: Page, guarded: Server, tmp_path: Path) -> None:
    begin(ann, guarded.address)
    say(ann, STORY, replies=2)
    begin(bob, guarded.address)
    say(bob, "I painted the fence.", replies=2)
    for view in ("interviews", "trends", "stories"):
        bob.goto(f"{guarded.address}/progress?view={view}")
        expect(bob.get_by_role("heading", name="Progress")).to_be_visible(timeout=PATIENCE)
        assert_nothing_of_anns(bob)
    bob.goto(f"{guarded.address}/progress?words={BASKET}")
    expect(bob.get_by_text("No interview has all of these words.")).to_be_visible(timeout=PATIENCE)
    exported = export(bob, guarded, tmp_path / "bob.json")
    assert "fence" in exported
    assert BASKET not in exported
    assert BASKET in export(ann, guarded, tmp_path / "ann.json")


@pytest.mark.browser
def test_an_import_of_somebody_elses_export_is_a_copy_that_leaves_theirs_alone(
    ann: Page, bob: Page, guarded: Server, tmp_path: Path
) -> None:
    begin(ann, guarded.address)
    say(ann, STORY, replies=2)
    address = ann.url
    export(ann, guarded, tmp_path / "ann.json")
    bob.goto(f"{guarded.address}/progress?view=data")
    bob.locator("input[type=file]").set_input_files(tmp_path / "ann.json")
    bob.get_by_role("button", name="Import it").click(timeout=PATIENCE)
    expect(bob.get_by_text("Imported:")).to_be_visible(timeout=PATIENCE)
    bob.goto(address)
    at_rest(bob, 2)
    say(bob, "And I painted the fence.", replies=3)
    delete_everything(bob, guarded)
    ann.goto(address)
    at_rest(ann, 2)
    expect(candidate(ann)).to_have_text([STORY])


@pytest.mark.browser
def test_tests_and_loops_are_their_owners_alone(ann: Page, bob: Page, guarded: Server) -> None:
    ann.goto(f"{guarded.address}/test")
    ann.get_by_role("button", name="Start the test").click(timeout=PATIENCE)
    ann.wait_for_url("**/test?paper=*", timeout=PATIENCE)
    ann.get_by_role("button", name="Hand in").wait_for(timeout=PATIENCE)
    bob.goto(ann.url)
    expect(bob.get_by_text("There is no test under this address")).to_be_visible(timeout=PATIENCE)
    ann.goto(f"{guarded.address}/loop")
    ann.get_by_role("button", name="Start the loop").click(timeout=PATIENCE)
    ann.wait_for_url("**/loop?loop=*", timeout=PATIENCE)
    bob.goto(ann.url)
    expect(bob.get_by_text("There is no loop under this address")).to_be_visible(timeout=PATIENCE)
    ann.goto(f"{guarded.address}/loop")
    expect(ann.get_by_text("Your loops so far")).to_be_visible(timeout=PATIENCE)
    bob.goto(f"{guarded.address}/loop")
    expect(bob.get_by_role("button", name="Start the loop")).to_be_visible(timeout=PATIENCE)
    idle(bob)
    expect(bob.get_by_text("Your loops so far")).to_have_count(0)


@pytest.mark.browser
def test_after_signing_out_the_next_person_at_the_same_browser_finds_nothing(ann: Page, guarded: Server) -> None:
    begin(ann, guarded.address)
    answer_box(ann).press_sequentially("Half an answer about the basket")
    address = ann.url
    open_form(ann, guarded.address)
    ann.get_by_role("button", name="Sign out").click()
    ann.get_by_role("button", name="End session").click(timeout=PATIENCE)  # The provider asks, too.
    expect(ann.get_by_text(DOOR)).to_be_visible(timeout=PATIENCE)
    sign_in(ann, guarded.address, "carol")
    ann.goto(address)
    expect(ann.get_by_text("There is no interview under this address")).to_be_visible(timeout=PATIENCE)
    assert_nothing_of_anns(ann)


@pytest.mark.browser
def test_who_signs_in_elsewhere_finds_their_own(ann: Page, stranger: Page, guarded: Server) -> None:
    begin(ann, guarded.address)
    say(ann, STORY, replies=2)
    sign_in(stranger, guarded.address, "ann")
    stranger.goto(ann.url)
    at_rest(stranger, 2)
    expect(candidate(stranger)).to_have_text(STORY)


@pytest.mark.browser
def test_a_cookie_that_somebody_made_lets_nobody_in(stranger: Page, issuer: str, guarded: Server) -> None:
    claims = {"iss": issuer, "sub": "ann", "is_logged_in": True, "origin": guarded.address, "provider": "default"}
    signed = TimestampSigner("guessed").sign(base64.b64encode(json.dumps(claims).encode())).decode()
    stranger.context.add_cookies([{"name": "_streamlit_user", "value": signed, "url": guarded.address}])
    stranger.goto(guarded.address)
    expect(stranger.get_by_text(DOOR)).to_be_visible(timeout=PATIENCE)


def test_where_signing_in_is_a_must_no_provider_is_a_fault(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEWER_SIGN_IN", "1")
    page = open_page()
    assert "no provider to sign in with" in page.error[0].value
    assert not page.button


@pytest.mark.parametrize("secret", ["", "xxx", "a" * 31])
def test_a_secret_that_can_be_guessed_lets_nobody_in(secret: str) -> None:
    page = AppTest.from_string("from interviewer.pages.interview import show\nshow()\n", default_timeout=60)
    page.secrets["auth"] = {"cookie_secret": secret, "client_id": "x"}
    page.run()
    assert "too short" in page.error[0].value
    assert not page.button


def assert_nothing_of_anns(page: Page) -> None:
    idle(page)
    assert BASKET not in page.content()
    assert STORY[:40] not in page.content()


def export(page: Page, server: Server, file: Path) -> str:
    """What is in one's export."""
    page.goto(f"{server.address}/progress?view=data")
    page.get_by_role("button", name="Prepare the export").click(timeout=PATIENCE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the export").click(timeout=PATIENCE)
    download.value.save_as(file)
    return file.read_text()


def delete_everything(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/progress?view=data")
    page.get_by_role("button", name="Delete everything").click(timeout=PATIENCE)
    page.get_by_role("textbox", name="Type DELETE to confirm").fill("DELETE")
    page.get_by_role("button", name="Delete everything for good").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_visible(timeout=PATIENCE)
