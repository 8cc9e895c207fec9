"""The options page shows what is set, stores nothing before it is applied, and says when the engine has to restart."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from softseg_qgis.gui import options_page
from softseg_qgis.gui.options_page import OptionsPage
from softseg_qgis.settings import settings


@pytest.fixture(autouse=True)
def clean_profile():
    yield
    QgsSettings().remove("softseg")


@pytest.fixture
def changes():
    return []


@pytest.fixture
def page(changes):
    return OptionsPage(lambda: changes.append(1))


def test_it_shows_what_is_set(changes):
    settings.device, settings.idle_s, settings.home = "cpu", 600, "/data/softseg"
    page = OptionsPage(lambda: None)
    assert (page.device.currentData(), page.idle.value(), page.home.filePath()) == ("cpu", 10, "/data/softseg")
    assert page.model.value() == "starter"


def test_nothing_is_stored_before_it_is_applied(page, changes):
    page.idle.setValue(20)
    assert settings.idle_s == 300
    page.apply()
    assert settings.idle_s == 1200
    assert changes == [1]


def test_the_engine_goes_on_when_nothing_of_it_has_changed(page, changes):
    page.apply()
    assert changes == []


def test_it_says_which_engine_is_in_use(page, monkeypatch):
    assert page.state.text() == options_page.current_engine().python
    monkeypatch.setattr(options_page, "current_engine", lambda: None)
    assert "Not set up" in OptionsPage(lambda: None).state.text()


@pytest.fixture
def model_folder(tmp_path):
    card = {"name": "mine", "resolutions_m": [0.1, 1], "licence": "CC0-1.0"}
    (tmp_path / "model.json").write_text(json.dumps(card))
    return tmp_path


def test_a_model_of_ones_own_can_be_chosen(page, model_folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(model_folder))
    page.model.choose_folder()
    page.apply()
    assert settings.model == str(model_folder)
    assert page.model.list.currentText() == "mine"
    assert "0.1 to 1 m" in page.model.line.text()


def test_a_folder_without_a_model_changes_nothing(page, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QMessageBox, "warning", lambda *values: said.append(values[-1]))
    page.model.choose_folder()
    assert page.model.value() == "starter"
    assert said == ["That folder holds no model: model.json is missing."]


def test_a_model_that_is_gone_is_named_and_said_to_be_gone():
    settings.model = "/nowhere/mine"
    page = OptionsPage(lambda: None)
    assert page.model.value() == "/nowhere/mine"
    assert "no longer there" in page.model.line.text()
