"""The handles on one raster: one for the network's pixels, one for validity, so that neither waits for the other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from rasterio.io import DatasetReader

from .bands import choose_bands, choose_spectrum
from .fingerprint import raster_stamp
from .gdal_errors import damage_is_bad_raster
from .grid import Grid
from .opening import check_raster, gdal_session, open_ignoring_nan, open_raster
from .pixels import PixelReader


@dataclass(frozen=True, slots=True, eq=False)
class Readers:
    """Two readers of one raster (or one reader twice), the raster's grid, and what identifies it."""

    pixels: PixelReader
    validity: PixelReader
    grid: Grid
    stamp: dict[str, Any]
    _opened: ExitStack

    def close(self) -> None:
        """Close what was opened here, once a read under way has ended."""
        self._opened.close()


def open_readers(
    raster: str | os.PathLike[str] | DatasetReader, bands: Sequence[int] | None, spectrum: Sequence[str] | None = None
) -> Readers:
    """Open a raster by its name, or take an open dataset, which is left open.

    Args:
        raster: a name or a dataset.
        bands: which are read; None: decided by the raster.
        spectrum: what a multispectral model reads; None: a picture.

    Raises:
        BadRaster: there is no usable raster.
        BadOption: ``bands`` are not such as it has, or it does not tell what they are.
    """
    if not isinstance(raster, (str, os.PathLike)):
        check_raster(raster, raster.name)
        return _inspected(raster, raster.name, bands, spectrum)
    name = os.fspath(raster)
    with ExitStack() as opened:
        dataset = open_raster(name)
        opened.callback(dataset.close)
        readers = _inspected(dataset, name, bands, spectrum)
        opened.callback(readers.validity.close)
        pixels = _second(readers.validity, opened)
        return replace(readers, pixels=pixels, _opened=opened.pop_all())


def _inspected(
    dataset: DatasetReader, name: str, bands: Sequence[int] | None, spectrum: Sequence[str] | None
) -> Readers:
    """One reader for both purposes."""
    with gdal_session(name), damage_is_bad_raster(name):
        chosen = choose_bands(dataset, bands) if spectrum is None else choose_spectrum(dataset, spectrum, bands)
        reader = PixelReader(dataset, name, chosen)
        return Readers(reader, reader, Grid.of(dataset), raster_stamp(dataset), ExitStack())


def _second(reader: PixelReader, opened: ExitStack) -> PixelReader:
    """Another reader of the same file, one that leaves undeclared NaN out of averages; the same if all is valid."""
    validity = reader.validity
    if validity.everywhere:
        return reader
    undeclared = validity.floating and validity.unmarked
    dataset = (open_ignoring_nan(reader.name) if undeclared else None) or open_raster(reader.name)
    with gdal_session(reader.name), damage_is_bad_raster(reader.name):
        second = PixelReader(dataset, reader.name, reader.bands)
    opened.callback(second.close)
    return second
