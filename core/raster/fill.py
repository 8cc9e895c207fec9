"""What the network sees where a raster has no data: the ground beside it, so that no edge stands out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt


def mirror(values: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
    """Fills pixels that are no data with those that lie as far from the edge of the data on its other side.

    Where there is none either, with the nearest on the edge itself. One colour for all of them would be a surface of
    its own to the network, and its class would reach into the data.

    Args:
        values: (channels, H, W), filled in place.
        valid: (H, W), some of it at least.
    """
    if valid.all():
        return
    holes = np.nonzero(~valid)
    missing = np.stack(holes)
    nearest = distance_transform_edt(~valid, return_distances=False, return_indices=True)[:, holes[0], holes[1]]
    across = 2 * nearest - missing
    inside = ((across >= 0) & (across < np.array([valid.shape]).T)).all(axis=0)
    across = np.where(inside, across, nearest)
    rows, cols = np.where(valid[across[0], across[1]], across, nearest)
    values[:, holes[0], holes[1]] = values[:, rows, cols]
