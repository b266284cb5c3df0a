"""Signing in behind nginx, with two replicas that share the secret of the cookies."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from deploy import replicas
from tests.deploy.conftest import Site, surroundings
from tests.deploy.test_nginx import replica_of
from tests.pages.browsing import at_rest, begin, candidate, say
from tests.pages.driving import STORY
from tests.pages.serving import free_port
from tests.pages.signing_in import provider, secrets, sign_in, somebody

pytestmark = pytest.mark.browser


@pytest.fixture
def guarded(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """`site` is wanted only because nginx has to be there."""
    folder = tmp_path_factory.mktemp("guarded")
    folder.chmod(0o755)
    port, ports = free_port(), (free_port(), free_port())
    address = f"http://127.0.0.1:{port}"
    with ExitStack() as running:
        issuer = running.enter_context(provider())
        database = f"sqlite:///{folder / 'i.db'}"
        settings = {"INTERVIEWER_DATABASE_URL": database, "INTERVIEWER_SIGN_IN": "1"}
        environment = surroundings(**settings, **secrets(folder / "secrets.toml", issuer, address))
        for number in ports:
            running.enter_context(replicas.replica(number, environment, folder / f"{number}.log"))
        running.enter_context(replicas.nginx(folder, port, ports))
        yield Site(address, folder, ports, database)


def test_who_signed_in_is_known_to_every_replica(browser: Browser, guarded: Site) -> None:
    with somebody(browser) as page:
        sign_in(page, guarded.address, "ann")
        begin(page, guarded.address)
        say(page, STORY, replies=2)
        address = page.url
        cookies = dict(replica_of(guarded) for _ in range(30))
        assert len(cookies) == 2
        for cookie in cookies.values():
            assert cookie
            page.context.add_cookies([{"name": "replica", "value": cookie, "url": guarded.address}])
            page.goto(address)
            at_rest(page, 2)
            expect(candidate(page)).to_have_text(STORY)
    assert "ann" not in guarded.logged
