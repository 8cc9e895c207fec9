from __future__ import annotations

import threading

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsFeedback, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtGui import QColor, QImage

from softseg_qgis.core.errors import BadOption, BadRaster, Cancelled
from softseg_qgis.layers.area import Area
from softseg_qgis.layers.webmap import CHUNK_PX, CopyTask, LayerCopy

WEB = QgsCoordinateReferenceSystem("EPSG:3857")
HALF_M = 20037508.342789244  # half of the world's width in map units
ZOOM = 17
STEP = 2 * HALF_M / 2**ZOOM  # side of a tile, map units
COLUMN, ROW = 70269, 43255  # a tile at 52 degrees north
ACROSS = 4


def colour_of(column, row):
    return (column * 50 % 256, row * 70 % 256, 120)


@pytest.fixture(scope="module")
def tiles(qgis_app, tmp_path_factory):
    """A layer of four times four tiles, each of one colour."""
    folder = tmp_path_factory.mktemp("tiles")
    for column in range(COLUMN, COLUMN + ACROSS):
        for row in range(ROW, ROW + ACROSS):
            path = folder / str(ZOOM) / str(column) / f"{row}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            image = QImage(256, 256, QImage.Format.Format_RGB32)
            image.fill(QColor(*colour_of(column, row)))
            image.save(str(path))
    address = f"type=xyz&url=file://{folder}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin={ZOOM}&zmax={ZOOM}"
    layer = QgsRasterLayer(address, "tiles", "wms")
    assert layer.isValid()
    return layer


def area_of(columns=ACROSS, rows=ACROSS, column=COLUMN, row=ROW):
    left, top = column * STEP - HALF_M, HALF_M - row * STEP
    return Area.view(QgsRectangle(left, top - rows * STEP, left + columns * STEP, top), WEB)


def test_web_map_is_copied_at_the_resolution_on_the_ground(tiles, tmp_path):
    path = tmp_path / "copy.tif"
    copy = LayerCopy(tiles, area_of(2, 2), 1.0)
    copy.write(path)
    dataset = gdal.Open(str(path))
    left, across, _, top, _, down = dataset.GetGeoTransform()
    assert (left, top) == pytest.approx((COLUMN * STEP - HALF_M, HALF_M - ROW * STEP))
    assert (across, -down) == pytest.approx((1 / 0.616, 1 / 0.616), rel=0.01)  # cosine of 52 degrees
    assert dataset.RasterXSize == copy.width == pytest.approx(2 * STEP * 0.616, rel=0.01)
    assert dataset.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    middle = int(STEP / across / 2)
    corner = tuple(dataset.ReadRaster(middle, middle, 1, 1))
    opposite = tuple(dataset.ReadRaster(copy.width - middle, copy.height - middle, 1, 1))
    assert corner == (*colour_of(COLUMN, ROW), 255)
    assert opposite == (*colour_of(COLUMN + 1, ROW + 1), 255)


def test_copy_in_chunks_has_no_seams(tiles, tmp_path):
    path = tmp_path / "chunks.tif"
    copy = LayerCopy(tiles, area_of(), 0.5)
    assert copy.width > CHUNK_PX
    copy.write(path)
    dataset = gdal.Open(str(path))
    assert dataset.GetRasterBand(4).ComputeRasterMinMax() == (255, 255)


def test_cancelled_copy_leaves_no_file(tiles, tmp_path):
    path, feedback = tmp_path / "copy.tif", QgsFeedback()
    feedback.progressChanged.connect(lambda _: feedback.cancel())
    with pytest.raises(Cancelled):
        LayerCopy(tiles, area_of(), 0.5).write(path, feedback)
    assert not path.exists()


def test_copy_that_is_too_large_is_refused_before_anything_is_fetched(tiles):
    with pytest.raises(BadOption, match="at most 64 are: zoom in"):
        LayerCopy(tiles, Area.layer(), 10.0)


def test_web_map_needs_a_resolution(tiles):
    with pytest.raises(BadOption, match="no resolution of its own"):
        LayerCopy(tiles, area_of())


def test_place_where_the_server_has_nothing_is_said_so(tiles, tmp_path):
    with pytest.raises(BadRaster, match="shows nothing here"):
        LayerCopy(tiles, area_of(1, 1, column=COLUMN + 100), 1.0).write(tmp_path / "copy.tif")


def test_copy_of_a_raster_keeps_its_numbers_and_its_pixels(qgis_app, make_raster, tmp_path):
    values = bytes(range(64)) * 2
    source = make_raster("/vsimem/raw.tif", 1, 8, 8, gdal.GDT_UInt16, values=values)
    LayerCopy(QgsRasterLayer(source, "raw"), Area.layer()).write(tmp_path / "copy.tif")
    copy, original = gdal.Open(str(tmp_path / "copy.tif")), gdal.Open(source)
    assert copy.ReadRaster() == values
    assert copy.GetGeoTransform() == pytest.approx(original.GetGeoTransform())
    assert copy.GetRasterBand(1).DataType == gdal.GDT_UInt16


def end_of(task):
    """Run a task in the background; gives its path or its error."""
    loop, ends = QEventLoop(), []
    for signal in (task.copied, task.failed):
        signal.connect(lambda end: (ends.append((end, threading.current_thread())), loop.quit()))
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    return ends


def test_task_tells_the_main_thread_where_the_copy_is(tiles, tmp_path):
    path = tmp_path / "copy.tif"
    assert end_of(CopyTask(LayerCopy(tiles, area_of(1, 1), 1.0), path)) == [(str(path), threading.main_thread())]
    assert path.is_file()


def test_task_that_fails_tells_the_error(tiles, tmp_path):
    nothing = LayerCopy(tiles, area_of(1, 1, column=COLUMN + 100), 1.0)
    ((error, _),) = end_of(CopyTask(nothing, tmp_path / "copy.tif"))
    assert isinstance(error, BadRaster)


def test_task_that_is_cancelled_says_so(tiles, tmp_path):
    task = CopyTask(LayerCopy(tiles, area_of(), 0.5), tmp_path / "copy.tif")
    task.progressChanged.connect(lambda _: task.cancel())
    ((error, _),) = end_of(task)
    assert isinstance(error, Cancelled)
