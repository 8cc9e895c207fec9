"""The raster as the pipeline sees it: pixels for the network, validity for the output, block by block."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from types import TracebackType

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader

from .fill import mirror
from .fingerprint import fingerprint
from .footprint import Extent
from .grid import Block, Grid
from .readers import Readers, open_readers
from .reflectance import Reflectance, choose_reflectance
from .region import Region, Resize, choose_region
from .sample import Sample, take_sample
from .stretch import Stretch, choose_stretch, percentiles


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """What the network sees: values float32 (channels, H, W), and which pixels are data (H, W).

    A picture has three channels in 0..1. A multispectral model gets one for each of its bands, in 10,000 times the
    reflectance, and NaN all over where the raster lacks the band.
    """

    values: NDArray[np.float32]
    valid: NDArray[np.bool_]


class RasterSource:
    """An open raster, read by blocks; ``read`` and ``valid`` may be called from different threads.

    Attributes:
        path: the raster as it was named.
        bands: the bands that the network sees, numbered from 1; 0: the raster lacks it.
        stretch: raw values to what the network sees, the same for every block.
        grid: the output grid: the input's own, cropped to the extent.
        work_grid: the grid that the network sees, over the same ground.
    """

    def __init__(self, readers: Readers, region: Region, sample: Sample, stretch: Stretch | Reflectance) -> None:
        """Take open readers; ``RasterSource.open`` is the usual way."""
        self.path: str = readers.validity.name
        self.bands: tuple[int, ...] = readers.validity.bands.indexes
        self.stretch: Stretch | Reflectance = stretch
        self.grid: Grid = region.grid
        self.work_grid: Grid = region.work_grid
        self._readers = readers
        self._region = region
        self._coarse = sample.coarse
        self._mean_colour = _mean_colour(self.stretch, sample)
        self._fingerprint = fingerprint({**readers.stamp, **self._settings()}, sample.values)

    @classmethod
    def open(
        cls,
        raster: str | os.PathLike[str] | DatasetReader,
        *,
        bands: Sequence[int] | None = None,
        stretch: str = "auto",
        extent: Extent | None = None,
        mask: str | os.PathLike[str] | None = None,
        resolution: float | None = None,
        resize: Resize | None = None,
        spectrum: Sequence[str] | None = None,
        offset: float | None = None,
    ) -> RasterSource:
        """Open a raster and decide once how it is read; use it in a with statement.

        Args:
            raster: a file, an http(s) address, another name that GDAL knows, or a dataset, which is left open.
            bands: one or three band numbers from 1; by default red, green, blue or the first three. With a spectrum
                one for each of its names, 0 where there is none; by default what the raster says of its bands.
            stretch: auto, minmax, none, or percentiles such as ``2-98``.
            extent: xmin, ymin, xmax, ymax in units of the raster's CRS; widened to whole pixels.
            mask: a file of polygons in any CRS; pixels outside them are not valid.
            resolution: ground sampling distance of the work grid in m/px; None or 0 for the raster's own.
            resize: gives the work grid's size instead, whatever its resolution is then.
            spectrum: the bands that a multispectral model reads, by name; None: a picture is wanted. It is read in
                numbers, so that the stretch plays no part.
            offset: what is added to those numbers, in 10,000 times the reflectance; None: what the raster declares.

        Raises:
            BadRaster: the raster is missing, broken, empty or of no use.
            BadOption: an option is malformed or does not fit the raster.
        """
        percentiles(stretch)
        readers = open_readers(raster, bands, spectrum)
        try:
            region = choose_region(readers.grid, extent, mask, resolution, resize)
            reader, sample = readers.validity, take_sample(readers.validity)
            if spectrum is not None:
                numbers = choose_reflectance(reader.declared, sample.values, sample.valid, offset)
                return cls(readers, region, sample, numbers)
            return cls(readers, region, sample, choose_stretch(stretch, sample.values, sample.valid, reader.dtype))
        except BaseException:
            readers.close()
            raise

    def __enter__(self) -> RasterSource:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the raster, unless it was given as an open dataset."""
        self._readers.close()

    @property
    def ground_resolution(self) -> float | None:
        """Ground sampling distance of the output grid in m/px at its centre; None without a CRS."""
        return self.grid.ground_resolution()

    def read(self, block: Block) -> Pixels:
        """The pixels of a block inside the work grid; what is no data looks like the data beside it (see `mirror`).

        Where a block has no data, or a band of it has not, that gets the raster's mean colour.

        Raises:
            BadRaster: the file turns out to be damaged.
        """
        raw = self._readers.pixels.read(self._region.input_window(block), block.height, block.width)
        values = self.stretch.apply(raw.values)
        if raw.valid.any():
            mirror(values, raw.valid)
        else:
            values[:] = self._mean_colour
        if raw.values.dtype.kind == "f" or isinstance(self.stretch, Reflectance):
            np.copyto(values, self._mean_colour, where=np.isnan(values))
        return Pixels(values, raw.valid)

    def valid(self, block: Block) -> NDArray[np.bool_]:
        """Which pixels of a block inside the output grid are data and inside the mask, (H, W), at full resolution.

        Raises:
            BadRaster: the file turns out to be damaged.
        """
        crop, polygons = self._region.crop, self._region.polygons
        valid = self._readers.validity.valid(block.shifted(crop.row, crop.col).to_window())
        return valid if polygons is None else valid & polygons.inside(block)

    def touches(self, block: Block) -> bool:
        """Whether a block of the work grid may hold a valid pixel; False is certain, and such a block can be skipped.

        Raises:
            BadRaster: the file turns out to be damaged.
        """
        output, polygons = self._region.output_block(block), self._region.polygons
        if polygons is not None and not polygons.touches(output):
            return False
        crop, reader = self._region.crop, self._readers.validity
        at = output.shifted(crop.row, crop.col)
        if reader.validity.everywhere or self._coarse is None or self._coarse.shows_data(at):
            return True
        return bool(reader.valid(at.to_window()).any())

    def fingerprint(self) -> str:
        """A key for cached features: it differs when the raster, bands, stretch, extent or resolution do."""
        return self._fingerprint

    def _settings(self) -> dict[str, object]:
        size = (self.work_grid.height, self.work_grid.width)
        return {
            "fill": "mirror",
            "bands": self.bands,
            "stretch": asdict(self.stretch),
            "crop": asdict(self._region.crop),
            "size": size,
        }


def _mean_colour(stretch: Stretch | Reflectance, sample: Sample) -> NDArray[np.float32]:
    """The mean of each channel over valid samples, (channels, 1, 1)."""
    values = stretch.apply(sample.values)
    shown = np.isfinite(values) & sample.valid
    nothing = math.nan if isinstance(stretch, Reflectance) else 0.0
    means = [float(band[seen].mean()) if seen.any() else nothing for band, seen in zip(values, shown, strict=True)]
    return np.array(means, np.float32).reshape(-1, 1, 1)
