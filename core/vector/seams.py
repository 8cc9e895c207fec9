"""Seams: patches cut by the edge between two strips of rows, put together again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .outlines import without_straight_corners
from .patches import Flags, Ids, Labels, Patches, connected_groups

_NONE = -1


@dataclass(slots=True)
class _OpenPatch:
    """A patch that reaches the lower edge of the rows seen so far: its sums, and its outline in pieces."""

    class_id: int
    area_m2: float
    confidence_sum: float
    confidence_pixels: int
    pieces: list[shapely.Polygon]

    def absorb(self, other: _OpenPatch) -> None:
        self.area_m2 += other.area_m2
        self.confidence_sum += other.confidence_sum
        self.confidence_pixels += other.confidence_pixels
        self.pieces += other.pieces


class Seams:
    """Joins the patches of strips that are added from the top of a raster to its bottom.

    Only patches that reach the lowest row so far are held; their pieces are joined once, when the last has come.

    Args:
        width: columns of the raster.
        straighten: drop the corners that a seam leaves on straight borders.
    """

    def __init__(self, width: int, *, straighten: bool) -> None:
        self._straighten = straighten
        self._open: list[_OpenPatch] = []
        self._open_above: Ids = np.full(width, _NONE)

    def add(self, labels: Labels, patches: Patches, wanted: Flags, *, is_last: bool) -> Patches:
        """Take the next strip's patches and give back those that are whole now.

        Args:
            labels: (H, W), each an index into `patches`.
            patches: the strip's N patches.
            wanted: (N,); the others are forgotten.
            is_last: no strip follows.
        """
        goes_on = np.zeros(len(patches), bool)
        goes_on[labels[-1]] = not is_last
        above, below = self._meetings(labels[0], patches, wanted)
        cut = goes_on & wanted
        cut[below] = True
        groups, group_of_label = self._merge(above, below, patches, cut)
        finished = self._carry_on(groups, np.where(goes_on, group_of_label, _NONE)[labels[-1]])
        return Patches.joined([patches.take(wanted & ~cut), self._closed(finished)])

    def _meetings(self, upper_edge: Labels, patches: Patches, wanted: Flags) -> tuple[Ids, Ids]:
        """Pairs of open patch and label that touch along the seam and are of one class."""
        class_of_open = np.array([patch.class_id for patch in self._open] + [_NONE])
        meet = wanted[upper_edge] & (class_of_open[self._open_above] == patches.class_ids[upper_edge])
        pairs = np.unique(np.stack([self._open_above[meet], upper_edge[meet]]), axis=1)
        return pairs[0], pairs[1]

    def _merge(self, above: Ids, below: Ids, patches: Patches, cut: Flags) -> tuple[list[_OpenPatch], Ids]:
        """Merge the open patches and the cut ones that belong together; also give each label's group, or -1."""
        members = [*self._open, *_opened(patches.take(cut))]
        member_of_label = np.cumsum(cut) - 1 + len(self._open)
        group_of_member = connected_groups(len(members), above, member_of_label[below])
        groups: dict[int, _OpenPatch] = {}
        for member, group in zip(members, group_of_member.tolist(), strict=True):
            if group in groups:
                groups[group].absorb(member)
            else:
                groups[group] = member
        group_of_label = np.full(len(patches), _NONE)
        group_of_label[cut] = group_of_member[len(self._open) :]
        return [groups[group] for group in range(len(groups))], group_of_label

    def _carry_on(self, groups: list[_OpenPatch], group_at_edge: Ids) -> list[_OpenPatch]:
        """Keep the groups that reach the lower edge open, and give back the others."""
        still_open = np.unique(group_at_edge[group_at_edge != _NONE])
        self._open_above = np.where(group_at_edge == _NONE, _NONE, np.searchsorted(still_open, group_at_edge))
        self._open = [groups[group] for group in still_open]
        return [groups[group] for group in np.setdiff1d(np.arange(len(groups)), still_open)]

    def _closed(self, finished: list[_OpenPatch]) -> Patches:
        return Patches(
            np.array([patch.class_id for patch in finished], np.int64),
            np.array([patch.area_m2 for patch in finished], np.float64),
            np.array([patch.confidence_sum for patch in finished], np.float64),
            np.array([patch.confidence_pixels for patch in finished], np.int64),
            np.array([self._join(patch.pieces) for patch in finished], object),
        )

    def _join(self, pieces: list[shapely.Polygon]) -> shapely.Polygon:
        """Join the pieces of one patch.

        A hole inside a piece never reaches a seam, for the piece could not close around it there. So only the outer
        rings are joined, which keeps a background with thousands of holes cheap.
        """
        if len(pieces) == 1:
            return pieces[0]
        joined = shapely.union_all([shapely.Polygon(piece.exterior) for piece in pieces])
        if self._straighten:
            (joined,) = without_straight_corners(np.array([joined]))
        holes = [hole for piece in pieces for hole in piece.interiors]
        return shapely.Polygon(joined.exterior, [*joined.interiors, *holes])


def _opened(patches: Patches) -> list[_OpenPatch]:
    sums = (patches.areas_m2.tolist(), patches.confidence_sums.tolist(), patches.confidence_pixels.tolist())
    rows = zip(patches.class_ids.tolist(), *sums, patches.outlines, strict=True)
    return [_OpenPatch(class_id, area, sure, pixels, [piece]) for class_id, area, sure, pixels, piece in rows]
