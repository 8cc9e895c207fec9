"""The environment of the engine's processes: the user's own, without what QGIS and its launchers put into it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QProcessEnvironment

# They steer QGIS's Python, PROJ and GDAL, and would make the engine load QGIS's files in the place of its own.
_PREFIXES = ("PYTHON", "PROJ_", "GDAL_", "DYLD_")
_NAMES = frozenset(("LD_LIBRARY_PATH", "GEOTIFF_CSV", "VIRTUAL_ENV", "CONDA_PREFIX", "__PYVENV_LAUNCHER__"))


def child_environment(extra: Mapping[str, str] | None = None) -> QProcessEnvironment:
    """The environment for a process of the engine, QGIS's proxy included.

    Args:
        extra: variables that are set besides.
    """
    from .network import proxy_variables  # brings half of the network with it, which QGIS's start need not wait for

    system = QProcessEnvironment.systemEnvironment()
    variables = clean({name: system.value(name) for name in system.keys()}, bundle_root())  # noqa: SIM118 - no mapping
    environment = QProcessEnvironment()
    for name, value in {**variables, **proxy_variables(), **(extra or {})}.items():
        environment.insert(name, value)
    return environment


def clean(variables: Mapping[str, str], root: str, paths: ModuleType = os.path) -> dict[str, str]:
    """Drop QGIS's own variables, and from every list of paths those below QGIS's folder.

    Args:
        variables: an environment.
        root: the folder that holds QGIS and nothing else; empty: QGIS shares its folders with the system.
        paths: the rules of the system's paths.
    """
    kept: dict[str, str] = {}
    for name, value in variables.items():
        if name.upper().startswith(_PREFIXES) or name.upper() in _NAMES:
            continue
        entries = value.split(paths.pathsep)
        outside = [entry for entry in entries if not _is_below(entry, root, paths)]
        if outside:
            kept[name] = value if outside == entries else paths.pathsep.join(outside)
    return kept


def bundle_root() -> str:
    """The folder that holds QGIS and nothing else, as on Windows, on macOS and in an AppImage; empty elsewhere."""
    if sys.platform == "win32":
        return os.environ.get("OSGEO4W_ROOT") or str(Path(QgsApplication.prefixPath()).parents[1])
    if sys.platform == "darwin":
        folders = Path(QgsApplication.applicationDirPath()).parents
        return next((str(each) for each in folders if each.suffix == ".app"), "")
    return os.environ.get("APPDIR", "")


def _is_below(entry: str, root: str, paths: ModuleType) -> bool:
    if not root or not entry:
        return False
    inner, outer = (paths.normcase(paths.normpath(each)) for each in (entry, root))
    return inner == outer or inner.startswith(outer.rstrip(paths.sep) + paths.sep)
