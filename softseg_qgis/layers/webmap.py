"""Copies of what only QGIS can read: web maps (XYZ, WMS) painted at a chosen resolution, and other remote rasters."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import (
    QgsFeedback,
    QgsProject,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
    QgsTask,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..core.errors import BadOption, BadRaster, Cancelled, SoftSegError
from ..i18n import tr
from .area import Area
from .facts import RasterFacts, facts_of
from .ground import metres_per_unit

LIMIT_PX = 64_000_000
CHUNK_PX = 1024  # side of what is asked of a server at once; many give no more than 2048
_ALPHA_BAND = 4


class LayerCopy:
    """An area of a layer, to be written to a GeoTIFF in the layer's CRS; pictures of a server come with an alpha band.

    Made in the main thread; `write` runs in any and does not touch the layer.

    Args:
        layer: what to copy.
        area: which part of it.
        resolution_m: ground resolution, m/px; None or 0: the layer's own, which pictures of a server do not have.
        limit_px: a larger copy is refused.

    Raises:
        BadOption: the area misses the layer, no resolution was given, or the copy would be too large.
    """

    def __init__(
        self, layer: QgsRasterLayer, area: Area, resolution_m: float | None = None, limit_px: int = LIMIT_PX
    ) -> None:
        raster = facts_of(layer)
        extent = area.extent_in(raster)
        wanted = QgsRectangle(*extent) if extent else raster.extent
        step_x, step_y = _steps(raster, wanted, resolution_m) if resolution_m else _own_steps(raster)
        self.width = math.ceil(wanted.width() / step_x - 1e-6)  # px; a rounding error is no further pixel
        self.height = math.ceil(wanted.height() / step_y - 1e-6)
        left, top = wanted.xMinimum(), wanted.yMaximum()
        self.extent = QgsRectangle(left, top - self.height * step_y, left + self.width * step_x, top)
        _refuse_large(self.width * self.height, limit_px)
        self._raster = raster
        self._context = QgsProject.instance().transformContext()
        self._pipe = QgsRasterPipe()
        self._pipe.set(layer.dataProvider().clone())

    def write(self, path: str | Path, feedback: QgsFeedback | None = None) -> None:
        """Write the copy, chunk by chunk.

        Args:
            path: the GeoTIFF to write.
            feedback: hears of the progress in percent, and may cancel.

        Raises:
            Cancelled: `feedback` said so; no file is left.
            BadRaster: the layer gave nothing.
        """
        path = Path(path)
        feedback = feedback or QgsFeedback()
        blocks = QgsRasterBlockFeedback()
        # Direct: this thread is busy with writing and would not get to a queued call.
        feedback.canceled.connect(blocks.cancel, Qt.ConnectionType.DirectConnection)
        blocks.progressChanged.connect(feedback.setProgress, Qt.ConnectionType.DirectConnection)
        result = self._writer(path).writeRaster(
            self._pipe, self.width, self.height, self.extent, self._raster.crs, self._context, blocks
        )
        if feedback.isCanceled():
            path.unlink(missing_ok=True)
            raise Cancelled(tr("Copying “{name}” was cancelled.", name=self._raster.name))
        if result != QgsRasterFileWriter.WriterError.NoError or (self._raster.is_web and _is_blank(path)):
            raise BadRaster(self._nothing(), "; ".join(blocks.errors()))

    def _writer(self, path: Path) -> QgsRasterFileWriter:
        writer = QgsRasterFileWriter(str(path))
        writer.setCreateOptions(["COMPRESS=DEFLATE", "TILED=YES"])
        writer.setMaxTileWidth(CHUNK_PX)
        writer.setMaxTileHeight(CHUNK_PX)
        return writer

    def _nothing(self) -> str:
        return tr(
            "“{name}” shows nothing here at this resolution: check the connection, or choose another area.",
            name=self._raster.name,
        )


class CopyTask(QgsTask):
    """A copy in the background, for the task manager; ends with one of its signals, which come in the main thread.

    Args:
        copy: what to write.
        path: where to.
    """

    copied = pyqtSignal(str)  # the path
    failed = pyqtSignal(object)  # a SoftSegError; Cancelled after `cancel`

    def __init__(self, copy: LayerCopy, path: str | Path) -> None:
        super().__init__(tr("SoftSeg: copying the map"), QgsTask.Flag.CanCancel)
        self._copy = copy
        self._path = str(path)
        self._feedback = QgsFeedback()
        self._feedback.progressChanged.connect(self.setProgress, Qt.ConnectionType.DirectConnection)
        self._error: SoftSegError | None = None

    def run(self) -> bool:
        """Write the copy, in a thread of the task manager."""
        try:
            self._copy.write(self._path, self._feedback)
        except SoftSegError as error:
            self._error = error
        return self._error is None

    def cancel(self) -> None:
        """Stop soon."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, succeeded: bool) -> None:
        """Tell how it went, in the main thread."""
        if succeeded:
            self.copied.emit(self._path)
        else:
            self.failed.emit(self._error or Cancelled(tr("Copying the map was cancelled.")))


def _steps(raster: RasterFacts, wanted: QgsRectangle, resolution_m: float) -> tuple[float, float]:
    """Map units along x and y to one pixel of a ground resolution, in the middle of what is wanted."""
    part = wanted.width() / 1000, wanted.height() / 1000
    along_x, along_y = metres_per_unit(raster.crs, wanted.center(), *part) or (1.0, 1.0)
    if not raster.crs.isGeographic():  # then a unit is about as long both ways, and pixels are better square
        along_x = along_y = math.sqrt(along_x * along_y)
    return resolution_m / along_x, resolution_m / along_y


def _own_steps(raster: RasterFacts) -> tuple[float, float]:
    """Map units along x and y to one pixel of the raster."""
    if not raster.width or not raster.height:
        raise BadOption(tr("“{name}” has no resolution of its own: choose the one to work at, in m.", name=raster.name))
    return raster.extent.width() / raster.width, raster.extent.height() / raster.height


def _refuse_large(size_px: int, limit_px: int) -> None:
    if size_px > limit_px:
        raise BadOption(
            tr(
                "The map would be copied at {size:,.0f} megapixels, and at most {limit:,.0f} are: zoom in, or choose a "
                "coarser resolution.",
                size=size_px / 1e6,
                limit=limit_px / 1e6,
            )
        )


def _is_blank(path: Path) -> bool:
    """Whether every pixel of a picture is transparent."""
    picture = QgsRasterLayer(str(path), path.stem)
    if picture.bandCount() < _ALPHA_BAND:
        return False
    alpha = picture.dataProvider().block(_ALPHA_BAND, picture.extent(), picture.width(), picture.height())
    return not bytes(alpha.data()).strip(b"\0")
