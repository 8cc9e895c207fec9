"""Boundary IoU: agreement near the edges of the classes, where maps of large fields hide their mistakes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter, minimum_filter

from .metrics import Counts

_HIGHEST = np.uint16(65_535)
_UNLABELLED = np.uint16(65_534)  # of the map where the reference is known: as good as another class


@dataclass(frozen=True, slots=True, eq=False)
class Boundary:
    """Pixels near the edges of each class, (K,) each; add them up to stream over blocks.

    Edges are looked for where the reference is known, in both: where its knowledge ends is no edge of either.

    Args:
        both: near an edge of the class in the reference and in the prediction, and of that class in both.
        reference: of the class and near one of its edges in the reference.
        predicted: likewise in the prediction, among the pixels that the reference labels.
    """

    both: Counts
    reference: Counts
    predicted: Counts

    @classmethod
    def empty(cls, classes: int) -> Boundary:
        """No pixels yet, for ``classes`` = K classes."""
        return cls(*(np.zeros(classes, np.int64) for _ in range(3)))

    @classmethod
    def of(
        cls,
        reference: NDArray[np.uint16],
        predicted: NDArray[np.uint16],
        classes: int,
        reach_px: int,
        counted: slice = slice(None),
    ) -> Boundary:
        """Count one block.

        Args:
            reference: (H, W), 1..K, 0 where nothing is known.
            predicted: (H, W), 1..K, 0 where nothing is predicted.
            classes: K.
            reach_px: how far from an edge counts as near, in px along rows, columns and diagonals.
            counted: the rows to count; the others are there so that edges beyond the block are seen.
        """
        judged = reference > 0
        seen = np.where(judged, np.where(predicted > 0, predicted, _UNLABELLED), 0).astype(np.uint16)
        in_reference = (judged & _near_edge(reference, reach_px))[counted]
        in_prediction = (judged & (predicted > 0) & _near_edge(seen, reach_px))[counted]
        reference, predicted = reference[counted], predicted[counted]
        shared = in_reference & in_prediction & (reference == predicted)
        pixels = (reference[shared], reference[in_reference], predicted[in_prediction])
        return cls(*(np.bincount(each, minlength=classes + 1)[1:] for each in pixels))

    def __add__(self, other: Boundary) -> Boundary:
        """Count the pixels of both."""
        return Boundary(self.both + other.both, self.reference + other.reference, self.predicted + other.predicted)

    @property
    def iou(self) -> NDArray[np.float64]:
        """Boundary IoU (Cheng and others 2021), (K,): both / (reference + predicted - both); NaN without edges."""
        either = self.reference + self.predicted - self.both
        ratios = np.full(either.shape, np.nan)
        np.divide(self.both, either, out=ratios, where=either > 0)
        return ratios

    def mean_iou(self, present: Counts) -> float:
        """Mean of ``iou`` over the classes that are present, (K,) pixels, and have an edge there; NaN without any."""
        near = self.iou[(present > 0) & (self.reference > 0)]
        return float(near.mean()) if near.size else float("nan")


def _near_edge(labels: NDArray[np.uint16], reach_px: int) -> NDArray[np.bool_]:
    """Whether another label lies within reach, (H, W); neither 0, which is not known, nor the array's end is one."""
    side = 2 * reach_px + 1
    highest = maximum_filter(labels, side, mode="nearest")
    lowest = minimum_filter(np.where(labels == 0, _HIGHEST, labels), side, mode="nearest")
    return np.asarray(highest != lowest, np.bool_)
