"""A batch service on loopback: files go up, batches are made of them, and after so many looks the replies can be fetched."""

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from tests.evals.replying import completion, reply

Outcome = dict[str, Any]
"""The part of a reply's line besides its id."""


def good(body: dict[str, Any]) -> Outcome:
    return {"response": {"status_code": 200, "body": completion(reply(body))}, "error": None}


def saying(text: str, finish: str = "stop") -> Outcome:
    return {"response": {"status_code": 200, "body": completion(text, finish)}, "error": None}


def turned_down(status: int, message: str) -> Outcome:
    return {"response": {"status_code": status, "body": {"error": {"message": message, "code": None}}}, "error": None}


EXPIRED: Outcome = {"response": None, "error": {"code": "batch_expired", "message": "Not executed in time."}}


class BatchStub:
    """The service; start it with `with`."""

    def __init__(self) -> None:
        self.outcome: Callable[[dict[str, Any]], Outcome | None] = good
        """What becomes of a request; None when its line never comes."""
        self.status = "completed"
        """How batches end."""
        self.looks = 2
        """How often a batch is looked at until it has ended."""
        self.batches: list[list[dict[str, Any]]] = []
        """The requests of each batch."""
        self.seen = 0
        """Looks at any batch so far."""
        self.files: dict[str, str] = {}
        self.refusing: set[str] = set()
        """Paths that are answered with 401."""
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.stub = self

    @property
    def base_url(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/v1"

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """Every request that was ever sent in a batch."""
        return [line["body"] for batch in self.batches for line in batch]

    def upload(self, text: str) -> dict[str, Any]:
        id = f"file-{len(self.files) + 1}"
        self.files[id] = text
        made = {"id": id, "object": "file", "bytes": len(text), "created_at": 0}
        return made | {"filename": "f", "purpose": "batch", "status": "processed"}

    def create(self, wanted: dict[str, Any]) -> dict[str, Any]:
        assert wanted["endpoint"] == "/v1/chat/completions"
        self.batches.append([json.loads(line) for line in self.files[wanted["input_file_id"]].splitlines()])
        return self.batch(len(self.batches), "validating")

    def look(self, number: int) -> dict[str, Any]:
        self.seen += 1
        if self.seen % self.looks:
            return self.batch(number, "in_progress")
        outcomes = [(line["custom_id"], self.outcome(line["body"])) for line in self.batches[number - 1]]
        lines = [json.dumps({"id": "r", "custom_id": id} | outcome) for id, outcome in outcomes if outcome]
        good = [line for line in lines if '"status_code": 200' in line]
        fetched = {
            name: self.upload("\n".join(some))["id"]
            for name, some in (("output_file_id", good), ("error_file_id", [line for line in lines if line not in good]))
            if some
        }
        return self.batch(number, self.status) | fetched

    def batch(self, number: int, status: str) -> dict[str, Any]:
        made = {"id": f"batch_{number}", "object": "batch", "endpoint": "/v1/chat/completions", "input_file_id": "f"}
        return made | {"completion_window": "24h", "created_at": 0, "status": status}

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    stub: BatchStub


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["content-length"]))
        stub = self.server.stub
        if any(self.path.endswith(path) for path in stub.refusing):
            return self._send(json.dumps({"error": {"message": "No.", "code": "invalid_api_key"}}), 401)
        if self.path.endswith("/files"):
            boundary = str(self.headers["content-type"]).partition("boundary=")[2].encode()
            parts = [p for p in sent.split(b"--" + boundary) if b'name="file"' in p]
            return self._send(json.dumps(stub.upload(parts[0].partition(b"\r\n\r\n")[2].rstrip(b"\r\n").decode())))
        return self._send(json.dumps(stub.create(json.loads(sent))))

    def do_GET(self) -> None:
        stub = self.server.stub
        if content := re.search(r"/files/([\w-]+)/content$", self.path):
            return self._send(stub.files[content.group(1)])
        return self._send(json.dumps(stub.look(int(self.path.rpartition("_")[2]))))

    def _send(self, text: str, status: int = 200) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stays silent."""
