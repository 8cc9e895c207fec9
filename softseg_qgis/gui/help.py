"""The help page: a file that comes with the plugin, so that it is there without a network."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..paths import resource


def open_help(section: str = "") -> bool:
    """Show the help page in the browser, at one of its sections: `open_help("classes")`; False where there is none."""
    return QDesktopServices.openUrl(help_url(section))


def help_url(section: str = "") -> QUrl:
    """The address of the help page; `section` is the id of one of its headings."""
    url = QUrl.fromLocalFile(str(resource("help", "index.html")))
    url.setFragment(section)
    return url
