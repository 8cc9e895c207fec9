"""The layer that shows a run while it goes on."""

from __future__ import annotations

from qgis.core import QgsProject

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.gui.live_layer import LiveLayer
from softseg_qgis.plugin import SoftSegPlugin

from .conftest import write_classes

CLASSES = parse_classes("water")


def layers():
    return [each.layer() for each in QgsProject.instance().layerTreeRoot().findLayers()]


def test_there_is_one_layer_and_it_goes_again(tmp_path, raster):
    live = LiveLayer(QgsProject.instance())
    paths = [write_classes(tmp_path / f"live-{number}.tif") for number in range(3)]
    for path in paths:
        live.show(path, CLASSES)
        top, below = layers()
        assert (top.source(), below) == (path, raster)
        assert [each.label for each in top.renderer().classes()] == ["water"]
    live.remove()
    assert layers() == [raster]


def test_a_file_that_is_gone_does_no_harm(tmp_path, raster):
    live = LiveLayer(QgsProject.instance())
    live.show(str(tmp_path / "gone.tif"), CLASSES)
    assert layers() == [raster]


def test_what_the_user_takes_out_stays_out_until_the_next_run(tmp_path, raster):
    live, path = LiveLayer(QgsProject.instance()), write_classes(tmp_path / "live.tif")
    live.show(path, CLASSES)
    QgsProject.instance().removeMapLayer(live.layer.id())
    live.show(path, CLASSES)
    assert layers() == [raster]
    live.begin()
    live.show(path, CLASSES)
    assert len(layers()) == 2


def test_a_project_that_was_saved_with_a_preview_opens_without_it(tmp_path, raster):
    project, plugin = QgsProject.instance(), SoftSegPlugin(None)
    LiveLayer(project).show(write_classes(tmp_path / "live.tif"), CLASSES)
    project.write(str(tmp_path / "project.qgs"))
    (tmp_path / "live.tif").unlink()
    plugin._keep_previews_out()
    project.read(str(tmp_path / "project.qgs"))
    plugin.unload()
    assert [each.name() for each in layers()] == [each.name() for each in project.mapLayers().values()] == ["ortho"]
    assert not project.isDirty()
