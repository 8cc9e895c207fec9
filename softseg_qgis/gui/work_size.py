"""How large a run will be: ground, pixels, tiles, disk and time, before it has begun."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..core.job import AUTO_TILE, DEFAULT_OVERLAP
from ..i18n import tr
from ..layers.area import Area
from ..layers.facts import RasterFacts, area_m2, format_resolution
from ..numbers import short
from .pace import seconds_for

_COST_BYTES = 2  # of a pixel and class, before compression
_CLASS_BYTES = 1


@dataclass(frozen=True)
class WorkSize:
    """The size of a run.

    Args:
        ground_m2: of the area; None where nobody knows.
        width: px of the work grid; likewise `height`.
        tiles: how many the network computes.
        resolution_m: ground resolution of the work grid; None where nobody knows.
        output_px: pixels of the class raster.
    """

    ground_m2: float | None
    width: int
    height: int
    tiles: int
    resolution_m: float | None
    output_px: int

    @property
    def megapixels(self) -> float:
        """Millions of pixels of the work grid."""
        return self.width * self.height / 1e6

    def cost_bytes(self, classes: int) -> int:
        """What the cost raster takes at most."""
        return self.output_px * classes * _COST_BYTES

    def text(self, device: str, model: str) -> str:
        """One line: `1.8 km² · 24 MP · about 40 s`; the time is left out until a run has shown the pace."""
        parts = [format_ground(self.ground_m2)] if self.ground_m2 is not None else []
        parts.append(tr("{size} megapixels", size=short(self.megapixels)))
        seconds = seconds_for(self.megapixels, device, model)
        if seconds is not None:
            parts.append(tr("about {time}", time=format_seconds(seconds)))
        return " · ".join(parts)

    def details(self) -> str:
        """What the line leaves out, for its tool tip."""
        resolution = format_resolution(self.resolution_m) if self.resolution_m else tr("the raster's resolution")
        disk = self.output_px * _CLASS_BYTES / 1e6
        return tr(
            "{tiles} tiles at {resolution}; up to {disk} MB for the class raster. The time is learned from past runs.",
            tiles=self.tiles,
            resolution=resolution,
            disk=short(disk),
        )


def work_size(facts: RasterFacts, area: Area, options: Mapping[str, Any], finest_m: float) -> WorkSize:
    """Estimate a run.

    Args:
        facts: the raster.
        area: where; the network works on its box.
        options: fields of `core.job.Job`: resolution, tile, overlap.
        finest_m: ground resolution below which the model works at that one.

    Raises:
        BadOption: the area does not touch the raster.
    """
    box = area.extent_in(facts)
    ground = area_m2(facts, box or facts.extent)
    native = _native_size(facts, box, ground, options.get("resolution"))
    work_m = _work_resolution(facts, options.get("resolution"), finest_m)
    scale = facts.resolution_m / work_m if facts.resolution_m and work_m else 1.0
    width, height = (max(1, round(side * scale)) for side in native)
    tile, overlap = options.get("tile") or AUTO_TILE, options.get("overlap", DEFAULT_OVERLAP)
    tiles = _tiles(width, tile, overlap) * _tiles(height, tile, overlap)
    covered = None if ground is None else ground * _share_of_box(area)
    return WorkSize(covered, width, height, tiles, work_m, round(native[0] * native[1]))


def format_ground(area: float) -> str:
    """An area as people write it: `1.8 km²`, `640 m²`."""
    return f"{short(area / 1e6)} km²" if area >= 1e5 else f"{short(area)} m²"


def format_seconds(seconds: float) -> str:
    """A time as people say it: `8 s`, `3 min`, `1 h 20 min`."""
    if seconds < 90:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def _share_of_box(area: Area) -> float:
    """How much of its box an area covers, 0..1."""
    if area.geometry is None or area.kind not in ("polygons", "drawn"):
        return 1.0
    box = area.geometry.boundingBox().area()
    return min(1.0, area.geometry.area() / box) if box else 1.0


def _native_size(
    facts: RasterFacts, box: tuple[float, ...] | None, ground: float | None, resolution_m: float | None
) -> tuple[float, float]:
    """Width and height, px, of the part of a raster; a web map has those that its copy will have."""
    left, bottom, right, top = box or (
        facts.extent.xMinimum(),
        facts.extent.yMinimum(),
        facts.extent.xMaximum(),
        facts.extent.yMaximum(),
    )
    if facts.width and facts.height:
        return (
            facts.width * (right - left) / facts.extent.width(),
            facts.height * (top - bottom) / facts.extent.height(),
        )
    shape = (right - left) / (top - bottom)
    pixels = (ground or 0.0) / (resolution_m or 1.0) ** 2
    return math.sqrt(pixels * shape), math.sqrt(pixels / shape)


def _work_resolution(facts: RasterFacts, wanted: float | None, finest_m: float) -> float | None:
    if wanted:
        return wanted
    if facts.resolution_m is None:
        return None
    return facts.resolution_m if wanted == 0 else max(facts.resolution_m, finest_m)


def _tiles(length: int, tile: int, overlap: float) -> int:
    """How many tiles lie side by side over a length, px."""
    step = max(1.0, tile * (1 - overlap))
    return max(1, math.ceil((length - tile * overlap) / step))
