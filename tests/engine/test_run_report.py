"""The web page about one run."""

from __future__ import annotations

import re

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from core.classes import parse_classes
from core.errors import BadOutput, BadRaster
from core.follow_up import PolygonsJob, ReportJob
from core.raster.grid import Grid
from core.raster.scratch import create_geotiff, georeferencing
from core.raster.write import ClassRasterWriter
from core.run_report import write_run_report
from core.service.afterwards import make_polygons, make_report

GRID = Grid(CRS.from_epsg(32633), Affine(10, 0, 500_000, 0, -10, 5_800_000), 40, 60)


def write(path, bands):
    with create_geotiff(path, height=40, width=60, count=len(bands), dtype="uint8", **georeferencing(GRID)) as dataset:
        dataset.write(np.stack(bands))


@pytest.fixture
def classes(tmp_path):
    ids = np.ones((40, 60), np.uint8)
    ids[:, 45:], ids[:10] = 2, 0
    tags = {"SOFTSEG_VERSION": "1", "SOFTSEG_MODEL": "tiny <model>"}
    with ClassRasterWriter(tmp_path / "classes.tif", GRID, parse_classes("water #0000ff; a & b"), tags) as writer:
        writer.write(0, ids)
    write(tmp_path / "ortho.tif", [np.full((40, 60), value, np.uint8) for value in (200, 100, 0)])
    return tmp_path / "classes.tif"


def test_the_page_shows_map_areas_and_what_made_them(classes, tmp_path):
    job = ReportJob(
        str(classes), str(tmp_path / "run.html"), "Ortho 2018", str(tmp_path / "ortho.tif"), command="run()"
    )
    assert make_report(job, lambda event: None).outputs == {"report": job.output}
    page = (tmp_path / "run.html").read_text(encoding="utf-8")
    assert "<h1>Ortho 2018</h1>" in page
    assert page.count("data:image/png;base64,") == 2
    assert "a &amp; b" in page
    assert "tiny &lt;model&gt;" in page
    assert [float(share) for share in re.findall(r"([\d.]+) %</td>", page)] == [75.0, 25.0]
    assert "25.0 % of the pixels are unlabelled" in page
    assert "<pre>run()</pre>" in page
    assert "http" not in page.replace("http-equiv", "")
    write_run_report(job)


def test_an_image_that_is_gone_is_left_out(classes, tmp_path):
    write_run_report(ReportJob(str(classes), str(tmp_path / "run.html"), raster=str(tmp_path / "gone.tif")))
    assert (tmp_path / "run.html").read_text(encoding="utf-8").count("data:image") == 1


def test_a_raster_without_classes_is_refused(classes, tmp_path):
    with pytest.raises(BadRaster, match="not a class raster"):
        write_run_report(ReportJob(str(tmp_path / "ortho.tif"), str(tmp_path / "run.html")))
    assert not (tmp_path / "run.html").exists()


def test_other_peoples_pages_are_not_replaced(classes, tmp_path):
    (tmp_path / "run.html").write_text("<!DOCTYPE html><p>mine</p>")
    with pytest.raises(BadOutput):
        write_run_report(ReportJob(str(classes), str(tmp_path / "run.html")))


def test_polygons_of_one_band_of_several(tmp_path):
    ids = np.ones((40, 60), np.uint8)
    ids[:, 30:] = 2
    write(tmp_path / "two.tif", [np.zeros((40, 60), np.uint8), ids])
    job = PolygonsJob(str(tmp_path / "two.tif"), str(tmp_path / "out.gpkg"), band=2, keep=("2",))
    stats = make_polygons(job, lambda event: None, lambda: False).stats
    assert (stats["polygons"], stats["area_m2"]) == (1, pytest.approx(120_000, rel=1e-3))
    for band, sentence in ((3, "no band 3"), (None, "one band")):
        with pytest.raises(BadRaster, match=sentence):
            make_polygons(PolygonsJob(job.classes, job.output, band=band), lambda event: None, lambda: False)
