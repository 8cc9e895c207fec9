"""Small rasters, made with the GDAL that QGIS brings."""

from __future__ import annotations

import pytest
from osgeo import gdal, osr

gdal.UseExceptions()
UTM33 = (500_000, 0.5, 0, 5_800_000, 0, -0.5)  # 0.5 m a pixel, on the central meridian


@pytest.fixture
def make_raster(tmp_path):
    """Write a raster; `values` are the bytes of its bands, one after the other."""

    def make(
        name="ortho.tif",
        bands=3,
        width=40,
        height=30,
        kind=gdal.GDT_Byte,
        place=UTM33,
        crs=32633,
        values=None,
        nodata=None,
    ):
        path = name if name.startswith("/") else str(tmp_path / name)
        dataset = gdal.GetDriverByName("GTiff").Create(path, width, height, bands, kind)
        if place:
            dataset.SetGeoTransform(place)
        if crs:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(crs)
            dataset.SetProjection(reference.ExportToWkt())
        if values is not None:
            dataset.WriteRaster(0, 0, width, height, values)
        if nodata is not None:
            dataset.GetRasterBand(1).SetNoDataValue(nodata)
        dataset = None
        return path

    return make
