"""Overviews: coarser copies of a raster, made while its rows are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .scratch import ScratchRaster

Pixels = NDArray[Any]
Halve = Callable[[Pixels], Pixels]
"""Takes (2 H, 2 W) pixels and gives (H, W)."""


class Pyramid:
    """Halves a raster again and again until one block of ``block`` px holds it.

    Args:
        folder: where the levels are written, as level-1.tif and so on.
        height: rows of the raster.
        width: columns of the raster.
        block: side of a block in px.
        nodata: fills odd rows and columns up to pairs; what ``halve`` leaves out of account.
        dtype: type of the pixels.
        halve: makes one pixel of four.
    """

    def __init__(
        self, folder: Path, height: int, width: int, block: int, nodata: float, dtype: np.dtype[Any], halve: Halve
    ) -> None:
        self._levels: list[_Level] = []
        while max(height, width) > block:
            height, width = -(-height // 2), -(-width // 2)
            file = ScratchRaster(folder / f"level-{len(self._levels) + 1}.tif", height, width, dtype)
            self._levels.append(_Level(file, nodata, halve))

    def write(self, rows: Pixels) -> None:
        """Take the next rows (rows, W) of the raster."""
        for level in self._levels:
            rows = level.take(rows)

    def finish(self) -> list[Path]:
        """Complete all levels and close them; their files, finest first."""
        for i, level in enumerate(self._levels):
            rows = level.take_last()
            for coarser in self._levels[i + 1 :]:
                rows = coarser.take(rows)
        self.close()
        return [level.file.path for level in self._levels]

    def close(self) -> None:
        """Close all files, complete or not."""
        for level in self._levels:
            level.file.close()


class _Level:
    """One level: keeps an odd row until its partner comes."""

    def __init__(self, file: ScratchRaster, nodata: float, halve: Halve) -> None:
        self.file = file
        self._nodata = nodata
        self._halve = halve
        self._odd: Pixels | None = None

    def take(self, rows: Pixels) -> Pixels:
        """Write half of the finer rows, and give them."""
        if self._odd is not None:
            rows = np.concatenate([self._odd, rows])
        even = len(rows) // 2 * 2
        self._odd = rows[even:].copy() if even < len(rows) else None
        return self._write(rows[:even])

    def take_last(self) -> Pixels:
        """Write what an odd last row gives."""
        if self._odd is None:
            return self._write(np.empty((0, 2 * self.file.width), self.file.dtype))
        return self._write(np.pad(self._odd, ((0, 1), (0, 0)), constant_values=self._nodata))

    def _write(self, rows: Pixels) -> Pixels:
        if rows.shape[1] % 2:
            rows = np.pad(rows, ((0, 0), (0, 1)), constant_values=self._nodata)
        halved = self._halve(rows)
        self.file.write(halved)
        return halved


def halve_by_mode(pixels: Pixels) -> Pixels:
    """The class that most of each four pixels have, the first of equals; 0 only where all four are 0."""
    a, b, c, d = _quarters(pixels)
    chosen = _choose(a != 0, a, _choose(b != 0, b, _choose(c != 0, c, d)))
    chosen = _choose((c == d) & (c != 0), c, chosen)
    chosen = _choose(((b == c) | (b == d)) & (b != 0), b, chosen)
    return _choose(((a == b) | (a == c) | (a == d)) & (a != 0), a, chosen)


def halve_by_mean(pixels: Pixels) -> Pixels:
    """The mean of each four float pixels, NaN left out of account; NaN only where all four are NaN."""
    quarters = np.stack(_quarters(pixels))
    known = ~np.isnan(quarters)
    sums = np.where(known, quarters, 0).sum(axis=0, dtype=pixels.dtype)
    counts = known.sum(axis=0, dtype=pixels.dtype)
    return np.asarray(np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0))


def _quarters(pixels: Pixels) -> tuple[Pixels, Pixels, Pixels, Pixels]:
    """Upper left, upper right, lower left and lower right pixel of each four."""
    upper, lower = pixels[::2], pixels[1::2]
    a, b, c, d = (np.ascontiguousarray(part) for part in (upper[:, ::2], upper[:, 1::2], lower[:, ::2], lower[:, 1::2]))
    return a, b, c, d


def _choose(where: NDArray[np.bool_], yes: Pixels, no: Pixels) -> Pixels:
    """`np.where` for unsigned integers, several times faster: a mask of all bits instead of a branch."""
    bits = np.negative(where.astype(yes.dtype))
    return np.asarray(no ^ ((yes ^ no) & bits))
