"""Make polygons of a class raster."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ..core.classes import parse_classes
from ..core.follow_up import PolygonsJob
from ..i18n import tr
from ..layers.job import temporary_folder
from ..layers.results import open_layer
from ..layers.run import Run
from ..layers.style import class_styles_in
from .base import Parameters, SoftSegAlgorithm, ask_engine, failing_in_words
from .blocks import helped
from .inputs import raster_file, valid_raster
from .polygon_shapes import ShapedPolygons, Shaping

INPUT, BAND, CLASSES_KEEP, CONFIDENCE, OUTPUT = "INPUT", "BAND", "CLASSES_KEEP", "CONFIDENCE", "OUTPUT"
MIN_AREA, SIMPLIFY, FILL_HOLES, SMOOTH, DISSOLVE = "MIN_AREA", "SIMPLIFY", "FILL_HOLES", "SMOOTH", "DISSOLVE"


class ClassesToPolygons(SoftSegAlgorithm):
    """`softseg:classestopolygons`: from a class raster to polygons that fit each other without gaps."""

    NAME = "classestopolygons"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Class raster to polygons")

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr("Makes polygons of a class raster, simplified without gaps between neighbours.")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr(
            "Makes one polygon of each patch of a class raster, with class, area on the ellipsoid, perimeter and, "
            "where a confidence raster is given, mean confidence. Edges lie on pixel edges. Simplified edges are the "
            "same for both neighbours, so that no gaps or overlaps open."
        )

    def tags(self) -> list[str]:
        """Words that find it."""
        return tr("vectorise,vectorize,polygonise,polygonize,simplify,coverage,segmentation,geopackage").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        self.add(_input_parameters())
        self.add(_shape_parameters())
        self.addParameter(
            helped(
                QgsProcessingParameterFeatureSink(OUTPUT, tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon),
                tr("class_id, class_name, area_m2, perimeter_m and mean_confidence of each polygon."),
            )
        )

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Refuse class names that are not valid before anything starts."""
        self._names(parameters, context)

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read what belongs to layers."""
        with failing_in_words(feedback):
            self._classes = raster_file(self, parameters, INPUT, context)
            self._legend = class_styles_in(valid_raster(self, parameters, INPUT, context))
            self._confidence = None
            if parameters.get(CONFIDENCE):
                self._confidence = raster_file(self, parameters, CONFIDENCE, context).source
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Have the engine draw the polygons, then shape them into the output."""
        steps = QgsProcessingMultiStepFeedback(2, feedback)
        with failing_in_words(feedback):
            job = self._job(parameters, context)
            done = ask_engine("polygons", job, steps)
            layer = open_layer("polygons", job.output)
        steps.setCurrentStep(1)
        path = self._write(layer, parameters, context, steps)
        self.dress(Run.of(job, done, layer.crs().authid()), {path: "polygons"}, self._legend)
        return {OUTPUT: path}

    def _write(
        self,
        layer: QgsVectorLayer,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Write the polygons into the output; gives what QGIS calls it."""
        shaping = Shaping(
            self.parameterAsDouble(parameters, FILL_HOLES, context),
            self.parameterAsInt(parameters, SMOOTH, context),
            self.parameterAsBool(parameters, DISSOLVE, context),
        )
        polygons = ShapedPolygons(layer, shaping)
        sink, path = self.parameterAsSink(parameters, OUTPUT, context, polygons.fields, polygons.wkb_type, layer.crs())
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, OUTPUT))
        for feature in polygons.features(feedback):
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, OUTPUT))
        return path

    def _job(self, parameters: Parameters, context: QgsProcessingContext) -> PolygonsJob:
        return PolygonsJob(
            classes=self._classes.source,
            output=str(temporary_folder() / "polygons.gpkg"),
            confidence=self._confidence,
            min_area=self.parameterAsDouble(parameters, MIN_AREA, context),
            simplify=self.parameterAsDouble(parameters, SIMPLIFY, context),
            keep=self._names(parameters, context),
            band=self.parameterAsInt(parameters, BAND, context) if self._classes.bands > 1 else None,
        )

    def _names(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[str, ...]:
        """Names of the classes to keep; none: all."""
        text = self.parameterAsString(parameters, CLASSES_KEEP, context)
        return parse_classes(text).names if text.strip() else ()


def _input_parameters() -> list[QgsProcessingParameterDefinition]:
    raster = QgsProcessingParameterRasterLayer
    return [
        helped(raster(INPUT, tr("Class raster")), tr("A class raster; 0 gives no polygons.")),
        helped(
            QgsProcessingParameterBand(BAND, tr("Band"), 1, INPUT),
            tr("The band with the classes, for rasters of several bands."),
        ),
        helped(
            QgsProcessingParameterString(CLASSES_KEEP, tr("Only these classes"), optional=True),
            tr("Names with ; between them; empty: all classes."),
        ),
        helped(
            raster(CONFIDENCE, tr("Confidence"), optional=True),
            tr("The confidence raster of the same run, for the mean confidence of each polygon."),
        ),
    ]


def _shape_parameters() -> list[QgsProcessingParameterDefinition]:
    number = QgsProcessingParameterNumber
    return [
        helped(
            number(MIN_AREA, tr("Smallest polygon, m²"), number.Type.Double, 0.0, minValue=0),
            tr("Smaller polygons are left out, which leaves holes: a run's own smallest patch leaves none."),
        ),
        helped(
            number(SIMPLIFY, tr("Simplify, m"), number.Type.Double, 0.0, minValue=0, maxValue=100_000),
            tr("How far an edge may move; 0: edges stay on pixel edges. The size of a pixel takes the steps away."),
        ),
        helped(
            QgsProcessingParameterBoolean(DISSOLVE, tr("One feature per class"), False),
            tr("Instead of one for each patch."),
        ),
        helped(
            number(FILL_HOLES, tr("Fill holes up to, m²"), number.Type.Double, 0.0, minValue=0),
            tr("The polygons of other classes inside such holes stay, and are overlapped."),
            advanced=True,
        ),
        helped(
            number(SMOOTH, tr("Smooth"), number.Type.Integer, 0, minValue=0, maxValue=5),
            tr("How often corners are cut; small gaps open where three classes meet."),
            advanced=True,
        ),
    ]
