"""Messages: one sentence, at most one action, more behind a button."""

from __future__ import annotations

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QPushButton

from softseg_qgis.engine.remedies import remedy_of
from softseg_qgis.gui import messages


def buttons(iface):
    return [each.text() for each in iface.bar.currentItem().findChildren(QPushButton)]


@pytest.mark.parametrize("code", ["no_engine", "oom", "no_device", "bad_output", "internal", "engine_died"])
def test_a_failure_offers_its_one_action(iface, code):
    pressed = []
    messages.show(iface, code, "It went wrong.", on_action=pressed.append)
    assert iface.messages() == ["It went wrong."]
    assert buttons(iface) == [remedy_of(code).label]
    iface.press("softsegRemedy")
    assert pressed == [remedy_of(code).key]
    assert iface.messages() == []


def test_the_detail_is_behind_more(iface, monkeypatch):
    shown = []
    monkeypatch.setattr(messages, "_show_detail", lambda *texts: shown.append(texts))
    messages.show(iface, "bad_raster", "The raster is broken.", "TIFFReadDirectory failed", on_action=print)
    assert buttons(iface) == ["More"]
    iface.press("softsegMore")
    assert shown == [("The raster is broken.", "TIFFReadDirectory failed")]
    assert len(iface.messages()) == 1


def test_a_new_message_takes_the_place_of_the_old(iface):
    iface.bar.pushMessage("somebody else's")
    messages.show(iface, "internal", "First.")
    messages.tell(iface, "Second.")
    assert sorted(iface.messages()) == ["Second.", "somebody else's"]
    messages.clear(iface)
    assert iface.messages() == ["somebody else's"]


def test_what_the_user_stopped_is_no_alarm(iface):
    messages.show(iface, "cancelled", "Stopped.")
    assert iface.bar.currentItem().level() == Qgis.MessageLevel.Info
    assert iface.bar.currentItem().duration() > 0
