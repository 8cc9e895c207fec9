"""Stored numbers of a multispectral raster to the unit of its models: 10,000 times the reflectance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

UNIT = 10_000.0
_BRIGHTEST = 2.0  # glints and clouds reach beyond a reflectance of 1; no product of whole numbers stays below 2


@dataclass(frozen=True, slots=True)
class Reflectance:
    """What each band's stored numbers are multiplied with, and what is then added; plain data for JSON."""

    gains: tuple[float, ...]
    offsets: tuple[float, ...]

    def apply(self, values: NDArray[Any]) -> NDArray[np.float32]:
        """Stored numbers (bands, ...) to float32 in 10,000 times the reflectance; NaN stays NaN, nothing is clipped."""
        shape = (len(self.gains),) + (1,) * (values.ndim - 1)
        gains, offsets = (np.array(each, np.float32).reshape(shape) for each in (self.gains, self.offsets))
        return np.asarray(values.astype(np.float32) * gains + offsets)


def choose_reflectance(
    declared: Sequence[tuple[float, float]], values: NDArray[Any], valid: NDArray[np.bool_], offset: float | None
) -> Reflectance:
    """Decide how numbers are read, from a sample of the raster.

    A scale and an offset that the raster declares are followed. What comes of them, or of floats without them, is the
    reflectance itself where it stays below 2; all other numbers count as 10,000 times the reflectance.

    Args:
        declared: scale and offset of each band; 1 and 0 where nothing is declared.
        values: sampled numbers, (bands, ...).
        valid: which samples are data, of the shape of one band.
        offset: what is added in the end, in the unit of the models, such as -1000 for products of Sentinel-2 from 2022
            on; None: what the raster declares.
    """
    scales, offsets = zip(*declared, strict=True)
    stated = Reflectance(scales, offsets)
    found = stated.apply(values)[:, valid]
    found = found[np.isfinite(found)]
    may_be_shares = values.dtype.kind == "f" or any(scale != 1 for scale in scales)
    if may_be_shares and found.size and float(np.percentile(found, 99)) <= _BRIGHTEST:
        stated = Reflectance(tuple(scale * UNIT for scale in scales), tuple(shift * UNIT for shift in offsets))
    return stated if offset is None else replace(stated, offsets=(offset,) * len(offsets))
