"""The lexicon of land cover in the Classes section: words to complete, synonyms to add; and links by key."""

from __future__ import annotations

import json

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from softseg_qgis.core.classes import ClassSpec
from softseg_qgis.gui import lexicon
from softseg_qgis.gui.lexicon import concept_names, synonyms_of
from softseg_qgis.paths import resource


@pytest.fixture(autouse=True)
def read(monkeypatch):
    """The folders of resources that were looked into for the lexicon, with nothing read before."""
    looked = []
    for each in (lexicon._concepts, lexicon._owners):
        each.cache_clear()
    monkeypatch.setattr(lexicon, "resource", lambda name: looked.append(name) or resource(name))
    return looked


def completions(box):
    completer = box.line.completer()
    completer.setCompletionPrefix(box.line.text())
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def add_synonyms(box, row=0):
    return next(each for each in box.view.row_menu(row).actions() if each.text() == "Add Synonyms")


def test_the_lexicon_is_read_at_the_first_typing(box, read):
    assert read == []
    QTest.keyClicks(box.line, "gr")
    assert read == ["lexicon"]


def test_names_of_concepts_complete_what_is_typed_beside_the_words_of_presets(box):
    QTest.keyClicks(box.line, "Sta")
    assert "stadium" in completions(box)
    assert "standing water" not in concept_names()  # a phrase, but no concept's name
    box.line.clear()
    QTest.keyClicks(box.line, "solar p")
    assert completions(box).count("solar panel") == 1


def test_every_concept_has_one_name_and_it_is_one_of_its_phrases():
    entries = [e for path in resource("lexicon").glob("*.json") for e in json.loads(path.read_text(encoding="utf-8"))]
    names = concept_names()
    assert len(set(names)) == len(names) == len(entries)
    assert set(names) <= {phrase for entry in entries for phrase in entry["phrases"]}


def test_synonyms_are_added_behind_what_the_model_reads_already(box):
    box.model.add_text("Water #0000ff\nroad: street")
    for row in (0, 1):
        add_synonyms(box, row).trigger()
    water, road = (each.spec for each in box.model.rows)
    assert (water.name, water.colour) == ("Water", "#0000ff")
    assert water.prompts[:1] == ("Water",)
    assert 3 <= len(water.prompts) <= 5
    assert "a body of water" in water.prompts or "water body" in water.prompts
    assert road.prompts[:2] == ("street", "road")
    assert not add_synonyms(box).isEnabled()  # it has them now


def test_a_name_that_the_lexicon_does_not_know_has_no_synonyms(box):
    box.model.add_text("parcel 7\nUfo: thing, other thing")
    assert [add_synonyms(box, row).isEnabled() for row in (0, 1)] == [False, False]
    assert "lexicon" in add_synonyms(box).toolTip()


def test_a_name_in_another_language_means_what_the_model_reads_for_it():
    assert synonyms_of(ClassSpec("Wasser", ("water",))) == synonyms_of(ClassSpec("water"))
    assert synonyms_of(ClassSpec("Hindernisse", ("car", "tree"))) == ()


def test_plurals_and_articles_are_no_synonyms():
    assert not {"a building", "buildings", "the building"} & set(synonyms_of(ClassSpec("building")))
    assert "grasses" not in synonyms_of(ClassSpec("grass"))


def test_suggestions_can_be_taken_with_keys_alone(box):
    box.activateWindow()
    box._hints.setFocus()
    QTest.keyClick(box._hints, Qt.Key.Key_Tab)
    QTest.keyClick(box._hints, Qt.Key.Key_Return)
    assert len(box.model.rows) == 1
