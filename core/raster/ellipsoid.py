"""Lengths and areas on the WGS84 ellipsoid: from map coordinates to metres on the ground."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from rasterio import warp
from rasterio.crs import CRS

from .gdal_errors import GDAL_ERRORS

Floats = NDArray[np.float64]

SEMI_MAJOR_M = 6378137.0
_FLATTENING = 1 / 298.257223563
_E2 = _FLATTENING * (2 - _FLATTENING)
_E = math.sqrt(_E2)


def to_lonlat(crs: CRS, xs: Floats, ys: Floats) -> tuple[Floats, Floats] | None:
    """Longitudes and latitudes in radians of map coordinates, both of shape (n,).

    Geographic coordinates are taken as they are, without a datum shift. None when the CRS has no way to WGS84
    (a local or another planet's one) or a point lies where its projection is not defined.
    """
    if crs.is_geographic:
        radians = float(crs.units_factor[1])
        return xs * radians, ys * radians
    try:
        lon, lat = warp.transform(crs, "EPSG:4326", xs.tolist(), ys.tolist())[:2]
    except GDAL_ERRORS:
        return None
    return np.radians(lon), np.radians(lat)


def to_cartesian(lon: Floats, lat: Floats) -> Floats:
    """Earth-centred coordinates in metres, shape (n, 3), of points on the ellipsoid given in radians."""
    with np.errstate(invalid="ignore"):  # broken headers lead to infinity
        prime_vertical_m = SEMI_MAJOR_M / np.sqrt(1 - _E2 * np.sin(lat) ** 2)
        x = prime_vertical_m * np.cos(lat) * np.cos(lon)
        y = prime_vertical_m * np.cos(lat) * np.sin(lon)
        return np.stack([x, y, prime_vertical_m * (1 - _E2) * np.sin(lat)], axis=-1)


def zone_areas(lat: Floats) -> Floats:
    """Areas in m2 of the zones between the equator and latitudes in radians, one radian of longitude wide.

    a**2 / 2 times the authalic q of Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395,
    1987), equation 3-12. Signed: negative in the south.
    """
    sine = np.sin(np.clip(lat, -math.pi / 2, math.pi / 2))
    q = (1 - _E2) * (sine / (1 - _E2 * sine**2) + np.arctanh(_E * sine) / _E)
    return np.asarray(SEMI_MAJOR_M**2 / 2 * q, dtype=np.float64)
