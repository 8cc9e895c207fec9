"""Fetching the pinned uv, against a small package index on this machine."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import stat
import subprocess
import sys
import threading
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer

import pytest

from softseg_qgis.engine import fetch_uv as module
from softseg_qgis.engine.fetch_uv import FetchError, Wheel, fetch_uv

PROGRAM = b"#!/bin/sh\necho a small uv\n"
NAME = "uv-1.2.3-py3-none-any.whl"
JSON = "application/vnd.pypi.simple.v1+json"


def pack_wheel() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("uv-1.2.3.data/scripts/uv", PROGRAM)
        archive.writestr("uv/__init__.py", "")
    return data.getvalue()


DATA = pack_wheel()
WHEEL = Wheel(NAME, hashlib.sha256(DATA).hexdigest(), "uv-1.2.3.data/scripts/uv")
JSON_PAGE = json.dumps({"files": [{"filename": NAME, "url": f"../../files/{NAME}"}]}).encode()
HTML_PAGE = f'<!doctype html><a href="../../files/{NAME}#sha256=0">{NAME}</a><a name="end">end</a>'.encode()


@contextmanager
def serving(answers, authorization=None):
    """Serve {path: (status, type or target of a redirect, body)} on a free port and give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, kind, body = answers.get(self.path, (404, "text/plain", b""))
            if authorization and self.headers["Authorization"] != authorization:
                status, kind, body = 401, "text/plain", b""
            self.send_response(status)
            self.send_header("Location" if status == 302 else "Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *values):
            """Keep the test's output quiet."""

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def index(page=JSON_PAGE, kind=JSON, data=DATA):
    return {
        "/simple/uv/": (200, kind, page),
        f"/files/{NAME}": (200, "application/octet-stream", data),
    }


@pytest.fixture(autouse=True)
def only_the_index_of_the_test(monkeypatch):
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL", "PIP_CERT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)  # no certificate is needed, and reading hundreds takes long


@pytest.mark.parametrize(("page", "kind"), [(JSON_PAGE, JSON), (HTML_PAGE, "text/html")], ids=["json", "html"])
@pytest.mark.parametrize("variable", ["UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"])
def test_the_right_digest_gives_a_program_that_runs(tmp_path, monkeypatch, page, kind, variable):
    with serving(index(page, kind)) as host:
        monkeypatch.setenv(variable, f"http://{host}/simple/")
        path = fetch_uv(tmp_path / "new" / "folder", WHEEL)
    assert path.read_bytes() == PROGRAM
    assert path.stat().st_mode & stat.S_IXUSR
    assert [path] == list(path.parent.iterdir())


@pytest.mark.parametrize("place", [0, len(DATA) // 2, -1], ids=["first", "middle", "last"])
def test_a_flipped_byte_is_refused_and_leaves_nothing(tmp_path, monkeypatch, place):
    damaged = bytearray(DATA)
    damaged[place] ^= 1
    with serving(index(data=bytes(damaged))) as host:
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://{host}/simple")
        with pytest.raises(FetchError, match="is not the file that SoftSeg pins"):
            fetch_uv(tmp_path, WHEEL)
    assert not list(tmp_path.iterdir())


def test_a_named_index_with_credentials_is_asked_with_them(tmp_path, monkeypatch):
    authorization = "Basic " + base64.b64encode(b"reader:p@ss").decode()
    with serving(index(), authorization) as host:
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"house=http://reader:p%40ss@{host}/simple")
        assert fetch_uv(tmp_path, WHEEL).read_bytes() == PROGRAM


def test_credentials_stay_out_of_the_sentence(tmp_path, monkeypatch):
    with serving({}) as host:
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://reader:secret@{host}/simple")
        with pytest.raises(FetchError) as caught:
            fetch_uv(tmp_path, WHEEL)
    assert "secret" not in str(caught.value)
    assert host in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["http://mirror.example/simple", "file:///srv/simple", "ftp://mirror.example/simple", "simple", ""],
)
def test_an_index_that_is_not_https_is_refused_before_anything_is_sent(tmp_path, monkeypatch, address):
    # What an empty variable gives.
    monkeypatch.setattr(module, "_index_of_pip", lambda: "gopher://mirror.example/simple")
    monkeypatch.setenv("UV_DEFAULT_INDEX", address)
    with pytest.raises(FetchError, match="is not an https address"):
        fetch_uv(tmp_path, WHEEL)


@pytest.mark.parametrize("target", ["http://mirror.example/uv/", "file:///etc/hostname", "ftp://mirror.example/uv"])
def test_a_redirect_to_an_unchecked_address_is_refused(tmp_path, monkeypatch, target):
    with serving({"/simple/uv/": (302, target, b"")}) as host:
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://{host}/simple")
        with pytest.raises(FetchError, match=r"is not an https address|not allowed"):
            fetch_uv(tmp_path, WHEEL)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "cannot be read"),
        (index(page=b'{"files": []}'), "does not offer"),
        (index(page=b"not JSON"), "no list of files"),
        (index(page=b'{"files": [{"name": "uv"}]}'), "no list of files"),
        ({"/simple/uv/": (200, JSON, JSON_PAGE)}, "cannot be read"),
    ],
    ids=["no page", "no such wheel", "no JSON", "no file names", "no file"],
)
def test_an_index_without_the_wheel_is_one_sentence(tmp_path, monkeypatch, answers, sentence):
    with serving(answers) as host:
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://{host}/simple")
        with pytest.raises(FetchError, match=sentence) as caught:
            fetch_uv(tmp_path, WHEEL)
    assert str(caught.value).endswith(".")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("system", "machine", "libc", "name"),
    [
        ("Linux", "x86_64", "glibc", "linux-x86_64"),
        ("Linux", "x86_64", "", "linux-x86_64-musl"),
        ("Linux", "aarch64", "", "linux-aarch64"),
        ("Darwin", "arm64", "", "darwin-arm64"),
        ("Windows", "AMD64", "", "windows-amd64"),
    ],
)
def test_each_platform_has_its_own_wheel(monkeypatch, system, machine, libc, name):
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setattr("platform.libc_ver", lambda: (libc, ""))
    assert module.wheel_for_this_machine() is module.WHEELS[name]


def test_a_platform_without_a_wheel_is_told_so(monkeypatch):
    monkeypatch.setattr("platform.machine", lambda: "pdp11")
    with pytest.raises(FetchError, match=r"pdp11: install uv yourself"):
        module.wheel_for_this_machine()


def test_the_script_says_what_is_wrong_and_shows_no_traceback(tmp_path):
    command = [sys.executable, "-I", module.__file__, str(tmp_path / "uv")]
    done = subprocess.run(
        command, capture_output=True, text=True, env={"UV_DEFAULT_INDEX": "http://mirror.example/simple"}
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "mirror.example is not an https address, so nothing is fetched from it: check UV_DEFAULT_INDEX.\n"
    )


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("in the way")
    with serving(index()) as host:
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://{host}/simple")
        with pytest.raises(FetchError, match="cannot be written"):
            fetch_uv(file, WHEEL)
    assert [file] == list(Path(tmp_path).iterdir())


def test_without_an_index_and_without_pip_it_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pip._internal.models.index", None)
    with pytest.raises(module.FetchError, match="apt-get install python3-pip"):
        module._Index.from_environment({})
