"""Costs of pixels inside labelled polygons: a few of each polygon, so that memory does not grow with the raster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..classes import ClassList, name_key
from ..decide import COST_SCALE
from ..errors import BadOption
from ..raster.cost_raster import CostRaster
from ..raster.grid import Block
from ..raster.polygon_layer import PolygonLayer
from ..vector.class_polygons import ClassPolygons, class_text

_MOST_POLYGONS = 65_535
_MOST_SAMPLES = 20_000
_FEWEST_A_POLYGON = 50

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Pixels whose class is known.

    Args:
        costs: (N, T) logits.
        labels: (N,) class of each, from 0.
        polygons: (N,) the polygon that each lies in, from 0.
        classes: the classes of the costs.
    """

    costs: NDArray[np.float32]
    labels: NDArray[np.int64]
    polygons: NDArray[np.int64]
    classes: ClassList

    def __len__(self) -> int:
        return len(self.labels)

    def only(self, which: NDArray[np.bool_]) -> Samples:
        """Some of them."""
        return replace(self, costs=self.costs[which], labels=self.labels[which], polygons=self.polygons[which])

    def class_of_polygon(self) -> dict[int, int]:
        """The class of each polygon that holds a pixel."""
        return dict(zip(self.polygons.tolist(), self.labels.tolist(), strict=True))


def take_samples(
    costs: CostRaster, path: str, field: str, *, seed: int = 0, on_progress: Progress = lambda done, total: None
) -> Samples:
    """Read the costs inside labelled polygons.

    Where polygons overlap, the one that the file has last counts. Of a large polygon, pixels are drawn at random.

    Args:
        costs: the cost raster.
        path: the polygons, in any CRS.
        field: their field that holds the class; polygons without a class are passed over.
        seed: of the draw.
        on_progress: called with rows done and rows in all.

    Raises:
        BadOption: no polygon lies on the costs, a class is none of the run's, or there is no such field.
        BadRaster: the costs are damaged.
    """
    drawn, labels = _labelled(costs, path, field)
    numbers = {f"{place}": place + 1 for place in range(len(labels))}
    most = max(_FEWEST_A_POLYGON, _MOST_SAMPLES // len(labels))
    chance, kept = np.random.default_rng(seed), _Kept(most, len(labels))
    for rows in costs.rows():
        block = Block(rows.row, 0, rows.costs.shape[1], costs.grid.width)
        if drawn.touches(block):
            kept.add(rows.costs, np.where(rows.valid, drawn.draw(block, numbers), 0), chance)
        on_progress(rows.row + block.height, costs.grid.height)
    found, owner = kept.values(len(costs.classes))
    if not len(found):
        raise BadOption(f"No polygon of {path} with a class lies on the ground of the costs.")
    return Samples(found, labels[owner], owner, costs.classes)


def _labelled(costs: CostRaster, path: str, field: str) -> tuple[ClassPolygons, NDArray[np.int64]]:
    """The polygons with a class, called by their place from 0, and the class of each, from 0.

    The parts of a multipolygon are one polygon: nearby parts are alike, so that none may vouch for another.
    """
    layer = PolygonLayer.find(path)
    parts, values = layer.read(costs.grid, field)
    features = layer.read(costs.grid)[1]
    names = np.array([class_text(value) for value in values], np.object_)
    parts, features, names = (each[names != ""] for each in (parts, features, names))
    if not len(names):
        raise BadOption(f"No polygon of {path} with a class lies on the ground of the costs.")
    _, first, place = np.unique(features, return_index=True, return_inverse=True)
    if len(first) > _MOST_POLYGONS:
        raise BadOption(
            f"{path} has {len(first):,} polygons on the costs: at most {_MOST_POLYGONS:,} can be learnt from."
        )
    labels = _class_ids(names[first].tolist(), costs.classes, path)
    return ClassPolygons(parts, np.array([f"{each}" for each in place], np.object_)), labels


def _class_ids(names: Sequence[str], classes: ClassList, path: str) -> NDArray[np.int64]:
    ids = {name_key(name): place for place, name in enumerate(classes.names)}
    unknown = sorted({name for name in names if name_key(name) not in ids})
    if unknown:
        raise BadOption(
            f"The costs know no class “{unknown[0]}”, which polygons of {path} have: their classes are "
            f"{', '.join(classes.names)}."
        )
    return np.array([ids[name_key(name)] for name in names], np.int64)


class _Kept:
    """At most so many pixels of each polygon, every pixel with the same chance, while rows of blocks pass by."""

    def __init__(self, most: int, polygons: int) -> None:
        self._most = most
        self._keys: list[NDArray[np.float64]] = [np.empty(0)] * polygons
        self._costs: list[NDArray[np.int16] | None] = [None] * polygons

    def add(self, costs: NDArray[np.int16], owners: NDArray[np.uint16], chance: np.random.Generator) -> None:
        """Take costs (T, rows, W) and the number of the polygon of each pixel (rows, W), 0 for none."""
        inside = owners > 0
        pixels, owner = costs[:, inside].T, owners[inside].astype(np.int64) - 1
        order = np.argsort(owner, kind="stable")
        pixels, owner, keys = pixels[order], owner[order], chance.random(len(owner))
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        for start, end in zip(starts, [*starts[1:], len(owner)], strict=True):
            self._merge(int(owner[start]), keys[start:end], pixels[start:end])

    def _merge(self, polygon: int, keys: NDArray[np.float64], pixels: NDArray[np.int16]) -> None:
        """Keep those with the lowest keys, which were drawn by chance."""
        before = self._costs[polygon]
        keys = np.concatenate([self._keys[polygon], keys])
        pixels = pixels if before is None else np.concatenate([before, pixels])
        chosen = np.argsort(keys)[: self._most]
        self._keys[polygon], self._costs[polygon] = keys[chosen], pixels[chosen]

    def values(self, classes: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Logits (N, T), and the polygon of each pixel (N,)."""
        parts = [(place, found) for place, found in enumerate(self._costs) if found is not None]
        if not parts:
            return np.empty((0, classes), np.float32), np.empty(0, np.int64)
        owner = np.repeat([place for place, _ in parts], [len(found) for _, found in parts])
        return np.concatenate([found for _, found in parts]).astype(np.float32) * np.float32(COST_SCALE), owner.astype(
            np.int64
        )
