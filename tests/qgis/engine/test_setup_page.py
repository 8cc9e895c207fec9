"""The page of the first start, pressed like a user presses it."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QRadioButton

from softseg_qgis.engine.found import current_engine
from softseg_qgis.gui.setup_page import SetupPage
from softseg_qgis.settings import settings

from .conftest import until

GOOD = """
    hello()
    for id, op in requests():
        say("done", id, stats={"device": "cpu", "devices": [{"name": "cpu", "title": "Small processor"}]})
"""


class Screen:
    """A page on the screen, by what is visible on it."""

    def __init__(self):
        self.page = SetupPage()
        self.page.resize(380, 520)
        self.page.show()
        self.ready = []
        self.page.ready.connect(lambda: self.ready.append(current_engine()))

    def button(self, name):
        return self.page.findChild(QPushButton, f"softsegSetup{name}")

    def press(self, name):
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def choose(self, name):
        button = self.page.findChild(QRadioButton, f"softsegSetup{name}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))

    @property
    def text(self):
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def screen(home):
    before = settings.device
    screen = Screen()
    yield screen
    screen.page.stop()
    screen.page.close()
    screen.page.deleteLater()
    settings.device = before


def test_sizes_are_shown_before_anything_is_done(screen, home):
    assert "GB download" in screen.text
    assert screen.button("Go").isEnabled()
    assert not screen.button("Cancel").isVisible()
    assert not home.exists()


def test_the_processor_alone_takes_less(screen):
    whole = screen.text
    screen.page.findChild(QComboBox, "softsegSetupDevice").setCurrentIndex(1)
    assert screen.text != whole


def test_a_python_of_the_users_is_tried_and_then_ready(screen, actor):
    screen.choose("Own")
    assert not screen.button("Go").isEnabled()
    screen.page._choices._python.setFilePath(actor(GOOD).python)
    assert screen.button("Go").text() == "Try and Use"
    screen.press("Go")
    assert screen.page.is_busy
    assert screen.button("Cancel").isVisible()
    until(lambda: not screen.page.is_busy)
    assert "computes on Small processor" in screen.text
    assert screen.ready == []
    screen.press("Go")
    assert screen.ready == [current_engine()] != [None]


def test_a_failure_is_shown_and_another_way_can_be_chosen(screen, actor):
    screen.choose("Own")
    screen.page._choices._python.setFilePath(actor("sys.exit('Broken.')").python)
    screen.press("Go")
    until(lambda: not screen.page.is_busy)
    assert "Broken." in screen.text
    screen.press("Report")
    assert "Broken." in QApplication.clipboard().text()
    screen.choose("Install")
    assert "Broken." not in screen.text


def test_a_cancel_brings_the_page_back(screen, actor):
    screen.choose("Own")
    screen.page._choices._python.setFilePath(actor("hello(); time.sleep(60)").python)
    screen.press("Go")
    screen.press("Cancel")
    until(lambda: not screen.page.is_busy)
    assert "Cancelled" in screen.text
    assert screen.button("Go").isVisible()
    assert current_engine() is None


def test_a_folder_without_packages_cannot_be_installed_from(screen, tmp_path):
    screen.choose("Offline")
    assert not screen.button("Go").isEnabled()
    screen.page._choices._packages.setFilePath(str(tmp_path))
    assert "holds no packages" in screen.text
    assert not screen.button("Go").isEnabled()
