from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRasterLayer, QgsRectangle

from softseg_qgis.core.classes import parse_classes
from softseg_qgis.core.errors import BadOption, BadRaster
from softseg_qgis.core.job import Job
from softseg_qgis.layers.area import Area
from softseg_qgis.layers.job import delete_temporary, job_for, temporary_folder

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
CLASSES = parse_classes("building; tree")
PART = QgsRectangle(500_000, 5_799_985, 500_010, 5_800_000)


def test_job_holds_the_file_the_area_the_classes_and_the_options(qgis_app, make_raster):
    path = make_raster()
    options = {"output": "out.tif", "costs": "costs.tif", "resolution": 0.3}
    job = job_for(QgsRasterLayer(path, "ortho"), Area.view(PART, UTM), CLASSES, options)
    assert job == Job(path, CLASSES, extent=(500_000, 5_799_985, 500_010, 5_800_000), **options)


def test_drawn_area_comes_with_a_mask_file(qgis_app, make_raster):
    area = Area.drawn(QgsGeometry.fromRect(PART), UTM)
    job = job_for(QgsRasterLayer(make_raster(), "ortho"), area, CLASSES, {"output": "out.tif"})
    assert Path(job.mask).is_file()


def test_layer_that_only_qgis_can_read_needs_a_copy(qgis_app, make_raster):
    layer = QgsRasterLayer(make_raster("/vsimem/job.tif"), "in memory")
    with pytest.raises(BadRaster, match="“in memory” has to be copied"):
        job_for(layer, Area.layer(), CLASSES, {"output": "out.tif"})
    assert job_for(layer, Area.layer(), CLASSES, {"output": "out.tif"}, rendered="copy.tif").raster == "copy.tif"


def test_broken_layer_is_refused_by_name(qgis_app):
    with pytest.raises(BadRaster, match="“gone” cannot be read"):
        job_for(QgsRasterLayer("/nowhere/gone.tif", "gone"), Area.layer(), CLASSES, {"output": "out.tif"})


def test_option_that_is_out_of_range_is_refused(qgis_app, make_raster):
    with pytest.raises(BadOption, match="overlap"):
        job_for(QgsRasterLayer(make_raster(), "ortho"), Area.layer(), CLASSES, {"output": "out.tif", "overlap": 2.0})


def test_only_temporary_files_are_deleted(qgis_app, tmp_path):
    temporary, own = temporary_folder() / "a.tif", tmp_path / "b.tif"
    for file in (temporary, own):
        file.touch()
    assert delete_temporary([str(temporary), str(own)]) == [own]
    assert (temporary.exists(), own.exists()) == (False, True)
    assert delete_temporary([temporary]) == []
