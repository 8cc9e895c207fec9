"""Small rasters, the provider in the registry, and Processing as scripts use it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

gdal.UseExceptions()
UTM33 = (500_000, 0.5, 0, 5_800_000, 0, -0.5)
SIDE = 200


@pytest.fixture(scope="module")
def provider(qgis_app):
    """SoftSeg's provider, as the plugin registers it."""
    from softseg_qgis.processing.provider import SoftSegProvider

    provider = SoftSegProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def processing(qgis_processing, provider, qgis_new_project):
    """The module `processing`."""
    import processing

    return processing


@pytest.fixture
def make_ortho(tmp_path):
    """Write an image of 200 px: light noise on the left, dark green noise on the right."""

    def make(name="ortho.tif", place=UTM33, crs=32633):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 3)
        if place:
            dataset.SetGeoTransform(place)
        if crs:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(crs)
            dataset.SetProjection(reference.ExportToWkt())
        noise = random.Random(7)
        for band, (left, right) in enumerate([(180, 40), (170, 80), (160, 40)], start=1):
            row = bytes(noise.randrange(20) + (left if col < SIDE // 2 else right) for col in range(SIDE))
            dataset.GetRasterBand(band).WriteRaster(0, 0, SIDE, SIDE, row * SIDE)
        dataset = None
        return str(path)

    return make


class Heard(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self):
        super().__init__(False)
        self.said = []

    def pushInfo(self, info):
        self.said.append(info)

    def pushWarning(self, warning):
        self.said.append(warning)

    def reportError(self, error, fatalError=False):
        self.said.append(error)


@pytest.fixture
def feedback():
    return Heard()


@pytest.fixture
def context():
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


@pytest.fixture
def pixels():
    """The set of values of a raster's first band."""

    def read(path):
        dataset = gdal.Open(str(Path(path)))
        return set(dataset.GetRasterBand(1).ReadRaster())

    return read
