"""A part of the panel that folds away."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..i18n import tr


class Section(QgsCollapsibleGroupBox):
    """A group box with a triangle, folded at first."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setSaveCollapsedState(False)
        self.setCollapsed(True)
        for button in self.findChildren(QToolButton, "collapseButton"):
            button.setAccessibleName(tr("Show or hide: {title}", title=title))
