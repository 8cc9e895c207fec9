"""Push buttons of the panel: named, calling something, and never pressed by an Enter that was meant for a line."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtWidgets import QPushButton


def push_button(text: str, name: str, call: Callable[[], object]) -> QPushButton:
    """Make a button; `name` is its object name."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: call())
    return button
