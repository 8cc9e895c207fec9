"""A report to copy for whoever helps: versions, engine, device, probe and last words, without what is private."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

from .command import PLUGIN_VERSION
from .found import current_engine, data_root

_LOG_LINES = 60
_CREDENTIALS = re.compile(r"(?<=://)[^/\s@]+(?=@)")
_SECRET = re.compile(
    r"((?:password|passwd|token|secret|api[-_]?key|authorization)[\"']?\s*[:=]\s*)(\"[^\"]*\"|\S+)", re.I
)


def make_report(probe: Mapping[str, Any] | None = None, log: Sequence[str] = ()) -> str:
    """Write the report.

    Args:
        probe: what the engine said of itself last.
        log: lines of an installation or of the worker's standard error; the last ones are taken.
    """
    engine = current_engine()
    facts = {
        "SoftSeg": PLUGIN_VERSION,
        "QGIS": f"{Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
        "System": f"{platform.platform()}, Python {platform.python_version()}",
        "Engine": f"{engine.python} ({engine.origin}), {engine.device or 'not tried'}" if engine else "none",
        "Data": str(data_root()),
    }
    lines = [f"{name}: {value}" for name, value in facts.items()]
    if probe:
        lines += ["", "Probe:", json.dumps(dict(probe), indent=2, ensure_ascii=False)]
    if log:
        lines += ["", "Last lines:", *log[-_LOG_LINES:]]
    return scrub("\n".join(lines)) + "\n"


def scrub(text: str, home: str = "") -> str:
    """Take the home folder, credentials in addresses, and passwords out of a text.

    Args:
        text: what may hold them.
        home: the path of the home folder; empty: this user's.
    """
    home = home or str(Path.home())
    for spelling in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}:
        if len(spelling) > 1:
            text = re.sub(re.escape(spelling) + r"(?![\w.-])", "~", text, flags=re.IGNORECASE)
    return _SECRET.sub(r"\1…", _CREDENTIALS.sub("…", text))
