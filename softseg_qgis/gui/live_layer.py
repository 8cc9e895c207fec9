"""The temporary layer that shows a preview, or the rows of a run that are done; there is at most one."""

from __future__ import annotations

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject

from ..core.classes import ClassList
from ..i18n import tr
from ..layers.style import style_classes

_PROPERTY = "softseg/preview"


class LiveLayer(QObject):
    """Keeps one raster layer on top of the map, and exchanges what it shows.

    Args:
        project: where the layer goes.
        parent: owner of the object.
    """

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layer_id = ""
        self._is_unwanted = False
        project.layerWillBeRemoved[str].connect(self._on_removed)

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The layer; None while there is none."""
        return self._project.mapLayer(self._layer_id) if self._layer_id else None

    def show(self, path: str, classes: ClassList) -> None:
        """Show another class raster, unless it cannot be read or the user took the layer out of this run."""
        if self._is_unwanted:
            return
        layer = self.layer
        if layer is not None:
            layer.setDataSource(path, layer.name(), "gdal", QgsDataProvider.ProviderOptions(), False)
            if layer.isValid():
                style_classes(layer, classes)
            return
        layer = QgsRasterLayer(path, tr("SoftSeg preview"), "gdal", QgsRasterLayer.LayerOptions(False))
        if layer.isValid():
            style_classes(layer, classes)
            layer.setCustomProperty(_PROPERTY, True)
            self._project.addMapLayer(layer, False)
            self._project.layerTreeRoot().insertLayer(0, layer).setExpanded(False)
            self._layer_id = layer.id()

    def begin(self) -> None:
        """Another run begins, which may show its rows even if the user took those of the last one out."""
        self._is_unwanted = False

    def remove(self) -> None:
        """Take the layer out."""
        layer_id, self._layer_id = self._layer_id, ""
        if layer_id and self._project.mapLayer(layer_id) is not None:
            self._project.removeMapLayer(layer_id)

    def _on_removed(self, layer_id: str) -> None:
        if layer_id == self._layer_id:
            self._layer_id = ""
            self._is_unwanted = True


def is_preview(layer: QgsMapLayer) -> bool:
    """Whether a layer is the temporary one, of this session or of an earlier one."""
    return bool(layer.customProperty(_PROPERTY, False))


def remove_previews(project: QgsProject) -> None:
    """Take out what a project that was just read was saved with; that does not make it a changed project."""
    was_dirty = project.isDirty()
    project.removeMapLayers([layer_id for layer_id, layer in project.mapLayers().items() if is_preview(layer)])
    project.setDirty(was_dirty)
