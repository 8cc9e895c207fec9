"""How the worker is started: an isolated interpreter that finds the engine's code behind its own packages."""

from __future__ import annotations

from ..paths import plugin_root
from .found import Engine

# Isolated (-I), so that no variable, no user package and no current folder leads to QGIS's modules. The plugin's folder
# is appended: whatever is installed wins over the names in it.
_BOOT = (
    "import sys; sys.version_info >= (3, 10) or sys.exit('Python 3.10 or newer is needed, this is ' + "
    "sys.version.split()[0]); import runpy; sys.path.append(sys.argv[1]); del sys.argv[1]; "
    "runpy.run_module('core.worker', run_name='__main__')"
)


def worker_command(engine: Engine, *arguments: str) -> tuple[str, list[str]]:
    """The program that runs the worker in an engine, and its arguments."""
    return engine.python, ["-I", "-c", _BOOT, str(plugin_root()), *arguments]


def _read_version() -> str:
    """The version that metadata.txt states; "unknown" where it is not there, as the engine has it."""
    path = plugin_root() / "metadata.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    entries = (line.partition("=") for line in lines)
    return next((value.strip() for key, _, value in entries if key.strip() == "version"), "unknown")


PLUGIN_VERSION = _read_version()  # read once: the files may be replaced while QGIS runs the code that it has loaded
