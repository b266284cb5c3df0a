"""What the product is made of: pinned by hash, under licences that go with its own, and no code comes out of data."""

import ast
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy.licences import LOCKS, licences, names
from tests.pages.serving import ROOT, free_port

FOLDERS = ("interviewer", "evals", "deploy")
CODE = [ROOT / "app.py", *(file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))]
GIVE_NOTHING_BACK = {
    *("MIT", "MIT License", "MIT-0", "MIT-CMU", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "BSD License", "3-Clause BSD License"),
    *("Apache-2.0", "Apache License 2.0", "Apache Software License", "ISC", "ISC License (ISCL)", "Zlib", "CC0-1.0", "Unlicense"),
    *("PSF-2.0", "Python Software Foundation License", "SIL Open Font License 1.1 (OFL-1.1)"),
}
FOR_THEMSELVES = {"MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "LGPL-3.0-only"}
"""What is changed in these has to be given back; here they are installed as they are."""
SAFE_LOADERS = {"SafeLoader", "CSafeLoader"}
RUNS_DATA = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "jsonpickle"}


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.txt")), ids=lambda lock: lock.name)
def test_everything_is_pinned_by_version_and_hash(lock: Path) -> None:
    told = re.sub(r"\\\n\s*", "", lock.read_text(encoding="utf-8"))
    for line in filter(None, (line.partition("#")[0].strip() for line in told.splitlines())):
        assert re.match(r"[A-Za-z0-9._-]+==\S+( ; [^#]+?)?(\s*--hash=sha256:[0-9a-f]{64})+$", line), line


def test_no_licence_asks_for_more_than_a_product_under_mit_can_give() -> None:
    found = list(licences())
    assert len(found) > 50
    for one in found:
        parts = {part.strip(" ()") for part in re.split(r"\bAND\b|\bOR\b", one.licence)} if one.licence else set()
        whole = {one.licence} <= GIVE_NOTHING_BACK | FOR_THEMSELVES
        assert whole or {p for p in parts if p} <= GIVE_NOTHING_BACK | FOR_THEMSELVES | {"MPL 2.0"}, one


def test_no_code_comes_out_of_data() -> None:
    assert [f"{file.relative_to(ROOT)}:{line}" for file in CODE for line in _running_data(file)] == []


def _running_data(file: Path) -> Iterator[int]:
    """The lines of `file` that could run what they read."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=imported) if {name.name.partition(".")[0] for name in imported} & RUNS_DATA:
                yield node.lineno
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in RUNS_DATA:
                yield node.lineno
            case ast.Call(func=ast.Name(id="eval" | "exec" | "compile" | "__import__")):
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr=attr)) if attr.endswith(("load", "load_all")):
                told = {name.attr for name in ast.walk(node) if isinstance(name, ast.Attribute)}
                if not attr.startswith("safe_") and not told & SAFE_LOADERS:
                    yield node.lineno
            case ast.keyword(arg="allow_pickle" | "shell", value=ast.Constant(value=True)):
                yield node.lineno


class Osv(BaseHTTPRequestHandler):
    """The OSV database, which knows of a vulnerability in `vulnerable`."""

    vulnerable = ""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        affected = {"package": {"name": self.vulnerable, "ecosystem": "PyPI"}, "ranges": []}
        known = {"id": "OSV-1", "affected": [affected], "summary": "Bad.", "details": "Bad."}
        body = json.dumps({"vulns": [known]} if asked["package"]["name"] == self.vulnerable else {}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


@contextmanager
def osv(vulnerable: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Knowing", (Osv,), {"vulnerable": vulnerable}))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def made(target: str, *settings: str) -> subprocess.CompletedProcess[str]:
    """The command of a target of the Makefile, without the installing before it, carried out with this Python's tools."""
    command = ["make", "--no-print-directory", "--dry-run", "--assume-old=.venv/dev.stamp", "--assume-old=.venv/run.stamp"]
    told = subprocess.run([*command, target, *settings], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    line = re.sub(r"\\\n\s*", "", told).strip().splitlines()[-1].replace(".venv/bin", str(Path(sys.executable).parent))
    return subprocess.run(line.split(), cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_PROXY": "127.0.0.1"})


def test_the_audit_passes_when_nothing_is_known_against_anything() -> None:
    with osv("something else") as address:
        audited = made("audit", f"OSV_URL={address}")
    assert audited.returncode == 0, audited.stderr


def test_the_audit_fails_and_names_what_is_vulnerable() -> None:
    with osv("streamlit") as address:
        audited = made("audit", f"OSV_URL={address}")
    assert audited.returncode == 1
    assert "streamlit" in audited.stdout
    assert "OSV-1" in audited.stdout


def test_an_audit_that_could_not_ask_does_not_pass() -> None:
    audited = made("audit", f"OSV_URL=http://127.0.0.1:{free_port()}/")
    assert audited.returncode != 0


def test_the_bill_of_materials_names_every_part_with_its_hash() -> None:
    built = made("sbom")
    file = ROOT / "sbom.json"
    try:
        assert built.returncode == 0, built.stderr
        components = {c["name"]: c for c in json.loads(file.read_text(encoding="utf-8"))["components"]}
        assert set(components) == set(names(LOCKS[-1]))
        for component in components.values():
            hashes = [h for reference in component["externalReferences"] for h in reference.get("hashes", [])]
            assert hashes
    finally:
        file.unlink(missing_ok=True)
