"""Where files are fetched from: the hub or its mirror, encrypted always."""

from __future__ import annotations

import os
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from ...errors import BadOption
from .entry import RemoteFile

_HUB = "https://huggingface.co"


def hub_address() -> str:
    """The hub: HF_ENDPOINT, or its own address.

    Raises:
        BadOption: HF_ENDPOINT is no encrypted address.
    """
    address = os.environ.get("HF_ENDPOINT", "").strip().rstrip("/") or _HUB
    if not is_safe(address):
        raise BadOption(f"HF_ENDPOINT is “{address}”, but has to begin with https://: correct it, or unset it.")
    return address


def address_of(file: RemoteFile, name: str, revision: str) -> str:
    """The address of one of a file's names, at a revision ("" for the newest)."""
    if file.url is not None:
        return file.url.replace("{name}", quote(name))
    return f"{hub_address()}/{file.repo}/resolve/{revision or 'main'}/{quote(name)}"


def is_safe(address: str) -> bool:
    """Say whether an address may be asked: encrypted, or on this very machine."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname)))


def _is_here(host: str | None) -> bool:
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False
