"""Which package index the engine is installed from: the one that the user has told uv or pip to use."""

from __future__ import annotations

import configparser
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..i18n import tr
from .fetch_uv import FetchError, index_address

_UV_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL")
_UV_INDEX_URL = re.compile(r"""^\s*index-url\s*=\s*["']([^"']+)""", re.MULTILINE)
_UV_URL = re.compile(r"""^\s*url\s*=\s*["']([^"']+)""", re.MULTILINE)
_UV_IS_DEFAULT = re.compile(r"^\s*default\s*=\s*true", re.MULTILINE)


@dataclass(frozen=True)
class Index:
    """A package index.

    Args:
        address: where it is, perhaps with credentials; empty: the one that uv and pip are made with.
        uv_knows: uv finds the address by itself.
    """

    address: str
    uv_knows: bool

    @property
    def host(self) -> str:
        """The host, for people; a whole address may hold credentials."""
        host = urlsplit(re.sub(r"^[\w.-]+=(?=https?:)", "", self.address)).netloc.rpartition("@")[2]
        return host or tr("the Python package index")

    @property
    def variables(self) -> dict[str, str]:
        """What uv has to be told, as variables."""
        return {} if self.uv_knows else {"UV_DEFAULT_INDEX": self.address}


def configured_index(variables: Mapping[str, str], home: Path | None = None) -> Index:
    """Look in variables and settings files of uv, then of pip, since uv itself does not read pip's.

    Args:
        variables: the environment.
        home: the user's folder; None: the real one.
    """
    home = home or Path.home()
    named = next((variables[name] for name in _UV_VARIABLES if variables.get(name)), "")
    if named:
        return Index(named, uv_knows=True)
    of_uv = next(filter(None, map(_index_in_uv_settings, _uv_files(variables, home))), "")
    if of_uv:
        return Index(of_uv, uv_knows=True)
    files = _pip_files(variables, home)
    of_pip = variables.get("PIP_INDEX_URL") or next(filter(None, map(_index_in_pip_settings, files)), "")
    return Index(of_pip, uv_knows=not of_pip)


def with_default_host(index: Index) -> Index:
    """The index with its address, where this Python's pip knows the one that everybody uses by default."""
    try:
        return index if index.address else Index(index_address({}), index.uv_knows)
    except FetchError:
        return index


def _uv_files(variables: Mapping[str, str], home: Path) -> list[Path]:
    """Where uv looks for its settings: the user's, then the system's."""
    if sys.platform == "win32":
        folders = [variables.get("APPDATA", ""), variables.get("PROGRAMDATA", "")]
    else:
        folders = [variables.get("XDG_CONFIG_HOME") or str(home / ".config"), "/etc"]
    named = variables.get("UV_CONFIG_FILE", "")
    return [Path(named)] if named else [Path(each) / "uv" / "uv.toml" for each in folders if each]


def _pip_files(variables: Mapping[str, str], home: Path) -> list[Path]:
    """Where pip looks for its settings: the user's, then the system's."""
    if sys.platform == "win32":
        found = [
            Path(variables[name]) / "pip" / "pip.ini" for name in ("APPDATA", "PROGRAMDATA") if variables.get(name)
        ]
    else:
        config = Path(variables.get("XDG_CONFIG_HOME") or home / ".config")
        mac = home / "Library" / "Application Support"
        found = [
            *(each / "pip" / "pip.conf" for each in (config, mac)),
            home / ".pip" / "pip.conf",
            Path("/etc/pip.conf"),
        ]
    named = variables.get("PIP_CONFIG_FILE", "")
    return [Path(named)] if named else found


def _index_in_uv_settings(path: Path) -> str:
    """The default index of a uv.toml; read by its lines, since Python has a reader of TOML only from 3.11 on."""
    head, *indexes = _read(path).split("[[index]]")
    tables = [table.partition("\n[")[0] for table in indexes]
    default = next((_UV_URL.search(table) for table in tables if _UV_IS_DEFAULT.search(table)), None)
    found = default or _UV_INDEX_URL.search(head)
    return found[1] if found else ""


def _index_in_pip_settings(path: Path) -> str:
    settings = configparser.RawConfigParser()
    try:
        settings.read_string(_read(path))
    except configparser.Error:
        return ""
    return next(
        (
            settings.get(each, "index-url").strip()
            for each in ("install", "global")
            if settings.has_option(each, "index-url")
        ),
        "",
    )


def _read(path: Path) -> str:
    """The text of a settings file; empty where it is not there or cannot be read."""
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() and os.access(path, os.R_OK) else ""
