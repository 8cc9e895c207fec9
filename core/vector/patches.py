"""Patches: connected areas of one class, labelled and measured from their pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Labels = npt.NDArray[np.int32]
Ids = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Outlines = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Patches:
    """Patches as a table of columns, each (N,).

    Confidence is kept as a sum and a count, so that the parts of a patch add up exactly.
    Outlines are polygons in pixel coordinates; None for a patch that nobody wants.
    """

    class_ids: Ids
    areas_m2: Numbers
    confidence_sums: Numbers
    confidence_pixels: Ids
    outlines: Outlines

    def __len__(self) -> int:
        return len(self.class_ids)

    def take(self, which: Flags) -> Patches:
        """The patches where `which` (N,) is true."""
        return Patches(*(getattr(self, column.name)[which] for column in fields(self)))

    @classmethod
    def joined(cls, tables: Sequence[Patches]) -> Patches:
        """All patches of several tables in one."""
        return cls(*(np.concatenate([getattr(table, column.name) for table in tables]) for column in fields(cls)))

    def mean_confidences(self) -> Numbers:
        """Mean confidence of each patch over its pixels that have one; NaN where none has."""
        means = np.full(len(self), np.nan)
        np.divide(self.confidence_sums, self.confidence_pixels, out=means, where=self.confidence_pixels > 0)
        return means


def label_patches(classes: npt.NDArray[np.integer]) -> tuple[Labels, Ids]:
    """Give each 4-connected patch of equal class a label of its own.

    Args:
        classes: (H, W) class ids.

    Returns:
        Labels (H, W), from 0 without gaps, and the class id of each label (N,).
    """
    starts = np.ones(classes.shape, bool)
    starts[:, 1:] = classes[:, 1:] != classes[:, :-1]
    runs = (np.cumsum(starts, dtype=np.int32) - np.int32(1)).reshape(classes.shape)
    above, below = _touching_runs(classes, starts, runs)
    label_of_run = connected_groups(int(runs[-1, -1]) + 1, above, below)
    class_ids = np.empty(label_of_run.max() + 1, np.int64)
    class_ids[label_of_run] = classes[starts]
    return label_of_run[runs], class_ids


def connected_groups(
    count: int, ones: npt.NDArray[np.integer], others: npt.NDArray[np.integer]
) -> npt.NDArray[np.int32]:
    """Number the groups into which links between pairs, `ones[i]` and `others[i]`, join `count` things."""
    links = coo_array((np.ones(len(ones), np.int8), (ones, others)), shape=(count, count))
    groups: npt.NDArray[np.int32] = connected_components(links, directed=False)[1]
    return groups


def measure_patches(
    labels: Labels,
    class_ids: Ids,
    outlines: Outlines,
    row_areas_m2: Numbers,
    confidence: npt.NDArray[np.float32] | None = None,
) -> Patches:
    """Sum areas and confidences over the pixels of each patch.

    Args:
        labels: (H, W), as `label_patches` gives them.
        class_ids: (N,) class id of each label.
        outlines: (N,) outline of each label.
        row_areas_m2: (H,) area of one pixel in each row.
        confidence: (H, W) in 0..1, NaN where there is none; or None.
    """
    count = len(class_ids)
    areas = _sums(labels.ravel(), np.repeat(row_areas_m2, labels.shape[1]), count)
    if confidence is None:
        return Patches(class_ids, areas, np.zeros(count), np.zeros(count, np.int64), outlines)
    known = np.isfinite(confidence)
    sums = _sums(labels[known], confidence[known], count)
    return Patches(class_ids, areas, sums, np.bincount(labels[known], minlength=count), outlines)


def _sums(labels: Labels, values: npt.NDArray[np.floating], count: int) -> Numbers:
    """Sum of the values of each label, (count,)."""
    return np.asarray(np.bincount(labels, weights=values, minlength=count), np.float64)


def _touching_runs(classes: npt.NDArray[np.integer], starts: Flags, runs: Labels) -> tuple[Labels, Labels]:
    """Pairs of runs of equal class that touch across neighbouring rows, each pair once."""
    same = classes[1:] == classes[:-1]
    first = same.copy()
    first[:, 1:] &= starts[1:, 1:] | starts[:-1, 1:] | ~same[:, :-1]
    return runs[:-1][first], runs[1:][first]
