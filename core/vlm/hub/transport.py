"""One request for a file or the rest of one: redirects followed, proxies used, certificates always checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2

from ...errors import BadOption, NoModel
from ...version import version
from .addresses import is_safe

TIMEOUT_S = 30.0
_MOST_REDIRECTS = 10
# What the hub says of a file while it sends the reader on to where the bytes are.
_KEPT_HEADERS = ("x-repo-commit", "x-linked-etag", "x-linked-size")


class Interrupted(Exception):
    """The bytes stopped, or did not start, for a reason that may pass."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers.

    Args:
        status: of HTTP.
        headers: in lower case; with what the hub said on the way.
        chunks: the bytes as they arrive; raises Interrupted when they stop too early.
    """

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


@contextmanager
def request(address: str, offset: int = 0, etag: str = "") -> Iterator[Answer]:
    """Ask for a file.

    Args:
        address: of the file.
        offset: the byte to begin with.
        etag: with an offset: what identified the file before; another file is then sent whole.

    Raises:
        Interrupted: the server cannot be reached, now or any more.
        NoModel: the server sends on to an address that is not encrypted, or in circles.
        BadOption: the proxy that the environment names cannot be used.
    """
    headers = {"User-Agent": f"softseg/{version()}", "Accept-Encoding": "identity"}
    if offset:
        headers["Range"] = f"bytes={offset}-"
        if etag:
            headers["If-Range"] = etag
    with _client() as client:
        try:
            response, said = _follow(client, client.build_request("GET", address, headers=headers))
        except httpx2.TransportError as error:
            raise Interrupted(f"{type(error).__name__}: {error}") from error
        try:
            lower = {name.lower(): value for name, value in response.headers.items()}
            yield Answer(response.status_code, {**said, **lower}, _chunks(response))
        finally:
            response.close()


def _client() -> httpx2.Client:
    try:
        return httpx2.Client(timeout=TIMEOUT_S, follow_redirects=False)
    except (ImportError, ValueError, httpx2.InvalidURL) as error:
        text = "The proxy that HTTPS_PROXY or ALL_PROXY names cannot be used: give an http:// or https:// address."
        raise BadOption(text, str(error)) from error


def _follow(client: httpx2.Client, asked: httpx2.Request) -> tuple[httpx2.Response, dict[str, str]]:
    """The first answer that is no redirect, and what those before it said of the file."""
    said: dict[str, str] = {}
    for _ in range(_MOST_REDIRECTS):
        if not is_safe(str(asked.url)):
            raise NoModel(f"{asked.url.host} would send the file unencrypted, so it is not fetched.")
        response = client.send(asked, stream=True)
        if response.next_request is None:
            return response, said
        said |= {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
        asked = response.next_request
        response.close()
    raise NoModel(f"{asked.url.host} sends on from address to address, so the file is not fetched.")


def _chunks(response: httpx2.Response) -> Iterator[bytes]:
    try:
        yield from response.iter_raw()
    except httpx2.TransportError as error:
        raise Interrupted(f"{type(error).__name__}: {error}") from error
