"""What a raster layer is made of, taken down as plain values: a run must not touch the layer any more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsProviderRegistry, QgsRasterLayer, QgsRectangle

from ..i18n import tr
from ..numbers import fixed
from .ground import ground_area_m2, metres_per_unit

# Providers that show pictures which a server paints; all others hold values of their own.
_PAINTED = ("wms", "arcgismapserver")
# What GDAL can open in this process only, or where the engine cannot follow.
_OUT_OF_REACH = tuple(
    f"/vsi{kind}/" for kind in ("mem", "s3", "gs", "az", "adls", "oss", "swift", "hdfs", "webhdfs", "stdin")
)


@dataclass(frozen=True)
class RasterFacts:
    """What a raster layer is made of.

    Args:
        name: the layer's name.
        source: the name under which the engine opens the raster; empty unless `is_local`.
        bands: how many it has.
        dtype: type of the first band's numbers as GDAL calls it, like "UInt16".
        resolution_m: ground resolution at the centre, m/px; None for pictures of a server and without a CRS.
        crs: the layer's coordinate system; not valid where it has none.
        extent: all of it, in coordinates of `crs`.
        width: px; 0 for pictures of a server. Likewise `height`.
        is_web: whether a server paints it (WMS, WMTS, XYZ, ArcGIS).
        is_local: whether the engine can open the raster by itself; if not, `layers.webmap` copies it first.
    """

    name: str
    source: str
    bands: int
    dtype: str
    resolution_m: float | None
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    width: int
    height: int
    is_web: bool
    is_local: bool

    @property
    def text(self) -> str:
        """The facts as one line: `3 of 4 bands · UInt16 · 0.10 m · EPSG:25833`."""
        crs = (self.crs.authid() or self.crs.description() or tr("own CRS")) if self.crs.isValid() else tr("no CRS")
        if self.is_web:
            return " · ".join((tr("Web map"), crs))
        resolution = format_resolution(self.resolution_m) if self.resolution_m else ""
        return " · ".join(part for part in (self._bands_text(), self.dtype, resolution, crs) if part)

    def _bands_text(self) -> str:
        """How many bands the model sees of how many there are."""
        if self.bands == 1:
            return tr("1 band")
        if self.bands == 3:
            return tr("3 bands")
        return tr("{used} of {bands} bands", used=3 if self.bands > 3 else 1, bands=self.bands)


def facts_of(layer: QgsRasterLayer) -> RasterFacts:
    """Take down what a valid raster layer is made of; main thread only."""
    provider = layer.dataProvider()
    source = _engine_source(layer)
    is_web = provider.name() in _PAINTED
    return RasterFacts(
        name=layer.name(),
        source=source,
        bands=layer.bandCount(),
        dtype=provider.sourceDataType(1).name,
        resolution_m=None if is_web else _resolution_m(layer),
        crs=layer.crs(),
        extent=layer.extent(),
        width=layer.width(),
        height=layer.height(),
        is_web=is_web,
        is_local=bool(source),
    )


def area_m2(facts: RasterFacts, extent: Sequence[float] | QgsRectangle) -> float | None:
    """Area on the ellipsoid of an extent (xmin, ymin, xmax, ymax in the raster's CRS), in m²; None without a CRS."""
    return ground_area_m2(facts.crs, extent if isinstance(extent, QgsRectangle) else QgsRectangle(*extent))


def format_resolution(resolution_m: float) -> str:
    """A ground resolution as people write it: `0.10 m`, `2.5 m`, `28 m`."""
    decimals = 2 if resolution_m < 1 else 1 if resolution_m < 9.95 else 0
    return f"{fixed(resolution_m, decimals)} m"


def _engine_source(layer: QgsRasterLayer) -> str:
    """What the engine opens instead of the layer; empty where it cannot."""
    if layer.providerType() != "gdal":
        return ""
    source = layer.source()
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    if parts.get("openOptions") or parts.get("authcfg") or source.startswith(_OUT_OF_REACH):
        return ""
    return source


def _resolution_m(layer: QgsRasterLayer) -> float | None:
    size = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    scale = metres_per_unit(layer.crs(), layer.extent().center(), *size)
    return math.sqrt(math.prod(scale) * math.prod(size)) if scale else None
