"""A hub of one's own on this machine, and a small model that it offers."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from core.vlm.hub.entry import Entry
from core.vlm.hub.shelf import Shelf

COMMIT = "0123456789abcdef0123456789abcdef01234567"  # pragma: allowlist secret
REPO = "somebody/Tiny"


@dataclass
class Hub:
    """What the server offers, how it misbehaves, and what it was asked.

    Args:
        files: bytes by name; asked for under a repository and a revision, sent from elsewhere.
        says_digest: whether the hub tells a file's sha256.
        cuts: how many bytes the next answers send before the line breaks; empty: all of them.
        statuses: what the next answers are instead of a file.
        flips: whether a byte changes on the way.
        ranges: whether it can send the rest of a file.
        sends_on_to: where a reader is sent to; "" for its own store.
        said_size: what the hub says of a file's size, where that is not true.
        gate: what the second half of every file waits for.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    says_digest: bool = True
    cuts: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    flips: bool = False
    ranges: bool = True
    sends_on_to: str = ""
    said_size: int | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)
    sent: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def __post_init__(self) -> None:
        self.gate.set()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def hub(self) -> Hub:
        return self.server.hub

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = urlsplit(self.path).path
        name = path.rpartition("/")[2]
        if path.startswith("/store/"):
            return self.send_file(name)
        self.hub.asked.append(path)
        if self.hub.statuses or name not in self.hub.files:
            return self.send_nothing(self.hub.statuses.pop(0) if self.hub.statuses else 404)
        return self.send_on(name)

    def send_nothing(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_on(self, name):
        data = self.hub.files[name]
        self.send_response(302)
        self.send_header("Location", self.hub.sends_on_to or f"/store/{name}")
        self.send_header("X-Repo-Commit", COMMIT)
        size = len(data) if self.hub.said_size is None else self.hub.said_size
        self.send_header("X-Linked-Size", str(size))
        if self.hub.says_digest:
            self.send_header("X-Linked-Etag", f'"{hashlib.sha256(data).hexdigest()}"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_file(self, name):
        data = self.hub.files[name]
        etag = f'"{hashlib.md5(data).hexdigest()}"'
        self.hub.sent.append({key: self.headers[key] for key in ("Range", "If-Range") if key in self.headers})
        start = self.start(etag)
        if start >= len(data):
            return self.send_nothing(416)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        return self.send_body(bytes([data[0] ^ 1]) + data[1:] if self.hub.flips else data, start)

    def start(self, etag):
        if not self.hub.ranges or self.headers.get("If-Range", etag) != etag:
            return 0
        return int(self.headers.get("Range", "bytes=0-")[len("bytes=") : -1])

    def send_body(self, data, start):
        rest = data[start : start + self.hub.cuts.pop(0)] if self.hub.cuts else data[start:]
        middle = len(rest) // 2
        self.wfile.write(rest[:middle])
        self.wfile.flush()
        self.hub.gate.wait(60)
        self.wfile.write(rest[middle:])
        if start + len(rest) < len(data):
            self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Readers that stop in the middle are meant to."""


@pytest.fixture
def hub(monkeypatch):
    """A running hub that HF_ENDPOINT names."""
    server = Server(("127.0.0.1", 0), Handler)
    server.hub = Hub(address=f"http://127.0.0.1:{server.server_port}")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("HF_ENDPOINT", server.hub.address)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server.hub
    server.hub.gate.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "models")


def weights_values(**changes):
    """The weights of a tiny model as JSON holds them."""
    return {"role": "weights", "names": ["tiny.pt"], "repo": REPO, **changes}


def entry_values(**changes):
    """A tiny model as JSON holds it; nothing speaks against it."""
    return {
        "id": "tiny",
        "title": "Tiny CLIP",
        "family": "Tiny",
        "what": "Small",
        "architecture": "ViT-B-32",
        "files": [weights_values()],
        "image_size": 32,
        "patch": 8,
        "mean": [0.5, 0.5, 0.5],
        "std": [0.5, 0.5, 0.5],
        "text": {"kind": "clip", "context_length": 77, "languages": ["en"]},
        "activation": "gelu",
        "activation_verified": True,
        "layout": "bare",
        "licence": {"id": "MIT", "text": "MIT.", "commercial": "yes", "verified": True},
        **changes,
    }


@pytest.fixture
def make_entry():
    """Makes a tiny model; arguments replace its values, `weights` those of its weights."""

    def make(weights=None, **changes):
        return Entry.from_dict(entry_values(**({"files": [weights_values(**weights)]} if weights else {}), **changes))

    return make


class Told(list):
    """The stages that work told of; `stop_at` bytes of a download make the user stop."""

    stop_at = None

    def __call__(self, name, text):
        self.append(name)

        def on_progress(done, total):
            assert 0 <= done <= total
            if self.stop_at is not None and name in ("download", "wait") and done >= self.stop_at:
                raise self.error

        return on_progress


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def values():
    """A tiny model as JSON holds it."""
    return entry_values()
