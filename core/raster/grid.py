"""Rectangles of pixels, and the grid that says where pixels lie on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.io import DatasetReader
from rasterio.rpc import RPC
from rasterio.transform import from_gcps
from rasterio.windows import Window

from ..errors import BadRaster
from .control import moved_gcp, moved_rpcs
from .ellipsoid import to_cartesian, to_lonlat, zone_areas
from .gdal_errors import GDAL_ERRORS

Floats = NDArray[np.float64]

# Projections made for measuring (UTM, national grids) keep lengths within a hundredth, and there people know their
# pixels by the planar size; Mercator and its like are off by far more, and there only the true size means anything.
_PLANAR_TOLERANCE = 0.01
_FIT_TOLERANCE = 1e-3  # of the extent of the control points


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of pixels: its first row and column, its height and width, all in px."""

    row: int
    col: int
    height: int
    width: int

    @property
    def bottom(self) -> int:
        """The row just below the block."""
        return self.row + self.height

    @property
    def right(self) -> int:
        """The column just right of the block."""
        return self.col + self.width

    def to_window(self) -> Window:
        """The same rectangle as rasterio knows it."""
        return Window(self.col, self.row, self.width, self.height)

    def clip(self, height: int, width: int) -> Block:
        """The part inside a grid of that size; of height or width 0 when there is none."""
        row, col = min(max(self.row, 0), height), min(max(self.col, 0), width)
        bottom, right = min(self.bottom, height), min(self.right, width)
        return Block(row, col, max(bottom - row, 0), max(right - col, 0))

    def shifted(self, rows: int, cols: int) -> Block:
        """The block moved down and right."""
        return replace(self, row=self.row + rows, col=self.col + cols)

    def covering(self, row_factor: float, col_factor: float) -> Block:
        """The smallest block that covers the same ground on a grid with that many rows and columns per one of ours."""
        row, col = math.floor(self.row * row_factor), math.floor(self.col * col_factor)
        bottom, right = math.ceil(self.bottom * row_factor), math.ceil(self.right * col_factor)
        return Block(row, col, bottom - row, right - col)


@dataclass(frozen=True, slots=True)
class Grid:
    """A raster's size in px and its georeferencing, kept exactly as the raster states it.

    A raster placed by ground control points has ``gcps`` and ``gcp_crs``, no ``crs`` and the identity as transform.
    """

    crs: CRS | None
    transform: Affine
    height: int
    width: int
    gcps: tuple[GroundControlPoint, ...] = ()
    gcp_crs: CRS | None = None
    rpcs: RPC | None = None

    @classmethod
    def of(cls, dataset: DatasetReader) -> Grid:
        """The grid of an open dataset."""
        gcps, gcp_crs = dataset.gcps
        size = (dataset.height, dataset.width)
        return cls(dataset.crs or None, dataset.transform, *size, tuple(gcps), gcp_crs or None, dataset.rpcs)

    @property
    def whole(self) -> Block:
        """All of the grid."""
        return Block(0, 0, self.height, self.width)

    @property
    def placement(self) -> tuple[CRS, Affine] | None:
        """The CRS and the transform that place pixels on the ground; from an affine fitted to the GCPs if need be.

        None where there are none, or where they cannot be true: pixels without a size, latitudes beyond the poles.
        """
        stated = self._stated_placement()
        return stated if stated is not None and self._is_on_earth(*stated) else None

    def crop(self, block: Block) -> Grid:
        """The grid of a block of this one."""
        corner = Affine.translation(block.col, block.row)
        return replace(self._moved(corner), height=block.height, width=block.width)

    def resized(self, height: int, width: int) -> Grid:
        """A grid of that size in px over exactly the same ground."""
        step = Affine.scale(self.width / width, self.height / height)
        return replace(self._moved(step), height=height, width=width)

    def pixel_size(self) -> tuple[float, float] | None:
        """Length on the ground in m of one step (down, right) at the centre; None when it cannot be known."""
        if self.placement is None:
            return None
        planar, true = _measurable(self._planar_size(*self.placement)), _measurable(self._true_size())
        if planar is None or true is None:
            return planar or true
        scale = math.sqrt(math.prod(true) / math.prod(planar))
        return planar if abs(scale - 1) <= _PLANAR_TOLERANCE else true

    def ground_resolution(self) -> float | None:
        """Ground sampling distance at the centre in m/px: the geometric mean over rows and columns.

        Planar in a projected CRS that is true to scale there, ellipsoidal in all others; None without a CRS.
        """
        size = self.pixel_size()
        return math.sqrt(math.prod(size)) if size else None

    def row_areas(self, row: int, rows: int) -> Floats:
        """Mean area on the WGS84 ellipsoid in m2 of one pixel in each of ``rows`` rows from ``row`` on, shape (rows,).

        Exact along parallels (Snyder's zone formula); else tangent parallelograms, averaged over the row with three
        Gauss nodes. Planar where the CRS has no way to WGS84. Without a placement every pixel counts 1: areas are in
        px.
        """
        if self.placement is None:
            return np.ones(rows)
        crs, transform = self.placement
        if crs.is_geographic and transform.b == 0 == transform.d:
            radians = float(crs.units_factor[1])
            edges = (transform.f + transform.e * np.arange(row, row + rows + 1, dtype=np.float64)) * radians
            return np.abs(np.diff(zone_areas(edges)) * transform.a * radians)
        nodes, weights = np.polynomial.legendre.leggauss(3)
        centres, cols = np.meshgrid(np.arange(row, row + rows) + 0.5, (nodes + 1) / 2 * self.width, indexing="ij")
        steps = self._steps(centres.ravel(), cols.ravel())
        planar = np.full(rows, abs(transform.determinant) * _unit_m(crs) ** 2)
        if steps is None:
            return planar
        areas = np.linalg.norm(np.cross(*steps), axis=-1).reshape(rows, -1) @ (weights / 2)
        return np.where(np.isfinite(areas) & (areas > 0), areas, planar)

    def area_px(self, area_m2: float) -> int:
        """How many px of the middle row an area covers, rounded; without a CRS the area itself is taken as px.

        Raises:
            BadRaster: there is a CRS, and pixels have no size in it that makes sense; never for an area of 0.
        """
        if not area_m2:
            return 0
        pixel_m2 = float(self.row_areas(self.height // 2, 1)[0])
        if not pixel_m2 > 0 or (self.placement is None and (self.crs or self.gcp_crs)):
            raise BadRaster(
                "The raster's coordinates do not fit its CRS, so areas in m² are unknown: give it its true CRS, or "
                "leave out the smallest patch."
            )
        return round(area_m2 / pixel_m2)

    def _stated_placement(self) -> tuple[CRS, Affine] | None:
        """The CRS and the transform as they are stated, whether they can be true or not."""
        if self.crs is not None:
            return self.crs, self.transform
        if self.gcp_crs is None or not self.gcps:
            return None
        transform = _fitted(self.gcps)
        return None if transform is None else (self.gcp_crs, transform)

    def _is_on_earth(self, crs: CRS, transform: Affine) -> bool:
        """Whether pixels have a size, and latitudes are at most a pixel beyond the poles, as on some global grids."""
        if not all(map(math.isfinite, (*transform, transform.determinant))) or transform.is_degenerate:
            return False
        if not crs.is_geographic:
            return True
        farthest = max(abs((transform @ (col, row))[1]) for col in (0, self.width) for row in (0, self.height))
        pixel = math.hypot(transform.d, transform.e)
        return (farthest - pixel) * float(crs.units_factor[1]) <= math.pi / 2

    def _moved(self, change: Affine) -> Grid:
        """The grid whose pixel coordinates, put through ``change``, are ours."""
        back = ~change
        rpcs = None if self.rpcs is None else moved_rpcs(self.rpcs, back)
        gcps = tuple(moved_gcp(gcp, back) for gcp in self.gcps)
        by_gcps = gcps and self.crs is None
        return replace(self, transform=self.transform if by_gcps else self.transform @ change, gcps=gcps, rpcs=rpcs)

    def _steps(self, rows: Floats, cols: Floats) -> tuple[Floats, Floats] | None:
        """One pixel down and one right around pixel coordinates (n,), as vectors in m of shape (n, 3)."""
        if self.placement is None:
            return None
        crs, transform = self.placement
        rows = np.concatenate([rows - 0.5, rows + 0.5, rows, rows])
        cols = np.concatenate([cols, cols, cols - 0.5, cols + 0.5])
        lonlat = to_lonlat(crs, *mapped(transform, cols, rows))
        if lonlat is None:
            return None
        above, below, left, right = np.split(to_cartesian(*lonlat), 4)
        return below - above, right - left

    def _true_size(self) -> tuple[float, float] | None:
        steps = self._steps(np.array([self.height / 2]), np.array([self.width / 2]))
        return None if steps is None else (float(np.linalg.norm(steps[0])), float(np.linalg.norm(steps[1])))

    @staticmethod
    def _planar_size(crs: CRS, transform: Affine) -> tuple[float, float] | None:
        if crs.is_geographic:
            return None
        down, right = math.hypot(transform.b, transform.e), math.hypot(transform.a, transform.d)
        return down * _unit_m(crs), right * _unit_m(crs)


def mapped(transform: Affine, xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
    """Coordinates of shape (n,) put through a transform."""
    a, b, c, d, e, f = transform[:6]
    return a * xs + b * ys + c, d * xs + e * ys + f


def _fitted(gcps: tuple[GroundControlPoint, ...]) -> Affine | None:
    """The affine transform that fits control points best; None where they determine none, as a single one does not."""
    try:
        transform = from_gcps(gcps)
    except GDAL_ERRORS:
        return None
    # Where GDAL finds no fit, rasterio gives whatever lay in memory. A true fit takes the mean point to the mean place.
    points = np.array([(gcp.col, gcp.row, gcp.x, gcp.y) for gcp in gcps], dtype=np.float64)
    col, row, x, y = points.mean(axis=0).tolist()
    found_x, found_y = transform @ (col, row)
    near = math.hypot(found_x - x, found_y - y) <= _FIT_TOLERANCE * float(np.ptp(points[:, 2:], axis=0).max())
    return transform if near else None


def _unit_m(crs: CRS) -> float:
    """Metres in one unit of a projected or local CRS."""
    try:
        return float(crs.units_factor[1])
    except CRSError:
        return 1.0


def _measurable(size: tuple[float, float] | None) -> tuple[float, float] | None:
    """None for the sizes of degenerate transforms."""
    return size if size and all(math.isfinite(step) and step > 0 for step in size) else None
