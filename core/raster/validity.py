"""Which pixels are data: no-data values, mask bands, an alpha band, transparent colours, NaN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.io import DatasetReader


@dataclass(frozen=True, slots=True)
class Validity:
    """How the chosen bands of a raster tell data from no data.

    A pixel is data when at least one chosen band has a number there that is not the band's no-data value, when a mask
    shows it, and when it is not wholly transparent.

    Attributes:
        nodata: of each chosen band, its no-data value.
        mask_bands: the bands whose masks are to be read.
        alpha: the alpha band.
        floating: whether NaN and infinity may occur.
        transparent: of a palette, the numbers that show nothing.
    """

    nodata: tuple[float | None, ...]
    mask_bands: tuple[int, ...]
    alpha: int | None
    floating: bool
    transparent: tuple[int, ...] = ()

    @classmethod
    def of(cls, dataset: DatasetReader, bands: Sequence[int], transparent: tuple[int, ...] = ()) -> Validity:
        """The convention of some bands of a dataset, numbered from 1."""
        flags = [set(dataset.mask_flag_enums[band - 1]) for band in bands]
        nodata = [
            dataset.nodatavals[band - 1] if flag == {MaskFlags.nodata} else None
            for band, flag in zip(bands, flags, strict=True)
        ]
        masked = [not flag & {MaskFlags.all_valid, MaskFlags.alpha} and flag != {MaskFlags.nodata} for flag in flags]
        shared = all(MaskFlags.per_dataset in flag for flag in flags)
        alphas = [i for i, meaning in enumerate(dataset.colorinterp, start=1) if meaning == ColorInterp.alpha]
        return cls(
            nodata=tuple(nodata),
            mask_bands=tuple(bands[:1] if shared else bands) if all(masked) else (),
            alpha=alphas[0] if alphas and alphas[0] not in bands else None,
            floating=any(np.dtype(dataset.dtypes[band - 1]).kind == "f" for band in bands),
            transparent=transparent,
        )

    @property
    def unmarked(self) -> bool:
        """Whether the raster itself marks no pixels."""
        marks = (*self.mask_bands, *self.transparent)
        return all(value is None for value in self.nodata) and not marks and self.alpha is None

    @property
    def by_value(self) -> bool:
        """Whether a pixel's own values decide."""
        return self.floating or None not in self.nodata or bool(self.transparent)

    @property
    def everywhere(self) -> bool:
        """Whether every pixel is data, without looking."""
        return not (self.by_value or self.mask_bands or self.alpha)

    def judge(self, values: NDArray[Any]) -> NDArray[np.bool_]:
        """Which pixels (H, W) are data by their raw values (n, H, W)."""
        judged = [_is_data(channel, nodata) for channel, nodata in zip(values, self.nodata, strict=True)]
        data = np.any(judged, axis=0)
        if self.transparent:
            data &= ~np.isin(values[0], self.transparent)
        return np.asarray(data)


def _is_data(channel: NDArray[Any], nodata: float | None) -> NDArray[np.bool_]:
    finite = np.isfinite(channel)
    return np.asarray(finite if nodata is None else finite & (channel != channel.dtype.type(nodata)))
