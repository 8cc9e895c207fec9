"""The libraries' failures on a bad raster, told as one sentence that names the raster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rasterio._err import (
    CPLE_BaseError,  # rasterio lets GDAL's own errors through without a public name for them
)
from rasterio.errors import CRSError, RasterioError

from ..errors import BadRaster

GDAL_ERRORS: tuple[type[Exception], ...] = (RasterioError, CRSError, CPLE_BaseError)

# What rasterio and numpy raise on headers that contradict themselves.
DAMAGE: tuple[type[Exception], ...] = (*GDAL_ERRORS, OSError, ValueError, KeyError, TypeError, OverflowError)


@contextmanager
def damage_is_bad_raster(name: str) -> Iterator[None]:
    """Turn a failed read within the block into BadRaster."""
    try:
        yield
    except DAMAGE as error:
        raise BadRaster(f"The raster {name} cannot be read: it is damaged or incomplete.", detail=str(error)) from error
