"""Fetch the one uv program that SoftSeg pins from the package index, and check it before anything runs it.

Standard library only, Python 3.9: `python3 fetch_uv.py FOLDER` puts the program there and prints its path.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import platform
import re
import ssl
import sys
import tempfile
import urllib.request as web
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPException, HTTPMessage
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

VERSION = "0.13.9"
_INDEX_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")
_JSON = "application/vnd.pypi.simple.v1+json"
ACCEPT = f"{_JSON}, text/html;q=0.5, */*;q=0.1"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_TIMEOUT_S = 60
_MOST_BYTES = 100_000_000


class FetchError(Exception):
    """Why uv could not be had, as one sentence for people."""


class Page(NamedTuple):
    """An answer of the index: its bytes, their content type, and the address that they came from in the end."""

    data: bytes
    kind: str
    url: str


Read = Callable[[str, str], Page]
"""Downloads an address, with this as the Authorization header ("" for none); raises FetchError."""


@dataclass(frozen=True)
class Wheel:
    """A wheel as the index names it, what its bytes must hash to, and the program inside that is wanted."""

    filename: str
    sha256: str
    program: str


_TAGS = {
    "linux-x86_64": "manylinux_2_17_x86_64.manylinux2014_x86_64",
    "linux-x86_64-musl": "musllinux_1_1_x86_64",
    "linux-aarch64": "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
    "darwin-arm64": "macosx_11_0_arm64",
    "darwin-x86_64": "macosx_10_12_x86_64",
    "windows-amd64": "win_amd64",
    "windows-arm64": "win_arm64",
}
_DIGESTS = {
    "linux-x86_64": "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",  # pragma: allowlist secret
    "linux-x86_64-musl": "2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25",  # pragma: allowlist secret
    "linux-aarch64": "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",  # pragma: allowlist secret
    "darwin-arm64": "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",  # pragma: allowlist secret
    "darwin-x86_64": "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",  # pragma: allowlist secret
    "windows-amd64": "6a44b2ed8111d2f60d2b92627c5dccda3f7ed7570b18ce115e569cd68c28246b",  # pragma: allowlist secret
    "windows-arm64": "eeb92051c2123b9730c46b04cc843cfa4bc7d7b0aec56df431a2215ef4cb0273",  # pragma: allowlist secret
}


def _pinned(machine: str) -> Wheel:
    """The wheel of uv for one kind of machine."""
    program = "uv.exe" if machine.startswith("windows") else "uv"
    filename = f"uv-{VERSION}-py3-none-{_TAGS[machine]}.whl"
    return Wheel(filename, _DIGESTS[machine], f"uv-{VERSION}.data/scripts/{program}")


WHEELS = {machine: _pinned(machine) for machine in _TAGS}


def fetch_uv(folder: Path, wheel: Wheel | None = None, address: str = "", read: Read | None = None) -> Path:
    """Download the pinned wheel, check its digest, and put the program inside it into a folder.

    Args:
        folder: where the program goes; made when it is not there, left as it was when anything fails.
        wheel: which wheel; None: the pinned uv for this machine.
        address: the package index; empty: the one that uv or pip is told to use.
        read: how to download; None: with this Python's own means.

    Returns:
        The path of the program, ready to run.

    Raises:
        FetchError: no wheel suits this machine, the index cannot be reached or lacks the wheel, its bytes are not
            the pinned ones, or the folder cannot be written.
    """
    wheel = wheel or wheel_for_this_machine()
    index = _Index.from_environment(os.environ, address)
    return unpack_uv(index.read_wheel(wheel.filename, read or _read_with_python), folder, wheel)


def unpack_uv(data: bytes, folder: Path, wheel: Wheel) -> Path:
    """Check a wheel and put the program inside it into a folder; returns and raises as `fetch_uv` does."""
    if hashlib.sha256(data).hexdigest() != wheel.sha256:
        raise FetchError(f"{wheel.filename} is not the file that SoftSeg pins, so it was thrown away.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        program = archive.read(wheel.program)
    try:
        return _place(program, folder / PurePosixPath(wheel.program).name)
    except OSError as error:
        raise FetchError(f"{folder} cannot be written ({error.strerror}).") from error


def wheel_for_this_machine() -> Wheel:
    """Return the pinned wheel whose program runs here, or raise FetchError where there is none."""
    name = f"{platform.system()}-{platform.machine()}".lower()
    if name == "linux-x86_64" and platform.libc_ver()[0] != "glibc":
        name += "-musl"
    if name not in WHEELS:
        raise FetchError(f"There is no pinned uv for {name}: install uv yourself and put it on the PATH.")
    return WHEELS[name]


def _place(program: bytes, target: Path) -> Path:
    """Write under a temporary name and rename, so that a half-written program can never be run."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=target.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(program)
        Path(part).chmod(0o700)
        Path(part).replace(target)
    except OSError:
        Path(part).unlink()
        raise
    return target


@dataclass(frozen=True)
class _Index:
    """A package index: the address of its list of projects, and the credentials that the address held."""

    url: str
    authorization: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], address: str = "") -> _Index:
        """Take an address, else the one that uv or pip is told to use; "name=address" loses its name."""
        address = address or index_address(environment)
        parts = urlsplit(re.sub(r"^[\w.-]+=(?=https?:)", "", address))
        credentials, _, place = parts.netloc.rpartition("@")
        token = base64.b64encode(unquote(credentials).encode()).decode()
        return cls(urlunsplit(parts._replace(netloc=place)).rstrip("/"), f"Basic {token}" if credentials else "")

    def read_wheel(self, filename: str, read: Read) -> bytes:
        """Find a wheel of uv on the index's page, JSON or HTML, and download it."""
        page = self._read(f"{self.url}/uv/", read)
        links = _json_links(page.data) if page.kind == _JSON else _html_links(page.data)
        if filename not in links:
            raise FetchError(f"{_host(page.url)} does not offer {filename}: check UV_DEFAULT_INDEX.")
        return self._read(urljoin(page.url, links[filename]), read).data

    def _read(self, url: str, read: Read) -> Page:
        """Download from an address that may be asked, with the credentials for the index's own host."""
        return read(_checked(url), self.authorization if _host(url) == _host(self.url) else "")


def _read_with_python(url: str, authorization: str) -> Page:
    request = web.Request(url, headers={"Accept": ACCEPT})
    if authorization:
        request.add_unredirected_header("Authorization", authorization)
    try:
        with _opener().open(request, timeout=_TIMEOUT_S) as answer:
            page = Page(answer.read(_MOST_BYTES + 1), answer.headers.get_content_type(), answer.url)
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise FetchError(f"{_host(url)} cannot be read ({reason}): check the network and the proxy.") from error
    if len(page.data) > _MOST_BYTES:
        raise FetchError(f"{_host(url)} sends far more than a wheel of uv holds: check UV_DEFAULT_INDEX.")
    return page


def index_address(environment: Mapping[str, str]) -> str:
    """The address of the index that uv or pip is told to use, else pip's own, if there is a pip."""
    values = (environment.get(name, "").strip() for name in _INDEX_VARIABLES)
    return next(filter(None, values), "") or _index_of_pip()


def _index_of_pip() -> str:
    """Give the address of the index that this Python's pip uses where nothing else is configured."""
    try:
        pip = import_module("pip._internal.models.index")
    except ImportError as error:
        raise FetchError(
            "There is neither uv nor pip here: install one (apt-get install python3-pip), or set UV_DEFAULT_INDEX to "
            "the address of a package index."
        ) from error
    return str(pip.PyPI.simple_url)


def _json_links(page: bytes) -> dict[str, str]:
    """File name to address, from an index page as PEP 691 describes it."""
    try:
        return {str(entry["filename"]): str(entry["url"]) for entry in json.loads(page)["files"]}
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError("The package index answers something that is no list of files.") from error


def _html_links(page: bytes) -> dict[str, str]:
    """File name to address, from an index page as PEP 503 describes it."""
    parser = _Anchors()
    parser.feed(page.decode("utf-8", errors="replace"))
    return {unquote(PurePosixPath(urlsplit(address).path).name): address for address in parser.addresses}


class _Anchors(HTMLParser):
    """Gathers where the links of a page lead."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of every link."""
        if tag == "a":
            self.addresses += [value for name, value in attrs if name == "href" and value]


def _opener() -> web.OpenerDirector:
    """What speaks http and https only: no file, no ftp, and never without checking certificates."""
    opener = web.OpenerDirector()
    ours = (web.ProxyHandler(), web.HTTPSHandler(context=_certificates()), _CheckedRedirects())
    for handler in (*ours, web.HTTPHandler(), web.HTTPErrorProcessor(), web.HTTPDefaultErrorHandler()):
        opener.add_handler(handler)
    return opener


def _certificates() -> ssl.SSLContext:
    """The system's certificates (OpenSSL itself follows SSL_CERT_FILE), and those that pip is told to trust."""
    context = ssl.create_default_context()
    extra = os.environ.get("PIP_CERT")
    if extra:
        try:
            context.load_verify_locations(extra)
        except OSError as error:
            raise FetchError(f"PIP_CERT names {extra}, which holds no certificates.") from error
    return context


class _CheckedRedirects(web.HTTPRedirectHandler):
    """Follows a redirect only to where a first request could have gone."""

    def redirect_request(
        self, req: web.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> web.Request | None:
        """Refuse addresses that are neither https nor this machine's own."""
        return super().redirect_request(req, fp, code, msg, headers, _checked(newurl))


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return url
    raise FetchError(f"{_host(url)} is not an https address, so nothing is fetched from it: check UV_DEFAULT_INDEX.")


def _host(url: str) -> str:
    """The host of an address, for sentences: a whole address may hold credentials."""
    return urlsplit(url).netloc.rpartition("@")[2] or "The package index"


def main(arguments: list[str]) -> int:
    """Fetch into the folder that is the only argument and print the program's path; 1 and a sentence on failure."""
    if len(arguments) != 1:
        sys.stderr.write("Usage: python3 fetch_uv.py FOLDER\n")
        return 2
    try:
        path = fetch_uv(Path(arguments[0]))
    except FetchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
