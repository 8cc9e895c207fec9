"""The polygons' file: a GeoPackage with one layer, written batch by batch."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyogrio.raw
import shapely
from affine import Affine
from pyogrio.errors import DataLayerError, DataSourceError
from rasterio.crs import CRS

from ..raster.full_disk import disk_full
from ..raster.ownership import VERSION_TAG
from ..version import version
from .patches import Patches

LAYER = "classes"
_FIELDS = ["class_id", "class_name", "area_m2", "mean_confidence"]
_BATCH = 20_000  # polygons; each append opens the file anew, so small batches are slow


class PolygonFile:
    """A GeoPackage that patches are written to.

    Args:
        path: where it goes; nothing may be there.
        crs: CRS of the polygons, or None.
        transform: from pixel coordinates to those of the CRS.
        names: class names by id; a class without one is named by its id.
    """

    def __init__(self, path: Path, crs: CRS | None, transform: Affine, names: Mapping[int, str]) -> None:
        self._path = path
        self._crs = crs.to_wkt() if crs else None
        self._transform = transform
        self._names = names
        self._waiting: list[Patches] = []
        self._exists = False

    def add(self, patches: Patches) -> None:
        """Write patches, now or with the next ones."""
        self._waiting.append(patches)
        if sum(map(len, self._waiting)) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write what still waits; a file without a polygon has its layer all the same."""
        if self._waiting or not self._exists:
            self._write()

    def _write(self) -> None:
        patches = Patches.joined(self._waiting)
        self._waiting = []
        columns = [patches.class_ids, self._class_names(patches), patches.areas_m2, patches.mean_confidences()]
        creation = {} if self._exists else {"layer_metadata": {VERSION_TAG: version()}}
        try:
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", "'crs' was not provided", UserWarning)
                pyogrio.raw.write(
                    self._path,
                    self._geometry(patches),
                    columns,
                    _FIELDS,
                    layer=LAYER,
                    driver="GPKG",
                    geometry_type="Polygon",
                    crs=self._crs,
                    append=self._exists,
                    **creation,
                )
        except (DataSourceError, DataLayerError, OSError) as error:
            raise disk_full(f"{self._path.name}: {error}") from error
        self._exists = True

    def _class_names(self, patches: Patches) -> npt.NDArray[np.object_]:
        return np.array([self._names.get(i, str(i)) for i in patches.class_ids.tolist()], object)

    def _geometry(self, patches: Patches) -> npt.NDArray[np.object_]:
        """Polygons in the CRS, as WKB; outer rings run counter-clockwise, as the standard wants."""
        placed = shapely.transform(patches.outlines, self._place)
        if self._transform.determinant > 0:
            placed = shapely.orient_polygons(placed)
        return np.asarray(shapely.to_wkb(placed), object)

    def _place(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        # Not a matrix product: its last bits may differ from row to row, and neighbours have to share their corners.
        (x, y), to = points.T, self._transform
        return np.stack([to.a * x + to.b * y + to.c, to.d * x + to.e * y + to.f], axis=1)
