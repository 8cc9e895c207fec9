"""The results of a run on the map: one group a run, in the colours of its classes, each layer knowing what made it."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from ..core.errors import BadRaster
from ..core.follow_up import PolygonsJob, RedecideJob
from ..core.job import Job
from ..core.protocol import Done
from ..core.task import Task
from ..i18n import tr
from .command import processing_command
from .run import Run, remember, run_of
from .style import ClassStyle, class_styles, class_styles_in, style_classes, style_confidence, style_polygons

__all__ = [
    "Run",
    "add_results",
    "adding_results",
    "class_styles_of",
    "finish",
    "open_layer",
    "processing_command",
    "run_of",
]

POLYGON_LAYER = "classes"  # the layer's name in the GeoPackage
_TOP_TO_BOTTOM = ("polygons", "classes", "confidence")


def add_results(project: QgsProject, job: Task, done: Done, title: str = "") -> list[QgsMapLayer]:
    """Put what a run has made on top of a project's layers, as a group of its own; main thread only.

    The project's CRS stays what it is. Where there are classes only they are switched on, since the others would cover
    them. Costs are no map and stay files.

    Args:
        project: where to.
        job: the `Job`, `RedecideJob` or `PolygonsJob` that was done.
        done: what the engine answered.
        title: name of the raster, for the group; empty: as its file is called.

    Returns:
        The new layers, from top to bottom.

    Raises:
        BadRaster: a result cannot be opened.
    """
    parts = adding_results(project, job, done, title)
    while True:
        try:
            next(parts)
        except StopIteration as end:
            return list(end.value)


def adding_results(
    project: QgsProject, job: Task, done: Done, title: str = ""
) -> Generator[None, None, list[QgsMapLayer]]:
    """`add_results` in parts, for turns of the event loop: first the layers are opened, then all come at once."""
    layers: dict[str, QgsMapLayer] = {}
    for role in (role for role in _TOP_TO_BOTTOM if role in done.outputs):
        layers[role] = open_layer(role, done.outputs[role])
        yield
    styles = class_styles_of(job, layers.values())
    run = Run.of(job, done, next((layer.crs().authid() for layer in layers.values()), ""))
    for role, layer in layers.items():
        finish(layer, role, run, styles)
    yield
    with _crs_kept(project):
        group = project.layerTreeRoot().insertGroup(0, tr("SoftSeg – {layer}", layer=title or _title(job)))
        for role, layer in layers.items():
            project.addMapLayer(layer, False)
            node = group.addLayer(layer)
            is_first = role == "classes" or "classes" not in layers
            node.setItemVisibilityChecked(is_first)
            node.setExpanded(is_first)
        _unfold(group)
    return list(layers.values())


def finish(layer: QgsMapLayer, role: str, run: Run, styles: Iterable[ClassStyle]) -> None:
    """Give a layer of a run its style and its memory.

    Args:
        layer: a result that is open.
        role: which: "classes", "confidence" or "polygons"; others keep their style.
        run: what made it.
        styles: how the classes look.
    """
    if role == "classes":
        style_classes(layer, styles)
    elif role == "confidence":
        style_confidence(layer)
    elif role == "polygons":
        style_polygons(layer, styles)
    remember(layer, run)


def _unfold(group: QgsLayerTreeGroup) -> None:
    """Unfold a group: QGIS's view keeps a group folded that was empty when it came, and listens to changes only."""
    group.setExpanded(False)
    group.setExpanded(True)


def open_layer(role: str, path: str) -> QgsMapLayer:
    """Open one of a run's outputs as a layer.

    Raises:
        BadRaster: it cannot be opened.
    """
    name = {"classes": tr("Classes"), "confidence": tr("Confidence"), "polygons": tr("Polygons")}[role]
    if role == "polygons":
        layer: QgsMapLayer = QgsVectorLayer(f"{path}|layername={POLYGON_LAYER}", name, "ogr")
    else:
        # Without the default style, for which QGIS would read the raster's statistics.
        layer = QgsRasterLayer(path, name, "gdal", QgsRasterLayer.LayerOptions(False))
    if not layer.isValid():
        raise BadRaster(tr("The result {path} cannot be opened.", path=path))
    return layer


def class_styles_of(job: Task, layers: Iterable[QgsMapLayer] = ()) -> tuple[ClassStyle, ...]:
    """How the classes of a job look: as its list says, or its class raster, or that among its layers."""
    if isinstance(job, Job):
        return class_styles(job.classes)
    rasters = [QgsRasterLayer(job.classes, "")] if isinstance(job, PolygonsJob) else list(layers)
    return next((class_styles_in(each) for each in rasters if isinstance(each, QgsRasterLayer) and each.isValid()), ())


def _title(job: Task) -> str:
    if isinstance(job, Job):
        return Path(job.raster).stem
    return Path(job.costs if isinstance(job, RedecideJob) else job.classes).stem


@contextmanager
def _crs_kept(project: QgsProject) -> Iterator[None]:
    """Let layers come without a change of the project's CRS: QGIS takes over that of an empty project's first layer.

    It does so in its next turn, so the CRS is put back in the one after that. A project without a CRS is left to it.
    """
    crs, ellipsoid = project.crs(), project.ellipsoid()

    def put_back() -> None:
        if project.crs() != crs:
            project.setCrs(crs)
            project.setEllipsoid(ellipsoid)

    yield
    if crs.isValid():
        QTimer.singleShot(0, put_back)
