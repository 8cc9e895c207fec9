"""The polygons of a vector file in the pixel coordinates of a raster, with one of their fields."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError
from rasterio import warp
from rasterio.crs import CRS

from ..errors import BadOption
from .footprint import Extent, grid_bounds, grid_transform
from .gdal_errors import GDAL_ERRORS
from .grid import Grid, mapped

Geometries = NDArray[np.object_]
Values = NDArray[Any]

_VECTOR_ERRORS = (
    *(DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError),
    shapely.errors.GEOSException,
)
# How far around the raster, as a share of its size, polygons are kept.
_MARGIN = 0.05
# An edge is cut into so many parts along the raster, so that it stays as straight as it was drawn.
_EDGE_PARTS = 64


@dataclass(frozen=True, slots=True)
class PolygonLayer:
    """The first layer of a vector file that holds polygons.

    Args:
        path: the file.
        name: of the layer.
        crs: of the layer; None: it is taken to be the raster's.
        fields: names of its fields.
    """

    path: str
    name: str
    crs: CRS | None
    fields: tuple[str, ...]

    @classmethod
    def find(cls, path: str | os.PathLike[str]) -> PolygonLayer:
        """Look into a vector file.

        Raises:
            BadOption: it is not there, is no vector file, or has no polygons.
        """
        place = os.fspath(path)
        if not Path(place).exists():
            raise BadOption(f"There is no file {place}.")
        try:
            for name, kind in pyogrio.list_layers(place):
                if kind and any(word in kind for word in ("Polygon", "Unknown", "Collection")):
                    info = pyogrio.read_info(place, layer=name, force_feature_count=True)
                    if info["features"]:
                        crs = CRS.from_user_input(info["crs"]) if info["crs"] else None
                        return cls(place, str(name), crs, tuple(map(str, info["fields"])))
        except (*_VECTOR_ERRORS, *GDAL_ERRORS) as error:
            raise BadOption(f"{place} cannot be read as a file of polygons.", str(error)) from error
        raise BadOption(f"{place} holds no polygons.")

    def read(self, grid: Grid, field: str | None = None) -> tuple[Geometries, Values]:
        """The single polygons that reach onto a grid, in its pixel coordinates, and the field's value of each.

        Args:
            grid: the grid.
            field: one of the layer's; None: the values are the places of the polygons in the file's order.

        Raises:
            BadOption: there is no such field, the raster has no coordinates, or there is no way between the two CRS.
        """
        if field is not None and field not in self.fields:
            known = ", ".join(self.fields) or "no fields at all"
            raise BadOption(f"{self.path} has no field “{field}”: it has {known}.")
        try:
            return self._read(grid, field)
        except _VECTOR_ERRORS as error:
            raise BadOption(f"{self.path} cannot be read as a file of polygons.", str(error)) from error
        except GDAL_ERRORS as error:
            raise BadOption(f"{self.path} cannot be brought to the raster's CRS.", str(error)) from error

    def _read(self, grid: Grid, field: str | None) -> tuple[Geometries, Values]:
        raster_crs = grid.placement[0] if grid.placement else None
        if self.crs and not raster_crs:
            raise BadOption(f"The raster has no coordinate system, so {self.path} cannot be laid over it.")
        bounds = grid_bounds(grid)
        if not self.crs or self.crs == raster_crs:
            polygons, values = self._within(bounds, field)
        else:
            extent = _seen_from(self.crs, raster_crs, bounds)
            polygons, values = self._within(extent, field)
            polygons = _reprojected(polygons, self.crs, raster_crs, extent)
        to_pixels = ~grid_transform(grid)
        polygons = shapely.transform(polygons, lambda xy: np.column_stack(mapped(to_pixels, xy[:, 0], xy[:, 1])))
        polygons, values = _single(shapely.make_valid(polygons), values)
        near = shapely.intersects(polygons, shapely.box(0, 0, grid.width, grid.height))
        return polygons[near], values[near]

    def _within(self, extent: Extent, field: str | None) -> tuple[Geometries, Values]:
        columns = [] if field is None else [field]
        read = pyogrio.raw.read(self.path, layer=self.name, columns=columns, bbox=extent, force_2d=True)
        geometries = shapely.make_valid(shapely.from_wkb(read[2], on_invalid="ignore"))
        return _single(geometries, read[3][0] if columns else np.arange(len(geometries)))


def _single(geometries: Geometries, values: Values) -> tuple[Geometries, Values]:
    """Every single polygon in geometries, collections and multipolygons, with its value."""
    parts, owner = geometries, np.arange(len(geometries))
    for _ in range(2):  # collections may hold multipolygons
        parts, index = shapely.get_parts(parts, return_index=True)
        owner = owner[index]
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[polygonal], values[owner[polygonal]]


def _seen_from(layer_crs: CRS, raster_crs: CRS, extent: Extent) -> Extent:
    """A raster's extent in the layer's CRS, a little larger."""
    left, bottom, right, top = warp.transform_bounds(raster_crs, layer_crs, *extent)
    if left > right:  # across the antimeridian
        left, right = -180.0, 180.0
    margin = _MARGIN * max(right - left, top - bottom)
    return left - margin, bottom - margin, right + margin, top + margin


def _reprojected(polygons: Geometries, layer_crs: CRS, raster_crs: CRS, extent: Extent) -> Geometries:
    """Polygons in the raster's CRS, clipped to an extent of their own CRS beyond which projections may fail."""
    left, bottom, right, top = extent
    near = shapely.clip_by_rect(polygons, left, bottom, right, top)
    near = shapely.segmentize(near, max(right - left, top - bottom) / _EDGE_PARTS)
    return np.asarray(
        shapely.transform(near, lambda xy: np.column_stack(warp.transform(layer_crs, raster_crs, *xy.T.tolist())[:2]))
    )
