"""The class list lives in the project."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from softseg_qgis.gui.class_keeper import ClassKeeper
from softseg_qgis.gui.class_model import ClassModel
from softseg_qgis.gui.class_row import Column


def test_a_saved_project_brings_its_classes_back(tmp_path):
    project, model = QgsProject.instance(), ClassModel()
    keeper = ClassKeeper(model, project)
    model.add_text("wäter: river, lake #0a0b0c\nroad #808080")
    model.setData(model.index(1, Column.ON), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    rows = model.rows
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert model.rows == ()
    assert not project.isDirty()
    assert project.read(str(tmp_path / "project.qgz"))
    assert model.rows == rows
    assert not project.isDirty()
    del keeper


def test_a_change_makes_the_project_dirty():
    project, model = QgsProject.instance(), ClassModel()
    keeper = ClassKeeper(model, project)
    project.setDirty(False)
    model.add_text("water")
    assert project.isDirty()
    del keeper


def test_what_is_no_class_list_is_left_alone():
    project = QgsProject.instance()
    for text in ("{", "[]", '{"classes": 3}', '"x"', '{"classes": [{"name": "a"}], "off": 3}'):
        project.writeEntry("softseg", "classes", text)
        model = ClassModel()
        ClassKeeper(model, project, model)
        assert len(model.rows) <= 1
