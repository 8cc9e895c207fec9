"""The smallest patch: patches of too few pixels take the class of a neighbour, as rows stream by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.features import sieve

_SMALLEST_HALO = 256
_LARGEST_HALO = 1024
_SMALLEST_CORE = 1024


@dataclass(frozen=True, slots=True, eq=False)
class ClassRows:
    """Rows of a class raster: class ids (rows, W), the first of them at ``row``."""

    row: int
    classes: NDArray[Any]


def remove_small_patches(strips: Iterable[ClassRows], height: int, min_area_px: int) -> Iterator[ClassRows]:
    """Give each 4-connected patch of fewer than ``min_area_px`` pixels the class of its largest neighbour.

    Pixels of value 0 neither change nor count as a neighbour, and a patch whose neighbours are all too small stays.

    Works on windows, a core of rows with a halo of 256 to 1,024 rows, so memory does not grow with the height. Up to
    512 px the result is that of the whole raster at once, but for one case: a small patch with several neighbours that
    are large enough, of which one runs out of the window and so may look smaller than another. Up to 1,024 px it is
    still exact which patches are removed. Above, a patch may be taken for small when it runs from the core out of the
    window with fewer pixels than that on the way: a line one or two pixels wide.

    Args:
        strips: rows from top to bottom, without gaps.
        height: rows of the whole raster.
        min_area_px: 0 and 1 change nothing.
    """
    if min_area_px <= 1:
        yield from strips
        return
    halo = min(max(2 * min_area_px, _SMALLEST_HALO), _LARGEST_HALO)
    core = max(_SMALLEST_CORE, 2 * halo)
    done, first, waiting, known = 0, 0, list[NDArray[Any]](), 0
    for strip in strips:
        waiting.append(strip.classes)
        known = strip.row + len(strip.classes)
        while (known == height and done < height) or known >= done + core + halo:
            window = np.concatenate(waiting)
            stop = min(done + core, height)
            part = window[: stop + halo - first]
            # A patch of more pixels than there are is the whole part: rasterio refuses to look for one.
            sieved = sieve(part, min(min_area_px, part.size), mask=part != 0)
            yield ClassRows(done, sieved[done - first : stop - first])
            done, kept = stop, max(stop - halo, 0)
            waiting, first = [window[kept - first :]], kept
