"""Reading a polygon file as a mask in the pixel coordinates of a raster."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError
from rasterio import warp
from rasterio.crs import CRS

from ..errors import BadOption
from .footprint import Extent, PolygonMask, grid_bounds, grid_transform
from .gdal_errors import GDAL_ERRORS
from .grid import Grid, mapped

Geometries = NDArray[np.object_]

_VECTOR_ERRORS = (DataLayerError, DataSourceError, FeatureError, GeometryError, shapely.errors.GEOSException)
# How far around the raster, as a share of its size, polygons are kept.
_MARGIN = 0.05
# An edge of the mask is cut into so many parts along the raster, so that it stays as straight as it was drawn.
_EDGE_PARTS = 64


def read_mask(path: str | os.PathLike[str], grid: Grid) -> PolygonMask:
    """The polygons of a vector file, in any CRS, that lie on a grid.

    A file without a CRS is taken to be in the raster's.

    Raises:
        BadOption: not a vector file, no polygons in it, none on the raster, or no way between the two CRS.
    """
    if not Path(path).exists():
        raise BadOption(f"There is no mask file {path}.")
    try:
        layer, mask_crs = _polygon_layer(path)
        polygons = _polygons_on(grid, path, layer, mask_crs)
    except _VECTOR_ERRORS as error:
        raise BadOption(f"The mask {path} cannot be read as a file of polygons.", detail=str(error)) from error
    except GDAL_ERRORS as error:
        text = f"The mask {path} cannot be brought to the raster's coordinate system."
        raise BadOption(text, detail=str(error)) from error
    if not polygons.size:
        raise BadOption(f"The polygons of the mask {path} do not overlap the raster.")
    return PolygonMask(polygons)


def _polygon_layer(path: str | os.PathLike[str]) -> tuple[str, CRS | None]:
    """The first layer that may hold polygons, and its CRS."""
    for layer, kind in pyogrio.list_layers(path):
        if kind and any(word in kind for word in ("Polygon", "Unknown", "Collection")):
            info = pyogrio.read_info(path, layer=layer, force_feature_count=True)
            if info["features"]:
                return str(layer), CRS.from_user_input(info["crs"]) if info["crs"] else None
    raise BadOption(f"The mask {path} holds no polygons.")


def _polygons_on(grid: Grid, path: str | os.PathLike[str], layer: str, mask_crs: CRS | None) -> Geometries:
    """The polygons that overlap a grid, in its pixel coordinates."""
    raster_crs = grid.placement[0] if grid.placement else None
    if mask_crs and not raster_crs:
        raise BadOption(f"The raster has no coordinate system, so the mask {path} cannot be laid over it.")
    if not mask_crs or mask_crs == raster_crs:
        polygons = _read_polygons(path, layer, grid_bounds(grid))
    else:
        extent = _seen_from(mask_crs, raster_crs, grid_bounds(grid))
        polygons = _reprojected(_read_polygons(path, layer, extent), mask_crs, raster_crs, extent)
    to_pixels = ~grid_transform(grid)
    polygons = shapely.transform(polygons, lambda xy: np.column_stack(mapped(to_pixels, xy[:, 0], xy[:, 1])))
    polygons = _polygon_parts(shapely.make_valid(polygons))
    return np.asarray(polygons[shapely.intersects(polygons, shapely.box(0, 0, grid.width, grid.height))])


def _read_polygons(path: str | os.PathLike[str], layer: str, extent: Extent) -> Geometries:
    wkb = pyogrio.raw.read(path, layer=layer, columns=[], bbox=extent, force_2d=True)[2]
    return _polygon_parts(shapely.make_valid(shapely.from_wkb(wkb, on_invalid="ignore")))


def _polygon_parts(geometries: Geometries) -> Geometries:
    """Every single polygon in geometries, collections and multipolygons."""
    parts = shapely.get_parts(shapely.get_parts(geometries))
    return np.asarray(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def _seen_from(mask_crs: CRS, raster_crs: CRS, extent: Extent) -> Extent:
    """A raster's extent in the mask's CRS, a little larger."""
    left, bottom, right, top = warp.transform_bounds(raster_crs, mask_crs, *extent)
    if left > right:  # across the antimeridian
        left, right = -180.0, 180.0
    margin = _MARGIN * max(right - left, top - bottom)
    return left - margin, bottom - margin, right + margin, top + margin


def _reprojected(polygons: Geometries, mask_crs: CRS, raster_crs: CRS, extent: Extent) -> Geometries:
    """Polygons in the raster's CRS, clipped to an extent of their own CRS beyond which projections may fail."""
    left, bottom, right, top = extent
    near = shapely.clip_by_rect(polygons, left, bottom, right, top)
    near = shapely.segmentize(near, max(right - left, top - bottom) / _EDGE_PARTS)
    return np.asarray(
        shapely.transform(near, lambda xy: np.column_stack(warp.transform(mask_crs, raster_crs, *xy.T.tolist())[:2]))
    )
