"""A real OpenID Connect provider on loopback, and people who sign in with it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.pages.browsing import PATIENCE

SECRET = "a secret of the tests that nobody has to guess"


@contextmanager
def provider() -> Iterator[str]:
    """The issuer's address. Any name signs in there, without a password."""
    before = os.environ.get("AUTHLIB_INSECURE_TRANSPORT")
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # Plain HTTP is enough on one machine.
    try:
        with run_server_in_thread() as server:
            yield f"http://localhost:{server.server_port}"
    finally:
        if before is None:
            del os.environ["AUTHLIB_INSECURE_TRANSPORT"]


def secrets(file: Path, issuer: str, address: str, cookie_secret: str = SECRET) -> dict[str, str]:
    """The settings of a server at `address` that lets in who signed in with `issuer`; its secrets are written to `file`."""
    file.write_text(
        f"""\
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "interviewer"
client_secret = "unused"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
"""
    )
    return {"STREAMLIT_SECRETS_FILES": str(file), "AUTHLIB_INSECURE_TRANSPORT": "1"}


def sign_in(page: Page, address: str, name: str) -> None:
    """Goes to `address`, signs in as `name`, and waits to be let in."""
    page.goto(address)
    page.get_by_role("button", name="Sign in").click(timeout=PATIENCE)
    page.get_by_placeholder("sub").fill(name, timeout=PATIENCE)
    page.get_by_role("button", name="Authorize").click()
    expect(page.get_by_text(f"Signed in as {name}")).to_be_visible(timeout=PATIENCE)


@contextmanager
def somebody(browser: Browser) -> Iterator[Page]:
    """A window of a person of their own, with nothing of anybody else in it; it reaches this machine alone."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    _stay_here(context)
    yield context.new_page()
    context.close()


def _stay_here(context: BrowserContext) -> None:
    def decide(route: Route) -> None:
        here = urlsplit(route.request.url).hostname in ("localhost", "127.0.0.1")
        route.continue_() if here else route.abort()

    context.route("**/*", decide)
