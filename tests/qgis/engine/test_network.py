"""Fetching the pinned uv with QGIS's own network, from an index on this machine."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from qgis.core import QgsFeedback

from softseg_qgis.engine.fetch_uv import FetchError, Wheel, fetch_uv
from softseg_qgis.engine.network import read_page
from softseg_qgis.engine.steps import Aside, StepFailed

from .conftest import until

NAME = "uv-1.2.3-py3-none-any.whl"


def pack():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("uv-1.2.3.data/scripts/uv", b"a small uv")
    return data.getvalue()


DATA = pack()
WHEEL = Wheel(NAME, hashlib.sha256(DATA).hexdigest(), "uv-1.2.3.data/scripts/uv")
PAGES = {
    "/simple/uv/": (
        "application/vnd.pypi.simple.v1+json; charset=utf-8",
        json.dumps({"files": [{"filename": NAME, "url": f"/{NAME}"}]}).encode(),
    ),
    f"/{NAME}": ("application/octet-stream", DATA),
}


@pytest.fixture
def index():
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append((self.path, self.headers["Authorization"], self.headers["Accept"]))
            kind, body = PAGES.get(self.path, ("text/plain", b""))
            self.send_response(200 if body else 404)
            self.send_header("content-type", kind)  # as HTTP/2 has it
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *values):
            """Keep the test's output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen = seen
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def fetch(folder, address):
    """Fetch in a thread, as a set-up does, while Qt works on in this one."""
    step, ends = (
        Aside(
            lambda feedback: fetch_uv(folder, WHEEL, address, lambda url, login: read_page(url, login, feedback)),
            FetchError,
        ),
        [],
    )
    step.ended.connect(lambda: ends.append(1))
    step.start()
    until(lambda: ends)
    return step.result()


def test_it_is_fetched_with_the_credentials_of_the_index(index, tmp_path):
    path = fetch(tmp_path, f"http://ann:p%40ss@127.0.0.1:{index.server_port}/simple")
    assert path.read_bytes() == b"a small uv"
    assert {login for _, login, _ in index.seen} == {"Basic YW5uOnBAc3M="}
    assert "simple.v1+json" in index.seen[0][2]


def test_what_is_not_there_is_one_sentence(index, tmp_path):
    with pytest.raises(StepFailed, match=r"127\.0\.0\.1 cannot be read") as caught:
        fetch(tmp_path, f"http://127.0.0.1:{index.server_port}/other")
    assert caught.value.text.endswith("check the network and the proxy.")
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_download_ends():
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(FetchError):
        read_page("http://127.0.0.1:9/", "", feedback)
