"""The radiometric stretch: raw values to 0..1, decided once for a raster and never for a tile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from ..errors import BadOption

_PERCENTILES = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The raw values of three channels that become 0 and 1, and the mode that found them; plain data for JSON."""

    mode: str
    low: Triple
    high: Triple

    def apply(self, values: NDArray[Any]) -> NDArray[np.float32]:
        """Raw values (3, ...) to float32 clipped to 0..1; NaN stays NaN, and a constant channel becomes 0."""
        exact = np.float32 if values.dtype.itemsize <= 2 or values.dtype == np.float32 else np.float64
        shape = (3,) + (1,) * (values.ndim - 1)
        low = np.array(self.low, np.float64).reshape(shape)
        span = np.array(self.high, np.float64).reshape(shape) - low
        span[span == 0] = 1
        with np.errstate(over="ignore", invalid="ignore"):
            stretched = np.subtract(values, low, dtype=exact)
            np.divide(stretched, span.astype(exact), out=stretched)
        np.clip(stretched, 0, 1, out=stretched)
        return np.asarray(stretched, np.float32)


def percentiles(mode: str) -> tuple[float, float] | None:
    """The percentiles of a mode such as ``2-98``; None for auto, minmax and none.

    Raises:
        BadOption: not a known mode.
    """
    if mode in ("auto", "minmax", "none"):
        return None
    match = _PERCENTILES.fullmatch(mode)
    if match and float(match[1]) < float(match[2]) <= 100:
        return float(match[1]), float(match[2])
    raise BadOption(f"The stretch {mode!r} is not known: give auto, minmax, none, or two percentiles such as 2-98.")


def choose_stretch(mode: str, values: NDArray[Any], valid: NDArray[np.bool_], dtype: DTypeLike) -> Stretch:
    """Decide a stretch from a sample of the raster.

    ``auto`` takes 8-bit values as they are, 0..255, and stretches all others from the 2nd to the 98th percentile.
    ``none`` takes an integer type's whole positive range, and floats as 0..1.

    Args:
        mode: auto, minmax, none, or percentiles such as ``2-98``.
        values: sampled raw values, (3, ...).
        valid: which samples are data, of the shape of one channel.
        dtype: the raster's own data type.
    """
    kind = np.dtype(dtype)
    limits = percentiles(mode)
    if mode == "none" or (mode == "auto" and kind == np.uint8):
        top = float(np.iinfo(kind).max) if kind.kind in "iu" else 1.0
        return Stretch(mode, (0.0, 0.0, 0.0), (top, top, top))
    if mode == "auto":
        limits = (2.0, 98.0)
    ends = [_ends(channel[valid & np.isfinite(channel)], limits or (0.0, 100.0)) for channel in values]
    return Stretch(mode, (ends[0][0], ends[1][0], ends[2][0]), (ends[0][1], ends[1][1], ends[2][1]))


def _ends(values: NDArray[Any], limits: tuple[float, float]) -> tuple[float, float]:
    """The values at two percentiles, or the extremes where these are the same value; 0 and 0 of nothing."""
    if not values.size:
        return 0.0, 0.0
    low, high = np.percentile(values.astype(np.float64), limits)
    if low == high:
        low, high = values.min(), values.max()
    return float(low), float(high)
