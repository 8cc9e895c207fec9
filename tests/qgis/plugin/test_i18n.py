"""The panel speaks QGIS's language where there is a catalogue of it, and English elsewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from softseg_qgis import i18n
from softseg_qgis.gui.presets import load_presets
from softseg_qgis.i18n import install_translator, remove_translator, tr

ROOT = Path(__file__).resolve().parents[3]

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en"><context><name>SoftSeg</name>
<message><source>{done} of {total} tiles</source><translation>{done} von {total} Kacheln</translation></message>
<message><source>water</source><translation>Wasser</translation></message>
</context></TS>
"""


@pytest.fixture
def german(tmp_path, monkeypatch):
    """QGIS in the German of Austria, with a small catalogue of German."""
    (tmp_path / "softseg_de.ts").write_text(CATALOGUE, encoding="utf-8")
    found = subprocess.run([ROOT / ".ci" / "need_qgis", "lrelease"], check=True, capture_output=True, text=True)
    compiler = found.stdout.strip()
    subprocess.run([compiler, "-silent", tmp_path / "softseg_de.ts", "-qm", tmp_path / "softseg_de.qm"], check=True)
    monkeypatch.setattr(i18n, "resource", lambda *parts: tmp_path / parts[-1])
    monkeypatch.setattr(QgsApplication, "locale", lambda: "de_AT")
    translator = install_translator()
    yield translator
    remove_translator(translator)


def test_without_a_catalogue_the_text_is_english(monkeypatch):
    monkeypatch.setattr(QgsApplication, "locale", lambda: "tlh")
    assert install_translator() is None
    assert tr("{done} of {total} tiles", done=3, total=8) == "3 of 8 tiles"
    assert tr("{braces} stay") == "{braces} stay"


def test_a_country_without_a_catalogue_gets_that_of_its_language(german):
    assert tr("{done} of {total} tiles", done=3, total=8) == "3 von 8 Kacheln"


def test_after_it_is_removed_nothing_is_translated(german):
    remove_translator(german)
    assert tr("{done} of {total} tiles", done=3, total=8) == "3 of 8 tiles"


def test_names_of_classes_are_translated_and_prompts_are_not(german):
    land = next(each for each in load_presets() if each.id == "land_cover")
    water = next(spec for spec in land.classes if "water" in spec.texts)
    assert water.name == "Wasser"
    assert water.colour == "#3a7fc4"
