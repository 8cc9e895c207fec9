"""The provider `softseg`: its algorithms for the toolbox, the modeler, scripts and `qgis_process`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..engine.command import PLUGIN_VERSION
from ..i18n import tr
from ..paths import resource
from .classes_to_polygons import ClassesToPolygons
from .environment_report import EnvironmentReport
from .quality_report import QualityReport
from .redecide import Redecide
from .segment_folder import SegmentFolder
from .segment_raster import SegmentRaster
from .train_model import TrainModel

_ALGORITHMS = (SegmentRaster, SegmentFolder, ClassesToPolygons, Redecide, QualityReport, TrainModel, EnvironmentReport)
_ICON = ("icons", "softseg.svg")


class SoftSegProvider(QgsProcessingProvider):
    """What QGIS lists under SoftSeg."""

    def id(self) -> str:
        """The first part of every algorithm's id; never changes."""
        return "softseg"

    def name(self) -> str:
        """The name in the toolbox."""
        return "SoftSeg"

    def longName(self) -> str:
        """The name where there is room."""
        return tr("SoftSeg: class maps from typed names")

    def versionInfo(self) -> str:
        """The version of the plugin."""
        return PLUGIN_VERSION

    def icon(self) -> QIcon:
        """SoftSeg's own icon."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Where that icon is."""
        return str(resource(*_ICON))

    def loadAlgorithms(self) -> None:
        """Add the algorithms."""
        for kind in _ALGORITHMS:
            self.addAlgorithm(kind())

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """The engine writes GeoTIFF."""
        return ["tif"]

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        """The engine writes GeoPackage."""
        return "gpkg"
