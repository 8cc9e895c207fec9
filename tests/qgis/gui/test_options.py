"""The options beside a set-up that was started from them: OK takes back nothing of it."""

from __future__ import annotations

from softseg_qgis.gui import setup_dialog
from softseg_qgis.gui.options_page import OptionsPage
from softseg_qgis.settings import settings


class SetupDialog:
    """Sets an engine up at once, in another place."""

    def __init__(self, parent):
        pass

    def exec(self):
        settings.home, settings.device = "/elsewhere", "cpu"
        return 1


def test_ok_keeps_the_engine_that_was_just_set_up(monkeypatch):
    monkeypatch.setattr(setup_dialog, "SetupDialog", SetupDialog)
    changes = []
    page = OptionsPage(lambda: changes.append(1))
    page.change.click()
    assert (page.home.filePath(), page.device.currentData()) == ("/elsewhere", "cpu")
    page.apply()
    assert (settings.home, settings.device) == ("/elsewhere", "cpu")
    assert changes == [1]


def test_another_device_needs_no_other_process():
    changes = []
    page = OptionsPage(lambda: changes.append(1))
    page.device.setCurrentIndex(page.device.findData("cpu"))
    page.apply()
    assert settings.device == "cpu"
    assert changes == []
