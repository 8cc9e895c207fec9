"""What uv prints while it works, as progress for people; what it prints when it fails, as one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..i18n import tr

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_LOAD = re.compile(r"^Downloading (\S+) \(([\d.]+) ?([KMGT]?i?B)\)")
_LOADED = re.compile(r"^Downloaded (\S+)")
_UNITS = {"B": 1, "K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40}
_SHARES = {"Resolved": 0.05, "Prepared": 0.85, "Installed": 0.98, "Bytecode": 1.0}
_NETWORK = re.compile(
    r"Failed to fetch|error sending request|dns error|timed out|tunnel error|certificate", re.IGNORECASE
)
_HOST = re.compile(r"https?://(?:[^/\s@]*@)?([^/\s:)`]+)")


class SyncProgress:
    """How far `uv pip sync` has come. A line that is unlike all that uv prints today changes nothing."""

    def __init__(self) -> None:
        self.share = 0.0
        self.text = tr("Looking up packages")
        self._sizes: dict[str, float] = {}
        self._loaded: set[str] = set()

    def take(self, line: str) -> None:
        """Take a line of uv's output."""
        line = plain(line)
        load, loaded = _LOAD.match(line), _LOADED.match(line)
        if load:
            self._sizes[load[1]] = float(load[2]) * _UNITS[load[3][0]]
        elif loaded and loaded[1] in self._sizes:
            self._loaded.add(loaded[1])
        else:
            self._take_phase(line.partition(" ")[0])
            return
        total, done = sum(self._sizes.values()), sum(self._sizes[name] for name in self._loaded)
        self._reach(0.05 + 0.8 * done / total if total else 0)
        self.text = self._waiting_for()

    def _take_phase(self, word: str) -> None:
        self._reach(_SHARES.get(word, 0))
        if word == "Resolved":
            self.text = tr("Getting packages")
        elif word == "Prepared":
            self.text = tr("Installing packages")

    def _reach(self, share: float) -> None:
        self.share = max(self.share, share)

    def _waiting_for(self) -> str:
        """The largest download under way, and how many there are besides."""
        left = sorted(set(self._sizes) - self._loaded, key=lambda name: -self._sizes[name])
        if not left:
            return tr("Unpacking packages")
        megabytes = round(self._sizes[left[0]] / 1e6)
        if len(left) == 1:
            return tr("Downloading {name} ({size} MB)", name=left[0], size=megabytes)
        return tr(
            "Downloading {name} ({size} MB) and {others} more", name=left[0], size=megabytes, others=len(left) - 1
        )


def plain(line: str) -> str:
    """A line without colours and surrounding space."""
    return _ANSI.sub("", line).strip()


def why_uv_failed(lines: Sequence[str]) -> str:
    """Say in one sentence why uv failed and what to do, from what it printed."""
    told = [plain(line) for line in lines]
    first = next((place for place, line in enumerate(told) if line.startswith("error:")), 0)
    text = " ".join(told[first:])
    host = _HOST.search(text)
    if "No space left" in text or "os error 28" in text or "os error 112" in text:
        return tr("The disk is full: free some space or choose another folder.")
    if _NETWORK.search(text):
        where = host[1] if host else tr("The package index")
        return tr("{host} cannot be reached: check the network and QGIS's proxy, or install from a folder.", host=where)
    if re.search(r"No interpreter found|No Python|no interpreter", text):
        return tr("There is no Python from 3.10 to 3.14 here, and none can be downloaded: install one first.")
    if re.search(r"not found in the|No solution found|no wheels|was not found", text, re.IGNORECASE):
        missing = re.search(r"you require (\S+?)[,.]?(?:\s|$)", text)
        return tr("The package {name} is not there for this computer.", name=missing[1] if missing else "?")
    if re.search(r"Permission denied|Access is denied|os error (5|13)\b", text):
        return tr("The folder cannot be written: choose another one, or allow it in the virus scanner.")
    reason = text[len("error:") :].strip() if text.startswith("error:") else text
    return tr("The packages could not be installed ({reason}).", reason=reason[:200] or "?")
