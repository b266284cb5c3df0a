"""The page behind a real nginx, as `deploy/` sets it up: it works, and the browser holds it to the rules that nginx gives it."""

import base64
import hashlib
import http.client
import os
import re
import secrets
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Page, expect

from deploy import replicas
from tests.deploy.conftest import Site
from tests.pages.browsing import (
    PATIENCE,
    answer_box,
    at_rest,
    begin,
    candidate,
    end,
    idle,
    interview_of,
    listening,
    open_form,
    say,
)
from tests.pages.driving import STORY
from tests.pages.serving import free_port

pytestmark = pytest.mark.browser
HEADERS = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}
VIEWS = ("learn", "practise", "test", "loop", "progress", "progress?view=trends", "progress?view=stories", "progress?view=data")
FORBIDDEN = """
elsewhere => {
    window.blocked = [];
    document.addEventListener('securitypolicyviolation', event => window.blocked.push(event.effectiveDirective));
    document.body.append(Object.assign(new Image(), {src: `${elsewhere}/image`}));
    document.body.append(Object.assign(document.createElement('script'), {src: `${elsewhere}/script`}));
    document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}));
    document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: `${elsewhere}/style`}));
    document.body.append(Object.assign(document.createElement('iframe'), {src: `${elsewhere}/frame`}));
    fetch(`${elsewhere}/fetch`).catch(() => {});
}
"""


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser was asked to load from elsewhere or refused to do."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if "Content Security Policy" in message.text else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(OURS) else found.append(request.url))
    yield found
    assert found == []


OURS = ("http://127.0.0.1", "data:", "blob:")


def until(page: Page, condition: str) -> None:
    """Returns when `condition` holds; Playwright's own waiting evaluates text, which is forbidden here."""
    page.evaluate(f"new Promise(resolve => {{ const look = () => {condition} ? resolve() : setTimeout(look, 50); look(); }})")


def get(site: Site, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(site.address.removeprefix("http://"), timeout=20)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


@pytest.mark.usefixtures("complaints")
def test_every_page_works_under_the_rules(page: Page, site: Site) -> None:
    begin(page, site.address)
    say(page, STORY, replies=2)
    page.reload()
    at_rest(page, 2)
    end(page)
    with page.expect_download():
        page.get_by_role("button", name="Markdown").click()
    for view in VIEWS:
        page.goto(f"{site.address}/{view}")
        idle(page)


@pytest.mark.usefixtures("complaints")
def test_an_answer_can_be_dictated_and_a_draft_is_kept(page: Page, site: Site) -> None:
    begin(page, site.address)
    page.get_by_text("Read aloud").click()
    expect(page.get_by_test_id("stAudio")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Start recording").click()
    expect(page.get_by_role("button", name="Submit recording")).to_be_visible()
    page.wait_for_timeout(1000)  # It is real sound that is recorded.
    page.get_by_role("button", name="Submit recording").click()
    expect(answer_box(page)).to_have_value(re.compile("basket"), timeout=PATIENCE)
    answer_box(page).press_sequentially(" And then")
    until(page, "Object.values(localStorage).some(kept => kept.includes('And then'))")
    page.reload()
    at_rest(page, 1)
    expect(answer_box(page)).to_have_value(re.compile("And then$"))


@pytest.mark.usefixtures("complaints")
def test_what_was_exported_can_be_imported(page: Page, site: Site, tmp_path: Path) -> None:
    begin(page, site.address)
    say(page, f"{STORY} {'Then I measured it again. ' * 8000}", replies=2)
    page.goto(f"{site.address}/progress?view=data")
    page.get_by_role("button", name="Prepare the export").click(timeout=PATIENCE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the export").click()
    download.value.save_as(tmp_path / "export.json")
    assert (tmp_path / "export.json").stat().st_size > 200_000
    page.locator("input[type=file]").set_input_files(tmp_path / "export.json")
    page.get_by_role("button", name="Import it").click()
    expect(page.get_by_text("already kept")).to_be_visible(timeout=PATIENCE)


def test_even_what_got_into_the_page_loads_and_runs_nothing(page: Page, site: Site) -> None:
    with listening() as (elsewhere, asked):
        open_form(page, site.address)
        page.evaluate(FORBIDDEN, elsewhere)
        until(page, "new Set(window.blocked).size >= 5")
        blocked = set(page.evaluate("window.blocked"))
        assert blocked >= {"img-src", "script-src-elem", "style-src-elem", "frame-src", "connect-src"}
        assert page.evaluate("window.ran === undefined")
        assert asked == []


@pytest.mark.parametrize("path", ["/", "/learn", "/no/such/page", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_carries_the_headers(site: Site, path: str) -> None:
    headers = {name.lower(): value for name, value in get(site, path).getheaders()}
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "microphone=(self)" in headers["permissions-policy"]
    assert "uvicorn" not in headers["server"]


def test_the_one_script_that_streamlit_writes_out_is_the_one_that_is_allowed() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text()
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts}
    rules = (replicas.CONFIGURATION / "interviewer" / "headers.conf").read_text()
    assert set(re.findall(r"'sha256-[^']+'", rules)) == hashes


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"])
def test_what_is_for_the_operator_is_not_shown(site: Site, path: str) -> None:
    assert get(site, path).status == 404


def test_no_frame_of_somebody_else_shows_the_page(page: Page, site: Site) -> None:
    page.route("http://elsewhere.test/", lambda route: route.fulfill(content_type="text/html", body=framing(site.address)))
    page.goto("http://elsewhere.test/")
    frame = page.frames[1]
    assert frame.get_by_role("button", name="Start the interview").count() == 0
    assert not frame.url.startswith(site.address)


def framing(address: str) -> str:
    return f"<iframe src='{address}'></iframe>"


def test_too_large_a_body_is_refused_and_written_nowhere(site: Site) -> None:
    connection = http.client.HTTPConnection(site.address.removeprefix("http://"), timeout=20)
    connection.putrequest("PUT", "/")
    connection.putheader("content-length", str(100_000))
    connection.endheaders()
    assert connection.getresponse().status == 413
    assert not [file for file in (site.folder / "temp").rglob("*") if file.is_file()]


def replica_of(site: Site, cookie: str | None = None) -> tuple[str, str | None]:
    """Who answered, and the cookie that was given."""
    path = f"/{secrets.token_hex(8)}"
    answer = get(site, path, **({"Cookie": f"replica={cookie}"} if cookie else {}))
    answer.read()
    given = "\n".join(answer.headers.get_all("set-cookie") or [])
    told = re.search(r"^replica=([0-9a-f]{32}); Path=/; HttpOnly; SameSite=Lax$", given, re.MULTILINE)
    return logged(site, path).split()[-1], told.group(1) if told else None


def logged(site: Site, path: str) -> str:
    """The line about the request for `path`, which nginx writes once the answer is on its way."""
    for _ in range(1000):
        for line in (site.folder / "access.log").read_text().splitlines():
            if f" {path} " in line:
                return line
        threading.Event().wait(0.01)
    raise AssertionError(f"{path} is not in the log")


def test_a_session_stays_with_its_replica_and_sessions_are_shared_out(site: Site) -> None:
    first = [replica_of(site) for _ in range(30)]
    assert len({upstream for upstream, _ in first}) == len(site.ports)
    for upstream, cookie in first:
        assert cookie
        assert replica_of(site, cookie) == (upstream, None)


def test_an_interview_begun_on_one_replica_goes_on_on_the_other(page: Page, site: Site) -> None:
    begin(page, site.address)
    say(page, STORY, replies=2)
    cookies = {c.get("name"): c.get("value") for c in page.context.cookies()}
    mine, _ = replica_of(site, cookies["replica"])
    elsewhere = next(cookie for upstream, cookie in (replica_of(site) for _ in range(60)) if upstream != mine)
    assert elsewhere
    page.context.add_cookies([{"name": "replica", "value": elsewhere, "url": site.address}])
    page.reload()
    at_rest(page, 2)
    say(page, "About forty percent fewer.", replies=3)
    expect(candidate(page)).to_have_count(2)


def test_the_logs_know_nobodys_interview_nor_words(page: Page, site: Site) -> None:
    begin(page, site.address)
    say(page, STORY, replies=2)
    id = interview_of(page)
    page.reload()
    at_rest(page, 2)
    get(site, f"/progress?words=basket&interview={id}", Referer=f"{site.address}/?interview={id}").read()
    assert " 200 " in logged(site, "/progress")
    assert id not in site.logged
    assert "basket" not in site.logged


def test_nor_do_they_when_every_replica_is_gone(tmp_path: Path, site: Site) -> None:
    """`site` is wanted for nginx alone; these replicas never existed."""
    tmp_path.chmod(0o755)
    port = free_port()
    with replicas.nginx(tmp_path, port, (free_port(), free_port())):
        gone = Site(f"http://127.0.0.1:{port}", tmp_path, (), "")
        assert get(gone, f"/?interview={'a' * 32}").status == 502
        assert "a" * 32 not in gone.logged


def test_the_configuration_for_a_server_is_one_that_nginx_takes(tmp_path: Path, site: Site) -> None:
    """With a certificate made here, and its logs in a folder made here; else as it stands in the repository."""
    replicas.lay_out(tmp_path, 0, (8501, 8502))
    for name in ("listen.conf", "replicas.conf"):
        told = (replicas.CONFIGURATION / "interviewer" / name).read_text()
        told = told.replace("/etc/ssl/interviewer", str(tmp_path)).replace("/var/log/nginx", str(tmp_path))
        (tmp_path / "interviewer" / name).write_text(told)
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=interviews.example.org"]
    request += ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
    subprocess.run(request, check=True, capture_output=True)
    command = [replicas.NGINX, "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", "error.log"]
    tested = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    assert tested.returncode == 0, tested.stderr
