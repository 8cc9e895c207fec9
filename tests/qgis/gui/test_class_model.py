"""The class list as a model: what is shown, what can be changed, and what is refused."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtTest import QSignalSpy

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.gui.class_model import ClassModel
from softseg_qgis.gui.class_row import Column

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model():
    model = ClassModel()
    model.add_text("water: river, lake #0000ff\nroad #808080\ntree #00ff00")
    return model


def names(model):
    return [row.spec.name for row in model.rows]


def put(model, row, column, value, role=Qt.ItemDataRole.EditRole):
    return model.setData(model.index(row, column), value, role)


def test_the_text_reads_back_as_the_same_list(model):
    again = ClassModel()
    again.add_text(model.text())
    assert again.rows == model.rows


def test_a_new_class_gets_a_colour_that_no_other_has(model):
    assert model.add_text("pond")
    assert model.add_text("lagoon")
    assert len({row.spec.colour for row in model.rows}) == 5


@pytest.mark.parametrize("typed", ["Road", "grass, grass", ": prompt", "bad\x07name"])
def test_what_is_no_class_is_refused_with_a_sentence(model, typed):
    refused = QSignalSpy(model.refused)
    assert not model.add_text(typed)
    assert len(refused) == 1
    assert names(model) == ["water", "road", "tree"]


def test_a_class_that_is_there_is_refused_by_name(model):
    refused = QSignalSpy(model.refused)
    model.add_text("grass, Road")
    assert list(refused) == [["“Road” is in the list already."]]


def test_cells_can_be_changed(model):
    assert put(model, 1, Column.NAME, "street")
    assert put(model, 1, Column.PROMPTS, "asphalt road,  lane ,")
    assert put(model, 1, Column.COLOUR, "#112233")
    spec = model.rows[1].spec
    assert (spec.name, spec.prompts, spec.colour) == ("street", ("asphalt road", "lane"), "#112233")


@pytest.mark.parametrize(("column", "value"), [(Column.NAME, "WATER"), (Column.NAME, " "), (Column.COLOUR, "blue")])
def test_a_change_that_breaks_the_list_is_refused(model, column, value):
    before, refused = model.rows, QSignalSpy(model.refused)
    assert not put(model, 1, column, value)
    assert model.rows == before
    assert len(refused) == 1


def test_synonyms_with_commas_are_edited_as_they_are(model):
    put(model, 0, Column.PROMPTS, "lake\\, frozen, pond")
    assert model.rows[0].spec.prompts == ("lake, frozen", "pond")
    put(model, 0, Column.PROMPTS, model.index(0, Column.PROMPTS).data(Qt.ItemDataRole.EditRole))
    assert model.rows[0].spec.prompts == ("lake, frozen", "pond")


def test_only_classes_that_are_on_are_looked_for(model):
    put(model, 1, Column.ON, Qt.CheckState.Unchecked, CHECK)
    assert model.class_list().names == ("water", "tree")
    for row in (0, 2):
        put(model, row, Column.ON, Qt.CheckState.Unchecked, CHECK)
    assert model.class_list() is None


@pytest.mark.parametrize(
    ("rows", "to", "order"),
    [
        ([0], 3, "road tree water"),
        ([2], 0, "tree water road"),
        ([0, 1], 3, "tree water road"),
        ([1], 1, "water road tree"),
    ],
)
def test_dropped_rows_move(model, rows, to, order):
    data = model.mimeData([model.index(row, column) for row in rows for column in (0, 1)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, to, 0, QModelIndex())
    assert names(model) == order.split()
    assert data.text().splitlines()[0].startswith(["water", "road", "tree"][rows[0]])


def test_a_merged_class_becomes_synonyms(model):
    model.merge(1, 0)
    assert names(model) == ["water", "tree"]
    assert model.rows[0].spec.prompts == ("river", "lake", "road")
    model.restore()
    assert names(model) == ["water", "road", "tree"]


def test_a_replaced_list_can_come_back(model):
    assert not ClassModel().can_restore
    model.set_classes(parse_classes("a; b"))
    model.restore()
    assert names(model) == ["water", "road", "tree"]
    model.remove([0, 2])
    assert names(model) == ["road"]
    model.restore()
    assert names(model) == ["water", "road", "tree"]


def test_every_cell_has_words_for_a_screen_reader(model):
    for row in range(3):
        for column in Column:
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_each_change_is_told_once(model):
    edited = QSignalSpy(model.edited)
    model.add_text("grass")
    model.move([0], 2)
    put(model, 0, Column.NAME, "way")
    put(model, 0, Column.NAME, "way")
    assert len(edited) == 3
