"""The report: how much of the ground each class covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .raster.classmap import ClassMap, LegendEntry
from .raster.grid import Grid

_STRIP_PIXELS = 1 << 22
_IDS = 1 << 16
_COUNTS = 1 << 20  # entries of a table of rows and ids
_ROWS = 1 << 10  # whose areas are found at once, in half the time that as many take a few at a time


@dataclass(frozen=True, slots=True)
class ClassArea:
    """What one class covers.

    Args:
        id: class id, 1..N.
        name: the label people see.
        colour: "#rrggbb".
        pixels: how many pixels it has.
        share: its part of the labelled area, 0..1; the shares of all classes add up to 1.
        area_m2: area on the ellipsoid; None for a raster without a CRS.
    """

    id: int
    name: str
    colour: str
    pixels: int
    share: float
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class Areas:
    """What all classes cover.

    A class raster has 0 both where there is no data and where nothing was sure enough, so shares are of the labelled
    area: a collar without data does not make a class look small.

    Args:
        classes: every class in order of id, those that no pixel won too.
        labelled_pixels: pixels of any class.
        unlabelled_pixels: pixels of value 0.
        labelled_m2: area of all classes; None for a raster without a CRS.
    """

    classes: tuple[ClassArea, ...]
    labelled_pixels: int
    unlabelled_pixels: int
    labelled_m2: float | None

    @property
    def unlabelled_share(self) -> float:
        """Part of the raster's pixels that are no data or unlabelled, 0..1."""
        return self.unlabelled_pixels / max(self.labelled_pixels + self.unlabelled_pixels, 1)

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values for JSON."""
        values = asdict(self)
        return {**values, "classes": list(values["classes"]), "unlabelled_share": self.unlabelled_share}


class AreaCounter:
    """Counts pixels and areas while class ids pass by, in any order and pieces.

    Args:
        grid: the grid of the class raster.
    """

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._known = lru_cache(maxsize=2)(self._part)
        self._pixels: NDArray[np.int64] = np.zeros(_IDS, np.int64)
        self._areas: NDArray[np.float64] = np.zeros(_IDS)

    def add(self, row: int, classes: NDArray[np.integer]) -> None:
        """Count class ids (H, W) whose first row is row `row` of the grid; columns may be any of the grid's."""
        ids = int(classes.max(initial=0)) + 1
        rows = max(1, _COUNTS // ids)
        for start in range(0, len(classes), rows):
            self._add(row + start, classes[start : start + rows], ids)

    def _add(self, row: int, classes: NDArray[np.integer], ids: int) -> None:
        # One count over (row, id) pairs: a bincount for each row costs several times as much.
        pairs = classes + np.arange(len(classes), dtype=np.int64)[:, None] * ids
        counts = np.bincount(pairs.ravel(), minlength=len(classes) * ids).reshape(-1, ids)
        areas = self._row_areas(row, len(classes))[:, None] * counts
        self._pixels[:ids] += counts.sum(axis=0)
        # Row after row, so that sums do not depend on the pieces in which rows arrive, not even in their last digit.
        self._areas[:ids] = np.add.accumulate([self._areas[:ids], *areas])[-1]

    def _row_areas(self, row: int, rows: int) -> NDArray[np.float64]:
        first, last = row // _ROWS, (row + rows - 1) // _ROWS
        known = np.concatenate([self._known(part) for part in range(first, last + 1)])
        return known[row - first * _ROWS :][:rows]

    def _part(self, part: int) -> NDArray[np.float64]:
        start = part * _ROWS
        return self._grid.row_areas(start, min(_ROWS, self._grid.height - start))

    def result(self, legend: Sequence[LegendEntry]) -> Areas:
        """What was counted so far, for the classes of a legend."""
        located = self._grid.placement is not None
        total = float(self._areas[1:].sum())
        classes = tuple(
            ClassArea(
                **asdict(entry),
                pixels=int(self._pixels[entry.id]),
                share=float(self._areas[entry.id]) / total if total else 0.0,
                area_m2=float(self._areas[entry.id]) if located else None,
            )
            for entry in legend
        )
        return Areas(classes, int(self._pixels[1:].sum()), int(self._pixels[0]), total if located else None)

    def ids(self) -> list[int]:
        """Class ids that were met so far, without 0."""
        return (np.flatnonzero(self._pixels[1:]) + 1).tolist()


def class_areas(classes_path: str | Path) -> Areas:
    """Count what each class of a class raster covers.

    Raises:
        BadRaster: it cannot be read or is not a class raster.
    """
    with ClassMap.open(classes_path) as class_map:
        counter = AreaCounter(class_map.grid)
        for block in class_map.strips(max(1, _STRIP_PIXELS // class_map.grid.width)):
            counter.add(block.row, class_map.read(block))
        return counter.result(class_map.legend(counter.ids()))


def format_area(area_m2: float | None, pixels: int = 0) -> str:
    """An area as people write it: `12.3 km²`, `4.56 ha`, `789 m²`; in pixels when its size is not known."""
    if area_m2 is None:
        return f"{pixels:,} px"
    for unit, size in (("km²", 1e6), ("ha", 1e4)):
        if area_m2 >= size:
            return f"{_three_digits(area_m2 / size)} {unit}"
    return f"{_three_digits(area_m2)} m²"


def format_share(share: float) -> str:
    """A share as people write it: `12.3 %`; `< 0.1 %` for what would round to nothing."""
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return f"{share * 100:.1f} %"


def _three_digits(value: float) -> str:
    decimals = 0 if value == 0 or value >= 99.95 else 1 if value >= 9.995 else 2
    return f"{value:,.{decimals}f}"
