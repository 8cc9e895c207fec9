"""What went wrong or well, in QGIS's message bar: one sentence, at most one action, and more for those who ask."""

from __future__ import annotations

import html
from collections.abc import Callable

from qgis.core import Qgis, QgsMessageLog, QgsMessageOutput
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy

from ..engine.remedies import remedy_of
from ..i18n import tr

TITLE = "SoftSeg"
_NAME, _TEXT_NAME = "softsegMessage", "softsegMessageText"
_WRAPPED_PX = 480  # a longer sentence takes more lines
_SHOWN_S = 8  # of what is good to know; problems stay until they are closed


def show(
    iface: QgisInterface, code: str, text: str, detail: str = "", on_action: Callable[[str], None] | None = None
) -> None:
    """Show a failure; the one before it goes.

    Args:
        iface: QGIS's windows.
        code: of `core.errors` or `engine.worker`; says which action is offered.
        text: one sentence.
        detail: what is behind More; empty: there is no such button.
        on_action: takes the key of the remedy whose button was pressed.
    """
    remedy = remedy_of(code) if on_action is not None else None
    item = _item(iface, text, Qgis.MessageLevel.Info if code == "cancelled" else Qgis.MessageLevel.Critical)
    if remedy is not None:
        _add_button(iface, item, remedy.label, "softsegRemedy", lambda: on_action(remedy.key))
    if detail:
        _add_button(iface, item, tr("More"), "softsegMore", lambda: _show_detail(text, detail), closes=False)
        QgsMessageLog.logMessage(f"{text}\n{detail}", TITLE, Qgis.MessageLevel.Critical, notifyUser=False)
    _push(iface, item, _SHOWN_S if code == "cancelled" else 0)


def tell(iface: QgisInterface, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """Say something that needs no action; it goes by itself."""
    _push(iface, _item(iface, text, level), _SHOWN_S)


def clear(iface: QgisInterface) -> None:
    """Take our message away, for instance because the next run has begun."""
    bar = iface.messageBar()
    for item in bar.items():
        if item.objectName() == _NAME:
            bar.popWidget(item)


def _item(iface: QgisInterface, text: str, level: Qgis.MessageLevel) -> QgsMessageBarItem:
    """A message with all of its sentence: QGIS's own label cuts off what takes a second line."""
    # A parent from the start, or Python deletes the label.
    label = QLabel(f"<b>{TITLE}:</b> {html.escape(text)}", iface.messageBar())
    label.setObjectName(_TEXT_NAME)
    label.setMinimumWidth(min(label.sizeHint().width(), _WRAPPED_PX))
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    item = QgsMessageBarItem(label, level)
    item.setObjectName(_NAME)
    return item


def _push(iface: QgisInterface, item: QgsMessageBarItem, seconds: int) -> None:
    clear(iface)
    item.setDuration(seconds)
    iface.messageBar().pushItem(item)


def _add_button(
    iface: QgisInterface,
    item: QgsMessageBarItem,
    text: str,
    name: str,
    call: Callable[[], None],
    closes: bool = True,
) -> None:
    def press(_checked: bool) -> None:
        if closes:
            iface.messageBar().popWidget(item)
        call()

    button = QPushButton(text)
    button.setObjectName(name)
    button.clicked.connect(press)
    item.layout().addWidget(button)


def _show_detail(text: str, detail: str) -> None:
    output = QgsMessageOutput.createMessageOutput()
    output.setTitle(TITLE)
    output.setMessage(f"{text}\n\n{detail}", QgsMessageOutput.MessageType.MessageText)
    output.showMessage(False)
