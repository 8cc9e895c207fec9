"""The set-up as a dialog: it never leaves a set-up behind that nobody sees, and tells when it has changed something."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton, QRadioButton

from softseg_qgis.engine.found import current_engine
from softseg_qgis.gui.setup_dialog import SetupDialog
from softseg_qgis.gui.setup_page import SetupPage

from .conftest import until
from .test_setup_page import GOOD

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
SLOW = "hello(); time.sleep(60)"


def page(dialog):
    return dialog.findChild(SetupPage)


@pytest.fixture
def begin(home, actor):
    """Open the dialog, and begin to set up a Python that is a script."""
    dialog = SetupDialog()

    def make(script):
        dialog.open()
        dialog.findChild(QRadioButton, "softsegSetupOwn").click()
        page(dialog)._choices._python.setFilePath(actor(script).python)
        dialog.findChild(QPushButton, "softsegSetupGo").click()
        assert page(dialog).is_busy
        return dialog

    yield make
    page(dialog).stop()
    dialog.deleteLater()


WAYS = {
    "Esc": lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape),
    "Close": lambda dialog: dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click(),
    "window": lambda dialog: dialog.close(),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answer", [YES, NO])
def test_whoever_closes_it_during_a_set_up_is_asked(begin, monkeypatch, way, answer):
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *values: asked.append(values[-1]) or answer)
    dialog = begin(SLOW)
    WAYS[way](dialog)
    assert len(asked) == 1
    assert dialog.isVisible() == page(dialog).is_busy == (answer == NO)
    if answer == YES:
        assert dialog.result() == SetupDialog.DialogCode.Rejected


@pytest.mark.parametrize("way", [*WAYS, "Continue"])
def test_a_set_up_counts_however_the_dialog_is_closed(begin, way):
    dialog = begin(GOOD)
    until(lambda: not page(dialog).is_busy)
    assert current_engine() is not None
    press = WAYS.get(way, lambda dialog: dialog.findChild(QPushButton, "softsegSetupGo").click())
    press(dialog)
    assert not dialog.isVisible()
    assert dialog.result() == SetupDialog.DialogCode.Accepted
