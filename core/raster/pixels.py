"""Raw pixels of one open dataset, at any scale, for one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.io import DatasetReader
from rasterio.windows import Window

from .bands import Bands
from .gdal_errors import damage_is_bad_raster
from .opening import gdal_session
from .validity import Validity


@dataclass(frozen=True, slots=True, eq=False)
class RawPixels:
    """Channels of unstretched values (3 or more, H, W) and which pixels are data (H, W)."""

    values: NDArray[Any]
    valid: NDArray[np.bool_]


class PixelReader:
    """Reads the chosen bands of a dataset; safe to share between threads, of which one reads at a time.

    Every method that reads raises BadRaster when the file turns out damaged.
    """

    def __init__(self, dataset: DatasetReader, name: str, bands: Bands) -> None:
        """Take an open dataset; ``name`` is how the user knows it."""
        self.name = name
        self.bands = bands
        self.validity = Validity.of(dataset, bands.distinct, bands.transparent)
        self.height: int = dataset.height
        self.width: int = dataset.width
        self.block_shape: tuple[int, int] = dataset.block_shapes[bands.distinct[0] - 1]
        self.declared = tuple(
            (float(dataset.scales[band - 1]), float(dataset.offsets[band - 1])) if band else (1.0, 0.0)
            for band in bands.indexes
        )
        self.overviews: tuple[int, ...] = tuple(dataset.overviews(bands.distinct[0]))
        self._dtype = np.result_type(*(np.dtype(dataset.dtypes[band - 1]) for band in bands.distinct))
        self._dataset = dataset
        self._lock = threading.Lock()

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the values that come out: 8-bit colours for a palette image, else the raster's own."""
        return self._dtype if self.bands.palette is None else np.dtype(np.uint8)

    def read(self, window: Window, height: int, width: int, resampling: Resampling | None = None) -> RawPixels:
        """The pixels of a window, fractional ones too, resampled to ``height`` x ``width``, no-data left out.

        Averaged when that is coarser and cubic when it is finer, unless ``resampling`` says otherwise; the numbers of
        a palette cannot be mixed and are always picked by nearest neighbour.
        """
        how = self._resampling(window, height, width) if resampling is None else resampling
        bands = list(self.bands.distinct)
        with self._reading() as dataset:
            shape = (len(bands), height, width)
            values = dataset.read(bands, window=window, out_shape=shape, resampling=how, out_dtype=self._dtype)
            valid = self._valid(dataset, values, window, (height, width), how)
        return RawPixels(self.bands.spread(values), valid)

    def valid(self, window: Window) -> NDArray[np.bool_]:
        """Which pixels of a whole-numbered window are data, (H, W); reads nothing where all are."""
        shape, bands, values = (window.height, window.width), list(self.bands.distinct), None
        if self.validity.everywhere:
            return np.ones(shape, np.bool_)
        with self._reading() as dataset:
            if self.validity.by_value:
                values = dataset.read(bands, window=window, out_dtype=self._dtype)
            return self._valid(dataset, values, window, shape)

    def close(self) -> None:
        """Close the dataset, once a read under way has ended."""
        with self._lock:
            self._dataset.close()

    @contextmanager
    def _reading(self) -> Iterator[DatasetReader]:
        with self._lock, gdal_session(self.name), damage_is_bad_raster(self.name):
            yield self._dataset

    def _resampling(self, window: Window, height: int, width: int) -> Resampling:
        if self.bands.palette is not None:
            return Resampling.nearest
        return Resampling.average if window.height * window.width > height * width else Resampling.cubic

    def _valid(
        self,
        dataset: DatasetReader,
        values: NDArray[Any] | None,
        window: Window,
        shape: tuple[int, int],
        how: Resampling = Resampling.nearest,
    ) -> NDArray[np.bool_]:
        validity, data = self.validity, np.ones(shape, np.bool_)
        if values is not None and validity.by_value:
            data &= validity.judge(values)
        if validity.mask_bands:
            bands = list(validity.mask_bands)
            masks = dataset.read_masks(bands, window=window, out_shape=(len(bands), *shape), resampling=how)
            data &= masks.any(axis=0)
        if validity.alpha:
            data &= dataset.read(validity.alpha, window=window, out_shape=shape, resampling=how) > 0
        return data
