"""A speech service on loopback that hears what it is told to, and a browser with a voice for a microphone."""

import io
import json
import shutil
import subprocess
import threading
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import pi, sin
from pathlib import Path

from playwright.sync_api import Browser

from tests.pages.serving import chromium

RATE = 16_000


class Speaking:
    """What the service says, and what it was asked."""

    def __init__(self) -> None:
        self.text = "I moved the basket to disk and crashes fell from 290 to 12."
        self.timed = True
        """Whether it says when each word was spoken; where not, it turns down whoever asks."""
        self.status = 200
        self.asked: list[str] = []
        """The path of each request, in order."""
        self.bodies: list[bytes] = []
        self.base_url = ""

    def answer(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        self.asked.append(path.rpartition("/")[2])
        self.bodies.append(body)
        if self.status != 200:
            return self.status, "application/json", b'{"error": {"message": "No.", "type": "error", "code": null}}'
        if path.endswith("speech"):
            return 200, "audio/mpeg", tone(0.2)
        if b"verbose_json" in body and not self.timed:
            return 400, "application/json", b'{"error": {"message": "json only", "type": "error", "code": null}}'
        return 200, "application/json", json.dumps(self._heard()).encode()

    def _heard(self) -> dict[str, object]:
        """Half a second a word, and two seconds of silence after the first."""
        if not self.timed:
            return {"text": self.text}
        starts = [0.0, *(2.5 + 0.5 * n for n in range(len(self.text.split()) - 1))]
        words = [{"word": w, "start": at, "end": at + 0.5} for w, at in zip(self.text.split(), starts, strict=True)]
        return {"text": self.text, "words": words}


@contextmanager
def speaking() -> Iterator[Speaking]:
    said = Speaking()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            status, kind, body = said.answer(self.path, self.rfile.read(int(self.headers["content-length"])))
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    said.base_url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield said
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def microphone(folder: Path, words: str) -> Iterator[Browser]:
    """A browser whose microphone plays `words`; the file is kept in `folder`."""
    file = folder / "voice.wav"
    voice(file, words)
    fakes = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", f"--use-file-for-fake-audio-capture={file}")
    with chromium(*fakes) as started:
        yield started


def tone(seconds: float) -> bytes:
    """A WAV file of a hum."""
    file = io.BytesIO()
    with wave.open(file, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(RATE)
        recording.writeframes(_hum(round(seconds * RATE)).tobytes())
    return file.getvalue()


def voice(file: Path, words: str) -> None:
    """A WAV file of somebody saying `words`, or of a hum where nobody here can speak."""
    speaker = shutil.which("espeak-ng")
    if speaker:
        subprocess.run([speaker, "-w", str(file), words], check=True)
    else:
        file.write_bytes(tone(4))


def _hum(samples: int) -> "array[int]":
    return array("h", (round(9000 * sin(2 * pi * 220 * n / RATE)) for n in range(samples)))
