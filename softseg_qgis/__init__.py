"""SoftSeg for QGIS: what QGIS loads, made of PyQGIS and the standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import SoftSegPlugin


def classFactory(iface: QgisInterface | None) -> SoftSegPlugin:
    """Make the plugin; `iface` is None where QGIS runs without windows."""
    from .plugin import SoftSegPlugin

    return SoftSegPlugin(iface)
