"""What the panel asks for, as data: which raster, where, into which classes, how, and what is to come out."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core.classes import ClassList
from ..core.errors import BadOption, BadRaster
from ..core.job import Job
from ..i18n import tr
from ..layers.area import Area
from ..layers.facts import RasterFacts
from ..layers.ground import metres_per_unit
from ..layers.job import job_for, temporary_folder
from .outputs import Wishes, places
from .work_size import WorkSize

PREVIEW_PX = 1024  # side of the square that a preview shows
_ONE_CLASS_UNSURE = 0.5  # a single class wins everywhere unless it has to be sure


@dataclass(frozen=True)
class Order:
    """One run to do.

    Args:
        layer_id: of the raster layer; likewise `name`.
        area: where.
        classes: into what.
        options: fields of `core.job.Job` by name, without its paths.
        wishes: which outputs, and where to.
        size: how large the run is.
    """

    layer_id: str
    name: str
    area: Area
    classes: ClassList
    size: WorkSize
    options: dict[str, Any] = field(default_factory=dict)
    wishes: Wishes = field(default_factory=Wishes)

    def layer(self, project: QgsProject) -> QgsRasterLayer:
        """The raster layer.

        Raises:
            BadRaster: it is no longer in the project, or broken.
        """
        layer = project.mapLayer(self.layer_id)
        if layer is None:
            raise BadRaster(tr("The layer “{name}” is no longer in the project.", name=self.name))
        if not layer.isValid():
            raise BadRaster(tr("The layer “{name}” cannot be read: its file may have moved.", name=self.name))
        return layer

    def with_options(self, options: dict[str, Any]) -> Order:
        """The same with some options changed."""
        return replace(self, options={**self.options, **options})

    def with_classes(self, classes: ClassList) -> Order:
        """The same with other classes."""
        return replace(self, classes=classes)


def segment_job(order: Order, project: QgsProject, rendered: str | None = None) -> Job:
    """The job of a whole run, with live rows; raises as `layers.job.job_for` does."""
    outputs = places(order.wishes, order.name, order.size.cost_bytes(len(order.classes)))
    unsure = max(order.options.get("unsure", 0.0), _ONE_CLASS_UNSURE if len(order.classes) == 1 else 0.0)
    options = {**order.options, **outputs, "unsure": unsure, "preview": str(temporary_folder())}
    return job_for(order.layer(project), order.area, order.classes, options, rendered)


def preview_job(order: Order, project: QgsProject, rendered: str | None = None) -> Job:
    """The job of a preview: the class raster alone, into a temporary file; raises as `layers.job.job_for` does."""
    unsure = _ONE_CLASS_UNSURE if len(order.classes) == 1 else 0.0
    options = {**order.options, "output": str(temporary_folder() / "preview.tif"), "unsure": unsure, "min_area": 0.0}
    return job_for(order.layer(project), order.area, order.classes, options, rendered)


def preview_area(
    facts: RasterFacts, centre: QgsPointXY, crs: QgsCoordinateReferenceSystem, resolution_m: float | None
) -> Area:
    """The square of `PREVIEW_PX` px around a place on the map, or of the raster around it that is nearest to that.

    Args:
        facts: the raster.
        centre: a place, in coordinates of `crs`.
        crs: of the map.
        resolution_m: ground resolution that is worked at; None: the raster's pixels count.

    Raises:
        BadOption: the place is not on the raster.
    """
    way = QgsCoordinateTransform(crs, facts.crs, QgsProject.instance().transformContext())
    try:
        here = way.transform(centre)
    except QgsCsException as error:
        raise BadOption(
            tr("The map shows a place that the raster's coordinate system does not know."), str(error)
        ) from error
    width, height = _preview_size(facts, here, resolution_m)
    if not QgsRectangle.fromCenterAndSize(here, width, height).intersects(facts.extent):
        raise BadOption(tr("The middle of the map shows nothing of “{name}”: move the map there.", name=facts.name))
    return Area("view", QgsGeometry.fromRect(_inside(facts.extent, here, width, height)), facts.crs)


def _preview_size(facts: RasterFacts, here: QgsPointXY, resolution_m: float | None) -> tuple[float, float]:
    """Width and height of the square in map units of the raster."""
    if facts.width and facts.height:
        scale = max(1.0, (resolution_m or 0.0) / facts.resolution_m) if facts.resolution_m else 1.0
        step_x, step_y = facts.extent.width() / facts.width, facts.extent.height() / facts.height
        return PREVIEW_PX * step_x * scale, PREVIEW_PX * step_y * scale
    step = facts.extent.width() / 1e5
    along = metres_per_unit(facts.crs, here, step, step) or (1.0, 1.0)
    side = PREVIEW_PX * (resolution_m or 1.0)
    return side / along[0], side / along[1]


def _inside(extent: QgsRectangle, centre: QgsPointXY, width: float, height: float) -> QgsRectangle:
    """A rectangle of that size around a centre, pushed into an extent where it sticks out."""
    width, height = min(width, extent.width()), min(height, extent.height())
    left = min(max(centre.x() - width / 2, extent.xMinimum()), extent.xMaximum() - width)
    bottom = min(max(centre.y() - height / 2, extent.yMinimum()), extent.yMaximum() - height)
    if not (math.isfinite(left) and math.isfinite(bottom)):
        return extent
    return QgsRectangle(left, bottom, left + width, bottom + height)
