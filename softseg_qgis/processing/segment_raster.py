"""Segment a raster by class names."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..core.class_sets import classes_to_json
from ..core.errors import BadOutput
from ..core.job import Job
from ..i18n import tr
from ..layers.area import Area
from ..layers.facts import RasterFacts, facts_of
from ..layers.job import temporary_folder
from ..layers.run import Run
from ..layers.style import class_styles
from ..layers.webmap import LayerCopy
from ..settings import settings
from .base import Parameters, SoftSegAlgorithm, ask_engine, failing_in_words
from .blocks import classes, computing, deciding, helped, reading
from .inputs import valid_raster

INPUT, EXTENT, MASK = "INPUT", "EXTENT", "MASK"
OUTPUT, CONFIDENCE, COSTS, POLYGONS = "OUTPUT", "OUTPUT_CONFIDENCE", "OUTPUT_COSTS", "OUTPUT_POLYGONS"
CLASS_TABLE, STATS, TILES = "CLASS_TABLE", "STATS", "TILES"
_FIELDS = {OUTPUT: "output", CONFIDENCE: "confidence", COSTS: "costs", POLYGONS: "polygons"}
_ROLES = {OUTPUT: "classes", CONFIDENCE: "confidence", COSTS: "costs", POLYGONS: "polygons"}


class SegmentRaster(SoftSegAlgorithm):
    """`softseg:segmentraster`: from a raster and typed classes to a class raster."""

    NAME = "segmentraster"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Segment raster by class names")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Finds the classes that you type in an aerial or satellite image.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Finds the classes that you type in an aerial or satellite image, and writes a class raster with the "
            "pixels of the input: 1 is the first class, 0 is no data or unlabelled. Colours and names are inside.\n\n"
            "The raster is cut into overlapping tiles whose results are blended, so that there are no seams. All is "
            "computed on this machine. Web maps (XYZ, WMS) are copied first, at the resolution and in the extent that "
            "you choose.\n\n"
            "Keep the costs to decide anew later, without the model: “Decide classes anew from costs”."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("segmentation,classification,land cover,landuse,deep learning,ai,text,prompt,semantic").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(
            helped(QgsProcessingParameterRasterLayer(INPUT, tr("Raster")), tr("The image; web maps are copied first."))
        )
        self.add(classes.parameters())
        self.add(_area_parameters())
        self.add(reading.parameters())
        self.add(computing.parameters())
        self.add(deciding.parameters(advanced=True))
        self.add(_output_parameters())
        self.addOutput(QgsProcessingOutputString(CLASS_TABLE, tr("Class table (JSON)")))
        self.addOutput(QgsProcessingOutputString(STATS, tr("Areas and figures of the run (JSON)")))
        self.addOutput(QgsProcessingOutputNumber(TILES, tr("Number of tiles")))

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Refuse classes and outputs that are not valid before anything starts."""
        Job(raster=INPUT, output=OUTPUT, **self._options(parameters, context))

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read everything that belongs to layers; the run itself must not touch them."""
        with failing_in_words(feedback):
            layer = valid_raster(self, parameters, INPUT, context)
            self._raster: RasterFacts = facts_of(layer)
            self._values = self._options(parameters, context)
            self._mask: QgsProcessingFeatureSource | None = self.parameterAsSource(parameters, MASK, context)
            self._area = self._extent(parameters, context)
            self._copy: LayerCopy | None = None
            if not self._raster.is_local:
                self._copy = LayerCopy(layer, self._area, self._values["resolution"], settings.web_limit_px)
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Segment."""
        paths = {name: self.parameterAsOutputLayer(parameters, name, context) for name in _ROLES}
        paths = {name: path for name, path in paths.items() if path}
        with failing_in_words(feedback):
            _refuse_other_vectors(paths)
            job = self._job({_FIELDS[name]: path for name, path in paths.items()}, feedback)
            done = ask_engine("segment", job, feedback)
        run = Run.of(job, done, self._raster.crs.authid())
        self.dress(run, {path: _ROLES[name] for name, path in paths.items()}, class_styles(job.classes))
        return {
            **paths,
            CLASS_TABLE: json.dumps(classes_to_json(job.classes), ensure_ascii=False),
            STATS: json.dumps(done.stats, ensure_ascii=False),
            TILES: done.stats["tiles"],
        }

    def _options(self, parameters: Parameters, context: QgsProcessingContext) -> dict[str, Any]:
        """Fields of the job that need no layer."""
        return {
            "classes": classes.read(self, parameters, context),
            "distractors": classes.distractors(self, parameters, context),
            **reading.read(self, parameters, context),
            **computing.read(self, parameters, context),
            **deciding.read(self, parameters, context),
        }

    def _extent(self, parameters: Parameters, context: QgsProcessingContext) -> Area:
        extent = self.parameterAsExtent(parameters, EXTENT, context)
        if extent.isNull():
            return Area.layer()
        return Area.view(extent, self.parameterAsExtentCrs(parameters, EXTENT, context))

    def _job(self, outputs: dict[str, str], feedback: QgsProcessingFeedback) -> Job:
        """The run as data; a layer that the engine cannot open is copied, and the polygons of the mask are written."""
        folder, source = temporary_folder(), self._raster.source
        if self._copy is not None:
            feedback.setProgressText(tr("Copying the map"))
            source = str(folder / "map.tif")
            self._copy.write(source, feedback)
        mask = None
        if self._mask is not None:
            mask = Area.polygons(self._mask.getFeatures(), self._mask.sourceCrs()).mask_in(self._raster, folder)
        extent = self._area.extent_in(self._raster)
        return Job(raster=source, extent=extent, mask=mask, **outputs, **self._values)


def _area_parameters() -> list[QgsProcessingParameterDefinition]:
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    return [
        helped(
            QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True),
            tr("The part of the raster to segment; empty: all of it."),
        ),
        helped(
            QgsProcessingParameterFeatureSource(MASK, tr("Only inside of polygons"), polygons, optional=True),
            tr("Pixels outside of these polygons stay unlabelled."),
        ),
    ]


def _output_parameters() -> list[QgsProcessingParameterDefinition]:
    raster, extra = QgsProcessingParameterRasterDestination, {"optional": True, "createByDefault": False}
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    return [
        helped(raster(OUTPUT, tr("Class raster")), tr("GeoTIFF with the pixels of the input.")),
        helped(raster(CONFIDENCE, tr("Confidence"), **extra), tr("How sure each pixel's class is, from 0 to 1.")),
        helped(
            raster(COSTS, tr("Costs"), **extra),
            tr("One band per class: what the classes were decided from, and can be decided anew from."),
        ),
        helped(
            QgsProcessingParameterVectorDestination(POLYGONS, tr("Class polygons"), polygons, **extra),
            tr("GeoPackage with one polygon per patch: class, area, mean confidence."),
        ),
    ]


def _refuse_other_vectors(paths: dict[str, str]) -> None:
    if POLYGONS in paths and not paths[POLYGONS].lower().endswith(".gpkg"):
        raise BadOutput(tr("The class polygons are written as GeoPackage: choose a file that ends in .gpkg."))
